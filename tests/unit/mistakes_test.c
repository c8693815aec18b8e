/* Every mistake of an author: one thing is spoilt in a good tree, and the program must name the file, the line and the unit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "helper_source.h"

#define LEAF "translations/leaf/nl.xml"
#define ARABIC "translations/leaf/ar.xlf"
#define FACTS "translations/facts.xml"
#define LANGUAGES "translations/languages.xml"
#define STRINGS "translations/common/nl.xml"
#define THEME "templates/theme.xml"
#define EDITIONS "templates/editions.xml"
#define LAYOUT "templates/leaf.xml"
#define HAND "templates/artwork/hand.svg"
#define FONTS "fonts/fonts.xml"

#define UNIT_TITLE_AR                                                                                        \
	"<unit id=\"home.title\"><segment state=\"translated\"><source>Voor "                                \
	"thuis</source><target>للبيت</target></segment></unit>"

/* said: how the line begins that must be printed, and the word in its brackets. */
static const struct mistake {
	const char *file, *old, *new, *said, *word;
} mistakes[] = {
    /* XML */
    {LEAF, "Voor thuis</h>", "Voor thuis</p>", LEAF ":20: error: ", "xml-tag"},
    {LEAF, "Voor thuis", "Voor & thuis", LEAF ":20: error: ", "xml-ampersand"},
    {LEAF, "Voor thuis", "Voor&nbsp;thuis", LEAF ":20: error: ", "xml-entity"},
    {LEAF, "Voor thuis", "Voor <thuis", LEAF ":20: error: ", "xml-ampersand"},
    {LEAF, "Voor thuis", "Voor \xE9\xE9n", LEAF ":20: error: ", "not-utf8"},
    {LEAF, "Voor thuis", "Voor \xED\xA0\x80", LEAF ":20: error: ", "not-utf8"},
    {LEAF, "UTF-8", "ISO-8859-1", LEAF ":2: error: ", "not-utf8"},
    {LEAF, "<document", "<!DOCTYPE document>\n<document", LEAF ":2: error: ", "xml-doctype"},
    {LEAF, "</document>", "</document><more/>", LEAF ":24: error: ", "xml-malformed"},
    {ARABIC, "للبيت", "&lol9;", ARABIC ":20: error: ", "xml-entity"},
    {LEAF, "<document xmlns=\"urn:verklaring:master:1\" id=\"leaf\"",
     "<document xmlns=\"urn:verklaring:master:2\" id=\"leaf\"", LEAF ":2: error: ", "xml-schema"},
    {LEAF, "level=\"2\"", "niveau=\"2\"", LEAF ":21: error: unit home.more: ", "attribute-unknown"},
    {LEAF, " id=\"home.more\"", "", LEAF ":21: error: unit home: ", "attribute-missing"},
    {LEAF, "<h level=\"1\" id=\"home.title\" basis=\"editorial\" reason=\"kop\">Voor thuis</h>", "los",
     LEAF ":19: error: unit home: ", "xml-schema"},
    {ARABIC, "state=\"final\"", "state=\"done\"",
     ARABIC ":10: error: unit law.penalty: ", "attribute-choice"},
    {ARABIC, "<file id=\"leaf\"", "<folder/><file id=\"leaf\"", ARABIC ":3: error: ", "xml-schema"},
    {STRINGS, "<strings xmlns=\"urn:verklaring:master:1\" id=\"common\" version=\"0.1\"",
     "<strings xmlns=\"urn:verklaring:master:1\" id=\"common\"",
     STRINGS ":2: error: unit common: ", "attribute-missing"},
    {FACTS, "kind=\"number\"", "kind=\"cijfer\"", FACTS ":3: error: ", "attribute-choice"},
    {LANGUAGES, "autonym=\"English\"", "", LANGUAGES ":4: error: ", "attribute-missing"},
    {THEME, "hyphens=\"auto\"", "hyphen=\"auto\"", THEME ":11: error: ", "attribute-unknown"},
    {EDITIONS, "<floor styles=\"body item\" size=\"9\"/>", "<floor size=\"9\"/>",
     EDITIONS ":4: error: ", "attribute-missing"},
    {FONTS, "<feature", "<feature name=\"x\"", FONTS ":19: error: ", "attribute-unknown"},
    {EDITIONS, "<editions xmlns=\"urn:verklaring:template:1\">",
     "<theme xmlns=\"urn:verklaring:template:1\" id=\"x\">", EDITIONS ":8: error: ", "xml-tag"},
    {HAND, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\" data-directional=\"yes\">",
     "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48\">", HAND ":1: error: ", "attribute-value"},
    /* characters */
    {LEAF, "Voor thuis", "Voor \u202Ethuis", LEAF ":20: error: unit home.title: ", "character-bidi"},
    {ARABIC, "للبيت", "للبيت\u200F", ARABIC ":20: error: unit home.title: ", "character-bidi"},
    {ARABIC, "للبيت", "للبيت&#x61C;", ARABIC ":20: error: unit home.title: ", "character-bidi"},
    {ARABIC, "للبيت", "لل\uFFFDيت", ARABIC ":20: error: unit home.title: ", "character-lost"},
    {ARABIC, "للبيت", "لل\uE000يت", ARABIC ":20: error: unit home.title: ", "character-private"},
    {ARABIC, "للبيت",
     "لل\xC2\x85"
     "يت",
     ARABIC ":20: error: unit home.title: ", "character-forbidden"},
    {LANGUAGES, "العربية", "\u2067العربية\u2069", LANGUAGES ":5: error: ", "character-bidi"},
    /* facts */
    {FACTS, "key=\"law.all\"", "key=\"penalty.years\"", FACTS ":4: error: ", "fact-doubled"},
    {FACTS, "value=\"12\"", "", FACTS ":3: error: ", "fact-empty"},
    {FACTS, "value=\"12\"", "value=\"twaalf\"", FACTS ":3: error: ", "attribute-value"},
    {FACTS, "value=\"2006-02-01\"", "value=\"1 februari\"", FACTS ":11: error: ", "attribute-value"},
    {FACTS, "value=\"08002000\"", "value=\"tel:0800\"", FACTS ":6: error: ", "attribute-value"},
    {LEAF, "basis=\"phone.home\"", "basis=\"phone.house\"",
     LEAF ":11: error: unit call.home: ", "fact-unknown"},
    {LEAF, "<fact key=\"phone.home\"/>", "<fact key=\"phone.house\"/>",
     LEAF ":11: error: unit call.home: ", "fact-unknown"},
    {LEAF, "<fact key=\"phone.home\"/>", "<fact key=\"phone.weak\"/>",
     LEAF ":11: error: unit call.home: ", "fact-unsure"},
    {LEAF, "<fact key=\"phone.home\"/>", "<fact key=\"number.unsure\"/>",
     LEAF ":11: error: unit call.home: ", "fact-unsure"},
    {LEAF, "basis=\"phone.home\"", "basis=\"number.unsure\"",
     LEAF ":11: error: unit call.home: ", "fact-unsure"},
    {LEAF, "<fact key=\"phone.home\"/>", "<fact key=\"law.all\"/>",
     LEAF ":11: error: unit call.home: ", "fact-statement"},
    {LEAF, "<fact key=\"phone.home\"/>", "<fact key=\"phone.home\" form=\"abroad\"/>",
     LEAF ":11: error: unit call.home: ", "fact-form"},
    {LEAF, "<a fact=\"url.site\">", "<a fact=\"law.book\">",
     LEAF ":14: error: unit read.more: ", "fact-link"},
    {LEAF, "<fact key=\"phone.home\"/>", "<fact key=\"doc.page\"/>",
     LEAF ":11: error: unit call.home: ", "placeholder-place"},
    {STRINGS, "nog niet nagekeken", "<fact key=\"doc.state\"/>",
     STRINGS ":8: error: unit state.translated: ", "placeholder-place"},
    {FACTS, "value=\"12\"", "value=\"1.200\"", FACTS ":3: error: ", "attribute-value"},
    {FACTS, "value=\"2006-02-01\"", "value=\"2006-02-29\"", FACTS ":11: error: ", "attribute-value"},
    {LAYOUT, "columns=\"2\"", "columns=\"1000000\"", LAYOUT ":6: error: ", "attribute-value"},
    {THEME, "size=\"12\"", "size=\"90000\"", THEME ":5: error: ", "attribute-value"},
    {FONTS, "line-height=\"1.65\"", "line-height=\"90000\"", FONTS ":12: error: ", "attribute-value"},
    {LAYOUT, "max-scale=\"1.2\"", "max-scale=\"90000\"", LAYOUT ":2: error: ", "attribute-value"},
    /* master */
    {LEAF, " check-after=\"2027-06\"", "", LEAF ":2: error: unit leaf: ", "attribute-missing"},
    {LEAF, "Een hand.", "<fact key=\"penalty.years\"/> handen.",
     LEAF ":6: error: unit fig.hand.alt: ", "fact-plain"},
    {LEAF, "Een blad</title>", "Sinds <fact key=\"day.since\"/></title>",
     LEAF ":3: error: unit title: ", "fact-plain"},
    {LAYOUT, "<string ref=\"draft.mark\" language=\"both\"/>", "<string ref=\"page.of\" style=\"mark\"/>",
     LAYOUT ":3: error: ", "draft-unmarked"},
    {LEAF, "2027-06", "volgend jaar", LEAF ":2: error: unit leaf: ", "xml-schema"},
    {LEAF, "basis=\"phone.home\"", "basis=\"\"", LEAF ":11: error: unit call.home: ", "basis-missing"},
    {LEAF, " reason=\"naam\"", "", LEAF ":3: error: unit title: ", "basis-reason"},
    {LEAF, "id=\"call.home\"", "id=\"Call.Home\"", LEAF ":11: error: unit Call.Home: ", "unit-id"},
    {LEAF, "id=\"call.home\"", "id=\"call..home\"", LEAF ":11: error: unit call..home: ", "unit-id"},
    {LEAF, "Alleen op kantoor.", " \n ", LEAF ":9: error: unit office.only: ", "unit-empty"},
    {LEAF, "id=\"call.world\"", "id=\"call.home\"", LEAF ":12: error: unit call.home: ", "unit-doubled"},
    {LEAF, "<section id=\"home\">", "<section id=\"carry\">", LEAF ":19: error: ", "id-doubled"},
    {LEAF, "<section id=\"home\">", "<section id=\"home.more\">", LEAF ":19: error: ", "id-doubled"},
    {LEAF, "id=\"leaf\"", "id=\"blad\"", LEAF ":2: error: ", "master-folder"},
    {LEAF, "level=\"2\"", "level=\"3\"", LEAF ":21: error: unit home.more: ", "heading-level"},
    /* translations */
    {ARABIC, "srcLang=\"nl\"", "srcLang=\"en\"", ARABIC ":2: error: ", "xliff-language"},
    {ARABIC, "trgLang=\"ar\"", "trgLang=\"fa\"", ARABIC ":2: error: ", "xliff-language"},
    {ARABIC, "</file>", "</file><file id=\"leaf\"><notes><note/></notes></file>",
     ARABIC ":23: error: ", "xliff-file"},
    {ARABIC, "<file id=\"leaf\"", "<file id=\"tree\"", ARABIC ":3: error: ", "xliff-document"},
    {ARABIC, UNIT_TITLE_AR, "", ARABIC ":2: error: unit home.title: ", "unit-missing"},
    {ARABIC, "unit id=\"home.title\"", "unit id=\"home.name\"",
     ARABIC ":20: error: unit home.name: ", "unit-unknown"},
    {ARABIC, UNIT_TITLE_AR, UNIT_TITLE_AR UNIT_TITLE_AR,
     ARABIC ":20: error: unit home.title: ", "unit-doubled"},
    {ARABIC, "<source>Voor thuis</source><target>للبيت</target></segment>",
     "<source>Voor</source><target>لل</target></segment><segment><source>thuis</source><target>بيت</target></"
     "segment>",
     ARABIC ":20: error: unit home.title: ", "unit-segments"},
    {ARABIC, "<source>Voor thuis</source>", "", ARABIC ":20: error: unit home.title: ", "unit-segments"},
    {ARABIC, "<target>للبيت</target>", "", ARABIC ":20: error: unit home.title: ", "target-missing"},
    {ARABIC, "<target>للبيت</target>", "<target> </target>",
     ARABIC ":20: error: unit home.title: ", "target-missing"},
    {ARABIC, " سنة", "", NULL, NULL},
    {ARABIC, "حتى <ph id=\"penalty.years\" disp=\"12\"/>", "حتى",
     ARABIC ":12: error: unit law.penalty: ", "placeholder-dropped"},
    {ARABIC, "للبيت", "للبيت <ph id=\"penalty.years\"/>",
     ARABIC ":20: error: unit home.title: ", "placeholder-invented"},
    {ARABIC, "حتى <ph id=\"penalty.years\" disp=\"12\"/>",
     "<ph id=\"penalty.years\"/> <ph id=\"penalty.years\"/>",
     ARABIC ":12: error: unit law.penalty: ", "placeholder-doubled"},
    {ARABIC, "<target>اتصلوا بـ <ph id=\"phone.world:abroad\"/>",
     "<target>اتصلوا بـ <ph id=\"phone.world\"/>",
     ARABIC ":17: error: unit call.world: ", "placeholder-dropped"},
    {ARABIC, "<target>اقرأوا <ph id=\"law.book\"/> في <pc id=\"url.site\" type=\"link\" subType=\"vk:url\">",
     "<target>اقرأوا <ph id=\"law.book\"/> في <pc id=\"b2\">",
     ARABIC ":18: error: unit read.more: ", "placeholder-dropped"},
    {ARABIC, "للبيت", "<pc id=\"url.site\" type=\"link\">للبيت</pc>",
     ARABIC ":20: error: unit home.title: ", "placeholder-invented"},
    {ARABIC, "<pc id=\"b1\" type=\"fmt\" subType=\"xlf:b\">السجن</pc>", "السجن",
     ARABIC ":12: warning: unit law.penalty: ", "emphasis-differs"},
    {ARABIC, "<source>Voor thuis", "<source>Voor huis",
     ARABIC ":20: warning: unit home.title: ", "unit-stale"},
    {ARABIC, "disp=\"12\"/> jaar", "disp=\"8\"/> jaar",
     ARABIC ":10: warning: unit law.penalty: ", "unit-stale"},
    {ARABIC, "state=\"final\"", "state=\"initial\" subState=\"vk:source-changed\"",
     ARABIC ":10: warning: unit law.penalty: ", "unit-stale"},
    /* languages, fonts, theme, editions */
    {LANGUAGES, "tag=\"en\"", "tag=\"arb\"", NULL, NULL},
    {LANGUAGES, "tag=\"en\"", "tag=\"nl\"", LANGUAGES ":4: error: ", "language-doubled"},
    {LANGUAGES, "script=\"Arab\"", "script=\"Arabic\"", LANGUAGES ":5: error: ", "attribute-value"},
    {LANGUAGES, "dir=\"rtl\"", "dir=\"right\"", LANGUAGES ":5: error: ", "attribute-value"},
    {LANGUAGES, "tag=\"nl\"", "tag=\"nds\"", ": error: ", "dutch-missing"},
    {FONTS, "family=\"nastaliq\"", "family=\"nastalik\"", FONTS ":6: error: ", "family-unknown"},
    {FONTS, "Nastaliq\" package=\"own\"", "Nastaliq\" package=\"other\"",
     FONTS ":16: error: ", "package-unknown"},
    {FONTS, "06F0-06F9", "06F9-06F0", FONTS ":18: error: ", "attribute-value"},
    {FONTS, "size=\"1.10\"", "size=\"large\"", FONTS ":12: error: ", "attribute-value"},
    {FONTS, "face=\"1\"", "face=\"-1\"", FONTS ":16: error: ", "attribute-value"},
    {FONTS, "tag=\"aalt\"", "tag=\"aal\"", FONTS ":19: error: ", "attribute-value"},
    {THEME, "rule-color=\"tint\"", "rule-color=\"tin\"", THEME ":8: error: ", "color-unknown"},
    {THEME, "base=\"h1\"", "base=\"h0\"", THEME ":8: error: ", "style-unknown"},
    {THEME, " color=\"ink\"", "", THEME ":5: error: ", "style-incomplete"},
    {THEME, "id=\"item\"", "id=\"body\"", THEME ":6: error: ", "id-doubled"},
    {THEME, "#e3bd93", "tan", THEME ":4: error: ", "attribute-value"},
    {THEME, "9 27 45 0", "9 27 450 0", THEME ":4: error: ", "attribute-value"},
    {THEME, "grey=\"78\"", "grey=\"178\"", THEME ":4: error: ", "attribute-value"},
    {EDITIONS, "210mm 297mm", "A4", EDITIONS ":3: error: ", "attribute-value"},
    {EDITIONS, "ua1 a2a", "ua1 a3a", EDITIONS ":3: error: ", "attribute-value"},
    {EDITIONS, "id=\"small\"", "id=\"office\"", EDITIONS ":7: error: ", "id-doubled"},
    {EDITIONS, "size=\"11.4\"", "size=\"15\"", LAYOUT ":7: error: ", "floor-unreachable"},
    /* layouts */
    {LAYOUT, " width=\"30mm\"", "", LAYOUT ":4: error: ", "template-box"},
    {LAYOUT, "width=\"30mm\"", "width=\"0mm\"", LAYOUT ":4: error: ", "template-box"},
    {LAYOUT, " width=\"30mm\"", " end=\"0mm\" width=\"30mm\"", LAYOUT ":4: error: ", "template-box"},
    {LAYOUT, "start=\"-2mm\"", "start=\"-4mm\"", LAYOUT ":4: error: ", "template-edge"},
    {LAYOUT, "bottom=\"20mm\"", "bottom=\"4mm\"", LAYOUT ":6: error: ", "template-edge"},
    {LAYOUT, "columns=\"2\"", "columns=\"0\"", LAYOUT ":6: error: ", "attribute-value"},
    {LAYOUT, " next=\"rest\"", "", LAYOUT ":18: error: ", "frame-empty"},
    {LAYOUT, "ref=\"home\"", "ref=\"house\"", LAYOUT ":20: error: ", "section-unknown"},
    {LAYOUT, "ref=\"home\"", "ref=\"carry\"", LEAF ":19: warning: ", "section-unplaced"},
    {LAYOUT, "ref=\"draft.mark\"", "ref=\"draft.sign\"", LAYOUT ":10: error: ", "string-unknown"},
    {LAYOUT, "style=\"mark\"", "style=\"marks\"", LAYOUT ":12: error: ", "style-unknown"},
    {LAYOUT, "color=\"tint\"", "color=\"tin\"", LAYOUT ":5: error: ", "color-unknown"},
    {STRINGS, "id=\"state.translated\"", "id=\"state.done\"", STRINGS ":4: error: ", "string-unknown"},
    /* artwork */
    {HAND, "<circle", "<text", HAND ":4: error: ", "svg-element"},
    {HAND, "stroke-width", "stroke-dasharray", HAND ":4: error: ", "svg-attribute"},
    {HAND, "fill=\"#000000\"", "style=\"fill:#000000\"", HAND ":3: error: ", "svg-attribute"},
    {HAND, "fill=\"#000000\"", "fill=\"#000001\"", HAND ":3: error: ", "svg-color"},
    {HAND, "fill=\"#000000\"", "fill=\"black\"", HAND ":3: error: ", "svg-color"},
    {HAND, "M0 0L48 0", "L48 0", HAND ":3: error: ", "attribute-value"},
    {HAND, "L48 48Z", "L48", HAND ":3: error: ", "attribute-value"},
    {HAND, "L48 48Z", "L48 1e39Z", HAND ":3: error: ", "attribute-value"},
    {HAND, "r=\"10\"", "r=\"10mm\"", HAND ":4: error: ", "attribute-value"},
    {HAND, "fill=\"none\"", "fill=\"none\" transform=\"turn(3)\"", HAND ":4: error: ", "attribute-value"},
};

