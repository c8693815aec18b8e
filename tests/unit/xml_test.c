/* What a hostile or broken file may try: it must be refused quickly, with one sentence, and nothing outside the tree is ever read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "helper_source.h"

#define LEAF "translations/leaf/nl.xml"
#define ARABIC "translations/leaf/ar.xlf"
#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

static void refuse(const char *text, const char *place, const char *word)
{
	struct tree *tree = tree_open();
	const char *said;
	clock_t start = clock();

	tree_write(tree, LEAF, text);
	assert_null(tree_compose(tree, "nl", NULL, "office"));
	said = tree_said(tree);
	if (strncmp(said, LEAF, strlen(LEAF)) != 0 || !strstr(said, place) || !strstr(said, word))
		fail_msg("expected %s %s, got:\n%s", place, word, said);
	assert_int_equal(diag_count(tree->diag, DIAG_NOTE), 1);
	assert_true(clock() - start < CLOCKS_PER_SEC);
	tree_close(tree);
}

static void an_entity_bomb_is_refused(void **state)
{
	(void)state;
	refuse(HEAD "<!DOCTYPE document [\n"
		    "<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\">\n"
		    "<!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">\n"
		    "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">\n"
		    "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">\n"
		    "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\">\n"
		    "]><document>&e;</document>",
	       ":2: error: ", "[xml-doctype]");
}

static void an_external_entity_is_never_read(void **state)
{
	(void)state;
	refuse(HEAD
	       "<!DOCTYPE document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<document>&x;</document>",
	       ":2: error: ", "[xml-doctype]");
	refuse(HEAD "<!DOCTYPE document SYSTEM \"http://127.0.0.1:9/x.dtd\">\n<document/>",
	       ":2: error: ", "[xml-doctype]");
	refuse(HEAD "<!DOCTYPE document [<!ENTITY % x SYSTEM \"/dev/zero\"> %x;]>\n<document/>",
	       ":2: error: ", "[xml-doctype]");
}

static const char *nested(struct arena *arena, int depth)
{
	struct buf buf = buf_new(arena);

	buf_puts(&buf, HEAD);
	for (int i = 0; i < depth; i++)
		buf_puts(&buf, "<b>\n");
	for (int i = 0; i < depth; i++)
		buf_puts(&buf, "</b>");
	return buf.data;
}

static void depth_is_limited(void **state)
{
	struct arena *arena = arena_new();
	(void)state;

	refuse(nested(arena, 33), ":34: error: ", "[xml-depth]");
	refuse(nested(arena, 100000), ":34: error: ", "[xml-depth]");
	refuse(nested(arena, 32), ":2: error: ", "[xml-root]");
	arena_free(arena);
}

static void size_is_limited(void **state)
{
	struct arena *arena = arena_new();
	struct buf buf = buf_new(arena);
	(void)state;

	buf_puts(&buf, HEAD "<document>");
	while (buf.length <= 4 * 1024 * 1024)
		buf_puts(&buf, "                                                                ");
	buf_puts(&buf, "</document>");
	refuse(buf.data, ": error: ", "[file-too-large]");
	arena_free(arena);
}

static void what_is_no_xml_is_refused(void **state)
{
	(void)state;
	refuse("", ": error: ", "[xml-malformed]");
	refuse("zomaar tekst", ":1: error: ", "[xml-malformed]");
	refuse("\xFF\xFE<\x01", ":1: error: ", "[not-utf8]");
	refuse(HEAD "<strings/>", ":2: error: ", "[xml-root]");
	refuse(HEAD "<document", ":2: error: ", "[xml-");
}

static void a_folder_is_no_file(void **state)
{
	struct tree *tree = tree_open();
	(void)state;

	assert_int_equal(remove(tree_path(tree, LEAF)), 0);
	assert_true(folder_make(tree->diag, tree_path(tree, LEAF)));
	assert_null(tree_compose(tree, "nl", NULL, "office"));
	assert_int_equal(diag_status(tree->diag), 2);
	assert_int_equal(remove(tree_path(tree, LEAF)), 0);
	tree_close(tree);
}

static void a_byte_order_mark_is_passed_over(void **state)
{
	struct tree *tree = tree_open();
	(void)state;

	tree_replace(tree, ARABIC, "<?xml", "\xEF\xBB\xBF<?xml");
	assert_non_null(tree_compose(tree, "ar", NULL, "office"));
	assert_string_equal(tree_said(tree), "");
	tree_close(tree);
}

static void later_versions_of_xliff_are_read(void **state)
{
	static const struct {
		const char *namespace, *version;
	} versions[] = {{":2.0\"", "version=\"2.1\""}, {":2.2\"", "version=\"2.2\""}};
	(void)state;

	for (size_t i = 0; i < 2; i++) {
		struct tree *tree = tree_open();

		tree_replace(tree, ARABIC, ":2.0\"", versions[i].namespace);
		tree_replace(tree, ARABIC, "version=\"2.0\"", versions[i].version);
		assert_non_null(tree_compose(tree, "ar", NULL, "office"));
		assert_string_equal(tree_said(tree), "");
		tree_close(tree);
	}
}

/* Seen in files that came back from translation tools: modules, white space attributes, metadata, tool marks. */
static void what_tools_add_is_let_be(void **state)
{
	struct tree *tree = tree_open();
	(void)state;

	tree_replace(tree, ARABIC, "version=\"2.0\"",
		     "version=\"2.0\" xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\" xmlns:t=\"urn:x\"");
	tree_replace(tree, ARABIC, "<unit id=\"home.title\"><segment",
		     "<unit id=\"home.title\" t:seen=\"1\"><mda:metadata><mda:meta type=\"x\">y</mda:meta>"
		     "</mda:metadata><segment xml:space=\"preserve\"");
	tree_replace(tree, ARABIC, "<target>للبيت", "<target xml:lang=\"ar\" t:by=\"me\">للبيت");
	assert_non_null(tree_compose(tree, "ar", NULL, "office"));
	assert_string_equal(tree_said(tree), "");
	tree_close(tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(an_entity_bomb_is_refused),
	    cmocka_unit_test(an_external_entity_is_never_read),
	    cmocka_unit_test(depth_is_limited),
	    cmocka_unit_test(size_is_limited),
	    cmocka_unit_test(what_is_no_xml_is_refused),
	    cmocka_unit_test(a_folder_is_no_file),
	    cmocka_unit_test(a_byte_order_mark_is_passed_over),
	    cmocka_unit_test(later_versions_of_xliff_are_read),
	    cmocka_unit_test(what_tools_add_is_let_be),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
