/* Where lines may end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "helper_fonts.h"
#include "text/hyphen.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* The text with a mark at every opportunity: | allowed, - hyphen, / last resort, ! mandatory. */
static const char *print_breaks(struct fixture *fixture, const struct para *para)
{
	static const char marks[] = {
	    [BREAK_ALLOWED] = '|', [BREAK_MANDATORY] = '!', [BREAK_HYPHEN] = '-', [BREAK_RESORT] = '~'};
	struct buf buf = buf_new(fixture->arena);

	for (int32_t i = 0; i <= para->length; i++) {
		if (para->opportunities[i] != BREAK_NONE)
			buf_putc(&buf, marks[para->opportunities[i]]);
		if (i < para->length && (para->text[i] & 0xFFFC) != 0x2064 &&
		    (para->text[i] & 0xFFFC) != 0x2068)
			buf_puts(&buf, helper_utf8(fixture, para, i, 1));
	}
	return buf.data;
}

static const char *breaks_of(struct fixture *fixture, const char *tag, enum span_kind kind, const char *text)
{
	struct span *spans = arena_array(fixture->arena, 3, sizeof *spans);
	const struct language *language = helper_language(tag);
	const struct para *para;

	spans[0] = (struct span){.kind = SPAN_TEXT, .text = "", .language = language};
	spans[1] = (struct span){.kind = kind, .text = text, .language = language};
	spans[2] = (struct span){.kind = SPAN_TEXT, .text = "", .language = language};
	para = helper_spans(fixture, tag, spans, 3);
	assert_non_null(para);
	return print_breaks(fixture, para);
}

static void lines_end_where_the_language_allows(void **state)
{
	static const struct {
		const char *tag;
		enum span_kind kind;
		const char *text, *breaks;
	} cases[] = {
	    {"nl", SPAN_TEXT, "Dit is verboden.", "Dit |is |verboden.!"},
	    {"nl", SPAN_TEXT, "24\u00A0uur per dag", "24\u00A0uur |per |dag!"},
	    {"nl", SPAN_TEXT, "versie 1 \u00B7 nog niet", "versie |1 \u00B7 |nog |niet!"},
	    {"nl", SPAN_TEXT, "Undang-undang, ja-nee, telefoon-nummer",
	     "Undang-undang, |ja-nee, |telefoon-|nummer!"},
	    {"nl", SPAN_TEXT, "per e-mail, de x-as", "per |e-mail, |de |x-as!"},
	    {"nl", SPAN_TEXT, "z domu i w domu", "z domu |i w domu!"},
	    {"fa", SPAN_TEXT, "مادر و پدر", "مادر |و پدر!"},
	    {"nl", SPAN_TEXT, "kies a of b dan", "kies |a of |b dan!"},
	    {"nl", SPAN_NAME, "artikel 300 Wetboek", "artikel 300 |Wetboek!"},
	    {"fr", SPAN_TEXT, "C’est interdit\u00A0! Oui", "C’est |interdit\u00A0! |Oui!"},
	    {"fr", SPAN_TEXT, "«\u00A0non\u00A0» dit", "«\u00A0non\u00A0» |dit!"},
	    {"fr", SPAN_TEXT, "aussi « non » dit", "aussi |« non » |dit!"},
	    {"am", SPAN_TEXT, "ሰላም።ልጅ፣እናት", "ሰላም።|ልጅ፣|እናት!"},
	    {"am", SPAN_TEXT, "ሰላም፡ልጅ፤(እናት)።", "ሰላም፡|ልጅ፤(እናት)።!"},
	    {"am", SPAN_TEXT, "ሰላም። ልጅ", "ሰላም። |ልጅ!"},
	    {"th", SPAN_TEXT, "ผู้หญิงไทย", "ผู้|หญิง|ไทย!"},
	    {"nl", SPAN_LITERAL, "+31 247 247 247", "+31\u00A0247\u00A0247\u00A0247!"},
	    {"nl", SPAN_LITERAL, "0800-2000", "0800-2000!"},
	    {"nl", SPAN_LITERAL, "https://www.ggd.nl/meisjes", "https://~www.~ggd.~nl/~meisjes!"},
	    {"nl", SPAN_LITERAL, "artikel 300", "artikel\u00A0300!"},
	    {"nl", SPAN_NAME, "Veilig Thuis", "Veilig |Thuis!"},
	    {"nl", SPAN_TEXT, "meisjes\u00ADbesnijdenis", "meisjes\u00AD-besnijdenis!"},
	};

	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(breaks_of(*state, cases[i].tag, cases[i].kind, cases[i].text),
				    cases[i].breaks);
}

