/* A Dutch text that comes back changed: the sentence is another, and nothing else of nl.xml is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "helper_source.h"
#include "review/take_master.h"
#include "source/master.h"
#include "source/master_edit.h"
#include "source/store.h"
#include "source/xliff.h"

#define LEAF "translations/leaf/nl.xml"

static struct tree *open_material(void)
{
	struct tree *tree = tree_open();

	assert_true(material_load(tree->arena, tree->diag, tree->folder, &tree->material));
	return tree;
}

static char *stored(struct tree *tree)
{
	struct bytes bytes = file_read(tree->arena, tree->diag, tree_path(tree, LEAF), 1 << 20);

	assert_non_null(bytes.data);
	return arena_string(tree->arena, (const char *)bytes.data);
}

static struct words text(struct tree *tree, const char *words)
{
	struct words_maker maker = words_begin(tree->arena);

	words_text(&maker, words, (struct loc){0});
	return words_end(&maker);
}

/* "Tot {penalty.years} jaar <b>gevangenis</b>." with another end. */
static struct words penalty(struct tree *tree, const char *key, const char *end)
{
	struct words_maker maker = words_begin(tree->arena);

	words_text(&maker, "Tot ", (struct loc){0});
	words_fact(&maker, (struct piece){.key = key, .form = "", .text = "12"});
	words_text(&maker, " jaar ", (struct loc){0});
	words_mark(&maker, true, NULL);
	words_text(&maker, "gevangenis", (struct loc){0});
	words_mark(&maker, false, NULL);
	words_text(&maker, end, (struct loc){0});
	return words_end(&maker);
}

static bool take(struct tree *tree, struct delivered unit, struct taken *taken)
{
	struct delivery delivery = {"leaf", "nl", &unit, 1, {"back.docx", 0}};

	unit.loc = (struct loc){"back.docx", 4};
	return master_take(tree->arena, tree->diag, &tree->material, &delivery, taken);
}

static void one_sentence_changes_and_no_other_byte(void **state)
{
	static const char *const remarks[] = {"mag het korter -- ja?"};
	static const char old[] = "    <p id=\"law.penalty\" core=\"2\" basis=\"penalty.years law.all\">Tot "
				  "<fact key=\"penalty.years\"/> jaar\n"
				  "      <b>gevangenis</b>.</p>\n";
	static const char new[] = "    <!-- opmerking law.penalty: mag het korter - - ja? -->\n"
				  "    <p id=\"law.penalty\" core=\"2\" basis=\"penalty.years law.all\">Tot "
				  "<fact key=\"penalty.years\"/> jaar "
				  "<b>gevangenis</b> &amp; &lt;meer&gt;.</p>\n";
	struct tree *tree = open_material();
	char *before = stored(tree), *place = strstr(before, old), *after;
	struct delivered unit = {.id = "law.penalty",
				 .source = penalty(tree, "penalty.years", "."),
				 .target = penalty(tree, "penalty.years", " & <meer>."),
				 .remarks = remarks,
				 .remark_count = 1};
	struct taken taken;
	(void)state;

	assert_non_null(place);
	if (!take(tree, unit, &taken))
		fail_msg("%s", tree_said(tree));
	assert_int_equal(taken.changed, 1);
	assert_int_equal(taken.remarks, 1);
	after = stored(tree);
	assert_string_equal(after, arena_format(tree->arena, "%.*s%s%s", (int)(place - before), before, new,
						place + strlen(old)));

	assert_true(take(tree, unit, &taken));
	assert_int_equal(taken.remarks, 0);
	assert_string_equal(stored(tree), after);
	tree_close(tree);
}

static void links_and_forms_are_written_as_they_were(void **state)
{
	struct tree *tree = open_material();
	struct delivered unit = {.id = "read.more"};
	struct words_maker maker = words_begin(tree->arena);
	const struct loc loc = {0};
	struct taken taken;
	(void)state;

	words_text(&maker, "Lees ", loc);
	words_fact(&maker, (struct piece){.key = "law.book", .form = ""});
	words_text(&maker, " hier: ", loc);
	words_mark(&maker, false, "url.site");
	words_text(&maker, "de ", loc);
	words_mark(&maker, true, "url.site");
	words_text(&maker, "site", loc);
	words_mark(&maker, false, NULL);
	words_text(&maker, ".", loc);
	unit.target = words_end(&maker);
	unit.source = unit_find(translation_open(tree->arena, tree->diag, &tree->material, "leaf",
						 language_find(&tree->material.languages, "nl"))
				    ->master,
				"read.more")
			  ->source;
	assert_true(take(tree, unit, &taken));
	assert_non_null(
	    strstr(stored(tree),
		   "Lees <fact key=\"law.book\"/> hier: <a fact=\"url.site\">de <b>site</b></a>.</p>"));
	tree_close(tree);
}

