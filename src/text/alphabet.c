/* UAX #15. One form for one letter: without it a search in the PDF misses words, and sign-offs change without a change. */
#include "text/alphabet.h"

#include <assert.h>
#include <unicode/unorm2.h>

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
