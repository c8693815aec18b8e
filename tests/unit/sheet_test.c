/* source/sheet and parts of sections: what a designer writes, and each mistake in it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "helper_source.h"

static const char EDITIONS[] = "templates/editions.xml";

/* Adds an edition "folded" with this sheet and loads the tree; gives the edition, or NULL. */
static const struct edition *load(struct tree *tree, const char *attributes, const char *sheet)
{
	const char *edition = arena_format(tree->arena,
					   "<edition id=\"folded\" name-nl=\"Vouw\" name-en=\"Fold\" "
					   "page=\"100mm 140mm\"%s>%s</edition></editions>",
					   attributes, sheet);

	tree_replace(tree, EDITIONS, "</editions>", edition);
	if (!material_load(tree->arena, tree->diag, tree->folder, &tree->material))
		return NULL;
	return edition_find(&tree->material, "folded");
}

static void a_plan_is_read(void **state)
{
	struct tree *tree = tree_open();
	const struct edition *edition = load(tree, " stem=\"vouwblad\" title=\"carry.title\"",
					     "<floor styles=\"body\" size=\"8\"/><sheet size=\"210mm 297mm\" "
					     "columns=\"2\" front=\"v-1 1 -3 3\" "
					     "back=\"2 -2 4 -4\" creep=\"0.1mm\"><fold column=\"1\"/><cut "
					     "row=\"1\" from=\"0\" to=\"1\"/></sheet>");
	const struct sheet_plan *plan;

	(void)state;
	assert_non_null(edition);
	plan = edition->sheet;
	assert_non_null(plan);
	assert_int_equal(edition->floor_count, 1);
	assert_string_equal(edition->stem, "vouwblad");
	assert_int_equal(plan->columns, 2);
	assert_int_equal(plan->rows, 2);
	assert_int_equal(plan->step, 4);
	assert_int_equal(plan->languages, 1);
	assert_int_equal(plan->front[0].page, -1);
	assert_true(plan->front[0].turned);
	assert_int_equal(plan->back[3].page, -4);
	assert_int_equal(plan->line_count, 2);
	assert_true(plan->lines[0].vertical && !plan->lines[0].cut);
	assert_true(!plan->lines[1].vertical && plan->lines[1].cut && plan->lines[1].to == 1);
	assert_null(edition_find(&tree->material, "office")->sheet);
	tree_close(tree);
}

