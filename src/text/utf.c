/* Both ways ICU is asked for the length first, since a letter has from one to four bytes. */
#include "text/utf.h"

#include <assert.h>
#include <unicode/ustring.h>

#include "base/arena.h"

struct wide utf_widen(struct arena *arena, const char *text)
{
	UErrorCode status = U_ZERO_ERROR;
	struct wide wide;

	u_strFromUTF8WithSub(NULL, 0, &wide.length, text, -1, 0xFFFD, NULL, &status);
	status = U_ZERO_ERROR;
	wide.text = arena_array(arena, (size_t)wide.length + 1, sizeof *wide.text);
	u_strFromUTF8WithSub(wide.text, wide.length + 1, NULL, text, -1, 0xFFFD, NULL, &status);
	assert(U_SUCCESS(status));
	return wide;
}

const char *utf_narrow(struct arena *arena, const uint16_t *text, int32_t length)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t bytes = 0;
	char *narrow;

	u_strToUTF8WithSub(NULL, 0, &bytes, text, length, 0xFFFD, NULL, &status);
	status = U_ZERO_ERROR;
	narrow = arena_alloc(arena, (size_t)bytes + 1);
	u_strToUTF8WithSub(narrow, bytes + 1, NULL, text, length, 0xFFFD, NULL, &status);
	assert(U_SUCCESS(status));
	return narrow;
}
