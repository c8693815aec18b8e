/* Codes: text dealt out over glyphs, numbers, and the way back to Unicode. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "helper_fonts.h"
#include "pdf/coding.h"
#include "pdf/font.h"

static struct op_glyphs op_of(const struct para *para, size_t run)
{
	return (struct op_glyphs){
	    .para = para, .run = para->runs[run], .font = para->items[run].font, .size = 10000};
}

/* What a reader makes of a run: the texts of its codes in order, as UTF-16. */
static struct utf16 read_back(struct arena *arena, const struct codes *codes, const struct coded_run *run)
{
	uint16_t *units = arena_array(arena, 500, sizeof *units);
	size_t length = 0;

	for (size_t i = 0; i < run->glyph_count; i++) {
		struct utf16 text = codes->fonts.data[run->font]->codes.data[run->glyphs[i].code].text;

		memcpy(units + length, text.data, text.length * sizeof *units);
		length += text.length;
	}
	return (struct utf16){units, length};
}

static void assert_reads(struct fixture *fixture, const char *tag, const char *text)
{
	const struct para *para = helper_shape(fixture, tag, text);
	struct codes *codes = codes_new(fixture->arena, false);
	struct utf16 expected = utf16_from_utf8(fixture->arena, text);
	size_t at = 0;

	for (size_t i = 0; i < para->item_count; i++) {
		struct op_glyphs op = op_of(para, i);
		struct coded_run run = codes_run(codes, &op);
		struct utf16 words = read_back(fixture->arena, codes, &run);

		assert_true(words.length <= expected.length - at);
		assert_memory_equal(words.data, expected.data + at, words.length * sizeof *words.data);
		at += words.length;
		for (size_t k = 0; k < run.glyph_count; k++)
			assert_true(run.clusters[run.glyphs[k].cluster].exact);
	}
	assert_int_equal(at, expected.length);
}

static void text_comes_back_in_every_script(void **state)
{
	struct fixture *fixture = *state;

	assert_reads(fixture, "nl", "Meisjesbesnijdenis: affiche\u00a0(12 jaar)");
	assert_reads(fixture, "ar", "ختان البنات مَمنوعٌ ١٢");
	assert_reads(fixture, "fa", "می‌خواهم دختران");
	assert_reads(fixture, "ur", "لڑکیوں کا ختنہ منع ہے۔");
	assert_reads(fixture, "hi", "लड़कियों का खतना प्रतिबंधित");
	assert_reads(fixture, "th", "กำ น้ำ");
	assert_reads(fixture, "km", "កើ កោ ការកាត់");
	assert_reads(fixture, "ff-Adlm", "\U0001E900\U0001E923\U0001E924");
}

static void one_code_for_each_pair_of_glyph_and_text(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "nl", "aba a\u00a0b");
	struct codes *codes = codes_new(fixture->arena, false);
	struct op_glyphs op = op_of(para, 0);
	struct coded_run run = codes_run(codes, &op);

	/* a, b, space, and the same glyph for the no-break space */
	assert_int_equal(run.glyph_count, 7);
	assert_int_equal(codes->fonts.length, 1);
	assert_int_equal(codes->fonts.data[0]->codes.length, 4);
	assert_int_equal(run.glyphs[0].code, run.glyphs[2].code);
	assert_int_not_equal(run.glyphs[3].code, run.glyphs[5].code);
}

static void numbers_follow_the_glyphs(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "nl", "b-a-");
	struct codes *codes = codes_new(fixture->arena, false);
	struct op_glyphs op = op_of(para, 0);
	const struct code_font *font;

	op.run.length--;
	op.hyphen = true;
	(void)codes_run(codes, &op);
	codes_number(codes);
	font = codes->fonts.data[0];
	/* by glyph: hyphen, a, b; then the second text of the first */
	assert_int_equal(font->gids.length, 3);
	assert_int_equal(font->codes.data[0].cid, 3);
	assert_int_equal(font->codes.data[1].cid, 1);
	assert_int_equal(font->codes.data[2].cid, 2);
	assert_int_equal(font->codes.data[3].cid, 4);
}

static void right_to_left_is_turned_round(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "ar", "بن");
	struct codes *codes = codes_new(fixture->arena, false);
	struct op_glyphs op = op_of(para, 0);
	struct coded_run run = codes_run(codes, &op);

	assert_int_equal(run.glyph_count, 2);
	assert_true(run.glyphs[0].x > 0);
	assert_int_equal(run.glyphs[1].x, 0);
	assert_int_equal(run.glyphs[0].x, para->runs[0].glyphs[0].advance);
}

