/* UAX #15: one form for one letter; without it a search in the PDF misses words, and sign-offs change without a change. CLDR's
 * exemplars: main, auxiliary and punctuation together, since some languages have their vowels in the auxiliary set. ICU answers for a
 * language it does not know with the letters of another: so its own data must be there, and hold letters of the language's script. */
#include "text/alphabet.h"

#include <assert.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ulocdata.h>
#include <unicode/unorm2.h>
#include <unicode/uset.h>
#include <unicode/uspoof.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "text/digits.h"
#include "text/stage.h"
#include "text/utf.h"

enum { QUOTES = 4, QUOTE_CAPACITY = 8, NEAR = 12 };

struct alphabet {
	USet *letters; /* NULL: not known */
	USpoofChecker *spoof;
	UChar quotes[QUOTES][QUOTE_CAPACITY];
	bool quotes_known;
};

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

const char *alphabet_decomposed(struct arena *arena, const char *text)
{
	struct wide wide = utf_widen(arena, text);
	int32_t at = alphabet_normal(wide.text, wide.length);

	if (at == wide.length)
		return NULL;
	U16_SET_CP_START(wide.text, 0, at);
	return utf_narrow(arena, wide.text + at, wide.length - at < NEAR ? wide.length - at : NEAR);
}

static void close_set(void *set)
{
	uset_close(set);
}

static void close_spoof(void *spoof)
{
	uspoof_close(spoof);
}

static bool has_script(const USet *set, const char *script)
{
	UErrorCode status = U_ZERO_ERROR;
	USet *wanted = uset_openEmpty();
	bool found;

	uset_applyIntPropertyValue(wanted, UCHAR_SCRIPT, u_getPropertyValueEnum(UCHAR_SCRIPT, script),
				   &status);
	found = U_SUCCESS(status) && uset_containsSome(set, wanted);
	uset_close(wanted);
	return found;
}

/* Adds one of the locale's sets; letters that are written as several code points come apart. */
static void add_exemplars(ULocaleData *data, ULocaleDataExemplarSetType type, USet *letters)
{
	UErrorCode status = U_ZERO_ERROR;
	USet *set = uset_openEmpty();

	ulocdata_getExemplarSet(data, set, USET_ADD_CASE_MAPPINGS, type, &status);
	for (int32_t i = 0; U_SUCCESS(status) && i < uset_getItemCount(set); i++) {
		UChar string[64];
		UChar32 first, last;
		int32_t length = uset_getItem(set, i, &first, &last, string, 64, &status);

		if (length == 0)
			uset_addRange(letters, first, last);
		else
			uset_addAllCodePoints(letters, string, length);
	}
	uset_close(set);
}

static void read_letters(struct arena *arena, ULocaleData *data, const struct language *language,
			 struct alphabet *alphabet)
{
	USet *letters = uset_openEmpty();
	struct wide own;

	arena_defer(arena, close_set, letters);
	add_exemplars(data, ULOCDATA_ES_STANDARD, letters);
	add_exemplars(data, ULOCDATA_ES_AUXILIARY, letters);
	add_exemplars(data, ULOCDATA_ES_PUNCTUATION, letters);
	own = utf_widen(arena, language->letters ? language->letters : "");
	uset_addAllCodePoints(letters, own.text, own.length);
	if (has_script(letters, language->script))
		alphabet->letters = letters;
}

static void read_quotes(ULocaleData *data, struct alphabet *alphabet)
{
	static const ULocaleDataDelimiterType types[QUOTES] = {
	    ULOCDATA_QUOTATION_START, ULOCDATA_QUOTATION_END, ULOCDATA_ALT_QUOTATION_START,
	    ULOCDATA_ALT_QUOTATION_END};
	UErrorCode status = U_ZERO_ERROR;

	for (int i = 0; i < QUOTES; i++)
		ulocdata_getDelimiter(data, types[i], alphabet->quotes[i], QUOTE_CAPACITY, &status);
	alphabet->quotes_known = U_SUCCESS(status);
}

static void open_spoof(struct arena *arena, struct alphabet *alphabet)
{
	UErrorCode status = U_ZERO_ERROR;

	alphabet->spoof = uspoof_open(&status);
	assert(U_SUCCESS(status));
	arena_defer(arena, close_spoof, alphabet->spoof);
	uspoof_setChecks(alphabet->spoof, USPOOF_INVISIBLE, &status);
	assert(U_SUCCESS(status));
}

const struct alphabet *alphabet_open(struct arena *arena, const struct language *language)
{
	struct alphabet *alphabet = arena_alloc(arena, sizeof *alphabet);
	UErrorCode status = U_ZERO_ERROR;
	ULocaleData *data = NULL;
	char name[LOCALE_CAPACITY];

	open_spoof(arena, alphabet);
	if (locale_known(language->locale, name))
		data = ulocdata_open(name, &status);
	if (data && U_SUCCESS(status)) {
		read_letters(arena, data, language, alphabet);
		read_quotes(data, alphabet);
	}
	ulocdata_close(data);
	return alphabet;
}

bool alphabet_holds(const struct alphabet *alphabet, uint32_t code)
{
	return !alphabet->letters || uset_contains(alphabet->letters, (UChar32)code);
}

bool alphabet_quotes(const struct alphabet *alphabet, uint32_t code)
{
	for (int i = 0; i < QUOTES; i++)
		if (u_strchr32(alphabet->quotes[i], (UChar32)code))
			return true;
	return !alphabet->quotes_known;
}

const char *alphabet_quotes_shown(struct arena *arena, const struct alphabet *alphabet)
{
	return arena_format(arena, "%s %s",
			    utf_narrow(arena, alphabet->quotes[0], u_strlen(alphabet->quotes[0])),
			    utf_narrow(arena, alphabet->quotes[1], u_strlen(alphabet->quotes[1])));
}

bool alphabet_mark_hidden(const struct alphabet *alphabet, const char *word)
{
	UErrorCode status = U_ZERO_ERROR;
	int32_t found = uspoof_checkUTF8(alphabet->spoof, word, (int32_t)strlen(word), NULL, &status);

	return U_SUCCESS(status) && (found & USPOOF_INVISIBLE);
}
