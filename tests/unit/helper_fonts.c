#include "helper_fonts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"

#define NOTO "/usr/share/fonts/truetype/noto/"
#define FILE_OF(stem)                                                                                        \
	{                                                                                                    \
		.path = NOTO stem ".ttf", .package = "fonts-noto-core"                                       \
	}
#define FAMILY(id_, name_, stem, size_)                                                                      \
	{                                                                                                    \
		.id = id_, .name = name_, .size = size_, .line_height = 1400, .files = {                     \
			FILE_OF(stem "-Regular"),                                                            \
			FILE_OF(stem "-Bold")                                                                \
		}                                                                                            \
	}

enum { SANS, ARABIC, NASTALIQ, NASKH, ETHIOPIC, DEVANAGARI, KHMER, THAI, ADLAM, NKO };

static const struct family families[] = {
    [SANS] = FAMILY("noto-sans", "Noto Sans", "NotoSans", 1000),
    [ARABIC] = FAMILY("noto-sans-arabic", "Noto Sans Arabic", "NotoSansArabic", 1100),
    [NASTALIQ] = FAMILY("noto-nastaliq-urdu", "Noto Nastaliq Urdu", "NotoNastaliqUrdu", 1100),
    [NASKH] = FAMILY("noto-naskh-arabic", "Noto Naskh Arabic", "NotoNaskhArabic", 1150),
    [ETHIOPIC] = FAMILY("noto-sans-ethiopic", "Noto Sans Ethiopic", "NotoSansEthiopic", 1000),
    [DEVANAGARI] = FAMILY("noto-sans-devanagari", "Noto Sans Devanagari", "NotoSansDevanagari", 1000),
    [KHMER] = FAMILY("noto-sans-khmer", "Noto Sans Khmer", "NotoSansKhmer", 1000),
    [THAI] = FAMILY("noto-sans-thai", "Noto Sans Thai", "NotoSansThai", 1050),
    [ADLAM] = FAMILY("noto-sans-adlam", "Noto Sans Adlam", "NotoSansAdlam", 950),
    [NKO] = {.id = "noto-sans-nko",
	     .name = "Noto Sans NKo",
	     .size = 1000,
	     .line_height = 1500,
	     .files = {FILE_OF("NotoSansNKo-Regular")}},
};

static const struct font_rule rules[] = {
    {.script = "Arab",
     .style = "Arab",
     .languages = "ur ks pa-Arab",
     .family = &families[NASTALIQ],
     .companion = &families[SANS]},
    {.script = "Arab",
     .style = "Arab",
     .languages = "haz",
     .family = &families[NASKH],
     .companion = &families[SANS]},
    {.script = "Latn",
     .style = "Latn",
     .languages = "",
     .family = &families[SANS],
     .companion = &families[SANS]},
    {.script = "Arab",
     .style = "Arab",
     .languages = "",
     .family = &families[ARABIC],
     .companion = &families[SANS]},
    {.script = "Ethi",
     .style = "Ethi",
     .languages = "",
     .family = &families[ETHIOPIC],
     .companion = &families[SANS]},
    {.script = "Deva",
     .style = "Deva",
     .languages = "",
     .family = &families[DEVANAGARI],
     .companion = &families[SANS]},
    {.script = "Khmr",
     .style = "Khmr",
     .languages = "",
     .family = &families[KHMER],
     .companion = &families[SANS]},
    {.script = "Thai",
     .style = "Thai",
     .languages = "",
     .family = &families[THAI],
     .companion = &families[SANS]},
    {.script = "Adlm",
     .style = "Adlm",
     .languages = "",
     .family = &families[ADLAM],
     .companion = &families[SANS]},
    {.script = "Nkoo",
     .style = "Nkoo",
     .languages = "",
     .family = &families[NKO],
     .companion = &families[SANS]},
};

static const struct font_override overrides[] = {
    {0x06F0, 0x06F9, "Arab", "", "ur ks pa-Arab sd", &families[ARABIC]},
};

static const struct font_feature features[] = {
    {"ff wo bm mnk", "aalt", 1, 0x14A, 0x14A},
    {"tr az", "liga", 0, 0, 0},
};

const struct fontlist helper_fontlist = {
    .families = families,
    .family_count = sizeof families / sizeof *families,
    .rules = rules,
    .rule_count = sizeof rules / sizeof *rules,
    .overrides = overrides,
    .override_count = sizeof overrides / sizeof *overrides,
    .features = features,
    .feature_count = sizeof features / sizeof *features,
    .loc = {"fonts.xml", 0},
};

