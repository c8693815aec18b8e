/*
 * Dynamic programming over frames and rows, as lines are broken: least is first what the worst frame leaves empty after its
 * gaps have grown as far as they may, then the sum of the squares of what they leave before, which fills all alike. Pages
 * rather begin with a heading.
 */
#include "layout/pagebreak.h"

#include "base/arena.h"
#include "layout/column.h"

/* What a break costs that parts a heading's text, as empty height of a frame does; and how fine the worst frame is told. */
enum { PARTED = 100, STEP = 40 };

/* What frames cost; lengths are taken in thousandths of a frame. */
struct cost {
	int64_t worst, sum;
};

struct node {
	struct cost cost;
	size_t from; /* the row that begins the frame which ends here */
	bool reached;
};

struct breaker {
	int32_t stretch; /* of the gaps */
	VEC(const struct row_box *) rows;
	VEC(length_t) heights; /* of the frames */
	struct node *nodes;    /* by frame and row: rows before this one stand in frames up to this */
};

static bool take_frames(struct arena *arena, const struct filling *filling, size_t flow,
			struct breaker *breaker)
{
	const struct frame *first = NULL;

	for (size_t i = 0; i < filling->uses.length; i++) {
		const struct frame *frame = filling->uses.data[i].frame;

		if (frame->flow != flow)
			continue;
		first = first ? first : frame;
		if (frame->columns > 1 || frame->rect.width != first->rect.width ||
		    frame->side != first->side)
			return false;
		vec_push(arena, &breaker->heights, frame->rect.height);
	}
	return breaker->heights.length > 1;
}

static bool take_rows(struct arena *arena, const struct filling *filling, size_t flow,
		      struct breaker *breaker)
{
	for (size_t i = 0; i < filling->places.length; i++) {
		const struct place *place = &filling->places.data[i];

		if (place->flow != flow)
			continue;
		if (place->row->cell_count && (place->first || place->last != grid_lines(place->row)))
			return false;
		vec_push(arena, &breaker->rows, place->row->plain ? place->row->plain : place->row);
	}
	return breaker->rows.length > 0;
}

static struct node *node_at(const struct breaker *breaker, size_t frame, size_t row)
{
	return &breaker->nodes[frame * (breaker->rows.length + 1) + row];
}

static bool may_end_before(const struct breaker *breaker, size_t row)
{
	return row == breaker->rows.length ||
	       !(breaker->rows.data[row - 1]->beside || breaker->rows.data[row - 1]->keep_with_next);
}

static bool dearer(struct cost a, struct cost b)
{
	return a.worst != b.worst ? a.worst > b.worst : a.sum > b.sum;
}

static struct cost frame_cost(const struct breaker *breaker, length_t height, length_t spare, length_t gaps)
{
	length_t empty = spare - length_scale(gaps, breaker->stretch, 1000);
	int64_t before = (int64_t)spare * 1000 / height;

	return (struct cost){empty > 0 ? (int64_t)empty * 1000 / height / STEP : 0, before * before};
}

static bool begins_matter(const struct breaker *breaker, size_t row)
{
	return row == 0 || row == breaker->rows.length || breaker->rows.data[row]->heading;
}

static void try_end(const struct breaker *breaker, size_t frame, size_t from, size_t to, struct cost cost)
{
	const struct node *above = node_at(breaker, frame, from);
	struct node *node = node_at(breaker, frame + 1, to);

	cost.worst = above->cost.worst > cost.worst ? above->cost.worst : cost.worst;
	cost.sum += above->cost.sum + (begins_matter(breaker, from) ? 0 : PARTED * PARTED);
	if (!node->reached || dearer(node->cost, cost))
		*node = (struct node){cost, from, true};
}

/* Fills a frame from a row on, with one row, two, and so on while they fit. */
static void try_frame(const struct breaker *breaker, size_t frame, size_t from)
{
	length_t height = breaker->heights.data[frame], gap, gaps = 0;
	struct column column = column_new(height);

	try_end(breaker, frame, from, from, frame_cost(breaker, height, height, 0));
	for (size_t row = from; row < breaker->rows.length; row++) {
		const struct row_box *box = breaker->rows.data[row];

		if (box->beside)
			column_add_figure(&column, box,
					  row + 1 < breaker->rows.length ? breaker->rows.data[row + 1] : NULL,
					  &gap);
		else
			column_add(&column, box, 0, grid_lines(box), &gap);
		gaps += gap;
		if (column_bottom(&column) > height)
			return;
		if (may_end_before(breaker, row + 1))
			try_end(breaker, frame, from, row + 1,
				frame_cost(breaker, height, height - column_bottom(&column), gaps));
	}
}

static struct frame_ends trace(struct arena *arena, const struct breaker *breaker)
{
	size_t count = breaker->heights.length, row = breaker->rows.length;
	size_t *rows = arena_array(arena, count, sizeof *rows);

	if (!node_at(breaker, count, row)->reached)
		return (struct frame_ends){0};
	for (size_t frame = count; frame-- > 0;) {
		rows[frame] = row;
		row = node_at(breaker, frame + 1, row)->from;
	}
	return (struct frame_ends){rows, count};
}

struct frame_ends pagebreak(struct arena *arena, const struct filling *filling, size_t flow, int32_t stretch)
{
	struct breaker breaker = {.stretch = stretch};

	if (!take_frames(arena, filling, flow, &breaker) || !take_rows(arena, filling, flow, &breaker))
		return (struct frame_ends){0};
	breaker.nodes = arena_array(arena, (breaker.heights.length + 1) * (breaker.rows.length + 1),
				    sizeof *breaker.nodes);
	node_at(&breaker, 0, 0)->reached = true;
	for (size_t frame = 0; frame < breaker.heights.length; frame++)
		for (size_t row = 0; row <= breaker.rows.length; row++)
			if (node_at(&breaker, frame, row)->reached)
				try_frame(&breaker, frame, row);
	return trace(arena, &breaker);
}
