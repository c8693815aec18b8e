/*
 * The characters of a cluster are dealt out over its glyphs in logical order: each glyph takes one, the first also takes
 * what is over. A cluster with more glyphs than characters (a letter and its dots in Nastaliq, a vowel that stands on
 * both sides in Bengali) becomes one code, whose glyph the embedded font composes of the parts: no reader sees a glyph
 * without text. A CFF program cannot be added to; there such a cluster is not exact, and gets ActualText.
 * Tagged PDF asks for logical order (ISO 32000-1, 14.8.2.3), so the glyphs of a right-to-left run are turned round.
 */
#include "pdf/code.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { SLOTS = 256 };

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
static bool same_code(const struct code_font *font, const struct code *a, const struct code *b)
{
	return a->part_count == b->part_count &&
	       memcmp(a->parts, b->parts, a->part_count * sizeof *a->parts) == 0 &&
	       (font->font->cff || same_text(a->text, b->text));
}

static size_t code_hash(const struct code_font *font, const struct code *code)
{
	size_t hash = code->part_count;

	for (size_t i = 0; i < code->part_count; i++)
		hash = hash * 31 + code->parts[i].gid;
	for (size_t i = 0; i < code->text.length && !font->font->cff; i++)
		hash = hash * 31 + code->text.data[i];
	return hash * 2654435761u;
}

static uint32_t *probe(const struct code_font *font, const struct code *code)
{
	for (size_t hash = code_hash(font, code);; hash++) {
		uint32_t *slot = &font->slots[(hash ^ hash >> 16) & (font->slot_count - 1)];

		if (!*slot || same_code(font, &font->codes.data[*slot - 1], code))
			return slot;
	}
}

static void grow(struct codes *codes, struct code_font *font)
{
	font->slot_count = font->slot_count ? font->slot_count * 2 : SLOTS;
	font->slots = arena_array(codes->arena, font->slot_count, sizeof *font->slots);
	for (uint32_t i = 0; i < font->codes.length; i++)
		*probe(font, &font->codes.data[i]) = i + 1;
}

