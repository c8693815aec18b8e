/* What the site's pages are made with: names and keys, escaping, links, fonts, and the folder that is made again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "site/chrome.h"
#include "site/html.h"
#include "site/output.h"
#include "site/site.h"
#include "site/spans.h"
#include "site/woff2.h"
#include "text/collate.h"
#include "text/names.h"
#include "text/spoken.h"

static const struct language arabic = {
    .tag = "ar", .locale = "ar", .script = "Arab", .direction = DIRECTION_RTL, .digits = DIGITS_ARAB};
static const struct language dutch = {.tag = "nl", .locale = "nl", .script = "Latn"};

static void keys_are_latin_letters(void **state)
{
	static const char *const pairs[][2] = {
	    {"ትግርኛ", "tegerena"},
	    {"Kurmancî", "kurmanci"},
	    {"N'Ko", "nko"},
	    {"Côte d’Ivoire", "cote divoire"},
	    {"Ivoorkust", "ivoorkust"},
	    {"русский", "russkij"},
	    {"Guinea-Bissau", "guinea bissau"},
	    {"", ""},
	};
	struct arena *arena = arena_new();

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		assert_string_equal(collate_latin(arena, pairs[i][0]), pairs[i][1]);
	assert_true(strcmp(collate_key(arena, "Éthiopie", "fr"), collate_key(arena, "Gambie", "fr")) < 0);
	arena_free(arena);
}

static void names_come_from_cldr(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(name_of_country(arena, "ER", "nl"), "Eritrea");
	assert_string_equal(name_of_country(arena, "CI", "nl"), "Ivoorkust");
	assert_string_equal(name_of_country(arena, "ET", "en"), "Ethiopia");
	assert_string_equal(variant_of_country(arena, "CI", "en"), "Ivory Coast");
	assert_string_equal(variant_of_country(arena, "NL", "en"), "");
	assert_string_equal(name_of_language(arena, "ckb", "en"), "Central Kurdish");
	assert_string_equal(name_of_language(arena, "x", "nl"), "");
	arena_free(arena);
}

static void numbers_and_dates_are_the_language_s_own(void **state)
{
	struct arena *arena = arena_new();

	(void)state;
	assert_string_equal(spoken_number(arena, &arabic, "12"), "١٢");
	assert_string_equal(spoken_date(arena, &dutch, "2026-11-23"), "23 november 2026");
	assert_string_equal(spoken_date(arena, &dutch, "no date"), "no date");
	arena_free(arena);
}

static void everything_is_escaped(void **state)
{
	struct arena *arena = arena_new();
	struct buf buf = buf_new(arena);

	(void)state;
	html(&buf, "<a title=\"{}\">{}</a>", "\" onclick='x'",
	     "<script>&{}\xE2\x80\xAEmoc\xE2\x81\xA6\xD8\x9C", NULL);
	assert_string_equal(buf.data, "<a title=\"&quot; onclick=&#39;x&#39;\">&lt;script&gt;&amp;{}moc</a>");
	arena_free(arena);
}

static void spans_say_language_and_direction(void **state)
{
	const struct span spans[] = {
	    {.kind = SPAN_NUMBER, .text = "12", .language = &arabic},
	    {.kind = SPAN_LITERAL,
	     .text = "0800-2000",
	     .language = &arabic,
	     .uri = "tel:08002000",
	     .bold = true},
	    {.kind = SPAN_NAME, .text = "Veilig Thuis", .language = &dutch},
	    {.kind = SPAN_TEXT, .text = "x", .language = &arabic, .uri = "javascript:alert(1)"},
	    {.kind = SPAN_PAGE, .language = &arabic},
	};
	struct arena *arena = arena_new();
	struct buf buf = buf_new(arena);

	(void)state;
	spans_html(&buf, spans, sizeof spans / sizeof *spans, &arabic);
	assert_string_equal(
	    buf.data,
	    "١٢<b><a href=\"tel:08002000\" rel=\"noreferrer\"><bdi dir=\"ltr\">0800-2000</bdi></a></b>"
	    "<bdi class=\"s-Latn\" lang=\"nl\" dir=\"ltr\">Veilig Thuis</bdi>x");
	arena_free(arena);
}

static void a_sentence_without_its_fact_is_not_said(void **state)
{
	const struct facts none = {NULL, 0, {NULL, 0, 0}};
	struct arena *arena = arena_new();
	struct diag *diag = diag_new();
	struct chrome chrome = {arena, diag, &none, "2026-11-27", TONGUE_NL, true};

	(void)state;
	assert_string_equal(chrome_sentence(&chrome, WORD_THIS_WEEK), "");
	chrome.tongue = TONGUE_EN;
	assert_string_equal(chrome_sentence(&chrome, WORD_PRINT), "Print (A4)");
	assert_int_equal(diag_count(diag, DIAG_NOTE), 0);
	for (enum word word = 0; word < WORDS; word++)
		for (enum tongue tongue = 0; tongue < TONGUES; tongue++)
			assert_true(chrome_word(tongue, word) && *chrome_word(tongue, word));
	diag_free(diag);
	arena_free(arena);
}

/* In a draft a fact that is sure enough, in public only one that is confirmed, in both only one of that day; what is left out is told. */
static void a_fact_that_may_not_be_said_is_an_error(void **state)
{
	static const struct {
		const char *confirmed_on, *review_by;
		bool released, said;
	} cases[] = {
	    {NULL, NULL, false, true},        {NULL, NULL, true, false},
	    {"2026-11-23", NULL, true, true}, {"2026-11-23", "2026-10", true, false},
	    {NULL, "2026-10", false, false},
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fact fact = {.key = "mail.declaration",
				    .value = "a@b.nl",
				    .kind = FACT_MAIL,
				    .confidence = CONFIDENCE_H,
				    .confirmed_by = cases[i].confirmed_on ? "proef" : NULL,
				    .confirmed_on = cases[i].confirmed_on,
				    .review_by = cases[i].review_by};
		struct facts facts = {&fact, 1, {NULL, 0, 0}};
		struct arena *arena = arena_new();
		struct diag *diag = diag_new();
		struct chrome chrome = {arena, diag, &facts, "2026-11-27", TONGUE_NL, cases[i].released};

		map_set(arena, &facts.keys, fact.key, &fact);
		assert_int_equal(*chrome_sentence(&chrome, WORD_OFFICIAL) != '\0', cases[i].said);
		assert_int_equal(diag_failed(diag), !cases[i].said);
		diag_free(diag);
		arena_free(arena);
	}
}