static const char *line_saying(const char *said, const char *begin)
{
	const char *found = strstr(said, begin);

	while (found && found != said && found[-1] != '\n' && begin[0] != ':')
		found = strstr(found + 1, begin);
	return found;
}

static bool is_named(struct tree *tree, const struct mistake *mistake)
{
	bool warning = mistake->said && strstr(mistake->said, ": warning: ");
	const struct document *document;
	const char *said, *line;

	tree_replace(tree, mistake->file, mistake->old, mistake->new);
	document = tree_compose(tree, "ar", NULL, "office");
	said = tree_said(tree);
	line = mistake->said ? line_saying(said, mistake->said) : NULL;
	if (!mistake->said && document && !*said)
		return true;
	if (line)
		line = arena_copy(tree->arena, line, strcspn(line, "\n"));
	if (line && strstr(line, arena_format(tree->arena, "[%s]", mistake->word)) &&
	    (document != NULL) == warning)
		return true;
	print_error("%s -> %s: expected %s [%s], got %s:\n%s\n", mistake->old, mistake->new,
		    mistake->said ? mistake->said : "nothing", mistake->word ? mistake->word : "",
		    document ? "a document" : "none", said);
	return false;
}

static void each_mistake_is_named_with_its_place(void **state)
{
	size_t failures = 0;
	(void)state;

	for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
		struct tree *tree = tree_open();

		failures += !is_named(tree, &mistakes[i]);
		tree_close(tree);
	}
	assert_int_equal(failures, 0);
}

