/* The data tree's own files: values that are read, the two axes of facts, words and their white space. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "helper_source.h"
#include "source/characters.h"
#include "source/facts.h"
#include "source/theme.h"
#include "source/words.h"
#include "source/xliff.h"

/* Confidence is asked for drafts, confirmation for releases; neither stands in for the other. */
static void the_two_axes_are_not_mixed(void **state)
{
	static const struct {
		enum fact_kind kind;
		enum confidence confidence;
		const char *confirmed, *as_of;
		bool draft, released;
	} cases[] = {
	    {FACT_NUMBER, CONFIDENCE_H, NULL, NULL, true, false},
	    {FACT_NUMBER, CONFIDENCE_M, NULL, NULL, false, false},
	    {FACT_STATEMENT, CONFIDENCE_M, NULL, NULL, false, false},
	    {FACT_LAW, CONFIDENCE_M, NULL, NULL, false, false},
	    {FACT_PHONE, CONFIDENCE_M, NULL, NULL, true, false},
	    {FACT_URL, CONFIDENCE_M, NULL, NULL, true, false},
	    {FACT_MAIL, CONFIDENCE_M, NULL, NULL, true, false},
	    {FACT_NAME, CONFIDENCE_M, NULL, NULL, false, false},
	    {FACT_PHONE, CONFIDENCE_L, NULL, NULL, false, false},
	    {FACT_PHONE, CONFIDENCE_GK, NULL, NULL, false, false},
	    {FACT_NUMBER, CONFIDENCE_GK, "2026-11-23", NULL, false, true},
	    {FACT_NUMBER, CONFIDENCE_H, "2026-11-23", NULL, true, true},
	    {FACT_NUMBER, CONFIDENCE_H, "", NULL, true, false},
	    {FACT_NUMBER, CONFIDENCE_H, "2026-11-23", "2026-11-23", true, true},
	    {FACT_NUMBER, CONFIDENCE_H, "2026-11-23", "2026-11-24", true, false},
	    {FACT_NUMBER, CONFIDENCE_H, "2026-11", "2026-11-24", true, true},
	    {FACT_NUMBER, CONFIDENCE_H, "2026-11-23", "2026-12", true, false},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct fact fact = {.kind = cases[i].kind,
				    .confidence = cases[i].confidence,
				    .as_of = cases[i].as_of,
				    .confirmed_by = cases[i].confirmed,
				    .confirmed_on = cases[i].confirmed};

		assert_int_equal(fact_may_stand(&fact, false), cases[i].draft);
		assert_int_equal(fact_may_stand(&fact, true), cases[i].released);
	}
}

static void a_number_is_printed_where_it_works(void **state)
{
	struct tree *tree = tree_open();
	const struct facts *facts;
	(void)state;

	assert_true(material_load(tree->arena, tree->diag, tree->folder, &tree->material));
	facts = tree->material.facts;
	assert_int_equal(facts->length, 11);
	assert_string_equal(fact_display(fact_find(facts, "phone.home"), ""), "0800-2000");
	assert_string_equal(fact_display(fact_find(facts, "phone.home"), "home"), "0800-2000");
	assert_null(fact_display(fact_find(facts, "phone.home"), "abroad"));
	assert_string_equal(fact_display(fact_find(facts, "phone.world"), "abroad"), "+31 247 247 247");
	assert_string_equal(fact_display(fact_find(facts, "url.site"), "abroad"), "https://site.example");
	assert_string_equal(fact_display(fact_find(facts, "url.site"), ""), "site.example");
	assert_string_equal(fact_find(facts, "law.all")->statement, "Alles is verboden.");
	assert_int_equal(fact_find(facts, "law.all")->loc.line, 4);
	assert_null(fact_find(facts, "law.none"));
	tree_close(tree);
}