static void what_is_as_it_was_changes_nothing(void **state)
{
	struct tree *tree = open_material();
	const char *before = stored(tree);
	struct taken taken;
	(void)state;

	assert_true(take(
	    tree,
	    (struct delivered){.id = "home.more", .source = text(tree, "Meer"), .target = text(tree, "Meer")},
	    &taken));
	assert_int_equal(taken.same, 1);
	/* an older text that nobody touched is no wish to have it back */
	assert_true(take(
	    tree,
	    (struct delivered){.id = "home.more", .source = text(tree, "Oud"), .target = text(tree, "Oud")},
	    &taken));
	assert_int_equal(taken.changed, 0);
	assert_true(take(tree, (struct delivered){.id = "home.more", .source = text(tree, "Meer")}, &taken));
	assert_non_null(strstr(tree_said(tree), "[target-emptied]"));
	assert_string_equal(stored(tree), before);
	tree_close(tree);
}

static void a_section_of_that_name_is_no_unit(void **state)
{
	struct tree *tree = open_material();
	struct master_file file = {store_schemas(tree->material.store), tree->material.facts,
				   tree_path(tree, LEAF), "document"};
	struct master_change change = {.id = "home.more", .words = text(tree, "Nog meer")};
	size_t remarks;
	(void)state;

	tree_replace(tree, LEAF, "<section id=\"home\">", "<section id=\"home.more\">");
	assert_true(master_edit(tree->arena, tree->diag, &file, &change, 1, &remarks));
	assert_non_null(strstr(stored(tree), ">Voor thuis</h>"));
	assert_non_null(strstr(stored(tree), ">Nog meer</h>"));
	tree_close(tree);
}

static void refuses(const char *id, const char *source, const char *target, const char *word)
{
	struct tree *tree = open_material();
	const char *before = stored(tree);
	struct taken taken;

	assert_false(take(
	    tree, (struct delivered){.id = id, .source = text(tree, source), .target = text(tree, target)},
	    &taken));
	if (!strstr(tree_said(tree), word) || !strstr(tree_said(tree), "back.docx:4: error: unit "))
		fail_msg("expected %s, got:\n%s", word, tree_said(tree));
	assert_string_equal(stored(tree), before);
	tree_close(tree);
}

static void what_would_lose_work_is_refused(void **state)
{
	(void)state;
	refuses("home.more", "Oud", "Nieuw", "[dutch-conflict]");
	refuses("home.gone", "Oud", "Nieuw", "[unit-unknown]");
	refuses("home.more", "Meer",
		"Me\xE2\x80\xAE"
		"er",
		"[character-bidi]");
}

static void a_placeholder_that_goes_or_comes_is_refused(void **state)
{
	static const struct {
		const char *key, *word;
	} cases[] = {{"phone.home", "[placeholder-invented]"}, {"phone.home", "[placeholder-dropped]"}};
	(void)state;

	for (size_t i = 0; i < 2; i++) {
		struct tree *tree = open_material();
		struct taken taken;

		assert_false(take(tree,
				  (struct delivered){.id = "law.penalty",
						     .source = penalty(tree, "penalty.years", "."),
						     .target = penalty(tree, cases[i].key, ".")},
				  &taken));
		assert_non_null(strstr(tree_said(tree), cases[i].word));
		tree_close(tree);
	}
}

static void another_document_is_refused(void **state)
{
	struct tree *tree = open_material();
	struct delivery delivery = {.document = "boom", .tag = "nl", .loc = {"back.docx", 0}};
	struct taken taken;
	(void)state;

	assert_false(master_take(tree->arena, tree->diag, &tree->material, &delivery, &taken));
	assert_non_null(strstr(tree_said(tree), "[delivery-document]"));
	tree_close(tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(one_sentence_changes_and_no_other_byte),
	    cmocka_unit_test(links_and_forms_are_written_as_they_were),
	    cmocka_unit_test(what_is_as_it_was_changes_nothing),
	    cmocka_unit_test(a_section_of_that_name_is_no_unit),
	    cmocka_unit_test(what_would_lose_work_is_refused),
	    cmocka_unit_test(a_placeholder_that_goes_or_comes_is_refused),
	    cmocka_unit_test(another_document_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
