/*
 * Boxes of single glyphs are compared, not of lines: a descender may reach down between two ascenders.
 */
#include "layout/ink.h"

#include "base/arena.h"
#include "base/diag.h"
#include "layout/extent.h"
#include "layout/measure.h"

enum { AT_SIDES = LENGTH_PT / 2, OVERHANG = 12 };

struct box {
	length_t left, bottom, right, top;
};

/* The glyphs of one line of one para: ops from the first up to the one that ends the line. */
struct inked_line {
	const struct op *op; /* the first */
	struct box around;
	const struct box *boxes;
	size_t box_count;
};

struct checker {
	struct arena *arena;
	struct extent_cache *extents;
	struct diag *diag;
	const struct document *document;
	const struct page *page;
	const char *page_number;
	const size_t *flows; /* by block: index of its flow, counted from 1 */
	bool clean;
};

static bool is_empty(const struct box *box)
{
	return box->left >= box->right || box->bottom >= box->top;
}

static void include(struct box *around, const struct box *box)
{
	if (is_empty(around)) {
		*around = *box;
		return;
	}
	around->left = box->left < around->left ? box->left : around->left;
	around->right = box->right > around->right ? box->right : around->right;
	around->bottom = box->bottom < around->bottom ? box->bottom : around->bottom;
	around->top = box->top > around->top ? box->top : around->top;
}

static bool overlap(const struct box *a, const struct box *b)
{
	return a->left < b->right && b->left < a->right && a->bottom < b->top && b->bottom < a->top;
}

static struct box glyph_box(const struct op *op, struct extents ink, const struct glyph *glyph, int64_t pen)
{
	length_t size = op->glyphs.size;

	return (struct box){
	    op->x + measure_advance(pen + glyph->dx + ink.xmin, size),
	    op->y + measure_advance(glyph->dy + ink.ymin, size),
	    op->x + measure_advance(pen + glyph->dx + ink.xmax, size),
	    op->y + measure_advance(glyph->dy + ink.ymax, size),
	};
}

struct rect ink_rect(const struct op *op)
{
	struct box around = {0, 0, 0, 0};
	int64_t pen = 0;

	if (op->kind == OP_ARTWORK)
		return (struct rect){op->x, op->y, op->artwork.width, op->artwork.height};
	if (op->kind == OP_RULE)
		return (struct rect){op->x, op->y, op->rule.width, op->rule.height};
	for (size_t i = 0; op->kind == OP_GLYPHS && i < op->glyphs.run.glyph_count; i++) {
		const struct glyph *glyph = &op->glyphs.run.glyphs[i];
		struct box box = glyph_box(op, font_extents(op->glyphs.font, glyph->gid), glyph, pen);

		if (!is_empty(&box))
			include(&around, &box);
		pen += glyph->advance;
	}
	return (struct rect){around.left, around.bottom, around.right - around.left,
			     around.top - around.bottom};
}

static void add_boxes(const struct checker *checker, struct inked_line *line, struct box *boxes,
		      const struct op *op)
{
	int64_t pen = 0;

	for (size_t i = 0; i < op->glyphs.run.glyph_count; i++) {
		const struct glyph *glyph = &op->glyphs.run.glyphs[i];
		struct extents ink = extents_find(checker->extents, op->glyphs.font, glyph->gid);
		struct box box = glyph_box(op, ink, glyph, pen);

		pen += glyph->advance;
		if (is_empty(&box))
			continue;
		boxes[line->box_count++] = box;
		include(&line->around, &box);
	}
}

/* Takes the ops of a line, beginning at index; gives the index behind them. */
static size_t take_line(const struct checker *checker, size_t index, struct inked_line *line)
{
	const struct page *page = checker->page;
	size_t end = index, glyphs = 0;
	struct box *boxes;

	do {
		if (page->ops[end].kind == OP_GLYPHS)
			glyphs += page->ops[end].glyphs.run.glyph_count;
	} while ((page->ops[end].kind != OP_GLYPHS || !page->ops[end].glyphs.line_end) &&
		 ++end < page->op_count);
	*line = (struct inked_line){.op = &page->ops[index]};
	boxes = arena_array(checker->arena, glyphs, sizeof *boxes);
	line->boxes = boxes;
	for (; index <= end && index < page->op_count; index++)
		if (page->ops[index].kind == OP_GLYPHS)
			add_boxes(checker, line, boxes, &page->ops[index]);
	return index;
}

static const struct block *block_of(const struct checker *checker, const struct inked_line *line)
{
	const struct block *block = line->op->glyphs.para->block;
	const struct document *document = checker->document;

	return block->index < document->block_count && document->blocks[block->index] == block ? block : NULL;
}

static void complain_outside(struct checker *checker, const struct inked_line *line, length_t excess,
			     const char *place)
{
	const struct block *block = line->op->glyphs.para->block;
	int32_t hundredths = length_to_mm100(excess);

	checker->clean = false;
	diag_add(checker->diag, DIAG_INK_OUTSIDE, block->loc, block->unit,
		 arena_format(checker->arena, "%d.%02d", hundredths / 100, hundredths % 100), place,
		 checker->page_number, NULL);
}

