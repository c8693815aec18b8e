/* UAX #15. One form for one letter: without it a search in the PDF misses words, and sign-offs change without a change. */
#include "text/alphabet.h"

#include <assert.h>
#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/arena.h"

int32_t alphabet_normal(const uint16_t *text, int32_t length)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *form;
	int32_t simple = 0;

	while (simple < length && text[simple] < 0x300)
		simple++;
	if (simple == length)
		return length;
	form = unorm2_getNFCInstance(&status);
	if (unorm2_isNormalized(form, text, length, &status))
		return length;
	simple = unorm2_spanQuickCheckYes(form, text, length, &status);
	assert(U_SUCCESS(status));
	return simple < length ? simple : length - 1;
}

static const char *compose(struct arena *arena, const UChar *text, int32_t length)
{
	UErrorCode status = U_ZERO_ERROR;
	const UNormalizer2 *form = unorm2_getNFCInstance(&status);
	const int32_t room =
	    3 * length + 1; /* UAX #15: NFC grows to three times at most, in UTF-8 and in UTF-16 */
	UChar *normal = arena_array(arena, (size_t)room, sizeof *normal);
	const int32_t normal_length = unorm2_normalize(form, text, length, normal, room, &status);
	char *utf8 = arena_alloc(arena, (size_t)normal_length * 3 + 1);

	u_strToUTF8(utf8, normal_length * 3 + 1, NULL, normal, normal_length, &status);
	assert(U_SUCCESS(status));
	return utf8;
}

const char *alphabet_compose(struct arena *arena, const char *text)
{
	const int32_t bytes = (int32_t)strlen(text);
	UChar *units = arena_array(arena, (size_t)bytes + 1, sizeof *units);
	UErrorCode status = U_ZERO_ERROR;
	int32_t length;

	u_strFromUTF8(units, bytes + 1, &length, text, bytes, &status);
	if (U_FAILURE(status) || alphabet_normal(units, length) == length)
		return text;
	return compose(arena, units, length);
}
