/* NFKC_Casefold also drops what is invisible, so that a zero-width character hides no word. Latin letters are CLDR's transliterations. */
#include "text/collate.h"

#include <assert.h>
#include <stdbool.h>
#include <string.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/utrans.h>

#include "base/arena.h"
#include "text/utf.h"

/* Vowels that Latin-ASCII knows no letter for: the sixth order of Ethiopic, and those of African alphabets. */
static const UChar to_latin[] =
    u":: Any-Latin; :: NFKD; :: [:Nonspacing Mark:] Remove; :: Lower;"
    u"[\u01DD\u0259\u025B] > e; \u0254 > o; \u0263 > g; \u028B > v; :: Latin-ASCII; :: Lower;";

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
	struct wide wide = utf_widen(arena, text);
	int32_t folded = unorm2_normalize(folding(), wide.text, wide.length, NULL, 0, &status);
	UChar *result = arena_array(arena, (size_t)folded + 1, sizeof *result);

	status = U_ZERO_ERROR;
	unorm2_normalize(folding(), wide.text, wide.length, result, folded + 1, &status);
	assert(U_SUCCESS(status));
	return utf_narrow(arena, result, folded);
}

/* Apostrophes and their like stand inside words (N'Ko, Qur'an), so they go without a trace. */
static const char *keep_letters(char *text)
{
	char *to = text;
	bool space = false;

	for (const char *from = text; *from; from++) {
		bool letter = (*from >= 'a' && *from <= 'z') || (*from >= '0' && *from <= '9');

		if (letter && space && to > text)
			*to++ = ' ';
		if (letter)
			*to++ = *from;
		space = !letter && (space || !strchr("'`\"", *from));
		if (letter)
			space = false;
	}
	*to = '\0';
	return text;
}

const char *collate_latin(struct arena *arena, const char *text)
{
	UErrorCode status = U_ZERO_ERROR;
	UTransliterator *latin = utrans_openU(u"verklaring", -1, UTRANS_FORWARD, to_latin, -1, NULL, &status);
	struct wide wide = utf_widen(arena, text);
	int32_t capacity = 8 * wide.length + 8, limit = wide.length;
	UChar *room = arena_array(arena, (size_t)capacity, sizeof *room);

	memcpy(room, wide.text, (size_t)wide.length * sizeof *room);
	utrans_transUChars(latin, room, &wide.length, capacity, 0, &limit, &status);
	utrans_close(latin);
	assert(U_SUCCESS(status));
	return keep_letters(arena_string(arena, utf_narrow(arena, room, limit)));
}

const char *collate_key(struct arena *arena, const char *text, const char *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	UCollator *collator = ucol_open(locale, &status);
	struct wide wide = utf_widen(arena, text);
	int32_t length = ucol_getSortKey(collator, wide.text, wide.length, NULL, 0);
	char *key = arena_alloc(arena, (size_t)length + 1);

	assert(U_SUCCESS(status));
	ucol_getSortKey(collator, wide.text, wide.length, (uint8_t *)key, length);
	ucol_close(collator);
	return key;
}