static void mistakes_in_a_plan_are_told(void **state)
{
	static const struct {
		const char *attributes, *sheet;
	} mistakes[] = {
	    {"", "<sheet size=\"210mm\" columns=\"2\" front=\"1 2\"/>"},
	    {"", "<sheet size=\"190mm 297mm\" columns=\"2\" front=\"1 2\"/>"},
	    {"", "<sheet size=\"210mm 297mm\" columns=\"2\" front=\"1 2 3\"/>"},
	    {"", "<sheet size=\"210mm 297mm\" columns=\"0\" front=\"1 2\"/>"},
	    {"", "<sheet size=\"210mm 297mm\" columns=\"2\" front=\"1 0\"/>"},
	    {"", "<sheet size=\"210mm 297mm\" columns=\"2\" front=\"1 x\"/>"},
	    {"", "<sheet size=\"210mm 297mm\" columns=\"2\" front=\"1 1\"/>"},
	    {"", "<sheet size=\"210mm 297mm\" columns=\"2\" front=\"-5 1\" back=\"2 -2\"/>"},
	    {"", "<sheet size=\"210mm 297mm\" columns=\"2\" front=\"1 2\" back=\"3\"/>"},
	    {"", "<sheet size=\"210mm 297mm\" columns=\"2\" front=\"1 2\" back=\"2 3\"/>"},
	    {"", "<sheet size=\"210mm 297mm\" columns=\"2\" front=\"1 2\" languages=\"0\"/>"},
	    {"", "<sheet size=\"210mm 297mm\" columns=\"2\" front=\"1 2\"><fold column=\"2\"/></sheet>"},
	    {"", "<sheet size=\"210mm 297mm\" columns=\"2\" front=\"1 2\"><cut row=\"1\"/></sheet>"},
	    {"", "<sheet size=\"210mm 297mm\" columns=\"2\" front=\"1 2\"><cut column=\"1\" "
		 "from=\"1\"/></sheet>"},
	    {" tagged=\"yes\"", "<sheet size=\"210mm 297mm\" columns=\"2\" front=\"1 2\"/>"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
		struct tree *tree = tree_open();

		assert_null(load(tree, mistakes[i].attributes, mistakes[i].sheet));
		if (!strstr(tree_said(tree), "[attribute-value]"))
			fail_msg("%s: %s", mistakes[i].sheet, tree_said(tree));
		tree_close(tree);
	}
}

static const char LEAF[] = "templates/leaf.xml";
static const char CARRY[] = "<section ref=\"carry\"/>";
static const char HOME[] = "<section ref=\"home\" style-prefix=\"home.\"/>";

/* The ids of the units of a flow, a space after each. */
static const char *units_of(struct tree *tree, const struct flow *flow)
{
	struct buf buf = buf_new(tree->arena);

	for (size_t i = 0; i < flow->row_count; i++)
		buf_printf(&buf, "%s ", flow->rows[i].first->unit);
	return buf.data;
}

static void a_frame_shows_parts_of_sections(void **state)
{
	struct tree *tree = tree_open();
	const struct document *document;

	(void)state;
	tree_replace(
	    tree, LEAF, CARRY,
	    "<unit ref=\"home.site\"/><section ref=\"carry\" first=\"fig.hand.alt\" last=\"call.home\"/>"
	    "<section ref=\"carry\" first=\"ask.name\"/>");
	tree_replace(tree, LEAF, HOME, "<section ref=\"home\" last=\"home.title\"/>");
	document = tree_compose(tree, "nl", NULL, "office");
	assert_non_null(document);
	assert_string_equal(units_of(tree, &document->flows[0]),
			    "home.site fig.hand.alt law.penalty office.only call.home ask.name ");
	assert_string_equal(units_of(tree, &document->flows[1]), "home.title ");
	assert_string_equal(tree_said(tree), "");
	tree_close(tree);
}

static void a_partial_layout_leaves_sections_out(void **state)
{
	static const char home[] =
	    "<frame id=\"home\" start=\"10mm\" end=\"10mm\" top=\"120mm\" height=\"100mm\">\n"
	    "      <section ref=\"home\" style-prefix=\"home.\"/>\n    </frame>";

	(void)state;
	for (int partial = 0; partial < 2; partial++) {
		struct tree *tree = tree_open();

		tree_replace(tree, LEAF, home, "");
		if (partial)
			tree_replace(tree, LEAF, "id=\"leaf\"", "id=\"leaf\" partial=\"yes\"");
		assert_non_null(tree_compose(tree, "nl", NULL, "office"));
		assert_int_equal(strstr(tree_said(tree), "[section-unplaced]") == NULL, partial);
		tree_close(tree);
	}
}

static void an_absent_unit_is_told(void **state)
{
	static const char *const refs[] = {"<unit ref=\"nowhere\"/>",
					   "<section ref=\"carry\" first=\"nowhere\"/>",
					   "<section ref=\"carry\" last=\"nowhere\"/>"};
	struct tree *tree;

	(void)state;
	for (size_t i = 0; i < sizeof refs / sizeof *refs; i++) {
		tree = tree_open();
		tree_replace(tree, LEAF, CARRY, refs[i]);
		assert_null(tree_compose(tree, "nl", NULL, "office"));
		assert_non_null(
		    strstr(tree_said(tree), "there is no unit nowhere in the document leaf [unit-absent]"));
		tree_close(tree);
	}
	tree = tree_open();
	tree_replace(tree, EDITIONS, "id=\"office\"", "id=\"office\" title=\"nowhere\"");
	assert_null(tree_compose(tree, "nl", NULL, "office"));
	assert_non_null(strstr(tree_said(tree), "[unit-absent]"));
	tree_close(tree);
}

static void a_range_keeps_to_its_section(void **state)
{
	static const char *const refs[] = {
	    "<section ref=\"carry\" first=\"call.world\" last=\"call.home\"/>",
	    "<section ref=\"carry\" last=\"home.title\"/>",
	    "<section ref=\"carry\" first=\"home.title\" last=\"home.site\"/>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof refs / sizeof *refs; i++) {
		struct tree *tree = tree_open();

		tree_replace(tree, LEAF, CARRY, refs[i]);
		assert_null(tree_compose(tree, "nl", NULL, "office"));
		assert_non_null(strstr(tree_said(tree), "[unit-range]"));
		tree_close(tree);
	}
}

static void an_edition_has_a_stem_and_a_title(void **state)
{
	struct tree *tree = tree_open();
	const struct document *document;

	(void)state;
	tree_replace(tree, EDITIONS, "id=\"office\"", "id=\"office\" stem=\"blad\" title=\"home.title\"");
	document = tree_compose(tree, "nl", NULL, "office");
	assert_non_null(document);
	assert_string_equal(document->stem, "blad-nl-office");
	assert_string_equal(document->title, "Voor thuis");
	tree_close(tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_plan_is_read),
	    cmocka_unit_test(mistakes_in_a_plan_are_told),
	    cmocka_unit_test(a_frame_shows_parts_of_sections),
	    cmocka_unit_test(a_partial_layout_leaves_sections_out),
	    cmocka_unit_test(an_absent_unit_is_told),
	    cmocka_unit_test(a_range_keeps_to_its_section),
	    cmocka_unit_test(an_edition_has_a_stem_and_a_title),
	};

	return cmocka_run_group_tests_name("sheet", tests, NULL, NULL);
}
