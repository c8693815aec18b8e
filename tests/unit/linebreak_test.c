/* layout/linebreak: what it chooses costs no more than any other way to break. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "fake_text.h"
#include "layout/extent.h"
#include "layout/linebreak.h"

static const struct style body = {.id = "body", .size = 10000, .leading = 1000};

static struct ruler rule(struct arena *arena, const char *text)
{
	const struct para *para = fake_para(arena, &body, &fake_ltr, text);

	return ruler_new(arena, measure_new(arena, extents_new(arena), para, &body), body.size);
}

/* All ways to break, by the bits of a number: bit i says that stop i + 1 ends a line. */
static int64_t least_cost(const struct ruler *ruler, length_t column)
{
	size_t last = ruler->measure->stop_count - 1;
	int64_t least = INT64_MAX;

	for (unsigned long choice = 0; choice < 1ul << (last - 1); choice++) {
		struct piece lines[32];
		size_t count = 0, from = 0;
		bool allowed = true;

		for (size_t to = 1; to <= last; to++) {
			if (to < last && !(choice >> (to - 1) & 1))
				continue;
			lines[count] = (struct piece){from, to, ruler_width(ruler, from, to)};
			allowed &= lines[count++].width <= column || to == from + 1;
			from = to;
		}
		if (allowed && linebreak_cost(ruler, column, lines, count) < least)
			least = linebreak_cost(ruler, column, lines, count);
	}
	return least;
}

static void no_other_way_is_cheaper(void **state)
{
	static const char *const letters = "abcdefghijklmnopqrstuvwxyz";
	uint32_t seed = 1;

	(void)state;
	for (int round = 0; round < 200; round++) {
		struct arena *arena = arena_new();
		char text[200];
		size_t length = 0;
		struct ruler ruler;
		struct pieces pieces;

		for (int word = 0; word < 12; word++) {
			seed = seed * 1103515245 + 12345;
			length += (size_t)snprintf(text + length, sizeof text - length, "%s%.*s",
						   word ? seed >> 20 & 3 ? " " : "_" : "",
						   (int)(1 + (seed >> 16) % 9), letters);
		}
		ruler = rule(arena, text);
		pieces = linebreak(arena, &ruler, 0, 60000 + round * 200);
		assert_int_equal(linebreak_cost(&ruler, 60000 + round * 200, pieces.data, pieces.length),
				 least_cost(&ruler, 60000 + round * 200));
		arena_free(arena);
	}
}

static void greedy_gaps_are_evened_out(void **state)
{
	struct arena *arena = arena_new();
	struct ruler ruler = rule(arena, "aaa bb cc ddddd");
	/* Greedy leaves "aaa bb", "cc" and "ddddd": gaps of 0 and 20 (columns of 30 pt). */
	struct pieces pieces = linebreak(arena, &ruler, 0, 30000);

	(void)state;
	assert_int_equal(pieces.length, 3);
	assert_int_equal(pieces.data[0].to, 1);
	assert_int_equal(pieces.data[1].to, 3);
	assert_int_equal(pieces.data[1].width, 22500);
	arena_free(arena);
}

static void hyphens_are_a_last_resort(void **state)
{
	struct arena *arena = arena_new();
	struct ruler ruler = rule(arena, "aaaa bbb_bbb cccc");
	struct pieces wide = linebreak(arena, &ruler, 0, 55000), narrow = linebreak(arena, &ruler, 0, 28000);

	(void)state;
	assert_int_equal(wide.length, 2);
	assert_int_equal(wide.data[0].to, 3);
	assert_int_equal(narrow.length, 4);
	assert_int_equal(narrow.data[1].to, 2);
	assert_int_equal(narrow.data[1].width, 20000);
	arena_free(arena);
}

static void a_wide_word_stands_alone(void **state)
{
	struct arena *arena = arena_new();
	struct ruler ruler = rule(arena, "aa bbbbbbbbbb cc");
	struct pieces pieces = linebreak(arena, &ruler, 0, 30000);

	(void)state;
	assert_int_equal(pieces.length, 3);
	assert_int_equal(pieces.data[1].width, 50000);
	arena_free(arena);
}

static void a_lonely_last_word_is_avoided(void **state)
{
	struct arena *arena = arena_new();
	struct ruler ruler = rule(arena, "aaaa aaaa aaaa aa a");
	struct pieces pieces = linebreak(arena, &ruler, 0, 78000);

	(void)state;
	assert_int_equal(pieces.length, 2);
	assert_int_equal(pieces.data[0].to, 3);
	arena_free(arena);
}

static void a_heading_is_balanced(void **state)
{
	struct arena *arena = arena_new();
	struct ruler ruler = rule(arena, "aaaa bbbb cccc dd ee");
	struct pieces loose = linebreak(arena, &ruler, 0, 69000),
		      even = linebreak_balanced(arena, &ruler, 0, 69000),
		      wide = linebreak_balanced(arena, &ruler, 0, 15000);

	(void)state;
	assert_int_equal(loose.data[0].to, 3);
	assert_int_equal(even.length, 2);
	assert_int_equal(even.data[0].to, 2);
	assert_int_equal(even.data[1].width, 45000);
	assert_int_equal(wide.length, 5);
	arena_free(arena);
}

static void breaking_may_begin_inside(void **state)
{
	struct arena *arena = arena_new();
	struct ruler ruler = rule(arena, "aaa bbb ccc ddd");
	struct pieces pieces = linebreak(arena, &ruler, 2, 17000);

	(void)state;
	assert_int_equal(pieces.length, 2);
	assert_int_equal(pieces.data[0].from, 2);
	assert_int_equal(pieces.data[1].to, 4);
	arena_free(arena);
}

static void widths_add_up_over_runs(void **state)
{
	struct arena *arena = arena_new();
	struct span spans[] = {{.text = "aa ", .language = &fake_ltr},
			       {.text = "bb cc", .language = &fake_ltr, .bold = true}};
	struct block block = {.style = &body, .language = &fake_ltr, .spans = spans, .span_count = 2};
	const struct para *para = para_shape(arena, NULL, NULL, &block, (struct page_number){0, 0});
	struct ruler ruler = ruler_new(arena, measure_new(arena, extents_new(arena), para, &body), 9990);

	(void)state;
	assert_int_equal(ruler_width(&ruler, 0, 3),
			 12488 + 11250); /* halves of 4.995 pt are 5.00 in hundredths */
	assert_int_equal(ruler_width(&ruler, 0, 2), 12488 + 5000);
	assert_int_equal(ruler_width(&ruler, 1, 2), 5000);
	assert_int_equal(ruler_width(&ruler, 0, 1), 9990);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_other_way_is_cheaper),       cmocka_unit_test(greedy_gaps_are_evened_out),
	    cmocka_unit_test(hyphens_are_a_last_resort),     cmocka_unit_test(a_wide_word_stands_alone),
	    cmocka_unit_test(a_lonely_last_word_is_avoided), cmocka_unit_test(breaking_may_begin_inside),
	    cmocka_unit_test(widths_add_up_over_runs),       cmocka_unit_test(a_heading_is_balanced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
