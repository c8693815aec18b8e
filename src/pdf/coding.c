/*
 * The characters of a cluster are dealt out over its glyphs in logical order, one each. A cluster with more glyphs than
 * characters (a letter and its dots in Nastaliq, a vowel that stands on both sides in Bengali) becomes one code, whose glyph
 * the embedded font composes of the parts: no reader sees a glyph without text. Characters that are over get codes without
 * ink, so that pdf.js, which measures a code with a mark in it as nothing, measures the letter. Marks have their offset in
 * their glyph: the pen does not jump for them. A CFF program cannot be added to; there codes hold several characters, and
 * what cannot be dealt out gets ActualText.
 *
 * Tagged PDF asks for logical order (ISO 32000-1, 14.8.2.3), so the glyphs of a right-to-left run are turned round. Where
 * codes are mirrored, a text matrix that turns left and right about lets the pen run on to the left, and the composed glyph
 * turns its outlines back: PDFium knows such text as being in logical order. pdf.js reverses the letters of each piece of
 * right-to-left text, and begins a new piece where the pen goes back more than a fifth of an em: so each code is that much
 * wider than its glyph, and before a space just so much that the space is a piece too. PDFium orders the runs of a line by
 * where they begin: so a run that goes left begins a little before the end of one that goes right.
 */
#include "pdf/coding.h"

#include <string.h>

#include "base/arena.h"

enum {
	SURPLUS =
	    218, /* of a mirrored code's width, over its glyph's: pdf.js takes more than 200 for a new piece */
	BLANK =
	    42,   /* what a space is wider than the surplus: from 30 to 102 is a space of its own to pdf.js */
	LEAD = 50 /* from the right end of a mirrored glyph to the pen */
};

static const uint16_t soft_hyphen[] = {0x00AD};

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
	bool mirrored; /* drawn by mirrored glyphs */
	bool whole;    /* a glyph's characters stay together */
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

	coded->code = codes_find(coding->codes, coding->font, code);
	coded->x = at.x;
	coded->y = at.y;
	coded->cluster = (uint32_t)coding->cluster_count;
	cluster->exact &= utf16_equal(coding->font->codes.data[coded->code].text, code.text);
}

static bool inked(const struct coding *coding, uint32_t gid)
{
	struct extents ink = font_extents(coding->font->font, gid);

	return ink.xmin != ink.xmax || ink.ymin != ink.ymax;
}

/* How much wider than its glyph a mirrored code is, before the glyph that comes next. */
static int32_t surplus_width(const struct coding *coding, size_t next)
{
	const struct glyph *blank = next < coding->op->run.glyph_count ? glyph_at(coding, next) : NULL;

	return blank && !inked(coding, blank->gid) && blank->advance ? blank->advance - BLANK : SURPLUS;
}

/* Codes glyphs as one that is mirrored, with all their offsets inside: the pen only ever stands at the right end of what
 * moves it, and marks move nothing. next is where the cluster ends. */
static void mirror(struct coding *coding, size_t from, size_t to, size_t next, struct utf16 text)
{
	struct code code = {.text = text};
	struct part *parts = arena_array(coding->codes->arena, to - from, sizeof *parts);
	int32_t pen = coding->pens[visual(coding, from)];

	for (size_t i = from; i < to; i++) {
		struct part at = origin(coding, i);
		int32_t width = glyph_at(coding, i)->advance ? font_width(coding->font->font, at.gid) : 0;

		if (width && !code.width)
			pen = at.x + width;
		code.width += width;
		if (inked(coding, at.gid))
			parts[code.part_count++] = at;
	}
	pen -= LEAD;
	code.mirrored = code.part_count > 0;
	for (size_t i = 0; i < code.part_count; i++)
		parts[i].x -= pen;
	if (!code.mirrored)
		parts[code.part_count++] = (struct part){glyph_at(coding, from)->gid, 0, 0};
	else if (code.width)
		code.width += surplus_width(coding, next);
	code.parts = parts;
	add_coded(coding, code, (struct part){0, -pen, 0});
}

/* Codes that draw nothing and move nothing, for the characters that a cluster has over: behind the glyph before, where
 * the pen comes to stand. Going left each has its own, for there each is turned about by itself. */
static void add_empty(struct coding *coding, size_t logical, struct utf16 text)
{
	size_t place = visual(coding, logical);
	struct part at = {0, coding->mirrored ? LEAD - coding->pens[place] : coding->pens[place + 1], 0};

	while (text.length)
		add_coded(coding, (struct code){.text = take(&text, coding->mirrored ? 1 : text.length)}, at);
}

