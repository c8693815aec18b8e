/*
 * The characters of a cluster are dealt out over its glyphs in logical order: each glyph takes one, the first also takes
 * what is over. Where there are more glyphs than characters, the cluster is not exact. Tagged PDF asks for logical order
 * (ISO 32000-1, 14.8.2.3), so the glyphs of a right-to-left run are turned round.
 */
#include "pdf/code.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static const uint16_t soft_hyphen[] = {0x00AD};

struct codes *codes_new(struct arena *arena)
{
	struct codes *codes = arena_alloc(arena, sizeof *codes);

	codes->arena = arena;
	return codes;
}

static size_t font_index(struct codes *codes, const struct font *font)
{
	size_t i = 0;

	while (i < codes->fonts.length && codes->fonts.data[i]->font != font)
		i++;
	if (i == codes->fonts.length) {
		struct code_font *used = arena_alloc(codes->arena, sizeof *used);

		used->font = font;
		vec_push(codes->arena, &codes->fonts, used);
	}
	return i;
}

static bool same_text(struct utf16 a, struct utf16 b)
{
	return a.length == b.length && (!a.length || memcmp(a.data, b.data, a.length * sizeof *a.data) == 0);
}

/* A font in CFF form keeps its own character identifiers, so there one glyph has one code. */
static bool same_code(const struct code_font *font, const struct code *code, uint32_t gid, struct utf16 text)
{
	return code->gid == gid && (font->font->cff || same_text(code->text, text));
}

static uint32_t *probe(const struct code_font *font, uint32_t gid, struct utf16 text)
{
	size_t slot = gid;

	for (size_t i = 0; i < text.length && !font->font->cff; i++)
		slot = slot * 31 + text.data[i];
	for (slot *= 2654435761u;; slot++) {
		uint32_t *found = &font->slots[(slot ^ slot >> 16) & (font->slot_count - 1)];

		if (!*found || same_code(font, &font->codes.data[*found - 1], gid, text))
			return found;
	}
}

static void grow(struct codes *codes, struct code_font *font)
{
	font->slot_count = font->slot_count ? font->slot_count * 2 : 256;
	font->slots = arena_array(codes->arena, font->slot_count, sizeof *font->slots);
	for (uint32_t i = 0; i < font->codes.length; i++)
		*probe(font, font->codes.data[i].gid, font->codes.data[i].text) = i + 1;
}

static uint32_t code_find(struct codes *codes, struct code_font *font, uint32_t gid, struct utf16 text)
{
	uint32_t *slot;

	assert(gid != 0);
	if (2 * (font->codes.length + 1) > font->slot_count)
		grow(codes, font);
	slot = probe(font, gid, text);
	if (!*slot) {
		vec_push(codes->arena, &font->codes, ((struct code){gid, text, font_width(font->font, gid), 0}));
		*slot = (uint32_t)font->codes.length;
	}
	return *slot - 1;
}

/* A run on its way: its glyphs in visual order, and how to walk them in logical order. */
struct walk {
	const struct op_glyphs *op;
	const int32_t *pens;
	size_t count;
	bool backwards;
};

static size_t glyph_at(const struct walk *walk, size_t logical)
{
	return walk->backwards ? walk->count - 1 - logical : logical;
}

static int32_t cluster_at(const struct walk *walk, size_t logical)
{
	return walk->op->run.glyphs[glyph_at(walk, logical)].cluster;
}

static size_t point_length(struct utf16 text)
{
	return text.length > 1 && text.data[0] >> 10 == 0x36 && text.data[1] >> 10 == 0x37 ? 2 : 1;
}

static size_t count_points(struct utf16 text)
{
	size_t count = 0;

	while (text.length) {
		size_t length = point_length(text);

		text = (struct utf16){text.data + length, text.length - length};
		count++;
	}
	return count;
}

/* Cuts the first points off a text and gives them. */
static struct utf16 take(struct utf16 *text, size_t points)
{
	struct utf16 taken = {text->data, 0};

	while (points-- && text->length) {
		size_t length = point_length(*text);

		taken.length += length;
		*text = (struct utf16){text->data + length, text->length - length};
	}
	return taken;
}

