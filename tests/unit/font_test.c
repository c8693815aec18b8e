/* Fonts: fallback, missing glyphs, files that are not as the manifest says, subsets; and the manifest itself. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "helper_fonts.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
#define NOTO "/usr/share/fonts/truetype/noto/"

static const struct item *item_at(const struct para *para, const char *needle, struct fixture *fixture)
{
	for (size_t i = 0; i < para->item_count; i++)
		if (strstr(helper_utf8(fixture, para, para->items[i].start, para->items[i].length), needle))
			return &para->items[i];
	fail_msg("no item with %s", needle);
	return NULL;
}

static void brackets_in_ethiopic_come_from_the_companion(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "ti", "ግደፍ (ክልኩል) 12 እዩ");

	assert_non_null(para);
	assert_string_equal(para->items[0].font->family->id, "noto-sans-ethiopic");
	assert_int_equal(para->items[0].length, 4);
	assert_string_equal(item_at(para, "(", fixture)->font->family->id, "noto-sans");
	assert_string_equal(item_at(para, "(", fixture)->script, "Ethi");
	assert_string_equal(item_at(para, ")", fixture)->font->family->id, "noto-sans");
	assert_string_equal(item_at(para, "12", fixture)->font->family->id, "noto-sans");
	for (size_t i = 0; i < para->item_count; i++)
		assert_int_equal(para->items[i].font->family->size, 1000);
}

static void companion_keeps_its_size_and_mirrors(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "ar", "ختان (FGM) ممنوع");
	const struct item *open = item_at(para, "(", fixture), *latin = item_at(para, "FGM", fixture);
	const struct para *dutch = helper_shape(fixture, "nl", ")");

	assert_int_equal(open->level, 1);
	assert_string_equal(open->font->family->id, "noto-sans");
	assert_int_equal(open->font->family->size, 1000);
	assert_int_equal(para->items[0].font->family->size, 1100);
	assert_string_equal(latin->script, "Latn");
	assert_int_equal(latin->level, 2);
	assert_int_equal(para->runs[open - para->items].glyphs[0].gid, dutch->runs[0].glyphs[0].gid);
}

static void persian_digits_of_naskh_come_from_sans(void **state)
{
	struct fixture *fixture = *state;
	const struct para *hazaragi = helper_shape(fixture, "haz", "ختنه ۴۶۷"),
			  *urdu = helper_shape(fixture, "ur", "ہے ۴۶۷");

	assert_string_equal(hazaragi->items[0].font->family->id, "noto-naskh-arabic");
	assert_string_equal(item_at(hazaragi, "۴", fixture)->font->family->id, "noto-sans-arabic");
	assert_string_equal(item_at(urdu, "۴", fixture)->font->family->id, "noto-nastaliq-urdu");
}

static void script_of_another_language_has_its_own_font(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "nl", "Nederlands, አማርኛ, العربية");

	assert_non_null(para);
	assert_string_equal(item_at(para, "አ", fixture)->font->family->id, "noto-sans-ethiopic");
	assert_string_equal(item_at(para, "ع", fixture)->font->family->id, "noto-sans-arabic");
}

static void marks_stay_with_their_base(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para = helper_shape(fixture, "nl", "Ẹ́ n\u0304 ɛ\u0303");

	assert_non_null(para);
	assert_int_equal(para->item_count, 1);
}

static void missing_glyph_names_character_and_unit(void **state)
{
	struct fixture *fixture = *state;

	assert_null(helper_shape(fixture, "am", "ሰላም \U00013000 a\u1D9F"));
	assert_string_equal(
	    helper_printed(fixture),
	    "so.xlf:7: error: unit u: no glyph for U+13000 (\U00013000) in \"Noto Sans Ethiopic\", \"Noto "
	    "Sans\" [glyph-missing]\n");
}

static void missing_bold_is_a_note(void **state)
{
	struct fixture *fixture = *state;
	const struct para *para;

	fixture->style.weight = WEIGHT_BOLD;
	para = helper_shape(fixture, "nqo", "ߒߞߏ (a)");
	assert_non_null(para);
	for (size_t i = 0; i < para->item_count; i++)
		assert_int_equal(para->items[i].font->weight,
				 strcmp(para->items[i].script, "Nkoo") == 0 ? WEIGHT_REGULAR : WEIGHT_BOLD);
	assert_string_equal(item_at(para, "(", fixture)->script, "Nkoo");
	assert_string_equal(helper_printed(fixture),
			    "fonts.xml: note: Noto Sans NKo has no bold; regular is used [weight-missing]\n");
}

/* Opens a family whose regular file is this one. */
static const struct font *open_file(struct fixture *fixture, struct font_file file)
{
	struct family *family = arena_alloc(fixture->arena, sizeof *family);
	struct fontlist *list = arena_alloc(fixture->arena, sizeof *list);

	*family = (struct family){.id = "test", .name = "Test", .files = {file}};
	*list = (struct fontlist){.families = family, .family_count = 1, .loc = {"fonts.xml", 0}};
	return fontset_open(fontset_new(fixture->arena, list), fixture->diag, family, WEIGHT_REGULAR);
}