static void a_missing_file_is_named(void **state)
{
	static const char *const needed[] = {LANGUAGES, FONTS, THEME, EDITIONS, STRINGS, LEAF};
	(void)state;

	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
		struct tree *tree = tree_open();
		const char *said;

		assert_int_equal(remove(tree_path(tree, needed[i])), 0);
		assert_null(tree_compose(tree, "ar", NULL, "office"));
		said = tree_said(tree);
		if (!strstr(said, arena_format(tree->arena, "%s: fatal: ", needed[i])))
			fail_msg("%s is missing, but said was:\n%s", needed[i], said);
		tree_close(tree);
	}
}

/* Layouts and drawings are named by an author, who made the mistake. */
static void a_missing_layout_or_drawing_is_told_where_it_is_named(void **state)
{
	static const char *const named[] = {LAYOUT, HAND};
	(void)state;

	for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
		struct tree *tree = tree_open();
		const char *name = strrchr(named[i], '/') + 1;
		const char *said;

		assert_int_equal(remove(tree_path(tree, named[i])), 0);
		assert_null(tree_compose(tree, "ar", NULL, "office"));
		said = tree_said(tree);
		if (!strstr(said, arena_format(tree->arena, "there is no file %s in ", name)))
			fail_msg("%s is missing, but said was:\n%s", named[i], said);
		assert_non_null(strstr(said, "nl.xml:"));
		tree_close(tree);
	}
}