/* The index of a code, which is kept when it is new. */
static uint32_t code_find(struct codes *codes, struct code_font *font, struct code code)
{
	uint32_t *slot;

	assert(code.parts[0].gid != 0);
	if (2 * (font->codes.length + 1) > font->slot_count)
		grow(codes, font);
	slot = probe(font, &code);
	if (!*slot) {
		struct part *parts = arena_array(codes->arena, code.part_count, sizeof *parts);

		memcpy(parts, code.parts, code.part_count * sizeof *parts);
		code.parts = parts;
		if (code.part_count == 1)
			code.width = font_width(font->font, parts[0].gid);
		vec_push(codes->arena, &font->codes, code);
		*slot = (uint32_t)font->codes.length;
	}
	return *slot - 1;
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

/* A run being coded: its glyphs in visual order with the pen before each, and what was made of them. */
struct coding {
	struct codes *codes;
	struct code_font *font;
	const struct op_glyphs *op;
	const int32_t *pens;
	struct coded_glyph *coded;
	size_t coded_count;
	struct coded_cluster *clusters;
	size_t cluster_count;
};

static size_t visual(const struct coding *coding, size_t logical)
{
	const struct glyph_run *run = &coding->op->run;

	return run->item->level & 1 ? run->glyph_count - 1 - logical : logical;
}

static const struct glyph *glyph_at(const struct coding *coding, size_t logical)
{
	return &coding->op->run.glyphs[visual(coding, logical)];
}

static struct part origin(const struct coding *coding, size_t logical)
{
	const struct glyph *glyph = glyph_at(coding, logical);

	return (struct part){glyph->gid, coding->pens[visual(coding, logical)] + glyph->dx, glyph->dy};
}

static void add_coded(struct coding *coding, struct code code, struct part at)
{
	struct coded_glyph *coded = &coding->coded[coding->coded_count++];
	struct coded_cluster *cluster = &coding->clusters[coding->cluster_count];

	coded->code = code_find(coding->codes, coding->font, code);
	coded->x = at.x;
	coded->y = at.y;
	coded->cluster = (uint32_t)coding->cluster_count;
	cluster->exact &= same_text(coding->font->codes.data[coded->code].text, code.text);
}

/* Codes each glyph of the cluster by itself. */
static void deal(struct coding *coding, size_t from, size_t to, size_t points)
{
	struct coded_cluster *cluster = &coding->clusters[coding->cluster_count];
	struct utf16 text = cluster->text;
	size_t surplus = points > to - from ? points - (to - from) : 0;

	cluster->exact = points >= to - from;
	for (size_t i = from; i < to; i++) {
		struct part at = origin(coding, i), alone = {at.gid, 0, 0};
		struct utf16 share = take(&text, i == from ? 1 + surplus : 1);

		add_coded(coding, (struct code){&alone, 1, share, 0, 0}, at);
	}
}

static bool inked(const struct coding *coding, uint32_t gid)
{
	struct extents ink = font_extents(coding->font->font, gid);

	return ink.xmin != ink.xmax || ink.ymin != ink.ymax;
}

/* Codes the cluster as one glyph of those parts that have ink. */
static void compose(struct coding *coding, size_t from, size_t to)
{
	struct coded_cluster *cluster = &coding->clusters[coding->cluster_count];
	struct part *parts = arena_array(coding->codes->arena, to - from, sizeof *parts),
		    first = origin(coding, from);
	int32_t width = 0;
	size_t count = 0;

	for (size_t i = from; i < to; i++) {
		struct part at = origin(coding, i);

		if (!inked(coding, at.gid))
			continue;
		first = count ? first : at;
		parts[count++] = (struct part){at.gid, at.x - first.x, at.y - first.y};
		width += glyph_at(coding, i)->advance ? font_width(coding->font->font, at.gid) : 0;
	}
	if (count < 2) {
		count = 1;
		parts[0] = (struct part){first.gid, 0, 0};
	}
	cluster->exact = true;
	add_coded(coding, (struct code){parts, count, cluster->text, width, 0}, first);
}

/* Codes the glyphs of one cluster, from and up to an index in logical order. */
static void code_cluster(struct coding *coding, size_t from, size_t to, struct utf16 text)
{
	size_t points = count_points(text);

	coding->clusters[coding->cluster_count].text = text;
	if (points < to - from && !coding->font->font->cff)
		compose(coding, from, to);
	else
		deal(coding, from, to, points);
	coding->cluster_count++;
}

static const int32_t *pens(struct arena *arena, const struct glyph_run *run)
{
	int32_t *pens = arena_array(arena, run->glyph_count + 1, sizeof *pens);

	for (size_t i = 0; i < run->glyph_count; i++)
		pens[i + 1] = pens[i] + run->glyphs[i].advance;
	return pens;
}

/* Codes the clusters in logical order; each one's text reaches to where the next begins. */
static void code_clusters(struct coding *coding)
{
	const struct op_glyphs *op = coding->op;
	size_t count = op->run.glyph_count - (op->hyphen ? 1 : 0);
	int32_t start = op->run.start, end;

	for (size_t from = 0, to; from < count; from = to, start = end) {
		for (to = from + 1; to < count; to++)
			if (glyph_at(coding, to)->cluster != glyph_at(coding, from)->cluster)
				break;
		end = to < count ? glyph_at(coding, to)->cluster : op->run.start + op->run.length;
		code_cluster(coding, from, to,
			     utf16_plain(coding->codes->arena,
					 (struct utf16){op->para->text + start, (size_t)(end - start)}));
	}
	if (op->hyphen)
		code_cluster(coding, count, count + 1, (struct utf16){soft_hyphen, 1});
}

struct coded_run codes_run(struct codes *codes, const struct op_glyphs *op)
{
	size_t font = font_index(codes, op->font), count = op->run.glyph_count;
	struct coding coding = {.codes = codes, .font = codes->fonts.data[font], .op = op};

	coding.pens = pens(codes->arena, &op->run);
	coding.coded = arena_array(codes->arena, count, sizeof *coding.coded);
	coding.clusters = arena_array(codes->arena, count, sizeof *coding.clusters);
	if (count)
		code_clusters(&coding);
	return (struct coded_run){font, coding.coded, coding.coded_count, coding.clusters};
}

static int compare_gids(const void *left, const void *right)
{
	const uint32_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

static void collect_gids(struct arena *arena, struct code_font *font)
{
	size_t length = 0;

	for (size_t i = 0; i < font->codes.length; i++)
		for (size_t j = 0; j < font->codes.data[i].part_count; j++)
			vec_push(arena, &font->gids, font->codes.data[i].parts[j].gid);
	qsort(font->gids.data, font->gids.length, sizeof *font->gids.data, compare_gids);
	for (size_t i = 0; i < font->gids.length; i++)
		if (!length || font->gids.data[i] != font->gids.data[length - 1])
			font->gids.data[length++] = font->gids.data[i];
	font->gids.length = length;
}

/* Glyphs are numbered as they will be in the subset, composed ones behind them, and then the glyphs that have a number
 * already because they stand for another text too: so the map from codes to glyphs is often the identity. */
static void number(struct arena *arena, struct code_font *font)
{
	uint16_t *taken = arena_array(arena, font->gids.length, sizeof *taken),
		 next = (uint16_t)font->gids.length;

	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < font->codes.length; i++) {
			struct code *code = &font->codes.data[i];
			const uint32_t *gid = bsearch(&code->parts[0].gid, font->gids.data, font->gids.length,
						      sizeof *gid, compare_gids);
			size_t rank = (size_t)(gid - font->gids.data);

			if (font->font->cff)
				code->cid = (uint16_t)code->parts[0].gid;
			else if (round == 0 && code->part_count == 1 && !taken[rank])
				taken[rank] = code->cid = (uint16_t)(rank + 1);
			else if ((round == 1 && code->part_count > 1) || (round == 2 && !code->cid))
				code->cid = ++next;
		}
	}
}

void codes_number(struct codes *codes)
{
	for (size_t i = 0; i < codes->fonts.length; i++) {
		struct code_font *font = codes->fonts.data[i];

		assert(font->codes.length + font->gids.length < UINT16_MAX);
		collect_gids(codes->arena, font);
		number(codes->arena, font);
	}
}
