/* layout/fit: the largest scale, though fitting is not monotone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "layout/fit.h"

/* Fits up to a limit, and at one more scale by chance. */
struct sheet {
	int32_t limit, chance;
	int trials;
};

static bool fits(void *context, int32_t scale)
{
	struct sheet *sheet = context;

	sheet->trials++;
	return scale <= sheet->limit || scale == sheet->chance;
}

static int32_t search(struct sheet *sheet, int32_t min, int32_t max)
{
	struct fit fit = {min, max, fits, sheet};

	return fit_search(&fit);
}

static void the_largest_scale_is_found(void **state)
{
	(void)state;
	for (int32_t limit = 860; limit <= 1200; limit++) {
		struct sheet sheet = {limit, 0, 0};
		int32_t expected = limit >= 1153 ? 1153 : limit - limit % 5;

		assert_int_equal(search(&sheet, 860, 1153), expected);
		assert_true(sheet.trials <= 11);
	}
}

static void nothing_fits(void **state)
{
	struct sheet sheet = {859, 0, 0};

	(void)state;
	assert_int_equal(search(&sheet, 860, 1150), 0);
	assert_int_equal(sheet.trials, 2);
}

static void a_lucky_neighbour_is_taken(void **state)
{
	struct sheet sheet = {1000, 1010, 0};

	(void)state;
	assert_int_equal(search(&sheet, 860, 1150), 1010);
}

static void a_range_of_one(void **state)
{
	struct sheet sheet = {1000, 0, 0};

	(void)state;
	assert_int_equal(search(&sheet, 1000, 1000), 1000);
	assert_int_equal(search(&sheet, 1000, 900), 1000);
	assert_int_equal(search(&sheet, 1001, 1001), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_largest_scale_is_found),
	    cmocka_unit_test(nothing_fits),
	    cmocka_unit_test(a_lucky_neighbour_is_taken),
	    cmocka_unit_test(a_range_of_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
