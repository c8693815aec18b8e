/* A logo's colours: what is neutral stays on black ink, what is not obeys the ink limit, and pixels follow single colours. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "pdf/convert.h"
#include "pdf/profile.h"

enum { INK_MOST = 310 }; /* FOGRA39 was made with a limit of 300 per cent; rounding comes on top */

static struct converter *press(struct arena *arena)
{
	struct diag *diag = diag_new();
	struct bytes profile = profile_of_press(arena, diag, NULL);

	assert_non_null(profile.data);
	diag_free(diag);
	return converter_new(arena, COLOR_CMYK, profile);
}

static struct color foreign(uint8_t red, uint8_t green, uint8_t blue)
{
	return (struct color){.id = "", .rgb = {red, green, blue}, .foreign = true};
}

static void neutral_is_black_ink(void **state)
{
	struct arena *arena = arena_new();
	struct converter *converter = press(arena);
	struct color black = foreign(0, 0, 0), grey = foreign(128, 128, 128), white = foreign(255, 255, 255);
	struct color ink = converter_color(converter, &black), half = converter_color(converter, &grey);
	struct color paper = converter_color(converter, &white);

	(void)state;
	assert_int_equal(ink.cmyk[0] + ink.cmyk[1] + ink.cmyk[2], 0);
	assert_int_equal(ink.cmyk[3], 100);
	assert_int_equal(half.cmyk[0] + half.cmyk[1] + half.cmyk[2], 0);
	assert_in_range(half.cmyk[3], 40, 85);
	assert_int_equal(paper.cmyk[0] + paper.cmyk[1] + paper.cmyk[2] + paper.cmyk[3], 0);
	arena_free(arena);
}

static void colours_stay_under_the_limit(void **state)
{
	struct arena *arena = arena_new();
	struct converter *converter = press(arena);
	struct color red = foreign(200, 20, 20), night = foreign(2, 0, 24), theme = {.cmyk = {1, 2, 3, 4}};
	struct color made = converter_color(converter, &red), dark = converter_color(converter, &night);

	(void)state;
	assert_true(made.cmyk[1] > 80 && made.cmyk[2] > 80 && made.cmyk[0] < 40);
	assert_in_range(dark.cmyk[0] + dark.cmyk[1] + dark.cmyk[2] + dark.cmyk[3], 200, INK_MOST);
	assert_memory_equal(converter_color(converter, &theme).cmyk, theme.cmyk, 4);
	arena_free(arena);
}

static void pixels_follow(void **state)
{
	static const uint8_t rgb[] = {0, 0, 0, 200, 20, 20, 255, 255, 255};
	struct arena *arena = arena_new();
	struct converter *converter = press(arena),
			 *grey = converter_new(arena, COLOR_GREY, (struct bytes){0});
	uint8_t inks[12], light[3];

	(void)state;
	converter_pixels(converter, rgb, 3, inks);
	converter_pixels(grey, rgb, 3, light);
	assert_memory_equal(inks, ((uint8_t[]){0, 0, 0, 255}), 4);
	assert_memory_equal(inks + 8, ((uint8_t[]){0, 0, 0, 0}), 4);
	assert_true(inks[5] > 200);
	assert_int_equal(light[0], 0);
	assert_in_range(light[1], 60, 140);
	assert_int_equal(light[2], 255);
	arena_free(arena);
}

static void a_broken_profile_is_no_converter(void **state)
{
	static const unsigned char bytes[200] = {0};
	struct arena *arena = arena_new();

	(void)state;
	assert_null(converter_new(arena, COLOR_CMYK, (struct bytes){bytes, sizeof bytes}));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(neutral_is_black_ink),
	    cmocka_unit_test(colours_stay_under_the_limit),
	    cmocka_unit_test(pixels_follow),
	    cmocka_unit_test(a_broken_profile_is_no_converter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