static void a_missing_translation_is_told(void **state)
{
	struct tree *tree = tree_open();
	(void)state;

	assert_null(tree_compose(tree, "en", NULL, "office"));
	assert_non_null(strstr(tree_said(tree), "translations/leaf/en.xlf: error: "));
	assert_non_null(strstr(tree_said(tree), "[translation-missing]"));
	tree_close(tree);
}

static void one_run_shows_all_mistakes(void **state)
{
	struct tree *tree = tree_open();
	(void)state;

	tree_replace(tree, ARABIC, "<target>للبيت</target>", "");
	tree_replace(tree, ARABIC, "حتى <ph id=\"penalty.years\" disp=\"12\"/>", "");
	tree_replace(tree, ARABIC, "المزيد", "المزيد <ph id=\"name.house\"/>");
	assert_null(tree_compose(tree, "ar", NULL, "office"));
	assert_int_equal(diag_count(tree->diag, DIAG_ERROR), 3);
	tree_close(tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(each_mistake_is_named_with_its_place),
	    cmocka_unit_test(a_missing_file_is_named),
	    cmocka_unit_test(a_missing_layout_or_drawing_is_told_where_it_is_named),
	    cmocka_unit_test(a_missing_translation_is_told),
	    cmocka_unit_test(one_run_shows_all_mistakes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
