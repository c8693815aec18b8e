/*
 * One op per run of a line, in logical order, so that a reader of the content stream meets the words as they are read
 * (ISO 32000-1, 14.8.2.3). In two languages all marks of the first precede those of the second.
 */
#include "layout/draw.h"

#include "base/arena.h"
#include "base/buf.h"
#include "layout/running.h"

/* In thousandths of the size. */
enum { BULLET = 260, BULLET_RISE = 140, BULLET_BEFORE = 650 };

/* What rounding may add to a line that was shaped anew. */
enum { TOLERANCE = LENGTH_PT / 50 };

struct point {
	length_t x, y;
};

/* A line to be drawn: its left edge and baseline on the page. */
struct line_place {
	const struct line *line;
	const struct block *block;
	const struct style *style;
	const struct element *body;         /* where there are no spans, or NULL for an artifact */
	const struct element *const *spans; /* by span of the block, or NULL */
	length_t x, y;
};

static struct op *add_op(struct drawing *drawing, enum op_kind kind, const struct element *element,
			 length_t x, length_t y)
{
	struct op *op = vec_add(drawing->layout->arena, &drawing->ops);

	op->kind = kind;
	op->element = element;
	op->x = x;
	op->y = y;
	return op;
}

static const struct element *run_element(const struct line_place *place, const struct line_run *run)
{
	const struct span *span = run->run.item->span;
	size_t index;

	if (!place->spans || !span || !place->block->span_count)
		return place->body;
	index = (size_t)(span - place->block->spans);
	return index < place->block->span_count ? place->spans[index] : place->body;
}

static void draw_run(struct drawing *drawing, const struct line_place *place, const struct line_run *run)
{
	struct op *op = add_op(drawing, OP_GLYPHS, run_element(place, run), place->x + run->x, place->y);

	op->glyphs = (struct op_glyphs){
	    .para = place->line->para,
	    .run = run->run,
	    .font = run->run.item->font,
	    .size = run->size,
	    .color = place->style->color,
	    .hyphen = run->hyphen,
	    .line_end = run == &place->line->runs[place->line->run_count - 1],
	};
}

static const char *link_words(const struct drawing *drawing, const struct line_place *place,
			      const struct element *link)
{
	struct buf words = buf_new(drawing->layout->arena);

	for (size_t i = 0; i < place->block->span_count; i++)
		if (place->spans[i] == link && place->block->spans[i].text)
			buf_puts(&words, place->block->spans[i].text);
	return words.data;
}

/* The rectangle of the runs from first up to last, which belong to one link. */
static void draw_link(struct drawing *drawing, const struct line_place *place, size_t first, size_t last)
{
	const struct line *line = place->line;
	const struct element *link = run_element(place, &line->runs[first]);
	length_t left = line->width, right = 0;
	struct op *op;

	for (size_t i = first; i < last; i++) {
		const struct line_run *run = &line->runs[i];

		left = run->x < left && run->x >= 0 ? run->x : left;
		right = run->x + run->width > right ? run->x + run->width : right;
	}
	right = right < line->width ? right : line->width;
	if (right <= left)
		return;
	op = add_op(drawing, OP_LINK, link, place->x + left, place->y - line->descent);
	op->link.width = right - left;
	op->link.height = line->ascent + line->descent;
	op->link.uri = link->uri;
	op->link.contents = link_words(drawing, place, link);
}

static void draw_line(struct drawing *drawing, const struct line_place *place)
{
	const struct line *line = place->line;
	size_t first = 0;

	for (size_t i = 0; i < line->run_count; i++) {
		const struct element *element = run_element(place, &line->runs[i]);

		draw_run(drawing, place, &line->runs[i]);
		if (i + 1 < line->run_count && run_element(place, &line->runs[i + 1]) == element)
			continue;
		if (element && element->role == ROLE_LINK)
			draw_link(drawing, place, first, i + 1);
		first = i + 1;
	}
}