/* Which glyph of a cluster takes the characters that are over, as part of its text; none: they have codes of their own.
 * A mark takes them with it, since what a letter lacks is mostly the sign that the next one stands below it. */
static size_t taker(const struct coding *coding, size_t from, size_t to)
{
	if (coding->whole)
		return from;
	return !coding->mirrored && from + 1 < to && !glyph_at(coding, from + 1)->advance ? from + 1 : to;
}

/* Codes a glyph by itself. A mark is drawn from where the pen stands, with its offset inside: readers take a jump of the
 * pen for a space, and a mark that is moved for a word. */
static void show(struct coding *coding, size_t logical, struct utf16 text)
{
	struct part at = origin(coding, logical), alone = {at.gid, 0, 0};
	struct code code = {.parts = &alone, .part_count = 1, .text = text};
	int32_t pen = coding->pens[visual(coding, logical)];

	code.width = font_width(coding->font->font, at.gid);
	if (!glyph_at(coding, logical)->advance && !coding->font->font->cff && inked(coding, at.gid)) {
		alone = (struct part){at.gid, at.x - pen, at.y};
		at = (struct part){at.gid, pen, 0};
		code.width = code_composed(&code) ? 0 : code.width;
	}
	add_coded(coding, code, at);
}

/* Codes each glyph of the cluster by itself. */
static void deal(struct coding *coding, size_t from, size_t to, struct utf16 text, size_t surplus)
{
	size_t takes = taker(coding, from, to);

	for (size_t i = from; i < to; i++) {
		struct utf16 share = take(&text, i == takes ? 1 + surplus : 1);

		if (coding->mirrored)
			mirror(coding, i, i + 1, to, share);
		else
			show(coding, i, share);
		if (i == from && takes == to)
			add_empty(coding, i, take(&text, surplus));
	}
}

/* Codes the cluster as one glyph of those parts that have ink. */
static void compose(struct coding *coding, size_t from, size_t to, struct utf16 text)
{
	struct part *parts = arena_array(coding->codes->arena, to - from, sizeof *parts);
	struct part pen = {glyph_at(coding, from)->gid, coding->pens[visual(coding, from)], 0};
	int32_t width = 0;
	size_t count = 0;

	for (size_t i = from; i < to; i++) {
		struct part at = origin(coding, i);

		if (!inked(coding, at.gid))
			continue;
		parts[count++] = (struct part){at.gid, at.x - pen.x, at.y};
		width += glyph_at(coding, i)->advance ? font_width(coding->font->font, at.gid) : 0;
	}
	if (!count) {
		parts[count++] = (struct part){pen.gid, 0, 0};
		width = font_width(coding->font->font, pen.gid);
	}
	add_coded(coding, (struct code){parts, count, text, width, 0, false}, pen);
}

/* Codes a cluster that has more glyphs than characters. */
static void join(struct coding *coding, size_t from, size_t to, struct utf16 text)
{
	struct utf16 first = take(&text, 1);

	if (coding->mirrored)
		mirror(coding, from, to, to, first);
	else
		compose(coding, from, to, first);
	add_empty(coding, to - 1, text);
}

/* Codes the glyphs of one cluster, from and up to an index in logical order. */
static void code_cluster(struct coding *coding, size_t from, size_t to, struct utf16 text)
{
	bool cff = coding->font->font->cff;
	size_t points = count_points(text), glyphs = to - from;

	coding->clusters[coding->cluster_count] = (struct coded_cluster){text, points >= glyphs || !cff};
	if (points >= glyphs || cff)
		deal(coding, from, to, text, points > glyphs ? points - glyphs : 0);
	else
		join(coding, from, to, text);
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
	size_t font = codes_font(codes, op->font), count = op->run.glyph_count;
	struct coding coding = {.codes = codes, .font = codes->fonts.data[font], .op = op};

	coding.whole = op->font->cff || strcmp(op->run.item->script, "Latn") == 0;
	coding.mirrored = codes->mirror && op->run.item->level & 1 && !op->font->cff;

	coding.pens = pens(codes->arena, &op->run);
	coding.coded = arena_array(codes->arena, count + (size_t)op->run.length, sizeof *coding.coded);
	coding.clusters = arena_array(codes->arena, count, sizeof *coding.clusters);
	if (count)
		code_clusters(&coding);
	return (struct coded_run){font, coding.coded, coding.coded_count, coding.clusters, coding.mirrored};
}
