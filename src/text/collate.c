/* NFKC_Casefold also drops what is invisible, so that a zero-width character hides no word. */
#include "text/collate.h"

#include <assert.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/arena.h"

static const UNormalizer2 *folding(void)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *form = unorm2_getNFKCCasefoldInstance(&status);

	assert(U_SUCCESS(status));
	return form;
}

const char *collate_fold(struct arena *arena, const char *text)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t length = 0, folded, bytes = 0;
	UChar *wide, *result;
	char *narrow;

	u_strFromUTF8WithSub(NULL, 0, &length, text, -1, 0xFFFD, NULL, &status);
	status = U_ZERO_ERROR;
	wide = arena_array(arena, (size_t)length + 1, sizeof *wide);
	u_strFromUTF8WithSub(wide, length + 1, NULL, text, -1, 0xFFFD, NULL, &status);
	folded = unorm2_normalize(folding(), wide, length, NULL, 0, &status);
	status = U_ZERO_ERROR;
	result = arena_array(arena, (size_t)folded + 1, sizeof *result);
	unorm2_normalize(folding(), wide, length, result, folded + 1, &status);
	u_strToUTF8(NULL, 0, &bytes, result, folded, &status);
	status = U_ZERO_ERROR;
	narrow = arena_alloc(arena, (size_t)bytes + 1);
	u_strToUTF8(narrow, bytes + 1, NULL, result, folded, &status);
	assert(U_SUCCESS(status));
	return narrow;
}
