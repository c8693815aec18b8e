/* layout/line: UAX #9 L1 and L2, cuts, hyphens. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "fake_text.h"
#include "layout/line.h"

static const struct style body = {.id = "body", .size = 10000, .leading = 1000};

/* What a line shows from left to right, glyph by glyph. */
static const char *shown(struct arena *arena, const struct line *line)
{
	char *text = arena_alloc(arena, 100);
	size_t length = 0;
	length_t x = INT32_MIN, next;

	for (;;) {
		const struct line_run *leftmost = NULL;

		next = INT32_MAX;
		for (size_t i = 0; i < line->run_count; i++)
			if (line->runs[i].x > x && line->runs[i].x < next) {
				leftmost = &line->runs[i];
				next = leftmost->x;
			}
		if (!leftmost)
			return text;
		for (size_t i = 0; i < leftmost->run.glyph_count; i++)
			text[length++] = (char)leftmost->run.glyphs[i].gid;
		x = next;
	}
}

static void check_order(const struct language *language, const char *text, struct cut cut,
			const char *expected)
{
	struct arena *arena = arena_new();
	const struct para *para = fake_para(arena, &body, language, text);
	struct line line = line_cut(arena, para, body.size, cut);

	assert_string_equal(shown(arena, &line), expected);
	arena_free(arena);
}

static struct cut whole(int32_t length)
{
	return (struct cut){0, length, length, false, false};
}

static void mixed_levels_stand_in_visual_order(void **state)
{
	(void)state;
	check_order(&fake_ltr, "aa BB CC dd", whole(11), "aa CC BB dd");
	check_order(&fake_rtl, "AA bb cc DD", whole(11), "DD bb cc AA");
	check_order(&fake_rtl, "bb CC dd", whole(8), "dd CC bb");
	check_order(&fake_rtl, "AA BB", whole(5), "BB AA");
}

static void space_at_the_end_takes_the_level_of_the_para(void **state)
{
	struct cut cut = {0, 5, 6, false, false};

	(void)state;
	/* Without L1 the space would stand between "aa" and "BB", at the left of its right-to-left run. */
	check_order(&fake_ltr, "aa BB CC dd", cut, "aa BB ");
	check_order(&fake_rtl, "AA bb cc DD", cut, " bb AA");
}

static void the_hanging_space_has_no_width(void **state)
{
	struct arena *arena = arena_new();
	struct line ltr = line_cut(arena, fake_para(arena, &body, &fake_ltr, "aa bb"), 10000,
				   (struct cut){0, 2, 3, false, false});
	struct line rtl = line_cut(arena, fake_para(arena, &body, &fake_rtl, "AA BB"), 10000,
				   (struct cut){0, 2, 3, false, false});

	(void)state;
	assert_int_equal(ltr.width, 10000);
	assert_int_equal(ltr.run_count, 2);
	assert_int_equal(ltr.runs[1].x, 10000);
	assert_int_equal(rtl.width, 10000);
	assert_int_equal(rtl.runs[0].x, 0);
	assert_int_equal(rtl.runs[1].x, -2500);
	arena_free(arena);
}

static void a_part_of_a_run_keeps_its_glyphs(void **state)
{
	(void)state;
	check_order(&fake_ltr, "abc def ghi", (struct cut){4, 7, 8, false, false}, "def ");
	check_order(&fake_rtl, "ABC DEF GHI", (struct cut){4, 7, 8, false, false}, " FED");
}

static void an_unsafe_cut_is_shaped_anew(void **state)
{
	struct arena *arena = arena_new();
	const struct para *para = fake_para(arena, &body, &fake_ltr, "aa ll");
	struct line slice = line_cut(arena, para, 10000, (struct cut){3, 5, 5, false, false});
	struct line anew = line_cut(arena, para, 10000, (struct cut){3, 5, 5, false, true});

	(void)state;
	assert_int_equal(slice.width, 10000);
	assert_int_equal(anew.width, 12000);
	arena_free(arena);
}

static void a_hyphen_is_added_and_marked(void **state)
{
	struct arena *arena = arena_new();
	const struct para *para = fake_para(arena, &body, &fake_ltr, "aa bb_cc");
	struct line line = line_cut(arena, para, 10000, (struct cut){3, 6, 6, true, false});

	(void)state;
	assert_string_equal(shown(arena, &line), "bb_-");
	assert_true(line.hyphen);
	assert_true(line.runs[line.run_count - 1].hyphen);
	assert_int_equal(line.width, 15000);
	arena_free(arena);
}

static void each_family_has_its_size_and_room(void **state)
{
	struct arena *arena = arena_new();
	struct span spans[] = {{.text = "aa", .language = &fake_ltr},
			       {.text = "bb", .language = &fake_ltr, .bold = true}};
	struct block block = {.style = &body, .language = &fake_ltr, .spans = spans, .span_count = 2};
	const struct para *para = para_shape(arena, NULL, NULL, &block, (struct page_number){0, 0});
	struct line line = line_cut(arena, para, 10000, whole(4));

	(void)state;
	assert_int_equal(line.runs[0].size, 10000);
	assert_int_equal(line.runs[1].size, 5000);
	assert_int_equal(line.runs[1].x, 10000);
	assert_int_equal(line.width, 15000);
	assert_int_equal(line.ascent, 8000);
	assert_int_equal(line.descent, 2000);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(mixed_levels_stand_in_visual_order),
	    cmocka_unit_test(space_at_the_end_takes_the_level_of_the_para),
	    cmocka_unit_test(the_hanging_space_has_no_width),
	    cmocka_unit_test(a_part_of_a_run_keeps_its_glyphs),
	    cmocka_unit_test(an_unsafe_cut_is_shaped_anew),
	    cmocka_unit_test(a_hyphen_is_added_and_marked),
	    cmocka_unit_test(each_family_has_its_size_and_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