static void languages_are_found_by_tag_or_alias(void **state)
{
	struct tree *tree = tree_open();
	const struct language *language;
	(void)state;

	assert_true(material_load(tree->arena, tree->diag, tree->folder, &tree->material));
	language = language_find(&tree->material.languages, "ar-001");
	assert_string_equal(language->tag, "ar");
	assert_int_equal(language->direction, DIRECTION_RTL);
	assert_int_equal(language->digits, DIGITS_ARAB);
	assert_string_equal(language->variety, "modern standaard");
	assert_string_equal(language->countries, "EG SD");
	assert_string_equal(language->readers, "");
	assert_true(language->offered);
	language = language_find(&tree->material.languages, "mnk");
	assert_false(language->offered);
	assert_string_equal(language->meanwhile, "en");
	assert_string_equal(language->locale, "mnk");
	assert_null(language_find(&tree->material.languages, "a"));
	assert_null(language_find(&tree->material.languages, ""));
	tree_close(tree);
}

static void lists_hold_whole_tags(void **state)
{
	(void)state;
	assert_true(tag_listed("fa fa-AF ar", "fa"));
	assert_true(tag_listed("fa-AF fa", "fa"));
	assert_true(tag_listed("ar", "ar"));
	assert_false(tag_listed("fa-AF", "fa"));
	assert_false(tag_listed("mar", "ar"));
	assert_false(tag_listed("ar", ""));
	assert_false(tag_listed("", "ar"));
}

static void fonts_are_listed_by_script_and_language(void **state)
{
	struct tree *tree = tree_open();
	const struct fontlist *fonts = &tree->material.fonts;
	const struct font_rule *rule;
	(void)state;

	assert_true(material_load(tree->arena, tree->diag, tree->folder, &tree->material));
	rule = font_rule_find(fonts, "Arab", &(struct language){.tag = "ur"});
	assert_string_equal(rule->family->id, "nastaliq");
	assert_string_equal(rule->family->files[WEIGHT_REGULAR].path,
			    tree_path(tree, "fonts/own/Nastaliq.ttf"));
	assert_int_equal(rule->family->files[WEIGHT_REGULAR].face, 1);
	assert_null(rule->family->files[WEIGHT_BOLD].path);
	rule = font_rule_find(fonts, "Arab", &(struct language){.tag = "ar"});
	assert_string_equal(rule->family->id, "arabic");
	assert_string_equal(rule->companion->id, "sans");
	assert_int_equal(rule->family->size, 1100);
	assert_int_equal(rule->family->line_height, 1650);
	assert_int_equal(rule->family->descent, 550);
	assert_string_equal(rule->companion->files[WEIGHT_BOLD].path,
			    "/usr/share/fonts/truetype/noto/NotoSans-Bold.ttf");
	assert_string_equal(rule->companion->files[WEIGHT_BOLD].package, "fonts-noto-core");
	assert_null(font_rule_find(fonts, "Ethi", &(struct language){.tag = "am"}));
	assert_int_equal(fonts->overrides[0].first, 0x06F0);
	assert_int_equal(fonts->overrides[0].last, 0x06F9);
	assert_string_equal(fonts->features[0].tag, "aalt");
	tree_close(tree);
}

static void styles_stand_on_their_base(void **state)
{
	struct tree *tree = tree_open();
	const struct style *style;
	(void)state;

	assert_true(material_load(tree->arena, tree->diag, tree->folder, &tree->material));
	style = style_find(tree->material.theme, "h2");
	assert_int_equal(style->size, 14000);
	assert_int_equal(style->weight, WEIGHT_BOLD);
	assert_int_equal(style->leading, 900);
	assert_int_equal(style->space_after, 4000);
	assert_int_equal(style->rule_before, 1000);
	assert_string_equal(style->rule_color->id, "tint");
	assert_true(style->keep_with_next);
	assert_false(style->hyphens);
	assert_true(style_find(tree->material.theme, "home.body")->hyphens);
	assert_true(style_find(tree->material.theme, "mark")->fixed);
	assert_int_equal(color_find(tree->material.theme, "tint")->rgb[0], 0xE3);
	assert_int_equal(color_find(tree->material.theme, "tint")->cmyk[2], 45);
	assert_int_equal(color_find(tree->material.theme, "tint")->grey, 78);
	tree_close(tree);
}

