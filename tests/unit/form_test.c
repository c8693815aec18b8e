/* The page for translators: whole in one file, and what people wrote is data in it, never markup. tests/browser/form uses it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "helper_source.h"
#include "review/form.h"
#include "source/digest.h"
#include "source/offer.h"

static const char *page_of(struct tree *tree, const char *tag, const char *reference)
{
	const struct languages *languages = &tree->material.languages;
	struct request request = {.document = "leaf",
				  .language = language_find(languages, tag),
				  .second = language_find(languages, reference)};
	struct offer offer;

	assert_true(offer_make(tree->arena, tree->diag, &tree->material, &request, &offer));
	return (const char *)form_write(tree->arena, &offer).data;
}

static struct tree *open_material(void)
{
	struct tree *tree = tree_open();

	assert_true(material_load(tree->arena, tree->diag, tree->folder, &tree->material));
	return tree;
}

static size_t count(const char *text, const char *what)
{
	size_t number = 0;

	while ((text = strstr(text, what))) {
		text++;
		number++;
	}
	return number;
}

static void the_page_asks_for_nothing_from_elsewhere(void **state)
{
	static const char *const never[] = {"http:",     "https:", "src=",   "@import", "url(",
					    "innerHTML", "eval(",  "@DATA@", "@TITLE@"};
	struct tree *tree = open_material();
	const char *page = page_of(tree, "ar", "nl");
	(void)state;

	for (size_t i = 0; i < sizeof never / sizeof *never; i++)
		if (strstr(page, never[i]))
			fail_msg("the page holds %s", never[i]);
	assert_int_equal(count(page, "<script"), 2);
	assert_int_equal(count(page, "default-src 'none'"), 1);
	tree_close(tree);
}

static void words_of_people_are_data(void **state)
{
	struct tree *tree = open_material();
	const char *page;
	(void)state;

	tree_replace(tree, "translations/leaf/nl.xml", "Een hand.",
		     "&lt;/script&gt;&lt;script&gt;alert(1)&lt;!-- &amp; \"q\" \\");
	tree_replace(tree, "translations/languages.xml", "name-en=\"Arabic\"",
		     "name-en=\"&lt;script&gt;&quot;@STYLE@\"");
	assert_true(material_load(tree->arena, tree->diag, tree->folder, &tree->material));
	page = page_of(tree, "ar", "nl");
	assert_int_equal(count(page, "<script"), 2);
	assert_non_null(strstr(page, "\\u003c/script>\\u003cscript>alert(1)\\u003c!-- & \\\"q\\\" \\\\"));
	assert_non_null(strstr(page, "&lt;script&gt;&quot;@STYLE@</title>"));
	tree_close(tree);
}

static void a_script_is_named_by_its_digest(void **state)
{
	struct arena *arena = arena_new();
	(void)state;

	/* FIPS 180-4, example of one block */
	assert_string_equal(digest_base64(arena, (struct bytes){(const unsigned char *)"abc", 3}),
			    "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_page_asks_for_nothing_from_elsewhere),
	    cmocka_unit_test(words_of_people_are_data),
	    cmocka_unit_test(a_script_is_named_by_its_digest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
