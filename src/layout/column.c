/*
 * Spaces after and before meet as CSS margins do: the larger counts. A paragraph is parted so that two lines at least
 * stand on either side (CSS Break 3: orphans, widows).
 */
#include "layout/column.h"

enum { LEAST_LINES = 2 };

struct column column_new(length_t height)
{
	return (struct column){.height = height, .empty = true};
}

static length_t larger(length_t a, length_t b)
{
	return a > b ? a : b;
}

length_t column_top(const struct column *column, const struct row_box *row, length_t *gap)
{
	length_t top;

	*gap = 0;
	if (column->attached)
		return column->next_top;
	*gap = column->empty ? 0 : larger(column->after, row->before);
	top = column->y + *gap;
	if (row->clear && column->side > 0)
		top = larger(top, column->side + GRID_FIGURE_GAP);
	return top;
}

length_t column_add_figure(struct column *column, const struct row_box *figure, const struct row_box *next,
			   length_t *gap)
{
	length_t cap = next && next->cell_count ? grid_cap(next) : 0;
	length_t top;

	column->attached = false;
	top = column_top(column, next ? next : figure, gap) + cap;
	if (column->side > 0)
		top = larger(top, column->side + GRID_FIGURE_GAP);
	column->side = top + figure->figure_height;
	column->next_top = top - cap;
	column->attached = next && next->cell_count;
	return top;
}

length_t column_add(struct column *column, const struct row_box *row, size_t first, size_t last,
		    length_t *gap)
{
	length_t top = column_top(column, row, gap);

	column->y = top + grid_height(row, first, last);
	column->after = row->after;
	column->empty = column->attached = false;
	return top;
}

length_t column_bottom(const struct column *column)
{
	return larger(column->y, column->side);
}

static size_t most_lines(const struct row_box *row, size_t first, length_t room)
{
	size_t last = first;

	while (last < grid_lines(row) && grid_height(row, first, last + 1) <= room)
		last++;
	return last - first;
}

size_t column_lines(const struct column *column, const struct row_box *row, size_t first, bool forced)
{
	length_t gap;
	size_t rest = grid_lines(row) - first;
	size_t lines = most_lines(row, first, column->height - column_top(column, row, &gap));
	bool whole = row->keep_together || row->keep_with_next || row->cell_count != 1;

	if (lines == rest || (forced && (whole || rest < 2 * LEAST_LINES)))
		return lines;
	if (!whole && lines + LEAST_LINES > rest && rest >= 2 * LEAST_LINES)
		lines = rest - LEAST_LINES;
	if (!whole && lines >= LEAST_LINES && rest >= lines + LEAST_LINES)
		return lines;
	return forced ? lines : 0;
}

length_t column_feather(struct place *places, size_t count, length_t spare, int32_t stretch)
{
	int64_t gaps = 0, before = 0;
	length_t shared;

	for (size_t i = 0; i < count; i++)
		gaps += places[i].gap;
	shared = length_scale((length_t)gaps, stretch, 1000);
	shared = shared < spare ? shared : spare;
	if (shared <= 0)
		return 0;
	for (size_t i = 0; i < count; i++) {
		before += places[i].gap;
		places[i].top += (length_t)(before * shared / gaps);
	}
	return shared;
}