static void editions_say_what_is_made(void **state)
{
	struct tree *tree = tree_open();
	const struct edition *edition;
	(void)state;

	assert_true(material_load(tree->arena, tree->diag, tree->folder, &tree->material));
	edition = edition_find(&tree->material, "office");
	assert_int_equal(edition->width, length_from_mm(210000));
	assert_int_equal(edition->height, length_from_mm(297000));
	assert_int_equal(edition->claims, CLAIM_UA1 | CLAIM_A2A);
	assert_int_equal(edition->color_space, COLOR_GREY);
	assert_true(edition->duplex && edition->tagged && !edition->links);
	assert_int_equal(edition->floor_count, 2);
	edition = edition_find(&tree->material, "small");
	assert_string_equal(edition->suffix, "-small");
	assert_int_equal(edition->color_space, COLOR_CMYK);
	assert_true(!edition->duplex && edition->links);
	tree_close(tree);
}

/* The same name for another paper: which one it is depends on the layout that the document asks for. */
static void editions_are_for_a_layout(void **state)
{
	struct tree *tree = tree_open();
	const struct material *material = &tree->material;
	const struct edition *own;
	(void)state;

	tree_replace(tree, "templates/editions.xml", "<edition id=\"small\"",
		     "<edition id=\"office\" templates=\"other leaf\" name-nl=\"Blad\" name-en=\"Leaf\" "
		     "page=\"100mm 140mm\"/><edition id=\"small\"");
	assert_true(material_load(tree->arena, tree->diag, tree->folder, &tree->material));
	own = edition_for(tree->diag, material, "office", "leaf");
	assert_non_null(own);
	assert_string_equal(own->name_en, "Leaf");
	assert_string_equal(edition_find(material, "office")->name_en, "Office");
	assert_true(edition_fits(tree->diag, material, own, "leaf"));
	assert_false(edition_fits(tree->diag, material, edition_find(material, "small"), "leaf"));
	assert_null(edition_for(tree->diag, material, "small", "leaf"));
	tree_close(tree);
}

static void an_edition_for_the_same_layout_is_doubled(void **state)
{
	struct tree *tree = tree_open();
	(void)state;

	tree_replace(tree, "templates/editions.xml", "id=\"small\"", "id=\"office\"");
	assert_false(material_load(tree->arena, tree->diag, tree->folder, &tree->material));
	tree_close(tree);
}

/* Nothing may tell what a discreet paper is about, so its name and title are not the document's, and it has no tags. */
static void a_discreet_edition_needs_other_words(void **state)
{
	static const char *const refused[] = {"", " stem=\"n\"", " title=\"t\"",
					      " stem=\"n\" title=\"t\" tagged=\"yes\"",
					      " stem=\"n\" title=\"t\" outline=\"yes\""};
	(void)state;

	for (size_t i = 0; i <= sizeof refused / sizeof *refused; i++) {
		struct tree *tree = tree_open();
		bool sound = i == sizeof refused / sizeof *refused;

		tree_replace(tree, "templates/editions.xml", "id=\"small\"",
			     arena_format(tree->arena, "id=\"small\" discreet=\"yes\"%s",
					  sound ? " stem=\"n\" title=\"t\"" : refused[i]));
		assert_true(material_load(tree->arena, tree->diag, tree->folder, &tree->material) == sound);
		tree_close(tree);
	}
}

static const char *printed(struct arena *arena, struct words words)
{
	struct buf buf = buf_new(arena);

	words_print(&buf, words);
	return buf.data;
}

static void white_space_is_collapsed_across_pieces(void **state)
{
	struct arena *arena = arena_new();
	struct words_maker maker = words_begin(arena);
	struct loc loc = {"x", 1};
	struct words words;
	(void)state;

	words_text(&maker, "\n  Bel\t ", loc);
	words_mark(&maker, true, NULL);
	words_text(&maker, "  nu \u00A0", loc);
	words_mark(&maker, false, "url.x");
	words_text(&maker, " de", loc);
	words_text(&maker, "  site ", loc);
	words_mark(&maker, false, NULL);
	words_text(&maker, "  ", loc);
	words_fact(&maker, (struct piece){.key = "phone.x", .form = "abroad", .loc = loc});
	words_text(&maker, " \n ", loc);
	words = words_end(&maker);
	assert_string_equal(printed(arena, words),
			    "Bel <b>nu \u00A0</b><a url.x> de site </a>{phone.x:abroad}");
	assert_int_equal(words.length, 4);
	assert_true(words_same(arena, words, words));
	arena_free(arena);
}