/* Draws lines of a block; x is the left edge of its width, y the baseline of the line first. */
static void draw_lines(struct drawing *drawing, const struct block_box *box, const struct branch *branch,
		       struct point at, const size_t lines[2])
{
	for (size_t i = lines[0]; i < lines[1]; i++) {
		const struct block_line *laid = &box->lines[i];
		struct line *line = arena_alloc(drawing->layout->arena, sizeof *line);
		length_t *slack = &drawing->layout->slack[box->block->index];
		struct line_place place = {line, box->block, box->block->style, branch->body, branch->spans,
					   0,    0};

		*line = line_cut(drawing->layout->arena, box->measure->para, box->size, laid->cut);
		place.x = at.x + block_line_x(box, line->width);
		place.y = at.y - laid->baseline + box->lines[lines[0]].baseline;
		draw_line(drawing, &place);
		if (line->width > box->width + TOLERANCE && laid->width <= box->width) {
			*slack += line->width - box->width;
			drawing->too_wide = true;
		}
	}
}

/* PDFium sees no space in the gap between a number and a text that runs to the left: so there one stands behind it. */
static const struct para *label_para(const struct layout *layout, const struct cell *cell, bool rtl)
{
	const struct block *block = cell->box.block;

	if (!rtl)
		return cell->label->para;
	return para_label(layout->arena, layout->diag, layout->fontset, block, cell->label->style,
			  arena_format(layout->arena, "%d ", block->number));
}

static void draw_label(struct drawing *drawing, const struct cell *cell, const struct branch *branch,
		       struct point at, int32_t scale)
{
	const struct style *style = cell->label->style;
	bool rtl = cell->box.measure->para->direction == DIRECTION_RTL;
	const struct para *para = label_para(drawing->layout, cell, rtl);
	struct line *line = arena_alloc(drawing->layout->arena, sizeof *line);
	struct line_place place = {line, para->block, style, branch->label, NULL, 0, at.y};

	*line = line_cut(drawing->layout->arena, para, layout_size(style, scale),
			 (struct cut){0, para->length, para->length, false, false});
	place.x = at.x + cell->label_edge - (rtl ? 0 : line->width);
	draw_line(drawing, &place);
}

static void draw_bullet(struct drawing *drawing, const struct cell *cell, const struct branch *branch,
			struct point at)
{
	length_t side = length_scale(cell->box.size, BULLET, 1000);
	length_t before = length_scale(cell->box.size, BULLET_BEFORE, 1000);
	bool rtl = cell->box.measure->para->direction == DIRECTION_RTL;
	length_t x = at.x + cell->x + (rtl ? cell->box.width + before - side : -before);
	struct op *op = add_op(drawing, OP_RULE, branch->label, x,
			       at.y + length_scale(cell->box.size, BULLET_RISE, 1000));

	op->rule.width = op->rule.height = side;
	op->rule.color = cell->box.block->style->color;
}

/* The rule above a block spans its cell, hang included. */
static void draw_block_rule(struct drawing *drawing, const struct cell *cell, struct point at)
{
	bool rtl = cell->box.measure->para->direction == DIRECTION_RTL;
	struct op *op = add_op(drawing, OP_RULE, NULL, at.x + cell->x - (rtl ? 0 : cell->hang),
			       at.y + block_rise(&cell->box, 0) - cell->box.rule);

	op->rule.width = cell->box.width + cell->hang;
	op->rule.height = cell->box.rule;
	op->rule.color = cell->box.block->style->rule_color;
}

static void draw_cell(struct drawing *drawing, const struct place *place, const struct cell *cell)
{
	const struct branch *branch = &drawing->tree->branches[cell->box.block->index];
	bool alone = place->row->cell_count == 1;
	size_t lines[2] = {alone ? place->first : 0, alone ? place->last : cell->box.line_count};
	struct point at = {.x = place->area.x,
			   .y = place->area.top - place->top - cell->drop - block_rise(&cell->box, lines[0])};

	if (cell->box.rule && lines[0] == 0)
		draw_block_rule(drawing, cell, at);
	if (cell->label && lines[0] == 0)
		draw_label(drawing, cell, branch, at,
			   layout_flow_scale(drawing->layout, place->flow, drawing->scale));
	if (cell->bullet && lines[0] == 0)
		draw_bullet(drawing, cell, branch, at);
	at.x += cell->x;
	draw_lines(drawing, &cell->box, branch, at, lines);
}