/* A ligature keeps its first letter; the other one stands for itself, without ink, where the pen ends. */
static void surplus_characters_have_codes_without_ink(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "ar", "لا");
	struct codes *codes = codes_new(fixture->arena, false);
	struct op_glyphs op = op_of(para, 0);
	struct coded_run run = codes_run(codes, &op);
	const struct code *list = codes->fonts.data[0]->codes.data;

	assert_int_equal(run.glyph_count, 2);
	assert_int_equal(list[run.glyphs[0].code].text.length, 1);
	assert_int_equal(list[run.glyphs[1].code].text.data[0], 0x0627);
	assert_int_equal(list[run.glyphs[1].code].part_count, 0);
	assert_int_equal(list[run.glyphs[1].code].width, 0);
}

static void latin_ligatures_keep_their_letters(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "nl", "officieel");
	struct codes *codes = codes_new(fixture->arena, false);
	struct op_glyphs op = op_of(para, 0);

	(void)codes_run(codes, &op);
	for (size_t i = 0; i < codes->fonts.data[0]->codes.length; i++)
		assert_int_equal(codes->fonts.data[0]->codes.data[i].part_count, 1);
}

/* A mark moves the pen nowhere, and neither is the pen moved to it. */
static void marks_have_their_offset_in_the_glyph(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "th", "ที่");
	struct codes *codes = codes_new(fixture->arena, false);
	struct op_glyphs op = op_of(para, 0);
	struct coded_run run = codes_run(codes, &op);
	const struct code *list = codes->fonts.data[0]->codes.data;

	assert_int_equal(run.glyph_count, 3);
	for (size_t i = 1; i < 3; i++) {
		const struct glyph *glyph = &op.run.glyphs[i];

		assert_int_equal(glyph->advance, 0);
		assert_int_equal(run.glyphs[i].x, op.run.glyphs[0].advance);
		assert_int_equal(run.glyphs[i].y, 0);
		assert_int_equal(list[run.glyphs[i].code].parts[0].x, glyph->dx);
		assert_int_equal(list[run.glyphs[i].code].parts[0].y, glyph->dy);
		assert_int_equal(list[run.glyphs[i].code].width, 0);
	}
}

/* The pen runs to the left: each code begins where the one before ended, seen from the right. */
static void mirrored_runs_go_on(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "ar", "بن تم");
	struct codes *codes = codes_new(fixture->arena, true);
	struct op_glyphs op = op_of(para, 0);
	struct coded_run run = codes_run(codes, &op);
	const struct code *list = codes->fonts.data[0]->codes.data;
	const struct font *font = codes->fonts.data[0]->font;

	assert_true(run.mirrored);
	assert_int_equal(run.glyph_count, 5);
	for (size_t i = 0; i < run.glyph_count; i++) {
		const struct code *code = &list[run.glyphs[i].code];
		int32_t width = font_width(font, code->parts[0].gid);

		assert_int_equal(code->mirrored, i != 2);
		if (code->mirrored) {
			assert_true(code->width > width + 200);
			assert_true(code->parts[0].x < 0);
		}
		if (i)
			assert_int_equal(run.glyphs[i].x - run.glyphs[i - 1].x,
					 op.run.glyphs[run.glyph_count - i].advance);
	}
}

static void left_to_right_is_never_mirrored(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "nl", "ab");
	struct codes *codes = codes_new(fixture->arena, true);
	struct op_glyphs op = op_of(para, 0);
	struct coded_run run = codes_run(codes, &op);

	assert_false(run.mirrored);
	assert_false(code_composed(&codes->fonts.data[0]->codes.data[0]));
}

static void a_letter_and_its_dots_become_one_glyph(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "ur", "خت");
	struct codes *codes = codes_new(fixture->arena, false);
	struct op_glyphs op = op_of(para, 0);
	struct coded_run run = codes_run(codes, &op);
	const struct code *code = &codes->fonts.data[0]->codes.data[run.glyphs[0].code];

	assert_true(op.run.glyph_count > 2);
	assert_int_equal(run.glyph_count, 2);
	assert_int_equal(code->part_count, 2);
	assert_int_equal(code->text.length, 1);
}

/* A CFF program cannot be added to, and its glyphs keep their identifiers. */
static void cff_clusters_need_actual_text(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "th", "กำ");
	struct codes *codes = codes_new(fixture->arena, false);
	struct op_glyphs op = op_of(para, 0);
	struct font font = *op.font;
	struct coded_run run;

	font.cff = true;
	op.font = &font;
	run = codes_run(codes, &op);
	codes_number(codes);
	assert_int_equal(run.glyph_count, op.run.glyph_count);
	assert_true(run.clusters[0].exact);
	assert_false(run.clusters[1].exact);
	assert_int_equal(run.clusters[1].text.length, 1);
	for (size_t i = 0; i < codes->fonts.data[0]->codes.length; i++)
		assert_int_equal(codes->fonts.data[0]->codes.data[i].cid,
				 codes->fonts.data[0]->codes.data[i].parts[0].gid);
}