static void missing_file_names_its_package(void **state)
{
	struct fixture *fixture = *state;

	assert_null(
	    open_file(fixture, (struct font_file){.path = "/none/a.ttf", .package = "fonts-noto-core"}));
	assert_string_equal(
	    helper_printed(fixture),
	    "/none/a.ttf: fatal: the font file is missing; the package fonts-noto-core brings it: apt-get "
	    "install fonts-noto-core [font-missing]\n");
}

static void damaged_file_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct bytes whole = file_map(fixture->arena, NOTO "NotoSansNKo-Regular.ttf");
	const char *path = arena_format(fixture->arena, "%s/damaged.ttf", getenv("TMPDIR"));
	static const size_t lengths[] = {3, 12, 200, 4000, 30000};

	for (size_t i = 0; i < COUNT(lengths); i++) {
		assert_true(file_write(fixture->diag, path, (struct bytes){whole.data, lengths[i]}));
		assert_null(
		    open_file(fixture, (struct font_file){.path = path, .package = "fonts-noto-core"}));
	}
	assert_non_null(strstr(helper_printed(fixture), "[font-damaged]"));
	assert_int_equal(diag_count(fixture->diag, DIAG_NOTE), COUNT(lengths));
	remove(path);
}

static void other_file_is_a_warning(void **state)
{
	struct fixture *fixture = *state;
	struct font_file file = {
	    .path = NOTO "NotoSansNKo-Regular.ttf", .package = "p", .revision = "2.001", .bytes = 1};

	assert_non_null(open_file(fixture, file));
	assert_non_null(strstr(helper_printed(fixture),
			       "bytes in place of 1); look at the pages before printing [font-other]"));
	file.bytes = 0;
	assert_non_null(open_file(fixture, file));
	assert_int_equal(diag_count(fixture->diag, DIAG_NOTE), 1);
	file.revision = "2.004";
	assert_non_null(open_file(fixture, file));
	assert_non_null(strstr(helper_printed(fixture), "(2.001 in place of 2.004)"));
}

static void metrics_are_in_thousandths(void **state)
{
	struct fixture *fixture = *state;
	const struct font *font =
	    fontset_open(fixture->fontset, fixture->diag, &helper_fontlist.families[0], WEIGHT_BOLD);
	const struct font *andika = open_file(
	    fixture, (struct font_file){.path = "/usr/share/fonts/truetype/andika/Andika-Regular.ttf"});

	assert_string_equal(font->postscript_name, "NotoSans-Bold");
	assert_int_equal(font->ascender, 1069);
	assert_int_equal(font->descender, -293);
	assert_int_equal(font->cap_height, 714);
	assert_int_equal(font->italic_angle, 0);
	assert_false(font->cff);
	assert_true(font_has(font, 'A'));
	assert_false(font_has(font, 0x1247));
	assert_int_equal(andika->ascender, 1221);
}

static uint32_t read_u16(const unsigned char *data)
{
	return (uint32_t)data[0] << 8 | data[1];
}

static uint32_t read_u32(const unsigned char *data)
{
	return read_u16(data) << 16 | read_u16(data + 2);
}