static void the_scan_of_characters(void **state)
{
	static const struct {
		const char *text;
		size_t valid;
		uint32_t forbidden;
	} cases[] = {
	    {"gewone tekst, lang genoeg voor acht", 35, 0},
	    {"كوردیی ناوەندی", 27, 0},
	    {"ትግርኛ \U0001E900", 17, 0},
	    {"a\u200Cb\u200Dc", 9, 0},
	    {"a\u200Eb", 5, 0x200E},
	    {"12345678\u2067", 11, 0x2067},
	    {"\u061C", 2, 0x061C},
	    {"\u0620\u061B", 4, 0},
	    {"\uFEFF", 3, 0xFEFF},
	    {"\uFFFD", 3, 0xFFFD},
	    {"\uE000", 3, 0xE000},
	    {"\xF0\x9F\xBF\xBE", 4, 0x1FFFE},
	    {"\xF3\xB0\x80\x80", 4, 0xF0000},
	    {"\u2028", 3, 0x2028},
	    {"\xC2\x85", 2, 0x85},
	    {"abc\xC0\x80", 3, 0},
	    {"abc\xE2\x82", 3, 0},
	    {"\xED\xA0\x80", 0, 0},
	    {"\xF4\x90\x80\x80", 0, 0},
	    {"\xE0\x9F\xBF", 0, 0},
	    {"\xF0\x8F\xBF\xBF", 0, 0},
	    {"12345678\xFF", 8, 0},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct bytes bytes = {(const unsigned char *)cases[i].text, strlen(cases[i].text)};
		struct forbidden found = {DIAG_CODES, 0};

		assert_int_equal(characters_valid(bytes), cases[i].valid);
		if (cases[i].valid == bytes.length)
			assert_int_equal(characters_forbidden(bytes, &found), cases[i].forbidden != 0);
		assert_int_equal(found.code_point, cases[i].forbidden);
	}
}

/* The joined list that inspect prints: every unit of the master with what the language makes of it. */
static void a_translation_is_joined_with_its_master(void **state)
{
	struct tree *tree = tree_open();
	const struct translation *translation;
	const struct target *target;
	(void)state;

	assert_true(material_load(tree->arena, tree->diag, tree->folder, &tree->material));
	translation = translation_open(tree->arena, tree->diag, &tree->material, "leaf",
				       language_find(&tree->material.languages, "ar"));
	assert_non_null(translation);
	assert_int_equal(translation->target_count, 12);
	target = &translation->targets[unit_find(translation->master, "law.penalty")->index];
	assert_string_equal(printed(tree->arena, target->unit->source),
			    "Tot {penalty.years} jaar <b>gevangenis</b>.");
	assert_string_equal(printed(tree->arena, target->words), "<b>السجن</b> حتى {penalty.years} سنة.");
	assert_string_equal(state_word(target->written), "final");
	assert_string_equal(state_word(target->state), "translated");
	assert_string_equal(unit_kind_word(target->unit->kind), "p");
	assert_int_equal(target->unit->core, 2);
	assert_int_equal(target->loc.line, 12);
	assert_int_equal(target->unit->loc.line, 7);
	assert_int_equal(translation->state, STATE_TRANSLATED);
	tree_close(tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_two_axes_are_not_mixed),
	    cmocka_unit_test(a_number_is_printed_where_it_works),
	    cmocka_unit_test(languages_are_found_by_tag_or_alias),
	    cmocka_unit_test(lists_hold_whole_tags),
	    cmocka_unit_test(fonts_are_listed_by_script_and_language),
	    cmocka_unit_test(styles_stand_on_their_base),
	    cmocka_unit_test(editions_say_what_is_made),
	    cmocka_unit_test(editions_are_for_a_layout),
	    cmocka_unit_test(an_edition_for_the_same_layout_is_doubled),
	    cmocka_unit_test(a_discreet_edition_needs_other_words),
	    cmocka_unit_test(white_space_is_collapsed_across_pieces),
	    cmocka_unit_test(the_scan_of_characters),
	    cmocka_unit_test(a_translation_is_joined_with_its_master),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
