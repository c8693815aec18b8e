/*
 * Lines of a block lie as far apart as its font family asks. Only where the ink of two neighbours would meet they open
 * up: their outlines are compared in strips, but not unless the paragraph as a whole is tall enough to make that possible.
 */
#include "layout/block.h"

#include "base/arena.h"
#include "layout/extent.h"
#include "layout/linebreak.h"

enum {
	STRIPS = 128,
	NO_INK = -100000000,
	CLEARANCE = 30, /* least distance of ink, in thousandths of the size */
	RULE_GAP = 250  /* under the rule above a block */
};

/* How far the ink of a line reaches from its baseline, strip by strip over the width of the block. */
struct outline {
	length_t up[STRIPS], down[STRIPS];
};

length_t block_line_x(const struct block_box *box, length_t line_width)
{
	bool rtl = box->measure->para->direction == DIRECTION_RTL;
	length_t rest = box->width - line_width;

	switch (box->block->style->align) {
	case ALIGN_START:
		return rtl ? rest : 0;
	case ALIGN_CENTER:
		return rest / 2;
	case ALIGN_END:
		return rtl ? 0 : rest;
	}
	return 0;
}

static int strip_at(const struct block_box *box, length_t x)
{
	int64_t strip = box->width > 0 ? (int64_t)x * STRIPS / box->width : 0;

	return strip < 0 ? 0 : strip >= STRIPS ? STRIPS - 1 : (int)strip;
}

static void outline_glyph(struct outline *outline, const struct block_box *box, struct extents ink,
			  length_t x, length_t size)
{
	length_t up = measure_advance(ink.ymax, size), down = measure_advance(-ink.ymin, size);
	int last = strip_at(box, x + measure_advance(ink.xmax, size));

	for (int i = strip_at(box, x + measure_advance(ink.xmin, size)); i <= last; i++) {
		outline->up[i] = up > outline->up[i] ? up : outline->up[i];
		outline->down[i] = down > outline->down[i] ? down : outline->down[i];
	}
}

static void outline_run(struct outline *outline, const struct layout *layout, const struct block_box *box,
			const struct line_run *run, length_t x)
{
	const struct font *font = run->run.item->font;
	int64_t pen = 0;

	for (size_t i = 0; i < run->run.glyph_count; i++) {
		const struct glyph *glyph = &run->run.glyphs[i];
		struct extents ink = extents_find(layout->extents, font, glyph->gid);

		if (ink.xmin != ink.xmax || ink.ymin != ink.ymax) {
			ink.ymin += glyph->dy;
			ink.ymax += glyph->dy;
			outline_glyph(outline, box, ink, x + measure_advance(pen + glyph->dx, run->size),
				      run->size);
		}
		pen += glyph->advance;
	}
}

/* Reshaping would hardly move the ink, and lines must stay where they are; so the slices do. */
static void outline_line(struct outline *outline, const struct layout *layout, const struct block_box *box,
			 const struct block_line *line)
{
	struct arena_mark mark = arena_mark(layout->scratch);
	struct cut whole = {line->cut.start, line->cut.trimmed, line->cut.trimmed, false, false};
	struct line cut = line_cut(layout->scratch, box->measure->para, box->size, whole);
	length_t x = block_line_x(box, cut.width);

	for (int i = 0; i < STRIPS; i++)
		outline->up[i] = outline->down[i] = NO_INK;
	for (size_t i = 0; i < cut.run_count; i++)
		outline_run(outline, layout, box, &cut.runs[i], x + cut.runs[i].x);
	arena_rewind(layout->scratch, mark);
}

static length_t needed_distance(const struct outline *above, const struct outline *below, length_t clearance)
{
	length_t needed = 0;

	for (int i = 0; i < STRIPS; i++)
		if (above->down[i] + below->up[i] + clearance > needed)
			needed = above->down[i] + below->up[i] + clearance;
	return needed;
}

static length_t leading_of(const struct block_box *box)
{
	const struct family *family = box->measure->para->font->family;

	return length_scale(length_scale(box->size, family->line_height, 1000), box->block->style->leading,
			    1000);
}

