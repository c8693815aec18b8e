/* Composite glyphs added to a font program. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "helper_fonts.h"
#include "pdf/truetype.h"

static const struct component parts[] = {{1, 0, 0}, {2, 250, -100}};
static const struct composite pair = {parts, 2, 777, false};

static struct bytes subset_of(struct fixture *fixture, const char *text)
{
	const struct para *para = helper_shape(fixture, "nl", text);
	const struct glyph_run *run = &para->runs[0];
	uint32_t gids[8];
	struct font_subset subset;

	for (size_t i = 0; i < run->glyph_count; i++)
		gids[i] = run->glyphs[i].gid;
	assert_true(
	    font_subset(fixture->arena, fixture->diag, run->item->font, gids, run->glyph_count, &subset));
	return (struct bytes){subset.data, subset.length};
}

static uint32_t number(const unsigned char *at, int bytes)
{
	uint32_t value = 0;

	while (bytes--)
		value = value << 8 | *at++;
	return value;
}

static const unsigned char *table(struct bytes program, const char *tag)
{
	for (uint32_t i = 0; i < number(program.data + 4, 2); i++)
		if (memcmp(program.data + 12 + 16 * i, tag, 4) == 0)
			return program.data + number(program.data + 12 + 16 * i + 8, 4);
	fail_msg("no table %s", tag);
	return NULL;
}

static const unsigned char *glyph(struct bytes program, uint32_t gid)
{
	const unsigned char *loca = table(program, "loca");
	bool wide = number(table(program, "head") + 50, 2);

	return table(program, "glyf") + (wide ? number(loca + 4 * gid, 4) : 2 * number(loca + 2 * gid, 2));
}

static void a_composite_stands_behind_the_others(void **state)
{
	struct fixture *fixture = *state;
	struct bytes before = subset_of(fixture, "ab"), after;
	uint32_t first = 0;
	const unsigned char *made;

	after = truetype_compose(fixture->arena, before, &pair, 1, &first);
	assert_non_null(after.data);
	assert_int_equal(first, number(table(before, "maxp") + 4, 2));
	assert_int_equal(number(table(after, "maxp") + 4, 2), first + 1);
	assert_int_equal(number(table(after, "hhea") + 34, 2), first + 1);
	assert_int_equal(number(table(after, "hmtx") + 4 * first, 2), 777);
	made = glyph(after, first);
	assert_int_equal(number(made, 2), 0xFFFF);
	assert_int_equal(number(made + 10, 2), 0x23); /* words, offsets, more to come */
	assert_int_equal(number(made + 12, 2), 1);
	assert_int_equal(number(made + 18, 2), 0x03);
	assert_int_equal(number(made + 20, 2), 2);
	assert_int_equal((int16_t)number(made + 22, 2), 250);
	assert_int_equal((int16_t)number(made + 24, 2), -100);
}

static void its_box_is_that_of_its_parts(void **state)
{
	struct fixture *fixture = *state;
	struct bytes after;
	uint32_t first = 0;
	const unsigned char *a, *b, *made;

	after = truetype_compose(fixture->arena, subset_of(fixture, "ab"), &pair, 1, &first);
	a = glyph(after, 1);
	b = glyph(after, 2);
	made = glyph(after, first);
	assert_int_equal((int16_t)number(made + 2, 2), (int16_t)number(a + 2, 2));
	assert_int_equal((int16_t)number(made + 4, 2), (int16_t)number(b + 4, 2) - 100);
	assert_int_equal((int16_t)number(made + 6, 2), (int16_t)number(b + 6, 2) + 250);
	assert_int_equal((int16_t)number(made + 8, 2), (int16_t)number(b + 8, 2) - 100);
}

/* x becomes -x, of the outlines by a scale of -1 and of the offsets; the box too. */
static void a_mirrored_glyph_turns_its_parts_about(void **state)
{
	static const struct component part = {1, -300, 40};
	static const struct composite mirrored = {&part, 1, 500, true};
	struct fixture *fixture = *state;
	uint32_t first = 0;
	struct bytes after = truetype_compose(fixture->arena, subset_of(fixture, "ab"), &mirrored, 1, &first);
	const unsigned char *a = glyph(after, 1), *made = glyph(after, first);

	assert_int_equal(number(made + 10, 2), 0x1043); /* a scale for each axis, the offset unscaled */
	assert_int_equal((int16_t)number(made + 14, 2), 300);
	assert_int_equal((int16_t)number(made + 16, 2), 40);
	assert_int_equal(number(made + 18, 2), 0xC000);
	assert_int_equal(number(made + 20, 2), 0x4000);
	assert_int_equal((int16_t)number(made + 2, 2), 300 - (int16_t)number(a + 6, 2));
	assert_int_equal((int16_t)number(made + 6, 2), 300 - (int16_t)number(a + 2, 2));
	assert_int_equal((int16_t)number(table(after, "hmtx") + 4 * first + 2, 2),
			 (int16_t)number(made + 2, 2));
}

static void a_glyph_of_no_parts_is_empty(void **state)
{
	static const struct composite empty = {NULL, 0, 0, false};
	struct fixture *fixture = *state;
	uint32_t first = 0;
	struct bytes after = truetype_compose(fixture->arena, subset_of(fixture, "ab"), &empty, 1, &first);

	assert_ptr_equal(glyph(after, first), glyph(after, first + 1));
	assert_int_equal(number(table(after, "hmtx") + 4 * first, 2), 0);
}

static void the_checksum_of_the_file_is_right(void **state)
{
	struct fixture *fixture = *state;
	uint32_t first, sum = 0;
	struct bytes after = truetype_compose(fixture->arena, subset_of(fixture, "ab"), &pair, 1, &first);

	assert_int_equal(after.length % 4, 0);
	for (size_t i = 0; i < after.length; i += 4)
		sum += number(after.data + i, 4);
	assert_int_equal(sum, 0xB1B0AFBA);
}

static void what_is_no_font_is_refused(void **state)
{
	struct fixture *fixture = *state;
	struct bytes whole = subset_of(fixture, "ab");
	uint32_t first;

	for (size_t length = 0; length < whole.length; length += 97) {
		struct bytes cut = {whole.data, length};

		assert_null(truetype_compose(fixture->arena, cut, &pair, 1, &first).data);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, helper_setup, helper_teardown)
	const struct CMUnitTest tests[] = {
	    TEST(a_composite_stands_behind_the_others),   TEST(its_box_is_that_of_its_parts),
	    TEST(a_mirrored_glyph_turns_its_parts_about), TEST(a_glyph_of_no_parts_is_empty),
	    TEST(the_checksum_of_the_file_is_right),      TEST(what_is_no_font_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