static const unsigned char *table_of(struct bytes file, const char *tag)
{
	for (uint32_t i = 0; i < read_u16(file.data + 4); i++)
		if (memcmp(file.data + 12 + 16 * i, tag, 4) == 0)
			return file.data + read_u32(file.data + 20 + 16 * i);
	fail_msg("no table %s", tag);
	return NULL;
}

/* The points of a simple glyph (OpenType 1.9, glyf): its description without the instructions. */
static struct bytes points_of(struct bytes file, uint32_t gid)
{
	const unsigned char *loca = table_of(file, "loca"), *glyf = table_of(file, "glyf"),
			    *head = table_of(file, "head");
	bool wide = head[51] != 0;
	uint32_t from = wide ? read_u32(loca + 4 * gid) : 2 * read_u16(loca + 2 * gid);
	uint32_t to = wide ? read_u32(loca + 4 * gid + 4) : 2 * read_u16(loca + 2 * gid + 2);
	uint32_t contours = read_u16(glyf + from), instructions = from + 10 + 2 * contours;

	assert_true(contours > 0 && contours < 100);
	instructions += 2 + read_u16(glyf + instructions);
	return (struct bytes){glyf + instructions, to - instructions};
}

static void subset_has_the_same_outlines(void **state)
{
	struct fixture *fixture = *state;
	static const uint32_t gids[] = {36, 37, 72, 73, 82}; /* letters of one piece */
	const struct font *font =
	    fontset_open(fixture->fontset, fixture->diag, &helper_fontlist.families[0], WEIGHT_REGULAR);
	struct bytes file = file_map(fixture->arena, NOTO "NotoSans-Regular.ttf");
	const char *path = arena_format(fixture->arena, "%s/subset.ttf", getenv("TMPDIR"));
	struct font_subset subset, again;
	const struct font *opened;

	assert_true(font_subset(fixture->arena, fixture->diag, font, gids, COUNT(gids), &subset));
	assert_true(font_subset(fixture->arena, fixture->diag, font, gids, COUNT(gids), &again));
	assert_int_equal(subset.length, again.length);
	assert_memory_equal(subset.data, again.data, subset.length);
	assert_true(subset.length < 4000);
	assert_true(file_write(fixture->diag, path, (struct bytes){subset.data, subset.length}));
	opened = open_file(fixture, (struct font_file){.path = path});
	assert_non_null(opened);
	for (size_t i = 0; i < COUNT(gids); i++) {
		struct extents old = font_extents(font, gids[i]),
			       new = font_extents(opened, subset.new_gids[i]);
		struct bytes points = points_of(file, gids[i]);
		struct bytes kept = points_of((struct bytes){subset.data, subset.length}, subset.new_gids[i]);

		assert_true(old.xmax > old.xmin);
		assert_memory_equal(&old, &new, sizeof old);
		assert_int_equal(font_width(font, gids[i]), font_width(opened, subset.new_gids[i]));
		assert_true(kept.length > 10 && kept.length <= points.length);
		assert_memory_equal(points.data, kept.data, kept.length);
	}
	remove(path);
}

static void subset_of_a_glyph_that_is_not_there_fails(void **state)
{
	struct fixture *fixture = *state;
	static const uint32_t gids[] = {60000};
	const struct font *font =
	    fontset_open(fixture->fontset, fixture->diag, &helper_fontlist.families[0], WEIGHT_REGULAR);
	struct font_subset subset;

	assert_false(font_subset(fixture->arena, fixture->diag, font, gids, 1, &subset));
	assert_non_null(strstr(helper_printed(fixture), "[subset-failed]"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, helper_setup, helper_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
	    TEST(brackets_in_ethiopic_come_from_the_companion),
	    TEST(companion_keeps_its_size_and_mirrors),
	    TEST(persian_digits_of_naskh_come_from_sans),
	    TEST(script_of_another_language_has_its_own_font),
	    TEST(marks_stay_with_their_base),
	    TEST(missing_glyph_names_character_and_unit),
	    TEST(missing_bold_is_a_note),
	    TEST(missing_file_names_its_package),
	    TEST(damaged_file_is_refused),
	    TEST(other_file_is_a_warning),
	    TEST(metrics_are_in_thousandths),
	    TEST(subset_has_the_same_outlines),
	    TEST(subset_of_a_glyph_that_is_not_there_fails),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