static void stack_lines(const struct layout *layout, const struct block_box *box, struct block_line *lines)
{
	const struct measure *measure = box->measure;
	length_t leading = leading_of(box);
	length_t clearance = length_scale(box->size, CLEARANCE, 1000);
	bool tight = length_scale(box->size, measure->top + measure->bottom, 1000) + clearance > leading;
	struct outline outlines[2];

	lines[0].baseline = box->ascent;
	if (box->rule)
		lines[0].baseline += box->rule + length_scale(box->size, RULE_GAP, 1000);
	if (tight && box->line_count > 1)
		outline_line(&outlines[0], layout, box, &lines[0]);
	for (size_t i = 1; i < box->line_count; i++) {
		length_t distance = leading, needed;

		if (tight) {
			outline_line(&outlines[i % 2], layout, box, &lines[i]);
			needed = needed_distance(&outlines[(i - 1) % 2], &outlines[i % 2], clearance);
			distance = needed > leading ? needed : leading;
		}
		lines[i].baseline = length_add(lines[i - 1].baseline, distance);
	}
}

static length_t largest(length_t a, length_t b)
{
	return a > b ? a : b;
}

static struct block_line line_of(const struct measure *measure, const struct piece *piece)
{
	const struct stop *from = &measure->stops[piece->from], *to = &measure->stops[piece->to];
	int32_t trimmed = largest(to->trimmed, from->offset);

	return (struct block_line){
	    .cut = {from->offset, trimmed, to->offset, to->kind == BREAK_HYPHEN, from->unsafe || to->unsafe},
	    .from = piece->from,
	    .to = piece->to,
	    .width = piece->width,
	};
}

static void take_pieces(const struct layout *layout, struct block_box *box, struct pieces pieces)
{
	struct block_line *lines = arena_array(layout->scratch, pieces.length, sizeof *lines);

	for (size_t i = 0; i < pieces.length; i++) {
		lines[i] = line_of(box->measure, &pieces.data[i]);
		if (lines[i].width - box->width > box->excess) {
			box->excess = lines[i].width - box->width;
			box->excess_line = i;
		}
	}
	box->lines = lines;
	box->line_count = pieces.length;
	stack_lines(layout, box, lines);
}

/* What the font may need above and below, with half of the leading at either end, so that n lines are n line heights
 * tall (CSS Inline 3, 5.3); but where lines lie closer than the font, never less than the ink of this para. */
static void room_for_ink(struct block_box *box)
{
	const struct measure *measure = box->measure;
	const struct font *font = measure->para->font;
	length_t size = measure_size(font, box->size);
	length_t ascent = length_scale(size, font->family->ascent, 1000);
	length_t descent = length_scale(size, font->family->descent, 1000);
	length_t surplus = ascent + descent - leading_of(box);

	box->ascent = largest(ascent - surplus / 2, length_scale(box->size, measure->top, 1000));
	box->descent =
	    largest(descent - (surplus - surplus / 2), length_scale(box->size, measure->bottom, 1000));
}

static bool is_heading(const struct block *block)
{
	return block->role == ROLE_H1 || block->role == ROLE_H2 || block->role == ROLE_H3;
}

struct block_box block_lay(const struct layout *layout, struct block_request request)
{
	const struct style *style = request.block->style;
	const struct measure *measure = request.measure;
	struct block_box box = {.block = request.block, .measure = measure, .width = request.width};
	length_t slack = layout->slack[request.block->index];
	struct ruler ruler;

	box.size = layout_size(style, request.scale);
	box.before = request.first ? 0 : layout_scaled(style, style->space_before, request.scale);
	box.after = layout_scaled(style, style->space_after, request.scale);
	box.rule = request.first ? 0 : style->rule_before;
	room_for_ink(&box);
	ruler = ruler_new(layout->scratch, measure, box.size);
	take_pieces(layout, &box,
		    (is_heading(request.block) ? linebreak_balanced : linebreak)(
			layout->scratch, &ruler, request.first, largest(request.width - slack, 1)));
	return box;
}

length_t block_rise(const struct block_box *box, size_t line)
{
	return line == 0 ? box->lines[0].baseline : box->ascent;
}

length_t block_height(const struct block_box *box, size_t first, size_t last)
{
	return block_rise(box, first) + box->lines[last - 1].baseline - box->lines[first].baseline +
	       box->descent;
}
