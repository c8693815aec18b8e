/* Spans to text: isolates, digits, dates, normal form; and the levels that follow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "helper_fonts.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static const char *text_of(struct fixture *fixture, const char *tag, enum span_kind kind, const char *value)
{
	struct span *span = arena_alloc(fixture->arena, sizeof *span);
	const struct para *para;

	*span = (struct span){.kind = kind, .text = value, .language = helper_language(tag)};
	para = helper_spans(fixture, tag, span, 1);
	return para ? helper_utf8(fixture, para, 0, para->length) : helper_printed(fixture);
}

static void digits_and_dates_follow_the_language(void **state)
{
	static const struct {
		const char *tag;
		enum span_kind kind;
		const char *value, *text;
	} cases[] = {
	    {"nl", SPAN_NUMBER, "12", "12"},
	    {"ar", SPAN_NUMBER, "12", "١٢"},
	    {"fa", SPAN_NUMBER, "16", "۱۶"},
	    {"nqo", SPAN_NUMBER, "16", "߁߆"},
	    {"ckb", SPAN_PAGE, NULL, "٣"},
	    {"fa", SPAN_PAGES, NULL, "۱۲"},
	    {"nl", SPAN_DATE, "2026-11-23", "23 november 2026"},
	    {"nl", SPAN_MONTH, "2027-06", "juni 2027"},
	    {"fr", SPAN_MONTH, "2027-08", "août 2027"},
	    {"en", SPAN_DATE, "2026-11-23", "November 23, 2026"},
	    {"ar", SPAN_DATE, "2026-11-23", "٢٣ نوفمبر ٢٠٢٦"},
	    {"ar", SPAN_MONTH, "2027-06", "يونيو ٢٠٢٧"},
	    {"fa", SPAN_MONTH, "2027-06", "ژوئن ۲۰۲۷"},
	    {"fa-AF", SPAN_MONTH, "2027-06", "جون ۲۰۲۷"},
	    {"am", SPAN_MONTH, "2027-06", "ጁን 2027"},
	    {"hu", SPAN_MONTH, "2027-06", "2027. június"},
	    {"aa", SPAN_DATE, "2026-11-23", "\u20662026-11-23\u2069"},
	    {"mnk", SPAN_MONTH, "2027-06", "\u20662027-06\u2069"},
	    {"ha-Arab", SPAN_MONTH, "2027-06", "\u20662027-06\u2069"},
	};

	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(text_of(*state, cases[i].tag, cases[i].kind, cases[i].value),
				    cases[i].text);
}

static void facts_stand_in_isolates(void **state)
{
	struct fixture *fixture = *state;
	const struct span spans[] = {
	    {.kind = SPAN_TEXT, .text = "  اتصل ", .language = helper_language("ar")},
	    {.kind = SPAN_LITERAL, .text = "+31 247 247 247", .language = helper_language("ar")},
	    {.kind = SPAN_TEXT, .text = " أو ", .language = helper_language("ar")},
	    {.kind = SPAN_NAME, .text = "Veilig Thuis", .language = helper_language("nl")},
	    {.kind = SPAN_TEXT, .text = " \n", .language = helper_language("ar")},
	};
	const struct para *para = helper_spans(fixture, "ar", spans, COUNT(spans));

	assert_non_null(para);
	assert_string_equal(helper_utf8(fixture, para, 0, para->length),
			    "اتصل \u2066+31\u00A0247\u00A0247\u00A0247\u2069 أو \u2066Veilig Thuis\u2069");
	assert_int_equal(para->spans[1].start, 5);
	assert_int_equal(para->spans[1].length, 17);
	assert_int_equal(para->spans[4].length, 0);
	assert_int_equal(para->item_count, 4);
	for (size_t i = 0; i < para->item_count; i++) {
		assert_int_equal(para->items[i].level, i % 2 ? 2 : 1);
		assert_ptr_equal(para->runs[i].item, &para->items[i]);
	}
	assert_int_equal(para->items[1].start, 6);
	assert_int_equal(para->items[1].length, 15);
	assert_string_equal(para->items[1].font->family->id, "noto-sans");
	assert_string_equal(para->items[3].language->tag, "nl");
}

static void name_takes_its_own_direction(void **state)
{
	struct fixture *fixture = *state;
	const struct span spans[] = {{.kind = SPAN_NAME, .text = "سلمى", .language = helper_language("ar")}};
	const struct para *para = helper_spans(fixture, "nl", spans, 1);

	assert_non_null(para);
	assert_string_equal(helper_utf8(fixture, para, 0, para->length), "\u2067سلمى\u2069");
	assert_int_equal(para->items[0].level, 1);
	assert_string_equal(para->items[0].script, "Arab");
}

static void empty_text_has_no_items(void **state)
{
	const struct para *para = helper_shape(*state, "am", "  \n ");

	assert_non_null(para);
	assert_int_equal(para->length, 0);
	assert_int_equal(para->item_count, 0);
	assert_string_equal(para->font->family->id, "noto-sans-ethiopic");
}

static void text_that_is_not_nfc_is_an_error(void **state)
{
	struct fixture *fixture = *state;

	assert_null(helper_shape(fixture, "fr", "Une fille e\u0301crit"));
	assert_string_equal(
	    helper_printed(fixture),
	    "so.xlf:7: error: unit u: the text is not in normal form NFC near \"e fille e\u0301\"; save it "
	    "with an editor that writes NFC [text-not-nfc]\n");
}

static void label_is_the_same_in_every_language(void **state)
{
	struct fixture *fixture = *state;
	const struct block *near = helper_block(fixture, "ar", NULL, 0);
	const struct para *para =
	    para_label(fixture->arena, fixture->diag, fixture->fontset, near, &fixture->style, "12");

	assert_non_null(para);
	assert_int_equal(para->item_count, 1);
	assert_string_equal(helper_utf8(fixture, para, para->items[0].start, para->items[0].length), "12");
	assert_int_equal(para->items[0].level, 2);
}

static void document_shows_all_mistakes(void **state)
{
	struct fixture *fixture = *state;
	const struct span good[] = {{.kind = SPAN_TEXT, .text = "Goed", .language = helper_language("nl")}};
	const struct span bad[] = {
	    {.kind = SPAN_TEXT, .text = "\U00013000", .language = helper_language("nl")}};
	struct block figure = {.role = ROLE_FIGURE};
	const struct block *blocks[] = {helper_block(fixture, "nl", bad, 1), &figure,
					helper_block(fixture, "nl", good, 1),
					helper_block(fixture, "ka", good, 1)};
	struct document document = {.blocks = blocks, .block_count = COUNT(blocks)};
	struct text text;

	assert_false(text_shape(fixture->arena, fixture->diag, fixture->fontset, &document, &text));
	assert_int_equal(text.para_count, 4);
	assert_null(text.paras[0]);
	assert_null(text.paras[1]);
	assert_non_null(text.paras[2]);
	assert_non_null(strstr(helper_printed(fixture), "[glyph-missing]"));
	assert_non_null(
	    strstr(helper_printed(fixture), "no font is listed for the script Geor [font-unlisted]"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(digits_and_dates_follow_the_language, helper_setup,
					    helper_teardown),
	    cmocka_unit_test_setup_teardown(facts_stand_in_isolates, helper_setup, helper_teardown),
	    cmocka_unit_test_setup_teardown(name_takes_its_own_direction, helper_setup, helper_teardown),
	    cmocka_unit_test_setup_teardown(empty_text_has_no_items, helper_setup, helper_teardown),
	    cmocka_unit_test_setup_teardown(text_that_is_not_nfc_is_an_error, helper_setup, helper_teardown),
	    cmocka_unit_test_setup_teardown(label_is_the_same_in_every_language, helper_setup,
					    helper_teardown),
	    cmocka_unit_test_setup_teardown(document_shows_all_mistakes, helper_setup, helper_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
