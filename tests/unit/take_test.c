/* What comes back from a translator: taken whole or not at all, and never over somebody else's work. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "helper_source.h"
#include "review/take.h"
#include "source/offer.h"
#include "source/version.h"

#define ARABIC "translations/leaf/ar.xlf"

static struct words plain(struct tree *tree, const char *text)
{
	struct words_maker maker = words_begin(tree->arena);

	words_text(&maker, text, (struct loc){"back.xlf", 7});
	return words_end(&maker);
}

/* Text around one placeholder. */
static struct words around(struct tree *tree, const char *before, const char *key, const char *value,
			   const char *after)
{
	struct words_maker maker = words_begin(tree->arena);

	words_text(&maker, before, (struct loc){"back.xlf", 7});
	words_fact(&maker, (struct piece){.key = key, .form = "", .text = value, .loc = {"back.xlf", 7}});
	words_text(&maker, after, (struct loc){"back.xlf", 7});
	return words_end(&maker);
}

/* The code of a text that was sent out. */
static const char *code(struct tree *tree, const char *text)
{
	return words_code(tree->arena, plain(tree, text));
}

static struct tree *open_material(void)
{
	struct tree *tree = tree_open();

	assert_true(material_load(tree->arena, tree->diag, tree->folder, &tree->material));
	return tree;
}

static bool take_as(struct tree *tree, struct delivered unit, const char *document, const char *tag,
		    bool older, struct taken *taken)
{
	struct delivery delivery = {document, tag, &unit, 1, {"back.xlf", 1}};

	unit.loc = (struct loc){"back.xlf", 7};
	return delivery_take(tree->arena, tree->diag, &tree->material, &delivery, older, taken);
}

static bool take(struct tree *tree, struct delivered unit, struct taken *taken)
{
	return take_as(tree, unit, "leaf", "ar", false, taken);
}

static const char *stored(struct tree *tree)
{
	struct bytes bytes = file_read(tree->arena, tree->diag, tree_path(tree, ARABIC), 1 << 20);

	assert_non_null(bytes.data);
	return (const char *)bytes.data;
}

static void holds(struct tree *tree, const char *text)
{
	if (!strstr(stored(tree), text))
		fail_msg("the file does not hold %s:\n%s", text, stored(tree));
}

static void refuses(struct delivered unit, const char *word)
{
	struct tree *tree = open_material();
	const char *before = stored(tree);
	struct taken taken;

	unit.loc = (struct loc){"back.xlf", 7};
	assert_false(take(tree, unit, &taken));
	if (!strstr(tree_said(tree), word))
		fail_msg("expected %s, got:\n%s", word, tree_said(tree));
	assert_string_equal(before, stored(tree));
	tree_close(tree);
}

static void a_text_is_taken_and_a_remark_becomes_a_question(void **state)
{
	static const char *const remarks[] = {"Is dit goed?"};
	struct tree *tree = open_material();
	struct taken taken;
	(void)state;

	assert_true(take(tree,
			 (struct delivered){.id = "home.more",
					    .target = plain(tree, "أكثر & <أكثر>"),
					    .source = plain(tree, "Meer"),
					    .base = code(tree, "المزيد"),
					    .remarks = remarks,
					    .remark_count = 1},
			 &taken));
	assert_int_equal(taken.changed, 1);
	assert_int_equal(taken.remarks, 1);
	holds(tree, "<target>أكثر &amp; &lt;أكثر&gt;</target>");
	holds(tree, "<note category=\"question\">Is dit goed?</note>");
	assert_true(take(tree,
			 (struct delivered){.id = "home.more",
					    .target = plain(tree, "أكثر & <أكثر>"),
					    .remarks = remarks,
					    .remark_count = 1},
			 &taken));
	assert_int_equal(taken.same, 1);
	assert_int_equal(taken.remarks, 0);
	tree_close(tree);
}