static void draw_figure(struct drawing *drawing, const struct place *place)
{
	const struct row_box *row = place->row;
	const struct block *block = row->row->first;
	struct op *op =
	    add_op(drawing, OP_ARTWORK, drawing->tree->branches[block->index].body,
		   place->area.x + row->figure_x, place->area.top - place->top - row->figure_height);

	op->artwork.artwork = block->artwork;
	op->artwork.width = row->figure_width;
	op->artwork.height = row->figure_height;
	op->artwork.mirrored = block->artwork->directional && block->language->direction == DIRECTION_RTL;
}

static void draw_places(struct drawing *drawing, const struct filling *filling,
			const struct filled_page *page, size_t cell)
{
	for (size_t i = page->place_from; i < page->place_to; i++) {
		const struct place *place = &filling->places.data[i];

		if (cell < place->row->cell_count)
			draw_cell(drawing, place, &place->row->cells[cell]);
		else if (cell == 0)
			draw_figure(drawing, place);
	}
}

static void draw_running(struct drawing *drawing, const struct page_master *master,
			 const struct running *running)
{
	static const struct branch artifact;
	const struct layout *layout = drawing->layout;
	const struct measure *measure = running_measure(layout, running, drawing->number);
	struct block_box box = running_lay(layout, running, measure, drawing->scale);
	length_t top = running->rect.y + running->rect.height;
	struct point at = {running->rect.x,
			   top - running_rise(layout, master, running, &box, drawing->scale)};
	bool tagged = drawing->number.page == 1;
	size_t lines[2] = {0, box.line_count};

	draw_lines(drawing, &box, tagged ? &drawing->tree->branches[running->block->index] : &artifact, at,
		   lines);
}

static void draw_runnings(struct drawing *drawing, const struct page_master *master, bool above)
{
	for (size_t i = 0; i < master->running_count; i++)
		if (tree_running_above(master, &master->runnings[i]) == above)
			draw_running(drawing, master, &master->runnings[i]);
}

/* Decoration lies below everything, a figure with a place of its own comes last, as a reader meets it. */
static void draw_placed(struct drawing *drawing, const struct page_master *master, bool figures)
{
	for (size_t i = 0; i < master->placed_count; i++) {
		const struct placed *placed = &master->placed[i];
		struct op *op;

		if ((placed->block != NULL) != figures)
			continue;
		op = add_op(drawing, OP_ARTWORK,
			    figures ? drawing->tree->branches[placed->block->index].body : NULL,
			    placed->rect.x, placed->rect.y);
		op->artwork.artwork = placed->artwork;
		op->artwork.width = placed->rect.width;
		op->artwork.height = placed->rect.height;
		op->artwork.mirrored = placed->mirrored;
	}
}

static void draw_rules(struct drawing *drawing, const struct page_master *master)
{
	for (size_t i = 0; i < master->rule_count; i++) {
		const struct rule *rule = &master->rules[i];
		struct op *op = add_op(drawing, OP_RULE, NULL, rule->rect.x, rule->rect.y);

		op->rule.width = rule->rect.width;
		op->rule.height = rule->rect.height;
		op->rule.color = rule->color;
	}
}

void draw_page(struct drawing *drawing, const struct filling *filling, const struct filled_page *page)
{
	draw_placed(drawing, page->master, false);
	draw_rules(drawing, page->master);
	draw_runnings(drawing, page->master, true);
	draw_places(drawing, filling, page, 0);
	draw_places(drawing, filling, page, 1);
	draw_runnings(drawing, page->master, false);
	draw_placed(drawing, page->master, true);
}