static void a_folder_tells_nothing(void **state)
{
	struct arena *arena = arena_new();
	const char *name = site_folder(arena, "recht-op-nee", true);

	(void)state;
	assert_int_equal(strlen(name), 5);
	assert_string_equal(name, site_folder(arena, "recht-op-nee", true));
	assert_string_not_equal(name, site_folder(arena, "recht-op-ja", true));
	assert_string_equal(site_folder(arena, "verklaring", false), "verklaring");
	arena_free(arena);
}

static void what_is_no_font_is_not_packed(void **state)
{
	static const unsigned char outside[28] = {0,   1,   0, 0, 0, 1, 0, 0, 0, 0,  0, 0, 'g', 'l',
						  'y', 'f', 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0,   1};
	struct arena *arena = arena_new();

	(void)state;
	assert_null(woff2_pack(arena, (struct bytes){outside, 0}).data);
	assert_null(woff2_pack(arena, (struct bytes){outside, 20}).data);
	assert_null(woff2_pack(arena, (struct bytes){outside, 28}).data);
	arena_free(arena);
}

static struct bytes bytes_of(const char *text)
{
	return (struct bytes){(const unsigned char *)text, strlen(text)};
}

static bool file_read_has(struct arena *arena, struct diag *diag, const char *path, const char *line)
{
	struct bytes bytes = file_read(arena, diag, path, 1 << 16);

	return bytes.data && strstr(arena_copy(arena, (const char *)bytes.data, bytes.length), line);
}

static void a_link_in_the_folder_is_not_followed(void **state)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new();
	char folder[] = "/tmp/site-test-XXXXXX";
	const char *outside, *inside;
	struct output output;

	(void)state;
	assert_non_null(mkdtemp(folder));
	outside = path_join(arena, folder, "outside");
	inside = path_join(arena, folder, "site");
	assert_true(folder_make(diag, outside) && folder_make(diag, inside));
	assert_true(file_write(diag, path_join(arena, outside, "precious"), bytes_of("x")));
	assert_int_equal(symlink(outside, path_join(arena, inside, "s")), 0);
	assert_true(file_write(diag, path_join(arena, inside, "bestanden.txt"), bytes_of("s/precious\n")));
	assert_true(output_open(arena, diag, inside, &output));
	assert_true(output_put(&output, "a/b/c.txt", bytes_of("y")));
	/* As if the run were cut off here: what it wrote stands in the list. */
	assert_true(file_read_has(arena, diag, path_join(arena, inside, "bestanden.txt"), "a/b/c.txt\n"));
	assert_true(output_close(&output));
	assert_int_equal(output.removed, 0);
	assert_true(file_exists(path_join(arena, outside, "precious")));
	assert_true(output_open(arena, diag, inside, &output) && output_close(&output));
	assert_int_equal(output.removed, 1);
	assert_false(folder_exists(path_join(arena, inside, "a")));
	unlink(path_join(arena, outside, "precious"));
	unlink(path_join(arena, inside, "s"));
	unlink(path_join(arena, inside, "bestanden.txt"));
	assert_true(rmdir(inside) == 0 && rmdir(outside) == 0 && rmdir(folder) == 0);
	diag_free(diag);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(keys_are_latin_letters),
	    cmocka_unit_test(names_come_from_cldr),
	    cmocka_unit_test(numbers_and_dates_are_the_language_s_own),
	    cmocka_unit_test(everything_is_escaped),
	    cmocka_unit_test(spans_say_language_and_direction),
	    cmocka_unit_test(a_sentence_without_its_fact_is_not_said),
	    cmocka_unit_test(a_fact_that_may_not_be_said_is_an_error),
	    cmocka_unit_test(a_folder_tells_nothing),
	    cmocka_unit_test(what_is_no_font_is_not_packed),
	    cmocka_unit_test(a_link_in_the_folder_is_not_followed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