static void codes_must_be_the_masters(void **state)
{
	struct tree *tree = open_material();
	(void)state;

	refuses((struct delivered){.id = "home.site", .target = plain(tree, "هنا")}, "[placeholder-dropped]");
	refuses((struct delivered){.id = "home.more", .target = around(tree, "a", "law.book", "", "b")},
		"[placeholder-invented]");
	refuses((struct delivered){.id = "home.more", .target = plain(tree, "a\u202Eb")}, "[character-bidi]");
	refuses((struct delivered){.id = "home.none", .target = plain(tree, "a")}, "[unit-unknown]");
	tree_close(tree);
}

static void another_document_or_language_is_refused(void **state)
{
	struct tree *tree = open_material();
	struct delivered unit = {.id = "home.more", .target = plain(tree, "a")};
	struct taken taken;
	(void)state;

	assert_false(take_as(tree, unit, "blad", "ar", false, &taken));
	assert_non_null(strstr(tree_said(tree), "[delivery-document]"));
	assert_false(take_as(tree, unit, "leaf", "xx", false, &taken));
	assert_false(take_as(tree, unit, "leaf", "nl", false, &taken));
	assert_non_null(strstr(tree_said(tree), "[delivery-language]"));
	tree_close(tree);
}

static void an_older_dutch_is_refused_or_taken_as_stale(void **state)
{
	struct tree *tree = open_material();
	struct delivered unit = {
	    .id = "home.more", .target = plain(tree, "قديم"), .source = plain(tree, "Nog meer")};
	struct taken taken;
	(void)state;

	refuses(unit, "[delivery-stale]");
	assert_false(take_as(tree, unit, "leaf", "ar", true, &taken)); /* there is one of today's */
	tree_replace(tree, ARABIC, "<source>Meer</source><target>المزيد</target>", "<source>Meer</source>");
	assert_true(take_as(tree, unit, "leaf", "ar", true, &taken));
	assert_int_equal(taken.older, 1);
	holds(tree, "<segment state=\"initial\" subState=\"vk:source-changed\"><source>Meer</source>"
		    "<target>قديم</target>");
	holds(tree, "<note category=\"previous-source\" appliesTo=\"source\">Nog meer</note>");
	tree_close(tree);
}

static void a_number_of_before_is_an_older_dutch(void **state)
{
	struct tree *tree = open_material();
	(void)state;

	refuses((struct delivered){.id = "law.penalty",
				   .target = around(tree, "x", "penalty.years", "11", "y"),
				   .source = around(tree, "Tot", "penalty.years", "11", "jaar gevangenis.")},
		"[delivery-stale]");
	tree_close(tree);
}

static void two_peoples_work_is_kept_apart(void **state)
{
	struct tree *tree = open_material();
	const char *sent = words_code(tree->arena, plain(tree, "كما أرسلت"));
	struct taken taken;
	(void)state;

	refuses((struct delivered){.id = "home.more", .target = plain(tree, "أكثر"), .base = sent},
		"[delivery-conflict]");
	refuses((struct delivered){.id = "home.more", .target = plain(tree, "أكثر")}, "[delivery-unmarked]");
	/* What merely came back does not undo what somebody else wrote. */
	assert_true(take(
	    tree, (struct delivered){.id = "home.more", .target = plain(tree, "كما أرسلت"), .base = sent},
	    &taken));
	assert_int_equal(taken.same, 1);
	assert_int_equal(taken.changed, 0);
	holds(tree, "<target>المزيد</target>");
	tree_close(tree);
}

static void an_empty_text_takes_nothing_away(void **state)
{
	struct tree *tree = open_material();
	struct taken taken;
	(void)state;

	assert_true(take(tree, (struct delivered){.id = "home.more"}, &taken));
	assert_non_null(strstr(tree_said(tree), "[target-emptied]"));
	holds(tree, "<target>المزيد</target>");
	tree_close(tree);
}

