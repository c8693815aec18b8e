/* A line across the whole grid is marked at its two ends: beside the grid where the sheet is larger, else just inside the margin that
 * a printer leaves white. A line that ends between panels must be seen whole. */
#include "layout/marks.h"

#include "base/arena.h"

#define MM(n) ((n)*LENGTH_PT * 72 * 10 / 254)

enum { THICKNESS = LENGTH_PT / 2 };

static const struct color black = {.id = "ink", .cmyk = {0, 0, 0, 100}};

struct marker {
	struct arena *arena;
	op_vec *ops;
	const struct sheet_plan *plan;
	struct rect grid;
	bool mirrored;
};

/* Marks run along a line at a distance from the axis: x of vertical ones, y of others. */
struct axis {
	bool vertical;
	length_t at;
};

static void stroke(struct marker *marker, struct axis axis, length_t from, length_t to)
{
	struct op *op = vec_add(marker->arena, marker->ops);

	op->kind = OP_RULE;
	op->x = axis.vertical ? axis.at - THICKNESS / 2 : from;
	op->y = axis.vertical ? from : axis.at - THICKNESS / 2;
	op->rule.width = axis.vertical ? THICKNESS : to - from;
	op->rule.height = axis.vertical ? to - from : THICKNESS;
	op->rule.color = &black;
}

static void dashes(struct marker *marker, struct axis axis, length_t from, length_t to)
{
	for (length_t at = from; at + MM(1) / 2 <= to; at += MM(2))
		stroke(marker, axis, at, at + MM(1) < to ? at + MM(1) : to);
}

typedef void (*drawer)(struct marker *marker, struct axis axis, length_t from, length_t to);

static drawer drawer_of(const struct sheet_line *line)
{
	return line->cut ? stroke : dashes;
}

/* Marks one end of a line: low is the edge of the grid, and the grid lies above it; or the other way round. */
static void mark_end(struct marker *marker, const struct sheet_line *line, struct axis axis, bool low)
{
	const struct rect *grid = &marker->grid;
	length_t size = axis.vertical ? marker->plan->height : marker->plan->width;
	length_t edge = axis.vertical ? grid->y : grid->x;
	length_t far = edge + (axis.vertical ? grid->height : grid->width);
	length_t room = low ? edge : size - far;
	length_t from = MM(5), to = room < MM(8) ? MM(9) : room - MM(2);

	if (to > from + MM(5))
		from = to - MM(5);
	drawer_of(line)(marker, axis, low ? from : size - to, low ? to : size - from);
}

static void mark_line(struct marker *marker, const struct sheet_line *line)
{
	const struct sheet_plan *plan = marker->plan;
	const struct rect *grid = &marker->grid;
	drawer draw = drawer_of(line);
	length_t width = grid->width / plan->columns, height = grid->height / plan->rows;
	int after = line->vertical && marker->mirrored ? plan->columns - line->after : line->after;
	int from = !line->vertical && marker->mirrored ? plan->columns - line->to : line->from;
	int to = !line->vertical && marker->mirrored ? plan->columns - line->from : line->to;
	struct axis axis = {line->vertical, line->vertical ? grid->x + after * width
							   : grid->y + (plan->rows - after) * height};

	if (from == 0 && to == (line->vertical ? plan->rows : plan->columns)) {
		mark_end(marker, line, axis, true);
		mark_end(marker, line, axis, false);
	} else if (line->vertical) {
		draw(marker, axis, grid->y + (plan->rows - to) * height,
		     grid->y + (plan->rows - from) * height);
	} else {
		draw(marker, axis, grid->x + from * width, grid->x + to * width);
	}
}

/* Where the sheet is larger than what is wanted of it, the edges of the grid are cuts. */
static void mark_edges(struct marker *marker)
{
	static const struct sheet_line cut = {.cut = true};
	const struct rect *grid = &marker->grid;

	for (int i = 0; i < 2; i++) {
		struct axis column = {true, grid->x + i * grid->width};
		struct axis row = {false, grid->y + i * grid->height};

		for (int low = 0; low < 2 && grid->x > MM(8); low++)
			mark_end(marker, &cut, column, low);
		for (int low = 0; low < 2 && grid->y > MM(8); low++)
			mark_end(marker, &cut, row, low);
	}
}

void marks_add(struct arena *arena, op_vec *ops, const struct sheet_plan *plan, struct rect grid,
	       bool mirrored)
{
	struct marker marker = {arena, ops, plan, grid, mirrored};

	mark_edges(&marker);
	for (size_t i = 0; i < plan->line_count; i++)
		mark_line(&marker, &plan->lines[i]);
}