#define LTR(tag_, script_)                                                                                   \
	{                                                                                                    \
		.tag = tag_, .locale = tag_, .script = script_, .direction = DIRECTION_LTR,                  \
		.digits = DIGITS_LATN                                                                        \
	}
#define RTL(tag_, script_, digits_)                                                                          \
	{                                                                                                    \
		.tag = tag_, .locale = tag_, .script = script_, .direction = DIRECTION_RTL,                  \
		.digits = digits_                                                                            \
	}

static const struct language languages[] = {
    LTR("nl", "Latn"),
    LTR("de", "Latn"),
    LTR("en", "Latn"),
    LTR("fr", "Latn"),
    LTR("hu", "Latn"),
    LTR("so", "Latn"),
    LTR("aa", "Latn"),
    LTR("mnk", "Latn"),
    LTR("tr", "Latn"),
    LTR("ku", "Latn"),
    LTR("am", "Ethi"),
    LTR("ti", "Ethi"),
    LTR("hi", "Deva"),
    LTR("km", "Khmr"),
    LTR("th", "Thai"),
    LTR("ha-Arab", "Arab"),
    LTR("ka", "Geor"),
    RTL("ar", "Arab", DIGITS_ARAB),
    RTL("ckb", "Arab", DIGITS_ARAB),
    RTL("fa", "Arab", DIGITS_ARABEXT),
    RTL("fa-AF", "Arab", DIGITS_ARABEXT),
    RTL("haz", "Arab", DIGITS_ARABEXT),
    RTL("ur", "Arab", DIGITS_LATN),
    RTL("nqo", "Nkoo", DIGITS_NKOO),
    RTL("ff-Adlm", "Adlm", DIGITS_LATN),
};

const struct language *helper_language(const char *tag)
{
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		if (strcmp(languages[i].tag, tag) == 0)
			return &languages[i];
	fail_msg("no language %s", tag);
	return NULL;
}

int helper_setup(void **state)
{
	struct arena *arena = arena_new();
	struct fixture *fixture = arena_alloc(arena, sizeof *fixture);

	fixture->arena = arena;
	fixture->diag = diag_new();
	fixture->fontset = fontset_new(arena, &helper_fontlist);
	fixture->style = (struct style){.id = "body", .size = 11000, .weight = WEIGHT_REGULAR};
	*state = fixture;
	return 0;
}

int helper_teardown(void **state)
{
	struct fixture *fixture = *state;

	diag_free(fixture->diag);
	arena_free(fixture->arena);
	return 0;
}

const struct block *helper_block(struct fixture *fixture, const char *tag, const struct span *spans,
				 size_t count)
{
	struct block *block = arena_alloc(fixture->arena, sizeof *block);

	*block = (struct block){.unit = "u",
				.role = ROLE_P,
				.style = &fixture->style,
				.language = helper_language(tag),
				.spans = spans,
				.span_count = count,
				.loc = {"so.xlf", 7}};
	return block;
}

const struct para *helper_spans(struct fixture *fixture, const char *tag, const struct span *spans,
				size_t count)
{
	const struct block *block = helper_block(fixture, tag, spans, count);

	return para_shape(fixture->arena, fixture->diag, fixture->fontset, block,
			  (struct page_number){3, 12});
}

const struct para *helper_shape(struct fixture *fixture, const char *tag, const char *text)
{
	struct span *span = arena_alloc(fixture->arena, sizeof *span);

	*span = (struct span){.kind = SPAN_TEXT, .text = text, .language = helper_language(tag)};
	return helper_spans(fixture, tag, span, 1);
}

const char *helper_printed(struct fixture *fixture)
{
	char *data = NULL, *copy;
	size_t size;
	FILE *stream = open_memstream(&data, &size);

	assert_non_null(stream);
	diag_print(fixture->diag, stream);
	fclose(stream);
	copy = arena_copy(fixture->arena, data, size);
	free(data);
	return copy;
}

const char *helper_utf8(struct fixture *fixture, const struct para *para, int32_t start, int32_t length)
{
	struct buf buf = buf_new(fixture->arena);

	for (int32_t i = start; i < start + length; i++) {
		unsigned long c = para->text[i];

		if (c >= 0xD800 && c < 0xDC00)
			c = (c << 10) + para->text[++i] - 0x35FDC00;
		buf_add_utf8(&buf, c);
	}
	return buf.data;
}