static void a_state_counts_no_further_than_translated(void **state)
{
	struct tree *tree = open_material();
	struct taken taken;
	(void)state;

	assert_true(take(tree,
			 (struct delivered){.id = "home.more",
					    .target = plain(tree, "أكثر"),
					    .base = code(tree, "المزيد"),
					    .state_said = true,
					    .state = STATE_FINAL},
			 &taken));
	assert_non_null(strstr(tree_said(tree), "[state-kept]"));
	holds(tree, "<segment state=\"translated\"><source>Meer</source><target>أكثر</target>");
	assert_true(take(tree,
			 (struct delivered){.id = "home.more",
					    .target = plain(tree, "أكثر!"),
					    .base = code(tree, "أكثر"),
					    .state_said = true,
					    .state = STATE_INITIAL},
			 &taken));
	holds(tree, "<segment state=\"initial\"><source>Meer</source><target>أكثر!</target>");
	assert_true(take(tree,
			 (struct delivered){.id = "home.more",
					    .target = plain(tree, "أكثر!"),
					    .state_said = true,
					    .state = STATE_TRANSLATED},
			 &taken));
	assert_int_equal(taken.confirmed, 1);
	tree_close(tree);
}

static void an_offer_holds_what_there_is(void **state)
{
	struct tree *tree = open_material();
	struct request request = {.document = "leaf",
				  .language = language_find(&tree->material.languages, "ar")};
	struct offer offer;
	const struct offered *unit;
	(void)state;

	tree_replace(tree, ARABIC, "<source>Meer</source>", "<source>Nog meer</source>");
	request.second = request.language;
	assert_true(offer_make(tree->arena, tree->diag, &tree->material, &request, &offer));
	assert_int_equal(offer.length, offer.master->unit_count);
	unit = &offer.units[unit_find(offer.master, "home.more")->index];
	assert_true(unit->stale);
	assert_string_equal(unit->previous, "Nog meer");
	assert_string_equal(unit->target.pieces[0].text, "المزيد");
	assert_int_equal(unit->reference.length, 0);
	assert_string_equal(unit->base, words_code(tree->arena, plain(tree, "المزيد")));
	unit = &offer.units[0];
	assert_false(unit->stale);
	assert_string_equal(unit->reference.pieces[0].text, "ورقة");
	request.language = language_find(&tree->material.languages, "mnk");
	assert_true(offer_make(tree->arena, tree->diag, &tree->material, &request, &offer));
	assert_int_equal(offer.units[0].target.length, 0);
	tree_close(tree);
}

static void a_language_without_a_file_gets_one(void **state)
{
	struct tree *tree = open_material();
	struct delivered unit = {.id = "home.more", .target = plain(tree, "Kotoo")};
	const char *path = tree_path(tree, "translations/leaf/mnk.xlf");
	struct taken taken;
	struct bytes bytes;
	(void)state;

	assert_true(take_as(tree, unit, "leaf", "mnk", false, &taken));
	assert_true(taken.fresh);
	bytes = file_read(tree->arena, tree->diag, path, 1 << 20);
	assert_non_null(strstr((const char *)bytes.data, "    <unit id=\"home.more\" name=\"home.more\">\n"
							 "      <segment state=\"translated\">\n"
							 "        <source>Meer</source>\n"
							 "        <target>Kotoo</target>\n"
							 "      </segment>\n"
							 "    </unit>\n"));
	tree_close(tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_text_is_taken_and_a_remark_becomes_a_question),
	    cmocka_unit_test(codes_must_be_the_masters),
	    cmocka_unit_test(another_document_or_language_is_refused),
	    cmocka_unit_test(an_older_dutch_is_refused_or_taken_as_stale),
	    cmocka_unit_test(a_number_of_before_is_an_older_dutch),
	    cmocka_unit_test(two_peoples_work_is_kept_apart),
	    cmocka_unit_test(an_empty_text_takes_nothing_away),
	    cmocka_unit_test(a_state_counts_no_further_than_translated),
	    cmocka_unit_test(an_offer_holds_what_there_is),
	    cmocka_unit_test(a_language_without_a_file_gets_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
