/*
 * Two languages stand in two columns whose text is equally wide, the first at its own start side, their first lines on one
 * baseline. Numbers stand in the side column, or in a hang of two em where there is none. The second language has, where
 * the first has a side column, a lane of its own for the same numbers; headings keep to the text beside it.
 */
#include "layout/grid.h"

#include "base/arena.h"

enum {
	HANG_NUMBER = 2000, /* thousandths of the size */
	HANG_BULLET = 1000,
	NUMBER_GAP = 500
};

/* Least room between two languages: 5 mm. */
enum { LANGUAGE_GAP = 14173 };

static length_t larger(length_t a, length_t b)
{
	return a > b ? a : b;
}

struct area area_of(const struct document *document, const struct frame *frame, int column)
{
	length_t width = (frame->rect.width - (frame->columns - 1) * frame->gap) / frame->columns;
	const struct language *language = frame->language ? frame->language : document->language;
	bool rtl = language->direction == DIRECTION_RTL;
	length_t before = column * (width + frame->gap);
	length_t left = frame->rect.x + (rtl ? frame->rect.width - before - width : before);

	return (struct area){
	    .x = rtl ? left : left + frame->side,
	    .width = width - frame->side,
	    .side_x = rtl ? left + width - frame->side : left,
	    .side = frame->side,
	    .gap = frame->gap,
	    .top = frame->rect.y + frame->rect.height,
	    .height = frame->rect.height,
	    .rtl = rtl,
	};
}

static length_t hang_of(const struct cell *cell, const struct block *block, int32_t scale, bool beside,
			length_t lane)
{
	length_t indent = layout_scaled(block->style, block->style->indent_start, scale);
	length_t size = layout_size(block->style, scale);

	if (lane > 0)
		return larger(indent, lane);
	if (cell->label && !beside)
		return indent + length_scale(size, HANG_NUMBER, 1000);
	return cell->bullet ? larger(indent, length_scale(size, HANG_BULLET, 1000)) : indent;
}

/* Where a cell stands in its row. */
struct slot {
	length_t left;
	length_t lane; /* for numbers, inside the width; 0: a hang where there is a number */
	bool first;
};

/* Lays one block between left and left + width of the text area. */
static void lay_cell(const struct layout *layout, struct cell *cell, struct block_request request,
		     const struct area *area, struct slot slot)
{
	const struct block *block = request.block;
	bool rtl = request.measure->para->direction == DIRECTION_RTL;
	bool beside = area->side > 0 && rtl == area->rtl && slot.first;
	length_t gap;

	cell->label = layout->labels[block->index];
	cell->bullet = block->role == ROLE_LI && !cell->label;
	cell->hang = hang_of(cell, block, request.scale, beside, slot.lane);
	cell->x = rtl ? slot.left : slot.left + cell->hang;
	request.width -= cell->hang;
	cell->box = block_lay(layout, request);
	gap = length_scale(cell->box.size, NUMBER_GAP, 1000);
	cell->label_edge = rtl ? cell->x + request.width + gap : cell->x - gap;
	if (cell->label && beside)
		cell->label_edge = rtl ? area->width + gap : -gap;
	if (request.first) {
		cell->label = NULL;
		cell->bullet = false;
	}
}

static void add_cell(const struct layout *layout, struct row_box *box, const struct block *block,
		     const struct area *area, struct block_request request, length_t left)
{
	bool first = box->cell_count == 0;
	struct slot slot = {left, !first && area->side > 0 ? area->lane : 0, first};
	struct cell *cell = &box->cells[box->cell_count++];

	request.block = block;
	request.measure = layout->measures[block->index];
	lay_cell(layout, cell, request, area, slot);
	box->before = larger(box->before, cell->box.before);
	box->after = larger(box->after, cell->box.after);
	box->keep_with_next |= block->style->keep_with_next;
	box->keep_together |= block->style->keep_together;
	box->heading |= block->role == ROLE_H1 || block->role == ROLE_H2;
	box->clear |= box->heading;
}

length_t grid_figure_x(const struct row_box *box, const struct style *style, const struct area *area)
{
	length_t spare = area->width - box->figure_width;
	bool left = (style->align == ALIGN_START) != area->rtl;

	return style->align == ALIGN_CENTER ? spare / 2 : left ? 0 : spare;
}

static void lay_figure(struct row_box *box, const struct block *block, const struct area *area, int32_t scale)
{
	const struct artwork *artwork = block->artwork;
	length_t width = area->side - area->lane - GRID_FIGURE_GAP;

	box->beside = width > 0;
	if (!box->beside) {
		width = layout_scaled(block->style, block->style->size, scale);
		width = width < area->width ? width : area->width;
	}
	box->figure_width = width;
	box->figure_height =
	    artwork->width > 0 ? length_scale(width, artwork->height, artwork->width) : width;
	if (box->beside)
		box->figure_x = area->side_x - area->x + (area->rtl ? area->side - width : 0);
	else
		box->figure_x = grid_figure_x(box, block->style, area);
	box->before = layout_scaled(block->style, block->style->space_before, scale);
	box->after = layout_scaled(block->style, block->style->space_after, scale);
	box->height = box->beside ? 0 : box->figure_height;
	box->keep_with_next = true;
	box->clear = true;
}

/* Brings the first lines of both languages to one baseline. */
static void align_cells(struct row_box *box)
{
	length_t rise = 0;

	for (size_t i = 0; i < box->cell_count; i++)
		rise = larger(rise, block_rise(&box->cells[i].box, 0));
	for (size_t i = 0; i < box->cell_count; i++) {
		struct cell *cell = &box->cells[i];

		cell->drop = rise - block_rise(&cell->box, 0);
		box->height =
		    larger(box->height, cell->drop + block_height(&cell->box, 0, cell->box.line_count));
	}
}

const struct row_box *grid_lay(const struct layout *layout, const struct row *row, const struct area *area,
			       int32_t scale, size_t first)
{
	struct row_box *box = arena_alloc(layout->scratch, sizeof *box);
	length_t lane = area->side > 0 ? area->lane : 0;
	length_t half = (area->width - larger(area->gap, LANGUAGE_GAP) - lane) / 2;
	struct block_request request = {
	    .width = row->second ? half : area->width, .scale = scale, .first = first};

	box->row = row;
	box->continued = first > 0;
	if (row->first->role == ROLE_FIGURE) {
		lay_figure(box, row->first, area, scale);
		return box;
	}
	add_cell(layout, box, row->first, area, request, row->second && area->rtl ? area->width - half : 0);
	request.width += lane;
	if (row->second)
		add_cell(layout, box, row->second, area, request, area->rtl ? 0 : area->width - half - lane);
	align_cells(box);
	return box;
}

length_t grid_height(const struct row_box *row, size_t first, size_t last)
{
	return row->cell_count == 1 ? block_height(&row->cells[0].box, first, last) : row->height;
}

size_t grid_lines(const struct row_box *row)
{
	return row->cell_count == 1 ? row->cells[0].box.line_count : 1;
}

length_t grid_cap(const struct row_box *row)
{
	const struct block_box *box = &row->cells[0].box;
	const struct font *font = box->measure->para->font;

	return row->cells[0].drop + block_rise(box, 0) -
	       length_scale(measure_size(font, box->size), font->cap_height, 1000);
}