static void isolates_begin_with_their_words(void **state)
{
	struct fixture *fixture = *state;
	const struct language *arabic = helper_language("ar");
	const struct span spans[] = {{.kind = SPAN_TEXT, .text = "اتصل ", .language = arabic},
				     {.kind = SPAN_LITERAL, .text = "06 12", .language = arabic},
				     {.kind = SPAN_TEXT, .text = " الآن", .language = arabic}};
	const struct para *para = helper_spans(fixture, "ar", spans, COUNT(spans));

	assert_int_equal(para->opportunities[5], BREAK_ALLOWED);
	for (int32_t i = 6; i <= 12; i++)
		assert_int_equal(para->opportunities[i], BREAK_NONE);
	assert_int_equal(para->opportunities[13], BREAK_ALLOWED);
}

static void long_words_are_divided_where_the_style_says(void **state)
{
	struct fixture *fixture = *state;

	assert_string_equal(breaks_of(fixture, "nl", SPAN_TEXT, "de gevangenisstraf"),
			    "de |gevangenisstraf!");
	fixture->style.hyphens = true;
	assert_string_equal(breaks_of(fixture, "nl", SPAN_TEXT, "de gevangenisstraf"),
			    "de |ge-van-ge-nis-straf!");
	assert_string_equal(breaks_of(fixture, "nl", SPAN_TEXT, "Gevangenis. “Gevangenis"),
			    "Ge-van-ge-nis. |“Ge-van-ge-nis!");
	assert_string_equal(breaks_of(fixture, "nl", SPAN_TEXT, "in Nederland en NEDERLAND"),
			    "in |Nederland |en |NEDERLAND!");
	assert_string_equal(breaks_of(fixture, "nl", SPAN_NAME, "gevangenisstraf"), "gevangenisstraf!");
	assert_string_equal(breaks_of(fixture, "nl", SPAN_LITERAL, "gevangenisstraf"), "gevangenisstraf!");
	assert_string_equal(breaks_of(fixture, "fr", SPAN_TEXT, "prisonnier"), "prisonnier!");
	assert_int_equal(diag_count(fixture->diag, DIAG_NOTE), 0);
}

static void missing_patterns_are_a_warning(void **state)
{
	struct fixture *fixture = *state;

	assert_null(hyphen_open(fixture->arena, fixture->diag, "/none/hyph.dic"));
	assert_string_equal(
	    helper_printed(fixture),
	    "verklaring: warning: no hyphenation patterns at /none/hyph.dic; words are not divided "
	    "[hyphen-missing]\n");
}

static void unknown_line_breaking_is_an_error(void **state)
{
	struct fixture *fixture = *state;
	const struct span spans[] = {{.kind = SPAN_TEXT, .text = "a"}};
	struct language odd = *helper_language("nl");
	struct block block = *helper_block(fixture, "nl", spans, 1);

	odd.locale = "";
	odd.loc = (struct loc){"languages.xml", 9};
	block.language = &odd;
	assert_null(
	    para_shape(fixture->arena, fixture->diag, fixture->fontset, &block, (struct page_number){0, 0}));
	assert_string_equal(helper_printed(fixture),
			    "languages.xml:9: error: no line breaking rules for the language nl "
			    "[locale-missing]\n");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, helper_setup, helper_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(lines_end_where_the_language_allows),         TEST(isolates_begin_with_their_words),
	    TEST(long_words_are_divided_where_the_style_says), TEST(missing_patterns_are_a_warning),
	    TEST(unknown_line_breaking_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
