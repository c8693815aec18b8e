/* fonts/fonts.xml: every file is the one that was tested, and every language of languages.xml can be drawn. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "text/para.h"

struct material {
	struct arena *arena;
	struct diag *diag;
	struct fontlist fonts;
	struct fontset *fontset;
	struct languages languages;
};

static int setup(void **state)
{
	struct arena *arena = arena_new();
	struct material *material = arena_alloc(arena, sizeof *material);

	material->arena = arena;
	material->diag = diag_new();
	assert_true(fontlist_load(arena, material->diag, "fonts/fonts.xml", &material->fonts));
	assert_true(
	    languages_load(arena, material->diag, "translations/languages.xml", &material->languages));
	material->fontset = fontset_new(arena, &material->fonts);
	*state = material;
	return 0;
}

static int teardown(void **state)
{
	struct material *material = *state;

	diag_print(material->diag, stderr);
	diag_free(material->diag);
	arena_free(material->arena);
	return 0;
}

static void check_sum(struct material *material, const struct font_file *file)
{
	char found[65] = "";
	FILE *pipe = popen(arena_format(material->arena, "sha256sum '%s'", file->path), "r");

	assert_non_null(pipe);
	assert_non_null(fgets(found, sizeof found, pipe));
	pclose(pipe);
	assert_string_equal(found, file->sha256);
}

static void files_are_the_tested_ones(void **state)
{
	struct material *material = *state;

	assert_true(material->fonts.family_count >= 25);
	for (size_t i = 0; i < material->fonts.family_count; i++) {
		const struct family *family = &material->fonts.families[i];

		assert_true(family->size >= 900 && family->size <= 1150);
		assert_true(family->line_height >= 1400 && family->ascent > 0 && family->descent > 0);
		for (int weight = WEIGHT_REGULAR; weight <= WEIGHT_BOLD; weight++) {
			if (!family->files[weight].path)
				continue;
			check_sum(material, &family->files[weight]);
			assert_non_null(
			    fontset_open(material->fontset, material->diag, family, (enum weight)weight));
		}
	}
	assert_int_equal(diag_count(material->diag, DIAG_NOTE), 0);
}

static const struct para *shape_name(struct material *material, const struct language *language)
{
	struct style *style = arena_alloc(material->arena, sizeof *style);
	struct span *span = arena_alloc(material->arena, sizeof *span);
	struct block *block = arena_alloc(material->arena, sizeof *block);

	*span = (struct span){.kind = SPAN_TEXT, .language = language};
	span->text = arena_format(material->arena, "%s (12%%): “%s” – ‘a’ «b» € é", language->autonym,
				  language->autonym);
	*block = (struct block){.unit = "name",
				.style = style,
				.language = language,
				.spans = span,
				.span_count = 1,
				.loc = language->loc};
	return para_shape(material->arena, material->diag, material->fontset, block,
			  (struct page_number){0, 0});
}

static void every_language_can_write_its_name(void **state)
{
	struct material *material = *state;

	assert_true(material->languages.length >= 40);
	for (size_t i = 0; i < material->languages.length; i++) {
		const struct language *language = &material->languages.data[i];
		const struct para *para = shape_name(material, language);

		if (!para)
			fail_msg("%s", language->tag);
		for (size_t r = 0; r < para->item_count; r++)
			for (size_t g = 0; g < para->runs[r].glyph_count; g++)
				assert_int_not_equal(para->runs[r].glyphs[g].gid, 0);
	}
	assert_int_equal(diag_count(material->diag, DIAG_NOTE), 0);
}

static void every_script_is_drawn_by_its_family(void **state)
{
	static const struct {
		const char *script, *word;
		enum direction direction;
	} words[] = {
	    {"Latn", "Afaan", DIRECTION_LTR},
	    {"Cyrl", "мацӏ", DIRECTION_LTR},
	    {"Grek", "Ελληνικά", DIRECTION_LTR},
	    {"Arab", "ئۇيغۇرچە", DIRECTION_RTL},
	    {"Ethi", "ብሊን", DIRECTION_LTR},
	    {"Hebr", "עברית", DIRECTION_RTL},
	    {"Syrc", "ܣܘܪܝܝܐ", DIRECTION_RTL},
	    {"Nkoo", "ߒߞߏ", DIRECTION_RTL},
	    {"Adlm", "𞤆𞤵𞤤𞤢𞤪", DIRECTION_RTL},
	    {"Thaa", "ދިވެހި", DIRECTION_RTL},
	    {"Armn", "հայերեն", DIRECTION_LTR},
	    {"Geor", "ქართული", DIRECTION_LTR},
	    {"Deva", "हिन्दी", DIRECTION_LTR},
	    {"Beng", "বাংলা", DIRECTION_LTR},
	    {"Gujr", "ગુજરાતી", DIRECTION_LTR},
	    {"Guru", "ਪੰਜਾਬੀ", DIRECTION_LTR},
	    {"Taml", "தமிழ்", DIRECTION_LTR},
	    {"Telu", "తెలుగు", DIRECTION_LTR},
	    {"Knda", "ಕನ್ನಡ", DIRECTION_LTR},
	    {"Mlym", "മലയാളം", DIRECTION_LTR},
	    {"Sinh", "සිංහල", DIRECTION_LTR},
	    {"Thai", "ไทย", DIRECTION_LTR},
	    {"Laoo", "ລາວ", DIRECTION_LTR},
	    {"Khmr", "ខ្មែរ", DIRECTION_LTR},
	    {"Mymr", "မြန်မာ", DIRECTION_LTR},
	    {"Tfng", "ⵜⴰⵎⴰⵣⵉⵖⵜ", DIRECTION_LTR},
	    {"Copt", "ⲙⲉⲧⲣⲉⲙ", DIRECTION_LTR},
	};
	struct material *material = *state;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct language *language = arena_alloc(material->arena, sizeof *language);
		const struct para *para;

		*language = (struct language){.tag = "zxx",
					      .locale = "en",
					      .script = words[i].script,
					      .autonym = words[i].word,
					      .direction = words[i].direction};
		para = shape_name(material, language);
		assert_non_null(para);
		assert_string_equal(para->items[0].script, words[i].script);
		assert_ptr_equal(
		    para->items[0].font->family,
		    font_rule_find(&material->fonts, words[i].script, &(struct language){.tag = "zxx"})
			->family);
		assert_int_equal(para->items[0].level, words[i].direction);
		assert_true(para->items[0].length >= (int32_t)strlen(words[i].word) / 4);
	}
	assert_int_equal(diag_count(material->diag, DIAG_NOTE), 0);
}

static void nastaliq_is_for_those_who_read_it(void **state)
{
	const struct fontlist *fonts = &((struct material *)*state)->fonts;

	assert_string_equal(font_rule_find(fonts, "Arab", &(struct language){.tag = "ur"})->family->id,
			    "noto-nastaliq-urdu");
	assert_string_equal(font_rule_find(fonts, "Arab", &(struct language){.tag = "pa-Arab"})->family->id,
			    "noto-nastaliq-urdu");
	assert_string_equal(font_rule_find(fonts, "Arab", &(struct language){.tag = "ckb"})->family->id,
			    "noto-sans-arabic");
	assert_string_equal(font_rule_find(fonts, "Arab", &(struct language){.tag = "sd"})->family->id,
			    "noto-naskh-arabic");
	assert_string_equal(
	    font_rule_find(fonts, "Arab", &(struct language){.tag = "ur", .compact = true})->family->id,
	    "noto-naskh-arabic");
	assert_string_equal(
	    font_rule_find(fonts, "Arab", &(struct language){.tag = "ckb", .compact = true})->family->id,
	    "noto-sans-arabic");
	assert_null(font_rule_find(fonts, "Egyp", &(struct language){.tag = "ar"}));
}

static void eng_alone_is_changed(void **state)
{
	const struct fontlist *fonts = &((struct material *)*state)->fonts;

	for (size_t i = 0; i < fonts->feature_count; i++)
		if (strcmp(fonts->features[i].tag, "aalt") == 0) {
			assert_int_equal(fonts->features[i].first, 0x14A);
			assert_int_equal(fonts->features[i].last, 0x14A);
			assert_true(tag_listed(fonts->features[i].languages, "ff-Latn-GN"));
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(files_are_the_tested_ones, setup, teardown),
	    cmocka_unit_test_setup_teardown(every_language_can_write_its_name, setup, teardown),
	    cmocka_unit_test_setup_teardown(every_script_is_drawn_by_its_family, setup, teardown),
	    cmocka_unit_test_setup_teardown(nastaliq_is_for_those_who_read_it, setup, teardown),
	    cmocka_unit_test_setup_teardown(eng_alone_is_changed, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
