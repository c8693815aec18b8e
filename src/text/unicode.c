/* Six questions: general category, combining class, mirror, script, composition, decomposition (UAX #44, UAX #15). HarfBuzz has a
 * library of its own for them, which brings a second, shared ICU into the process. */
#include "text/unicode.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include "base/arena.h"
#include "text/stage.h"

static const hb_unicode_general_category_t categories[U_CHAR_CATEGORY_COUNT] = {
    [U_UNASSIGNED] = HB_UNICODE_GENERAL_CATEGORY_UNASSIGNED,
    [U_UPPERCASE_LETTER] = HB_UNICODE_GENERAL_CATEGORY_UPPERCASE_LETTER,
    [U_LOWERCASE_LETTER] = HB_UNICODE_GENERAL_CATEGORY_LOWERCASE_LETTER,
    [U_TITLECASE_LETTER] = HB_UNICODE_GENERAL_CATEGORY_TITLECASE_LETTER,
    [U_MODIFIER_LETTER] = HB_UNICODE_GENERAL_CATEGORY_MODIFIER_LETTER,
    [U_OTHER_LETTER] = HB_UNICODE_GENERAL_CATEGORY_OTHER_LETTER,
    [U_NON_SPACING_MARK] = HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK,
    [U_ENCLOSING_MARK] = HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK,
    [U_COMBINING_SPACING_MARK] = HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK,
    [U_DECIMAL_DIGIT_NUMBER] = HB_UNICODE_GENERAL_CATEGORY_DECIMAL_NUMBER,
    [U_LETTER_NUMBER] = HB_UNICODE_GENERAL_CATEGORY_LETTER_NUMBER,
    [U_OTHER_NUMBER] = HB_UNICODE_GENERAL_CATEGORY_OTHER_NUMBER,
    [U_SPACE_SEPARATOR] = HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR,
    [U_LINE_SEPARATOR] = HB_UNICODE_GENERAL_CATEGORY_LINE_SEPARATOR,
    [U_PARAGRAPH_SEPARATOR] = HB_UNICODE_GENERAL_CATEGORY_PARAGRAPH_SEPARATOR,
    [U_CONTROL_CHAR] = HB_UNICODE_GENERAL_CATEGORY_CONTROL,
    [U_FORMAT_CHAR] = HB_UNICODE_GENERAL_CATEGORY_FORMAT,
    [U_PRIVATE_USE_CHAR] = HB_UNICODE_GENERAL_CATEGORY_PRIVATE_USE,
    [U_SURROGATE] = HB_UNICODE_GENERAL_CATEGORY_SURROGATE,
    [U_DASH_PUNCTUATION] = HB_UNICODE_GENERAL_CATEGORY_DASH_PUNCTUATION,
    [U_START_PUNCTUATION] = HB_UNICODE_GENERAL_CATEGORY_OPEN_PUNCTUATION,
    [U_END_PUNCTUATION] = HB_UNICODE_GENERAL_CATEGORY_CLOSE_PUNCTUATION,
    [U_CONNECTOR_PUNCTUATION] = HB_UNICODE_GENERAL_CATEGORY_CONNECT_PUNCTUATION,
    [U_OTHER_PUNCTUATION] = HB_UNICODE_GENERAL_CATEGORY_OTHER_PUNCTUATION,
    [U_MATH_SYMBOL] = HB_UNICODE_GENERAL_CATEGORY_MATH_SYMBOL,
    [U_CURRENCY_SYMBOL] = HB_UNICODE_GENERAL_CATEGORY_CURRENCY_SYMBOL,
    [U_MODIFIER_SYMBOL] = HB_UNICODE_GENERAL_CATEGORY_MODIFIER_SYMBOL,
    [U_OTHER_SYMBOL] = HB_UNICODE_GENERAL_CATEGORY_OTHER_SYMBOL,
    [U_INITIAL_PUNCTUATION] = HB_UNICODE_GENERAL_CATEGORY_INITIAL_PUNCTUATION,
    [U_FINAL_PUNCTUATION] = HB_UNICODE_GENERAL_CATEGORY_FINAL_PUNCTUATION,
};

static hb_unicode_general_category_t category(hb_unicode_funcs_t *functions, hb_codepoint_t c, void *data)
{
	(void)functions, (void)data;
	return categories[u_charType((UChar32)c)];
}

static hb_unicode_combining_class_t combining_class(hb_unicode_funcs_t *functions, hb_codepoint_t c,
						    void *data)
{
	(void)functions, (void)data;
	return (hb_unicode_combining_class_t)u_getCombiningClass((UChar32)c);
}

static hb_codepoint_t mirror(hb_unicode_funcs_t *functions, hb_codepoint_t c, void *data)
{
	(void)functions, (void)data;
	return (hb_codepoint_t)u_charMirror((UChar32)c);
}

static hb_script_t script(hb_unicode_funcs_t *functions, hb_codepoint_t c, void *data)
{
	UErrorCode status = U_ZERO_ERROR;
	UScriptCode code = uscript_getScript((UChar32)c, &status);

	(void)functions, (void)data;
	return U_SUCCESS(status) ? hb_script_from_string(uscript_getShortName(code), -1) : HB_SCRIPT_UNKNOWN;
}

static hb_bool_t compose(hb_unicode_funcs_t *functions, hb_codepoint_t a, hb_codepoint_t b,
			 hb_codepoint_t *both, void *nfc)
{
	UChar32 found = unorm2_composePair(nfc, (UChar32)a, (UChar32)b);

	(void)functions;
	if (found < 0)
		return false;
	*both = (hb_codepoint_t)found;
	return true;
}

static hb_bool_t decompose(hb_unicode_funcs_t *functions, hb_codepoint_t both, hb_codepoint_t *a,
			   hb_codepoint_t *b, void *nfc)
{
	UChar text[4];
	UErrorCode status = U_ZERO_ERROR;
	int32_t at = 0, length = unorm2_getRawDecomposition(nfc, (UChar32)both, text, 4, &status);

	(void)functions;
	if (length < 0 || U_FAILURE(status))
		return false;
	*a = (hb_codepoint_t)char_next(text, &at, length);
	*b = at < length ? (hb_codepoint_t)char_next(text, &at, length) : 0;
	return true;
}

static void release(void *functions)
{
	hb_unicode_funcs_destroy(functions);
}

hb_unicode_funcs_t *unicode_functions(struct arena *arena)
{
	hb_unicode_funcs_t *functions = hb_unicode_funcs_create(NULL);
	UErrorCode status = U_ZERO_ERROR;
	void *nfc = (void *)(uintptr_t)unorm2_getNFCInstance(&status);

	if (U_FAILURE(status))
		arena_exhausted();
	arena_defer(arena, release, functions);
	hb_unicode_funcs_set_general_category_func(functions, category, NULL, NULL);
	hb_unicode_funcs_set_combining_class_func(functions, combining_class, NULL, NULL);
	hb_unicode_funcs_set_mirroring_func(functions, mirror, NULL, NULL);
	hb_unicode_funcs_set_script_func(functions, script, NULL, NULL);
	hb_unicode_funcs_set_compose_func(functions, compose, nfc, NULL);
	hb_unicode_funcs_set_decompose_func(functions, decompose, nfc, NULL);
	hb_unicode_funcs_make_immutable(functions);
	return functions;
}
