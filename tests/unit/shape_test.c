/* Glyphs: the same as those of the command hb-shape; cut lines; features of languages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "helper_fonts.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

static int code_points(const struct para *para, int32_t start, int32_t end)
{
	int count = 0;

	for (int32_t i = start; i < end; i++)
		count += (para->text[i] & 0xFC00) != 0xDC00;
	return count;
}

/* A run as hb-shape prints it: [gid=cluster@dx,dy+advance|...]. */
static const char *print_run(struct fixture *fixture, const struct para *para, const struct glyph_run *run)
{
	struct buf buf = buf_new(fixture->arena);

	for (size_t i = 0; i < run->glyph_count; i++) {
		const struct glyph *glyph = &run->glyphs[i];

		buf_printf(&buf, "%c%u=%d", i ? '|' : '[', glyph->gid,
			   code_points(para, run->start, glyph->cluster));
		if (glyph->dx || glyph->dy)
			buf_printf(&buf, "@%d,%d", glyph->dx, glyph->dy);
		buf_printf(&buf, "+%d", glyph->advance);
	}
	buf_puts(&buf, "]\n");
	return buf.data;
}

static const char *ask_hb_shape(struct fixture *fixture, const struct item *item, const char *text)
{
	struct buf buf = buf_new(fixture->arena);
	char part[512];
	FILE *pipe =
	    popen(arena_format(fixture->arena,
			       "hb-shape --shapers=ot --cluster-level=1 --remove-default-ignorables "
			       "--no-glyph-names --font-size=1000 --script=%s --language=%s --direction=%s "
			       "'%s' '%s'",
			       item->script, item->language->tag, item->level & 1 ? "rtl" : "ltr",
			       item->font->family->files[item->font->weight].path, text),
		  "r");

	assert_non_null(pipe);
	while (fgets(part, sizeof part, pipe))
		buf_puts(&buf, part);
	assert_int_equal(pclose(pipe), 0);
	return buf.data;
}

static void glyphs_equal_those_of_hb_shape(void **state)
{
	static const struct {
		const char *tag, *text;
	} cases[] = {
	    {"ar", "العائلة العزيزة، ختان الفتيات ممنوع في هولندا"},
	    {"ckb", "خەتەنەکردنی کچان لە هۆڵەندا قەدەغەیە"},
	    {"fa", "ختنه دختران در هلند ممنوع است ۴۶۷"},
	    {"ur", "ہالینڈ میں لڑکیوں کا ختنہ ممنوع ہے"},
	    {"hi", "लड़कियों का खतना नीदरलैंड में प्रतिबंधित है"},
	    {"km", "ការកាត់ស្បែកក្មេងស្រីត្រូវបានហាមឃាត់"},
	    {"ti", "ምኽንሻብ ኣዋልድ ኣብ ሆላንድ ክልኩል እዩ።"},
	    {"ff-Adlm", "𞤆𞤵𞤤𞤢𞤪 𞤫 𞤖𞤮𞤤𞤢𞤲𞤣"},
	    {"nl", "Meisjesbesnijdenis is verboden: fijn, office"},
	    {"tr", "Kızların sünneti Hollanda’da yasaktır"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct fixture *fixture = *state;
		const struct para *para = helper_shape(fixture, cases[i].tag, cases[i].text);

		assert_non_null(para);
		for (size_t k = 0; k < para->item_count; k++) {
			const struct item *item = &para->items[k];
			const char *text = helper_utf8(fixture, para, item->start, item->length);

			assert_string_equal(print_run(fixture, para, &para->runs[k]),
					    ask_hb_shape(fixture, item, text));
		}
	}
}

static bool safe(const struct para *para, int32_t at)
{
	for (size_t r = 0; r < para->item_count; r++)
		for (size_t i = 0; i < para->runs[r].glyph_count; i++)
			if (para->runs[r].glyphs[i].cluster == at)
				return !para->runs[r].glyphs[i].unsafe_to_break;
	return false;
}

/* The glyphs of a run that stand for the text from start to end. */
static struct glyph_run part_of(struct fixture *fixture, const struct glyph_run *run, int32_t start,
				int32_t end)
{
	struct glyph *glyphs = arena_array(fixture->arena, run->glyph_count, sizeof *glyphs);
	struct glyph_run part = {run->item, start > run->start ? start : run->start, 0, glyphs, 0};

	for (size_t i = 0; i < run->glyph_count; i++)
		if (run->glyphs[i].cluster >= start && run->glyphs[i].cluster < end)
			glyphs[part.glyph_count++] = run->glyphs[i];
	return part;
}

static int compare_cut(struct fixture *fixture, const struct para *para, int32_t start, int32_t end)
{
	size_t count;
	const struct glyph_run *runs = para_reshape(fixture->arena, para, start, end, false, &count);

	for (size_t i = 0; i < count; i++) {
		const struct glyph_run *whole = &para->runs[runs[i].item - para->items];
		struct glyph_run part = part_of(fixture, whole, start, end);

		assert_string_equal(print_run(fixture, para, &runs[i]), print_run(fixture, para, &part));
		assert_int_equal(runs[i].start, part.start);
	}
	return (int)count;
}

static void cut_at_a_safe_place_changes_nothing(void **state)
{
	static const struct {
		const char *tag, *text;
	} cases[] = {
	    {"ar", "العائلة العزيزة، ختان الفتيات (FGM) ممنوع في هولندا"},
	    {"ur", "ہالینڈ میں لڑکیوں کا ختنہ ممنوع ہے"},
	    {"hi", "लड़कियों का खतना नीदरलैंड में प्रतिबंधित है"},
	    {"nl", "AV Toekomst Was fijn, office"},
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct para *para = helper_shape(*state, cases[i].tag, cases[i].text);
		int runs = 0;

		assert_non_null(para);
		for (int32_t at = 1; at < para->length; at++)
			if (safe(para, at))
				runs += compare_cut(*state, para, 0, at) +
					compare_cut(*state, para, at, para->length);
		assert_true(runs > 4);
	}
}

static void cut_inside_a_word_takes_final_forms(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "ar", "ختان");
	size_t count;
	const struct glyph_run *runs = para_reshape(fixture->arena, para, 0, 2, false, &count);

	assert_int_equal(count, 1);
	assert_int_equal(runs[0].length, 2);
	assert_string_equal(print_run(fixture, para, &runs[0]), ask_hb_shape(fixture, &para->items[0], "خت"));
	assert_false(safe(para, 2));
}

