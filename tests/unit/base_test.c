/* base/: strings, maps, lengths, JSON, diagnostics. */
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/json.h"
#include "base/length.h"
#include "base/map.h"
#include "base/vec.h"

static void count_release(void *object)
{
	++*(int *)object;
}

static void arena_rewind_runs_what_was_deferred(void **state)
{
	struct arena *arena = arena_new();
	int early = 0, late = 0;
	struct arena_mark mark;

	(void)state;
	arena_defer(arena, count_release, &early);
	mark = arena_mark(arena);
	arena_defer(arena, count_release, &late);
	memset(arena_alloc(arena, 200000), 0xFF, 200000);
	arena_rewind(arena, mark);
	assert_int_equal(late, 1);
	assert_int_equal(early, 0);
	assert_int_equal(*(char *)arena_alloc(arena, 1), 0);
	arena_free(arena);
	assert_int_equal(early, 1);
}

static void buf_writes_utf8_and_decimals(void **state)
{
	struct arena *arena = arena_new();
	struct buf buf = buf_new(arena);

	(void)state;
	buf_add_utf8(&buf, 0x41);
	buf_add_utf8(&buf, 0x1247);
	buf_add_utf8(&buf, 0x1E900);
	buf_add_utf8(&buf, 0xD800);
	assert_string_equal(buf.data, "A\xE1\x89\x87\xF0\x9E\xA4\x80\xEF\xBF\xBD");
	buf.length = 0;
	for (const long *v = (const long[]){0, 1500, -250, 12, 841890, 7, LONG_MAX}; *v != LONG_MAX; v++) {
		buf_add_milli(&buf, *v);
		buf_putc(&buf, ' ');
	}
	assert_string_equal(buf.data, "0 1.5 -0.25 0.012 841.89 0.007 ");
	arena_free(arena);
}

static void map_keeps_what_was_set(void **state)
{
	struct arena *arena = arena_new();
	struct map map = {0};
	int values[1000];

	(void)state;
	assert_null(map_find(&map, "0"));
	for (int i = 0; i < 1000; i++)
		assert_null(map_set(arena, &map, arena_format(arena, "%d", i), &values[i]));
	for (int i = 0; i < 1000; i++)
		assert_ptr_equal(map_find(&map, arena_format(arena, "%d", i)), &values[i]);
	assert_null(map_find(&map, "1000"));
	assert_ptr_equal(map_set(arena, &map, "7", &values[8]), &values[7]);
	assert_int_equal(map.length, 1000);
	arena_free(arena);
}

static void lengths_round_to_nearest(void **state)
{
	length_t value;
	int32_t milli;

	(void)state;
	assert_true(length_parse("210mm", &value));
	assert_int_equal(value, 595276);
	assert_int_equal(length_to_mm100(value), 21000);
	assert_true(length_parse("-3.5pt", &value));
	assert_int_equal(value, -3500);
	assert_true(length_parse("0", &value));
	assert_int_equal(value, 0);
	for (const char **bad =
		 (const char *[]){"", "mm", "5", "1,5mm", "3 mm", "1e3mm", "999999mm", "--1mm", NULL};
	     *bad; bad++)
		assert_false(length_parse(*bad, &value));
	assert_true(milli_parse("1.10", &milli));
	assert_int_equal(milli, 1100);
	assert_true(milli_parse("0.8675", &milli));
	assert_int_equal(milli, 867);
	assert_int_equal(length_scale(-1, 1, 2), -1);
	assert_int_equal(length_scale(2000000000, 1000, 1000), 2000000000);
}

static void json_nests_and_quotes(void **state)
{
	struct arena *arena = arena_new();
	struct buf buf = buf_new(arena);
	struct json json = json_new(&buf);

	(void)state;
	json_object(&json, NULL);
	json_string(&json, "a\"b", "line\nend\\");
	json_array(&json, "list");
	json_number(&json, NULL, -3);
	json_bool(&json, NULL, true);
	json_close(&json, ']');
	json_array(&json, "empty");
	json_close(&json, ']');
	json_string(&json, "none", NULL);
	json_close(&json, '}');
	assert_string_equal(
	    buf.data, "{\n  \"a\\\"b\": \"line\\u000aend\\\\\",\n  \"list\": [\n    -3,\n    true\n  ],\n"
		      "  \"empty\": [],\n  \"none\": null\n}\n");
	arena_free(arena);
}

static char *printed(const struct diag *diag, struct arena *arena)
{
	char *text = NULL, *copy;
	size_t length;
	FILE *stream = open_memstream(&text, &length);

	diag_print(diag, stream);
	fclose(stream);
	copy = arena_copy(arena, text, length);
	free(text);
	return copy;
}

static void diagnostics_are_sorted_and_kept_once(void **state)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new();
	struct loc late = {"b.xlf", 9}, early = {"b.xlf", 2};

	(void)state;
	assert_int_equal(diag_status(diag), 0);
	diag_add(diag, DIAG_WEIGHT_MISSING, (struct loc){"a.xml", 0}, NULL, "Noto Sans NKo", NULL);
	assert_false(diag_failed(diag));
	diag_add(diag, DIAG_GLYPH_MISSING, late, "law.penalty", "U+1247", "Noto Sans", NULL);
	diag_add(diag, DIAG_GLYPH_MISSING, late, "law.penalty", "U+1247", "Noto Sans", NULL);
	diag_add(diag, DIAG_GLYPH_MISSING, early, "law.penalty", "U+1247", "Noto Sans", NULL);
	assert_int_equal(diag_count(diag, DIAG_NOTE), 4);
	assert_int_equal(diag_status(diag), 1);
	assert_string_equal(
	    printed(diag, arena),
	    "a.xml: note: Noto Sans NKo has no bold; regular is used [weight-missing]\n"
	    "b.xlf:2: error: unit law.penalty: no glyph for U+1247 in Noto Sans [glyph-missing]\n"
	    "b.xlf:9: error: unit law.penalty: no glyph for U+1247 in Noto Sans [glyph-missing]\n");
	diag_add(diag, DIAG_FILE_UNREADABLE, late, NULL, "gone", NULL);
	assert_int_equal(diag_status(diag), 2);
	diag_free(diag);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(arena_rewind_runs_what_was_deferred),
	    cmocka_unit_test(buf_writes_utf8_and_decimals),
	    cmocka_unit_test(map_keeps_what_was_set),
	    cmocka_unit_test(lengths_round_to_nearest),
	    cmocka_unit_test(json_nests_and_quotes),
	    cmocka_unit_test(diagnostics_are_sorted_and_kept_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