static length_t excess_over(const struct box *box, const struct box *room)
{
	length_t excess = 0, sides[4] = {room->left - box->left, box->right - room->right,
					 room->bottom - box->bottom, box->top - room->top};

	for (int i = 0; i < 4; i++)
		excess = sides[i] > excess ? sides[i] : excess;
	return excess;
}

static void check_safe(struct checker *checker, const struct inked_line *line)
{
	length_t safe = checker->document->edition->safe;
	struct box room = {safe, safe, checker->page->width - safe, checker->page->height - safe};
	length_t excess = excess_over(&line->around, &room);

	if (excess > 0)
		complain_outside(checker, line, excess, checker->document->edition->id);
}

/* Above and below, a frame gives way as far as a line is tall: the next line's room begins there. At the sides letters such as J hang over
 * by a part of their size. */
static struct box room_of(const struct rect *rect, length_t size)
{
	length_t sides = size / OVERHANG > AT_SIDES ? size / OVERHANG : AT_SIDES;

	return (struct box){rect->x - sides, rect->y - size, rect->x + rect->width + sides,
			    rect->y + rect->height + size};
}

static void check_frame(struct checker *checker, const struct inked_line *line)
{
	const struct page_master *master = checker->page->master;
	const struct block *block = block_of(checker, line);
	size_t flow = block ? checker->flows[block->index] : 0;
	const char *nearest = NULL;
	length_t least = INT32_MAX;

	for (size_t i = 0; flow && i < master->frame_count; i++) {
		struct box room = room_of(&master->frames[i].rect, line->op->glyphs.size);
		length_t excess = excess_over(&line->around, &room);

		if (master->frames[i].flow + 1 != flow || excess >= least)
			continue;
		least = excess;
		nearest = master->frames[i].id;
	}
	for (size_t i = 0; block && i < master->running_count; i++) {
		struct box room = room_of(&master->runnings[i].rect, line->op->glyphs.size);

		if (master->runnings[i].block != block)
			continue;
		least = excess_over(&line->around, &room);
		nearest = master->runnings[i].id;
	}
	if (nearest && least > 0)
		complain_outside(checker, line, least, nearest);
}

static bool touching(const struct inked_line *a, const struct inked_line *b)
{
	if (!overlap(&a->around, &b->around))
		return false;
	for (size_t i = 0; i < a->box_count; i++)
		for (size_t k = 0; overlap(&a->boxes[i], &b->around) && k < b->box_count; k++)
			if (overlap(&a->boxes[i], &b->boxes[k]))
				return true;
	return false;
}

/* Artifacts, such as a mark across the page, may lie where they like. */
static void check_touching(struct checker *checker, const struct inked_line *lines, size_t count)
{
	const struct inked_line *line = &lines[count - 1];

	for (size_t i = 0; line->op->element && i + 1 < count; i++) {
		const struct block *block = line->op->glyphs.para->block;

		if (!lines[i].op->element || !touching(&lines[i], line))
			continue;
		checker->clean = false;
		diag_add(checker->diag, DIAG_INK_TOUCHING, block->loc, block->unit, checker->page_number,
			 NULL);
	}
}

static void check_page(struct checker *checker)
{
	const struct page *page = checker->page;
	struct inked_line *lines = arena_array(checker->arena, page->op_count, sizeof *lines);
	size_t count = 0;

	for (size_t i = 0; i < page->op_count;) {
		if (page->ops[i].kind != OP_GLYPHS) {
			i++;
			continue;
		}
		i = take_line(checker, i, &lines[count]);
		if (is_empty(&lines[count].around))
			continue;
		count++;
		check_safe(checker, &lines[count - 1]);
		check_frame(checker, &lines[count - 1]);
		check_touching(checker, lines, count);
	}
}

static const size_t *flows_of(struct arena *arena, const struct document *document)
{
	size_t *flows = arena_array(arena, document->block_count, sizeof *flows);

	for (size_t i = 0; i < document->flow_count; i++)
		for (size_t k = 0; k < document->flows[i].row_count; k++) {
			const struct row *row = &document->flows[i].rows[k];

			flows[row->first->index] = i + 1;
			if (row->second)
				flows[row->second->index] = i + 1;
		}
	return flows;
}

bool ink_check(struct diag *diag, const struct pages *pages)
{
	struct arena *arena = arena_new();
	struct checker checker = {.arena = arena, .diag = diag, .document = pages->document, .clean = true};

	checker.extents = extents_new(arena);
	checker.flows = flows_of(arena, pages->document);
	for (size_t i = 0; i < pages->length; i++) {
		checker.page = &pages->data[i];
		checker.page_number = arena_format(arena, "%zu", i + 1);
		check_page(&checker);
	}
	arena_free(arena);
	return checker.clean;
}
