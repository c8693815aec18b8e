/* Objects: what is written, and that errors of libharu are never lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "pdf/object.h"

struct desk {
	struct arena *arena;
	struct diag *diag;
	struct pdf *pdf;
};

static int setup(void **state)
{
	struct arena *arena = arena_new();
	struct desk *desk = arena_alloc(arena, sizeof *desk);

	*desk = (struct desk){arena, diag_new(), pdf_open(arena)};
	*state = desk;
	return 0;
}

static int teardown(void **state)
{
	struct desk *desk = *state;

	diag_free(desk->diag);
	arena_free(desk->arena);
	return 0;
}

static void add_page(struct desk *desk)
{
	struct dict *page = pdf_page(desk->pdf);

	dict_rect(page, "MediaBox", (struct rect){-8504, -8504, 603780, 850394});
	dict_dict(page, "Resources");
	dict_ref(page, "Contents", pdf_stream(desk->pdf, (struct bytes){(const unsigned char *)"0 g\n", 4}));
}

/* The document through qpdf, with everything unpacked. */
static const char *unpacked(struct desk *desk)
{
	const char *folder = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
	const char *path = arena_format(desk->arena, "%s/object_test.pdf", folder);
	struct bytes bytes = pdf_save(desk->arena, desk->diag, "test", desk->pdf);
	char *text = arena_alloc(desk->arena, 20000);
	FILE *pipe;
	size_t length;

	assert_non_null(bytes.data);
	assert_true(file_write(desk->diag, path, bytes));
	pipe = popen(arena_format(desk->arena, "qpdf --qdf --object-streams=disable %s -", path), "r");
	assert_non_null(pipe);
	length = fread(text, 1, 19999, pipe);
	assert_int_equal(pclose(pipe), 0);
	for (size_t i = 0; i < length; i++)
		text[i] = text[i] ? text[i] : '~';
	return text;
}

static void decimals_and_strings_are_written_as_they_are(void **state)
{
	struct desk *desk = *state;
	const char *text;

	add_page(desk);
	dict_words(pdf_info(desk->pdf), "Title", "Verklaring (1)");
	dict_words(pdf_info(desk->pdf), "Subject", "\u00e9");
	text = unpacked(desk);
	assert_non_null(strstr(text, "-8.504\n"));
	assert_non_null(strstr(text, "595.276\n"));
	assert_non_null(strstr(text, "/Title (Verklaring \\(1\\))"));
	assert_non_null(strstr(text, "0 g\n"));
	assert_null(strstr(text, "Haru"));
}

static void every_page_is_counted(void **state)
{
	struct desk *desk = *state;

	for (int i = 0; i < 3; i++)
		add_page(desk);
	assert_non_null(strstr(unpacked(desk), "/Count 3\n"));
}

static void the_same_content_gives_the_same_bytes(void **state)
{
	struct desk *first = *state, *second;
	struct bytes a, b;
	void *other;

	setup(&other);
	second = other;
	add_page(first);
	add_page(second);
	a = pdf_save(first->arena, first->diag, "test", first->pdf);
	b = pdf_save(second->arena, second->diag, "test", second->pdf);
	assert_int_equal(a.length, b.length);
	assert_memory_equal(a.data, b.data, a.length);
	teardown(&other);
}

static const char *complaints(struct desk *desk)
{
	char *text = arena_alloc(desk->arena, 1000);
	FILE *stream = fmemopen(text, 999, "w");

	diag_print(desk->diag, stream);
	fclose(stream);
	return text;
}

/* libharu cuts names after 127 bytes and says that all is well. */
static void a_long_name_is_an_error(void **state)
{
	struct desk *desk = *state;
	char name[200];

	memset(name, 'n', sizeof name);
	name[sizeof name - 1] = '\0';
	add_page(desk);
	dict_name(pdf_catalog(desk->pdf), "Test", name);
	dict_number(pdf_catalog(desk->pdf), "After", 1);
	assert_null(pdf_save(desk->arena, desk->diag, "kit", desk->pdf).data);
	assert_string_equal(
	    complaints(desk),
	    "kit: fatal: the PDF library refused the document (libharu status 0x1045) [pdf-failed]\n");
}

/* An array of libharu holds 32767 items. */
static void a_full_array_is_an_error(void **state)
{
	struct desk *desk = *state;
	struct array *array = dict_array(pdf_catalog(desk->pdf), "Test");

	add_page(desk);
	for (int i = 0; i < 40000; i++)
		array_number(array, i);
	assert_null(pdf_save(desk->arena, desk->diag, "kit", desk->pdf).data);
	assert_int_equal(diag_status(desk->diag), 2);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
	const struct CMUnitTest tests[] = {
	    TEST(decimals_and_strings_are_written_as_they_are),
	    TEST(every_page_is_counted),
	    TEST(the_same_content_gives_the_same_bytes),
	    TEST(a_long_name_is_an_error),
	    TEST(a_full_array_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
