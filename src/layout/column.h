/*
 * One column while it is filled: how far down it is, what stands beside the text, and how spare room is shared out.
 *
 * Offsets: lines of a row.  Lengths: length_t, measured down from the top of the column.
 * Memory:  none.
 * Errors:  none.
 */
#ifndef LAYOUT_COLUMN_H
#define LAYOUT_COLUMN_H

#include "layout/flow.h"

struct column {
	length_t height;
	length_t y;        /* bottom of the text so far */
	length_t after;    /* space that the last row wants below */
	length_t side;     /* bottom of the figures beside */
	length_t next_top; /* where the row beside a figure begins; only while attached */
	bool empty;        /* no text yet */
	bool attached;     /* the last thing placed is a figure, whose row must come now */
};

/* An empty column of this height. */
struct column column_new(length_t height);
/* Where the top of a row would lie; gap is the space before it. */
length_t column_top(const struct column *column, const struct row_box *row, length_t *gap);
/* Puts a figure beside the row that follows (NULL: none follows) and gives its top. */
length_t column_add_figure(struct column *column, const struct row_box *figure, const struct row_box *next,
			   length_t *gap);
/* Puts a row, or its lines from first up to last, and gives its top. */
length_t column_add(struct column *column, const struct row_box *row, size_t first, size_t last,
		    length_t *gap);
/* How far down the column is filled. */
length_t column_bottom(const struct column *column);
/* How many lines from first on can be put, so that neither here nor in the next column one stands alone; 0: none. */
size_t column_lines(const struct column *column, const struct row_box *row, size_t first, bool forced);
/* Shares spare height out to the gaps before the places of a column, which grow by so many thousandths of themselves at most;
 * gives what was shared out. */
length_t column_feather(struct place *places, size_t count, length_t spare, int32_t stretch);

#endif