/* Codes the glyphs of a cluster, from and up to an index in logical order; whether the text is exact. */
static bool deal(struct codes *codes, size_t font, const struct walk *walk, size_t from, size_t to,
                 struct utf16 text, struct coded_glyph *glyphs)
{
	struct code_font *used = codes->fonts.data[font];
	size_t points = count_points(text), surplus = points > to - from ? points - (to - from) : 0;
	bool exact = points >= to - from;

	for (size_t i = from; i < to; i++) {
		size_t visual = glyph_at(walk, i);
		const struct glyph *glyph = &walk->op->run.glyphs[visual];
		struct utf16 part = take(&text, i == from ? 1 + surplus : 1);

		glyphs[i].code = code_find(codes, used, glyph->gid, part);
		glyphs[i].x = walk->pens[visual] + glyph->dx;
		glyphs[i].y = glyph->dy;
		exact &= same_text(used->codes.data[glyphs[i].code].text, part);
	}
	return exact;
}

static const int32_t *pens(struct arena *arena, const struct glyph_run *run)
{
	int32_t *pens = arena_array(arena, run->glyph_count + 1, sizeof *pens);

	for (size_t i = 0; i < run->glyph_count; i++)
		pens[i + 1] = pens[i] + run->glyphs[i].advance;
	return pens;
}

struct coded_run codes_run(struct codes *codes, const struct op_glyphs *op)
{
	const struct glyph_run *run = &op->run;
	size_t font = font_index(codes, op->font), count = run->glyph_count, clusters = 0;
	struct coded_glyph *glyphs = arena_array(codes->arena, count, sizeof *glyphs);
	struct coded_cluster *cluster = arena_array(codes->arena, count, sizeof *cluster);
	struct walk walk = {op, pens(codes->arena, run), count, run->item->level & 1};
	size_t words = count - (op->hyphen ? 1 : 0);
	int32_t start = run->start;

	for (size_t from = 0, to; from < count; from = to, clusters++) {
		int32_t end = run->start + run->length;

		for (to = from + 1; to < words && cluster_at(&walk, to) == cluster_at(&walk, from);)
			to++;
		if (to < words)
			end = cluster_at(&walk, to);
		cluster[clusters].text = utf16_plain(
		    codes->arena, (struct utf16){op->para->text + start, (size_t)(end - start)});
		if (from == words)
			cluster[clusters].text = (struct utf16){soft_hyphen, 1};
		cluster[clusters].exact =
		    deal(codes, font, &walk, from, to, cluster[clusters].text, glyphs);
		for (size_t i = from; i < to; i++)
			glyphs[i].cluster = (uint32_t)clusters;
		start = end;
	}
	return (struct coded_run){font, glyphs, count, cluster};
}

struct order {
	uint32_t gid, index;
};

static int compare(const void *left, const void *right)
{
	const struct order *a = left, *b = right;

	if (a->gid != b->gid)
		return a->gid < b->gid ? -1 : 1;
	return (a->index > b->index) - (a->index < b->index);
}

/* The first code of each glyph is numbered as its glyph will be in the subset; further ones come behind. */
static void number(struct arena *arena, struct code_font *font)
{
	size_t count = font->codes.length;
	struct order *order = arena_array(arena, count, sizeof *order);
	uint16_t further = 0;

	for (uint32_t i = 0; i < count; i++)
		order[i] = (struct order){font->codes.data[i].gid, i};
	qsort(order, count, sizeof *order, compare);
	for (size_t i = 0; i < count; i++)
		if (!i || order[i].gid != order[i - 1].gid)
			vec_push(arena, &font->gids, order[i].gid);
	further = (uint16_t)font->gids.length;
	for (size_t i = 0, rank = 0; i < count; i++) {
		bool first = !i || order[i].gid != order[i - 1].gid;
		struct code *code = &font->codes.data[order[i].index];

		rank += first;
		code->cid = font->font->cff ? (uint16_t)code->gid : first ? (uint16_t)rank : ++further;
	}
}

void codes_number(struct codes *codes)
{
	for (size_t i = 0; i < codes->fonts.length; i++) {
		assert(codes->fonts.data[i]->codes.length < 0xFFFF);
		number(codes->arena, codes->fonts.data[i]);
	}
}