static void an_added_hyphen_is_soft(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "nl", "ver-");
	struct codes *codes = codes_new(fixture->arena, false);
	struct op_glyphs op = op_of(para, 0);
	struct coded_run run;
	struct utf16 words;

	op.run.length--;
	op.hyphen = true;
	run = codes_run(codes, &op);
	words = read_back(fixture->arena, codes, &run);
	assert_int_equal(words.length, 4);
	assert_int_equal(words.data[2], 'r');
	assert_int_equal(words.data[3], 0x00AD);
}

static void isolates_never_come_back(void **state)
{
	struct fixture *fixture = *state;
	const struct language *dutch = helper_language("nl");
	const struct span spans[] = {
	    {.kind = SPAN_TEXT, .text = "اتصل ", .language = helper_language("ar")},
	    {.kind = SPAN_LITERAL, .text = "0800-2000", .language = dutch},
	    {.kind = SPAN_TEXT, .text = " الآن", .language = helper_language("ar")},
	};
	const struct para *para = helper_spans(fixture, "ar", spans, 3);
	struct codes *codes = codes_new(fixture->arena, false);
	bool isolated = false;

	for (int32_t i = 0; i < para->length; i++)
		isolated |= para->text[i] >= 0x2066 && para->text[i] <= 0x2069;
	assert_true(isolated);
	for (size_t i = 0; i < para->item_count; i++) {
		struct op_glyphs op = op_of(para, i);
		struct coded_run run = codes_run(codes, &op);
		struct utf16 words = read_back(fixture->arena, codes, &run);

		for (size_t k = 0; k < words.length; k++)
			assert_false(words.data[k] >= 0x2066 && words.data[k] <= 0x2069);
	}
}

static const char *map_of(struct fixture *fixture, const char *tag, const char *text)
{
	const struct para *para = helper_shape(fixture, tag, text);
	struct codes *codes = codes_new(fixture->arena, false);
	struct op_glyphs op = op_of(para, 0);

	(void)codes_run(codes, &op);
	codes_number(codes);
	return (const char *)font_to_unicode(fixture->arena, codes->fonts.data[0]).data;
}

static void to_unicode_has_ranges_and_characters(void **state)
{
	struct fixture *fixture = *state;
	const char *map = map_of(fixture, "nl", "cab \u00a0");

	/* Noto Sans has its glyphs in the order of the alphabet */
	assert_non_null(strstr(map, "1 beginbfrange\n<0002><0004><0061>\nendbfrange\n"));
	assert_non_null(strstr(map, "2 beginbfchar\n<0001><0020>\n<0005><00A0>\nendbfchar\n"));
}

static void to_unicode_writes_surrogates(void **state)
{
	struct fixture *fixture = *state;

	assert_non_null(strstr(map_of(fixture, "ff-Adlm", "\U0001E900"), "<0001><D83ADD00>\n"));
}

/* An operator takes 100 entries at most. */
static void to_unicode_is_cut_into_blocks(void **state)
{
	struct fixture *fixture = *state;
	struct buf text = buf_new(fixture->arena);
	int blocks = 0;

	for (unsigned long c = 0x00C0; c < 0x0180; c += 2)
		buf_add_utf8(&text, c);
	for (unsigned long c = 0x1E00; c < 0x1F00; c += 2)
		buf_add_utf8(&text, c);
	for (const char *at = map_of(fixture, "nl", text.data); (at = strstr(at, " beginbf"));
	     at++, blocks++) {
		const char *digits = at;

		while (digits[-1] != '\n')
			digits--;
		assert_in_range(strtol(digits, NULL, 10), 1, 100);
	}
	assert_true(blocks > 2);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, helper_setup, helper_teardown)
	const struct CMUnitTest tests[] = {
	    TEST(text_comes_back_in_every_script),
	    TEST(one_code_for_each_pair_of_glyph_and_text),
	    TEST(numbers_follow_the_glyphs),
	    TEST(right_to_left_is_turned_round),
	    TEST(surplus_characters_have_codes_without_ink),
	    TEST(latin_ligatures_keep_their_letters),
	    TEST(marks_have_their_offset_in_the_glyph),
	    TEST(mirrored_runs_go_on),
	    TEST(left_to_right_is_never_mirrored),
	    TEST(a_letter_and_its_dots_become_one_glyph),
	    TEST(cff_clusters_need_actual_text),
	    TEST(an_added_hyphen_is_soft),
	    TEST(isolates_never_come_back),
	    TEST(to_unicode_has_ranges_and_characters),
	    TEST(to_unicode_writes_surrogates),
	    TEST(to_unicode_is_cut_into_blocks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
