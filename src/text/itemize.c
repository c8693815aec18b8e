/* Items (the word is Pango's): maximal runs of one span, level, script and font. Fonts come from the manifest alone:
 *
 *     range override -> family for (script, language) -> Latin companion of the block's family -> error
 *
 * decided for a base character together with its marks and joiners. What has no ink of its own (spaces, default
 * ignorables) stays with the text before it, and of a pair of brackets both halves must be there. */
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "text/stage.h"

/* What may draw a run. */
struct choice {
	const struct family *families[2];
	const struct language *language;
	enum weight weight;
	uint16_t script;
	char name[5];
};

struct itemizer {
	struct stage *stage;
	struct choice choice;
	VEC(struct item) items;
	bool cut; /* the next cluster begins an item */
};

const struct language *span_language(const struct stage *stage, const struct span *span)
{
	return span->language ? span->language : stage->para->block->language;
}

enum weight span_weight(const struct stage *stage, const struct span *span)
{
	return span->bold ? WEIGHT_BOLD : stage->para->block->style->weight;
}

/* A family that is its own companion is a Latin one: inside another script the block's own companion takes its place,
 * so that sans stays with sans. */
static void choice_families(const struct stage *stage, struct choice *choice)
{
	const struct fontlist *list = stage->fontset->list;
	const struct language *home = stage->para->block->language;
	const struct font_rule *base = font_rule_find(list, home->script, home);
	const struct font_rule *own = font_rule_find(list, choice->name, choice->language);
	const struct family *companion = base ? base->companion : own ? own->companion : NULL;

	if (!own)
		own = base;
	choice->families[0] = own ? own->family : NULL;
	if (own && own->family == own->companion && companion)
		choice->families[0] = companion;
	choice->families[1] = companion == choice->families[0] ? NULL : companion;
}

static void choose(const struct stage *stage, struct choice *choice, uint16_t script, const struct span *span)
{
	const struct language *language = span_language(stage, span);
	enum weight weight = span_weight(stage, span);
	const char *name;

	if (choice->language == language && choice->script == script && choice->weight == weight)
		return;
	name = uscript_getShortName((UScriptCode)script);
	*choice = (struct choice){.language = language, .weight = weight, .script = script};
	memcpy(choice->name, name ? name : "Zyyy", 4);
	choice_families(stage, choice);
}

static const struct family *find_override(const struct stage *stage, const struct choice *choice, uint32_t c)
{
	const struct fontlist *list = stage->fontset->list;

	for (size_t i = 0; i < list->override_count; i++) {
		const struct font_override *override = &list->overrides[i];

		if (c < override->first || c > override->last)
			continue;
		if (*override->script && !tag_listed(override->script, choice->name))
			continue;
		if (*override->languages && !tag_listed(override->languages, choice->language->tag))
			continue;
		if (!tag_listed(override->except, choice->language->tag))
			return override->family;
	}
	return NULL;
}

/* Line breaks of the text, isolates and joiners need no glyph; spaces are there in every font or made by HarfBuzz. */
static bool has_no_ink(UChar32 c)
{
	if (c < 0x80)
		return c == ' ';
	return c == 0xA0 || u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
	       u_charType(c) == U_SPACE_SEPARATOR;
}

static bool is_mark(UChar32 c)
{
	return c >= 0x300 && (U_GET_GC_MASK(c) & U_GC_M_MASK);
}

static bool draws(const struct font *font, UChar32 c)
{
	UChar32 other;

	if (!font_has(font, (uint32_t)c))
		return false;
	if (c < 0x80 ? !strchr("()[]{}", c) : c != 0xAB && c != 0xBB)
		return true;
	other = c == 0xAB ? 0xBB : c == 0xBB ? 0xAB : u_getBidiPairedBracket(c);
	return font_has(font, (uint32_t)other);
}

static int32_t cluster_end(const uint16_t *text, int32_t at, int32_t end)
{
	int32_t next = at;
	UChar32 c;

	c = char_next(text, &next, end);
	while (next < end) {
		at = next;
		c = char_next(text, &next, end);
		if (c < 0x300 || (!is_mark(c) && (!has_no_ink(c) || u_charType(c) == U_SPACE_SEPARATOR)) ||
		    char_is_control((uint32_t)c))
			return at;
	}
	return next;
}

static bool draws_cluster(const struct font *font, const uint16_t *text, int32_t at, int32_t end)
{
	while (at < end) {
		UChar32 c;

		c = char_next(text, &at, end);
		if (!has_no_ink(c) && !draws(font, c))
			return false;
	}
	return true;
}

