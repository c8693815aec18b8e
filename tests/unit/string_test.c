/* Strings and colours as PDF writes them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "pdf/color.h"
#include "pdf/hash.h"
#include "pdf/string.h"

static int setup(void **state)
{
	*state = arena_new();
	return 0;
}

static int teardown(void **state)
{
	arena_free(*state);
	return 0;
}

static void utf8_becomes_utf16(void **state)
{
	struct utf16 text = utf16_from_utf8(*state, "a\u00e9\u0628\u1247\U0001E900");
	const uint16_t expected[] = {'a', 0xE9, 0x628, 0x1247, 0xD83A, 0xDD00};

	assert_int_equal(text.length, 6);
	assert_memory_equal(text.data, expected, sizeof expected);
}

static void what_is_no_utf8_is_replaced(void **state)
{
	struct utf16 text = utf16_from_utf8(*state, "\xC0\xAF|\xED\xA0\x80|\xE1\x89");

	for (size_t i = 0; i < text.length; i++)
		assert_true(text.data[i] == 0xFFFD || text.data[i] == '|');
	assert_int_equal(text.data[text.length - 1], 0xFFFD);
}

static void bidi_controls_are_left_out(void **state)
{
	const uint16_t text[] = {'a', 0x2066, '1', 0x2069, 0x200F, 0x200C, 'b', 0x061C, 0x202E};
	const uint16_t expected[] = {'a', '1', 0x200C, 'b'};
	struct utf16 plain = utf16_plain(*state, (struct utf16){text, 9});

	assert_int_equal(plain.length, 4);
	assert_memory_equal(plain.data, expected, sizeof expected);
}

static void ascii_stays_as_it_is(void **state)
{
	struct buf buf = buf_new(*state);

	string_text(&buf, utf16_from_utf8(*state, "tel:112 (a\\b)"));
	assert_string_equal(buf.data, "(tel:112 \\(a\\\\b\\))");
}

static void other_text_has_a_byte_order_mark(void **state)
{
	/* U+060D holds a carriage return, U+2828 two brackets: both must be escaped */
	static const char expected[] = "(\xFE\xFF\x06\\r\\(\\(\0b)";
	struct buf buf = buf_new(*state);

	string_text(&buf, utf16_from_utf8(*state, "\u060D\u2828b"));
	assert_int_equal(buf.length, sizeof expected - 1);
	assert_memory_equal(buf.data, expected, buf.length);
}

static void colors_follow_the_edition(void **state)
{
	static const struct color color = {.rgb = {0, 51, 255}, .cmyk = {100, 0, 12, 5}, .grey = 20};
	struct buf buf = buf_new(*state);

	color_fill(&buf, &color, COLOR_SCREEN);
	color_stroke(&buf, &color, COLOR_CMYK);
	color_fill(&buf, &color, COLOR_GREY);
	color_stroke(&buf, &color, COLOR_GREY);
	assert_string_equal(buf.data, "0 0.2 1 rg\n1 0 0.12 0.05 K\n0.2 g\n0.2 G\n");
}

static void numbers_are_exact(void **state)
{
	struct buf buf = buf_new(*state);
	const long values[] = {0, 1, -1, 595276, 841890, -8504, 14400000, 100};

	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		buf_add_milli(&buf, values[i]);
		buf_putc(&buf, ' ');
	}
	assert_string_equal(buf.data, "0 0.001 -0.001 595.276 841.89 -8.504 14400 0.1 ");
}

/* The published vector of FNV-1a, 128 bits, for "a". */
static void hash_is_fnv1a(void **state)
{
	static const unsigned char expected[HASH_SIZE] = {0xd2, 0x28, 0xcb, 0x69, 0x6f, 0x1a, 0x8c, 0xaf,
							  0x78, 0x91, 0x2b, 0x70, 0x4e, 0x4a, 0x89, 0x64};
	unsigned char result[HASH_SIZE];
	struct hash hash = hash_new();

	(void)state;
	hash_add(&hash, "a", 1);
	hash_result(&hash, result);
	assert_memory_equal(result, expected, HASH_SIZE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(utf8_becomes_utf16, setup, teardown),
	    cmocka_unit_test_setup_teardown(what_is_no_utf8_is_replaced, setup, teardown),
	    cmocka_unit_test_setup_teardown(bidi_controls_are_left_out, setup, teardown),
	    cmocka_unit_test_setup_teardown(ascii_stays_as_it_is, setup, teardown),
	    cmocka_unit_test_setup_teardown(other_text_has_a_byte_order_mark, setup, teardown),
	    cmocka_unit_test_setup_teardown(colors_follow_the_edition, setup, teardown),
	    cmocka_unit_test_setup_teardown(numbers_are_exact, setup, teardown),
	    cmocka_unit_test(hash_is_fnv1a),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
