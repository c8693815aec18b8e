/* The first mark of a unit on a page says where it begins: glyphs know their block, a drawing its element. */
#include "layout/pointers.h"

#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "layout/grid.h"
#include "layout/measure.h"

enum { GAP = 2 * LENGTH_PT };

struct maker {
	const struct label *label;
	const struct pages *pages;
	const struct page *page;
	VEC(struct op) ops;
};

static const char *unit_of(const struct op *op)
{
	if (op->kind == OP_GLYPHS && op->element)
		return op->glyphs.para->block->unit;
	return op->kind == OP_ARTWORK && op->element ? op->element->unit : NULL;
}

static const struct op *first_op(const struct page *page, const char *unit)
{
	for (size_t i = 0; i < page->op_count; i++) {
		const char *name = unit_of(&page->ops[i]);

		if (name && strcmp(name, unit) == 0)
			return &page->ops[i];
	}
	return NULL;
}

size_t pointer_page(const struct pages *pages, const char *unit)
{
	size_t page = 0;

	while (page < pages->length && !first_op(&pages->data[page], unit))
		page++;
	return page;
}

struct spot {
	length_t x, y, width;
};

/* The column of a frame that a mark stands in; false where it stands in none. */
static bool find_area(const struct maker *maker, const struct op *op, struct area *area)
{
	for (size_t i = 0; i < maker->page->use_count; i++) {
		const struct frame *frame = maker->page->uses[i].frame;

		for (int column = 0; column < frame->columns; column++) {
			length_t left, right;

			*area = area_of(maker->pages->document, frame, column);
			left = area->side && area->side_x < area->x ? area->side_x : area->x;
			right = left + area->side + area->width;
			if (op->x >= left && op->x <= right && op->y >= frame->rect.y &&
			    op->y <= frame->rect.y + frame->rect.height)
				return true;
		}
	}
	return false;
}

static length_t width_of(const struct label_ops *ops)
{
	length_t width = 0;

	for (size_t i = 0; i < ops->length; i++) {
		const struct op_glyphs *glyphs = &ops->data[i].glyphs;
		int64_t advance = 0;

		for (size_t k = 0; k < glyphs->run.glyph_count; k++)
			advance += glyphs->run.glyphs[k].advance;
		width += measure_advance(advance, glyphs->size);
	}
	return width;
}

/* Two names on one height stand beside each other, away from the text. */
static void keep_clear(const struct spot *spots, size_t count, length_t size, bool rtl, struct spot *one)
{
	for (size_t i = 0; i < count; i++) {
		length_t apart = spots[i].y > one->y ? spots[i].y - one->y : one->y - spots[i].y;

		if (apart < size && one->x < spots[i].x + spots[i].width + GAP &&
		    spots[i].x < one->x + one->width + GAP)
			one->x = rtl ? spots[i].x + spots[i].width + GAP : spots[i].x - one->width - GAP;
	}
}

static void add_name(struct maker *maker, const struct op *op, const char *name, struct spot *spots,
		     size_t *count)
{
	const struct label *label = maker->label;
	struct label_ops ops = label_draw(label, 0, 0, name);
	struct spot one = {.y = op->y, .width = width_of(&ops)};
	struct area area;

	if (!find_area(maker, op, &area))
		return;
	one.x = area.rtl ? (area.side ? area.side_x + area.side : area.x + area.width) + GAP
			 : (area.side ? area.side_x : area.x) - GAP - one.width;
	keep_clear(spots, *count, label->style->size, area.rtl, &one);
	spots[(*count)++] = one;
	ops = label_draw(label, one.x, one.y, name);
	for (size_t i = 0; i < ops.length; i++)
		vec_push(label->arena, &maker->ops, ops.data[i]);
}

static void name_page(const struct label *label, const struct pages *pages, struct page *page,
		      const struct pointer *pointers, size_t count)
{
	struct maker maker = {.label = label, .pages = pages, .page = page};
	struct spot *spots = arena_array(label->arena, count, sizeof *spots);
	size_t spot_count = 0;

	for (size_t i = 0; i < page->op_count; i++)
		vec_push(label->arena, &maker.ops, page->ops[i]);
	for (size_t i = 0; i < count; i++) {
		const struct op *op = first_op(page, pointers[i].unit);

		if (op)
			add_name(&maker, op, pointers[i].name, spots, &spot_count);
	}
	page->ops = maker.ops.data;
	page->op_count = maker.ops.length;
}

void pointers_add(const struct label *label, struct pages *pages, const struct pointer *pointers,
		  size_t count)
{
	struct page *data = arena_array(label->arena, pages->length, sizeof *data);

	for (size_t i = 0; i < pages->length; i++) {
		data[i] = pages->data[i];
		name_page(label, pages, &data[i], pointers, count);
	}
	pages->data = data;
}
