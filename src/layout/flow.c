/*
 * Rows go down a column until the next one, with those that must stay with it, does not fit; then the next column, frame
 * and page follow. Whether a chain of rows fits is tried on a copy of the column.
 */
#include "layout/flow.h"

#include "base/arena.h"
#include "layout/column.h"
#include "layout/grow.h"
#include "layout/report.h"

/* How far a flow has come. */
struct cursor {
	const struct flow *flow;
	size_t row;                   /* the next */
	size_t line;                  /* the next of its lines, counted in its box */
	size_t first;                 /* the stop where its box begins */
	size_t frames;                /* that were filled */
	const struct row_box **boxes; /* by row, for the width below */
	length_t width, side;
	struct column column; /* the last, to tell how much is lacking */
	struct area area;
	const struct frame *frame;
	length_t lane;
};

struct filler {
	const struct layout *layout;
	int32_t scale;
	bool report;
	struct cursor *cursors;
	struct filling filling;
};

static void note_words(struct filler *filler, const struct row_box *row)
{
	for (size_t i = 0; i < row->cell_count; i++) {
		if (!row->cells[i].box.excess)
			continue;
		filler->filling.fits = false;
		if (filler->report)
			report_word(filler->layout, &row->cells[i].box);
	}
}

static int32_t flow_scale(const struct filler *filler, const struct cursor *cursor)
{
	return layout_flow_scale(filler->layout, (size_t)(cursor - filler->cursors), filler->scale);
}

static const struct row_box *box_at(struct filler *filler, struct cursor *cursor, size_t row)
{
	if (row >= cursor->flow->row_count)
		return NULL;
	if (!cursor->boxes[row]) {
		cursor->boxes[row] =
		    grid_lay(filler->layout, &cursor->flow->rows[row], &cursor->area,
			     flow_scale(filler, cursor), row == cursor->row ? cursor->first : 0);
		note_words(filler, cursor->boxes[row]);
	}
	return cursor->boxes[row];
}

/* Takes the cursor to another column; where that is as wide, lines stay as they are. */
static void enter(const struct filler *filler, struct cursor *cursor, const struct frame *frame, int column)
{
	cursor->area = area_of(filler->layout->document, frame, column);
	cursor->area.lane = cursor->lane;
	cursor->frame = frame;
	cursor->column =
	    column_new(length_scale(cursor->area.height, filler->layout->room[frame->flow], 1000));
	if (cursor->area.width == cursor->width && cursor->area.side == cursor->side)
		return;
	if (cursor->line)
		cursor->first = cursor->boxes[cursor->row]->cells[0].box.lines[cursor->line].from;
	cursor->line = 0;
	for (size_t i = cursor->row; i < cursor->flow->row_count; i++)
		cursor->boxes[i] = NULL;
	cursor->width = cursor->area.width;
	cursor->side = cursor->area.side;
}

/* Whether the next row fits, with all that must stay with it, down to the first lines of the row that ends the chain. */
static bool chain_fits(struct filler *filler, struct cursor *cursor)
{
	struct column column = cursor->column;
	length_t gap;

	for (size_t row = cursor->row; row < cursor->flow->row_count; row++) {
		const struct row_box *box = box_at(filler, cursor, row);

		if (box->beside)
			column_add_figure(&column, box, box_at(filler, cursor, row + 1), &gap);
		else if (!box->keep_with_next || row + 1 == cursor->flow->row_count)
			return column_lines(&column, box, 0, false) > 0;
		else
			column_add(&column, box, 0, grid_lines(box), &gap);
		if (column_bottom(&column) > column.height)
			return false;
	}
	return true;
}

static struct place *add_place(struct filler *filler, const struct cursor *cursor, const struct row_box *box)
{
	struct place *place = vec_add(filler->layout->scratch, &filler->filling.places);

	place->row = box;
	place->area = cursor->area;
	place->flow = (size_t)(cursor - filler->cursors);
	return place;
}

static bool put_figure(struct filler *filler, struct cursor *cursor, const struct row_box *box)
{
	struct column trial = cursor->column;
	const struct row_box *next = box_at(filler, cursor, cursor->row + 1);
	struct place *place;
	length_t gap;

	column_add_figure(&trial, box, next, &gap);
	if (trial.side > trial.height)
		return false;
	place = add_place(filler, cursor, box);
	place->top = column_add_figure(&cursor->column, box, next, &place->gap);
	cursor->row++;
	return true;
}

/* Puts what fits of the next row; false when the column is full. */
static bool put_row(struct filler *filler, struct cursor *cursor)
{
	const struct row_box *box = box_at(filler, cursor, cursor->row);
	bool forced = cursor->column.empty || cursor->column.attached;
	struct place *place;
	size_t lines;

	if (!forced && !cursor->line && !chain_fits(filler, cursor))
		return false;
	if (box->beside)
		return put_figure(filler, cursor, box);
	lines = column_lines(&cursor->column, box, cursor->line, forced);
	if (!lines)
		return false;
	place = add_place(filler, cursor, box);
	place->first = cursor->line;
	place->last = cursor->line + lines;
	place->top = column_add(&cursor->column, box, place->first, place->last, &place->gap);
	cursor->line = place->last;
	if (cursor->line < grid_lines(box))
		return false;
	cursor->row++;
	cursor->line = cursor->first = 0;
	return true;
}