static void hyphen_stands_behind_the_last_letter(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "nl", "een gevangenisstraf");
	size_t count;
	const struct glyph_run *runs = para_reshape(fixture->arena, para, 4, 6, true, &count);

	assert_int_equal(count, 1);
	assert_int_equal(runs[0].start, 4);
	assert_int_equal(runs[0].length, 2);
	assert_int_equal(runs[0].glyph_count, 3);
	assert_int_equal(runs[0].glyphs[2].cluster, 6);
	assert_string_equal(print_run(fixture, para, &runs[0]),
			    ask_hb_shape(fixture, &para->items[0], "ge\u2010"));
}

static void letters_join_across_bold(void **state)
{
	struct fixture *fixture = *state;
	const struct span spans[] = {
	    {.kind = SPAN_TEXT, .text = "خت", .language = helper_language("ar")},
	    {.kind = SPAN_TEXT, .text = "ان", .language = helper_language("ar"), .bold = true},
	};
	const struct para *whole = helper_shape(fixture, "ar", "ختان"),
			  *para = helper_spans(fixture, "ar", spans, 2);
	struct glyph_run part = part_of(fixture, &whole->runs[0], 0, 2);

	assert_int_equal(para->item_count, 2);
	assert_int_equal(para->items[1].font->weight, WEIGHT_BOLD);
	assert_string_equal(print_run(fixture, para, &para->runs[0]), print_run(fixture, whole, &part));
}

static void african_eng_is_a_large_n(void **state)
{
	const struct para *dutch = helper_shape(*state, "nl", "Ŋŋ a"),
			  *mandinka = helper_shape(*state, "mnk", "Ŋŋ a");

	assert_int_not_equal(dutch->runs[0].glyphs[0].gid, mandinka->runs[0].glyphs[0].gid);
	for (size_t i = 1; i < 4; i++)
		assert_int_equal(dutch->runs[0].glyphs[i].gid, mandinka->runs[0].glyphs[i].gid);
}

static void turkish_keeps_its_dots(void **state)
{
	const struct para *dutch = helper_shape(*state, "nl", "ffi"),
			  *turkish = helper_shape(*state, "tr", "ffi");

	assert_int_equal(dutch->runs[0].glyph_count, 1);
	assert_int_equal(turkish->runs[0].glyph_count, 3);
}

static void ignorables_leave_no_glyph(void **state)
{
	const struct para *para = helper_shape(*state, "fa", "می\u200cرود");
	static const int clusters[] = {5, 4, 3, 1, 0};

	assert_int_equal(para->item_count, 1);
	assert_int_equal(para->runs[0].glyph_count, COUNT(clusters));
	for (size_t i = 0; i < COUNT(clusters); i++)
		assert_int_equal(para->runs[0].glyphs[i].cluster, clusters[i]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, helper_setup, helper_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(glyphs_equal_those_of_hb_shape),
	    TEST(cut_at_a_safe_place_changes_nothing),
	    TEST(cut_inside_a_word_takes_final_forms),
	    TEST(hyphen_stands_behind_the_last_letter),
	    TEST(letters_join_across_bold),
	    TEST(african_eng_is_a_large_n),
	    TEST(turkish_keeps_its_dots),
	    TEST(ignorables_leave_no_glyph),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