/* Beside a script that has no bold, the companion stays regular too. */
static const struct font *open_family(struct itemizer *itemizer, const struct family *family)
{
	struct stage *stage = itemizer->stage;
	const struct choice *choice = &itemizer->choice;
	bool own = family == choice->families[0] || choice->families[0]->files[choice->weight].path;
	const struct font *font =
	    fontset_open(stage->fontset, stage->diag, family, own ? choice->weight : WEIGHT_REGULAR);

	stage->failed |= !font;
	return font;
}

static void report_missing(struct itemizer *itemizer, int32_t at, int32_t end)
{
	struct stage *stage = itemizer->stage;
	const struct block *block = stage->para->block;
	const struct family *const *families = itemizer->choice.families;
	const struct font *font =
	    fontset_open(stage->fontset, stage->diag, families[0], itemizer->choice.weight);
	struct buf what = buf_new(stage->fontset->scratch), where = buf_new(stage->fontset->scratch);
	UChar32 c;

	while (at < end) {
		c = char_next(stage->para->text, &at, end);
		if (has_no_ink(c) || (font && draws(font, c)))
			continue;
		buf_printf(&what, "%sU+%04X (", what.length ? ", " : "", (unsigned)c);
		buf_add_utf8(&what, (unsigned long)c);
		buf_puts(&what, ")");
	}
	buf_printf(&where, "\"%s\"", families[0]->name);
	if (families[1])
		buf_printf(&where, ", \"%s\"", families[1]->name);
	diag_add(stage->diag, DIAG_GLYPH_MISSING, block->loc, block->unit, what.data, where.data, NULL);
	stage->failed = true;
}

/* The font of a cluster, or NULL after an error. */
static const struct font *cluster_font(struct itemizer *itemizer, int32_t at, int32_t end)
{
	const uint16_t *text = itemizer->stage->para->text;
	const struct choice *choice = &itemizer->choice;
	const struct family *candidates[] = {NULL, choice->families[0], choice->families[1]};
	int32_t next = at;

	candidates[0] = find_override(itemizer->stage, choice, (uint32_t)char_next(text, &next, end));
	for (size_t i = 0; i < sizeof candidates / sizeof *candidates; i++) {
		const struct font *font = candidates[i] ? open_family(itemizer, candidates[i]) : NULL;

		if (candidates[i] && !font)
			return NULL;
		if (font && draws_cluster(font, text, at, end))
			return font;
	}
	report_missing(itemizer, at, end);
	return NULL;
}

/* The font of what has no ink: that of the item before it where that one is of the same kind, else the first choice. */
static const struct font *blank_font(struct itemizer *itemizer)
{
	const struct item *last = itemizer->items.length ? vec_last(&itemizer->items) : NULL;

	if (last && strcmp(last->script, itemizer->choice.name) == 0 &&
	    span_weight(itemizer->stage, last->span) == itemizer->choice.weight)
		return last->font;
	return open_family(itemizer, itemizer->choice.families[0]);
}

static void add_cluster(struct itemizer *itemizer, const struct span *span, int32_t start, int32_t end)
{
	struct stage *stage = itemizer->stage;
	const struct font *font;
	struct item *item;
	int32_t next = start;

	font = has_no_ink(char_next(stage->para->text, &next, end)) ? blank_font(itemizer)
								    : cluster_font(itemizer, start, end);
	if (!font)
		return;
	item = itemizer->items.length ? vec_last(&itemizer->items) : NULL;
	if (!itemizer->cut && item && item->font == font) {
		item->length += end - start;
		return;
	}
	item = vec_add(stage->arena, &itemizer->items);
	*item = (struct item){.start = start,
			      .length = end - start,
			      .level = stage->levels[start],
			      .language = itemizer->choice.language,
			      .font = font,
			      .span = span};
	memcpy(item->script, itemizer->choice.name, sizeof item->script);
	itemizer->cut = false;
}

static void add_span(struct itemizer *itemizer, const struct para_span *part)
{
	const struct stage *stage = itemizer->stage;
	int32_t i = part->start, end = part->start + part->length;

	itemizer->cut = true;
	while (i < end) {
		int32_t next = i + 1;

		if (char_is_control(stage->para->text[i])) {
			itemizer->cut = true;
		} else {
			itemizer->cut |= i > part->start && (stage->levels[i] != stage->levels[i - 1] ||
							     stage->scripts[i] != stage->scripts[i - 1]);
			choose(stage, &itemizer->choice, stage->scripts[i], part->span);
			next = cluster_end(stage->para->text, i, end);
			add_cluster(itemizer, part->span, i, next);
		}
		i = next;
	}
}

void itemize(struct stage *stage)
{
	struct para *para = stage->para;
	struct itemizer itemizer = {.stage = stage};

	for (size_t i = 0; i < para->span_count; i++)
		add_span(&itemizer, &para->spans[i]);
	para->items = itemizer.items.data;
	para->item_count = itemizer.items.length;
}