/* The row before which the frame ends that is being filled. */
static size_t end_row(const struct filler *filler, const struct cursor *cursor)
{
	struct frame_ends ends = filler->layout->ends[cursor - filler->cursors];

	return cursor->frames < ends.count ? ends.rows[cursor->frames] : cursor->flow->row_count;
}

static void fill_column(struct filler *filler, struct cursor *cursor, struct use *use)
{
	size_t from = filler->filling.places.length;
	length_t used, shared;

	while (cursor->row < end_row(filler, cursor) && (filler->filling.fits || filler->report) &&
	       put_row(filler, cursor))
		;
	used = column_bottom(&cursor->column);
	used += grow_figures(filler->layout->scratch, filler->filling.places.data + from,
			     filler->filling.places.length - from, cursor->area.height - used);
	shared =
	    filler->filling.places.length > from
		? column_feather(filler->filling.places.data + from, filler->filling.places.length - from,
				 cursor->area.height - used, filler->layout->document->stretch)
		: 0;
	use->used = used > use->used ? used : use->used;
	use->drawn = used + shared > use->drawn ? used + shared : use->drawn;
}

static void fill_frame(struct filler *filler, const struct frame *frame)
{
	struct cursor *cursor = &filler->cursors[frame->flow];
	struct use *use = vec_add(filler->layout->scratch, &filler->filling.uses);

	use->frame = frame;
	for (int column = 0; column < frame->columns; column++) {
		if (column && cursor->row == cursor->flow->row_count)
			break;
		enter(filler, cursor, frame, column);
		fill_column(filler, cursor, use);
	}
	cursor->frames++;
}

static void fill_page(struct filler *filler, const struct page_master *master)
{
	struct filled_page page = {master, filler->filling.places.length, 0, filler->filling.uses.length, 0};

	for (size_t i = 0; i < master->frame_count; i++)
		fill_frame(filler, &master->frames[i]);
	page.place_to = filler->filling.places.length;
	page.use_to = filler->filling.uses.length;
	vec_push(filler->layout->scratch, &filler->filling.pages, page);
}

static bool rows_left(const struct filler *filler, const struct page_master *master)
{
	for (size_t i = 0; i < master->frame_count; i++) {
		const struct cursor *cursor = &filler->cursors[master->frames[i].flow];

		if (cursor->row < cursor->flow->row_count)
			return true;
	}
	return false;
}

static void fill_pages(struct filler *filler)
{
	const struct document *document = filler->layout->document;

	for (size_t i = 0; i < document->page_count; i++) {
		const struct page_master *master = &document->pages[i];
		size_t before;

		if (master->optional && !rows_left(filler, master))
			continue;
		do {
			before = filler->filling.places.length;
			fill_page(filler, master);
		} while (master->repeat && rows_left(filler, master) &&
			 filler->filling.places.length > before);
	}
}

/* Height that the rest of a flow would need below its last frame. */
static length_t lacking(struct filler *filler, struct cursor *cursor)
{
	struct column column = cursor->column;
	length_t gap;

	for (size_t row = cursor->row; row < cursor->flow->row_count; row++) {
		const struct row_box *box = box_at(filler, cursor, row);

		if (box->beside)
			column_add_figure(&column, box, box_at(filler, cursor, row + 1), &gap);
		else
			column_add(&column, box, row == cursor->row ? cursor->line : 0, grid_lines(box),
				   &gap);
	}
	return column_bottom(&column) > column.height ? column_bottom(&column) - column.height : 1;
}

static void look_for_rest(struct filler *filler)
{
	for (size_t i = 0; i < filler->layout->document->flow_count; i++) {
		struct cursor *cursor = &filler->cursors[i];

		if (cursor->row == cursor->flow->row_count || !cursor->frame)
			continue;
		filler->filling.fits = false;
		if (filler->report)
			report_lack(filler->layout, cursor->flow->rows[cursor->row].first,
				    lacking(filler, cursor), cursor->frame->id);
	}
}

/* The widest number of a flow, and the room between it and the text. */
static length_t lane_of(const struct layout *layout, const struct flow *flow, int32_t scale)
{
	struct arena_mark mark = arena_mark(layout->scratch);
	length_t lane = 0;

	for (size_t i = 0; i < flow->row_count; i++) {
		const struct measure *label = layout->labels[flow->rows[i].first->index];
		length_t size, width;
		struct ruler ruler;

		if (!label)
			continue;
		size = layout_size(label->style, scale);
		ruler = ruler_new(layout->scratch, label, size);
		width = ruler_width(&ruler, 0, label->stop_count - 1) + size;
		lane = width > lane ? width : lane;
	}
	arena_rewind(layout->scratch, mark);
	return lane;
}

struct filling flow_fill(const struct layout *layout, int32_t scale, bool report)
{
	const struct document *document = layout->document;
	struct filler filler = {layout, scale, report, NULL, {.fits = true}};

	filler.cursors = arena_array(layout->scratch, document->flow_count, sizeof *filler.cursors);
	for (size_t i = 0; i < document->flow_count; i++) {
		const struct flow *flow = &document->flows[i];

		filler.cursors[i].flow = flow;
		filler.cursors[i].width = -1;
		filler.cursors[i].lane = lane_of(layout, flow, layout_flow_scale(layout, i, scale));
		filler.cursors[i].boxes =
		    arena_array(layout->scratch, flow->row_count, sizeof(struct row_box *));
	}
	fill_pages(&filler);
	look_for_rest(&filler);
	return filler.filling;
}
