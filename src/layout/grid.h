/*
 * Rows: one block, or two blocks that stand side by side in two languages, or a figure.
 *
 * Offsets: none.  Lengths: length_t; x from the left edge of the column's text, y down from the row's top.
 * Memory:  the layout's scratch.
 * Errors:  none.
 */
#ifndef LAYOUT_GRID_H
#define LAYOUT_GRID_H

#include "layout/block.h"

/* A column of a frame: text, and beside it at the start the room for figures and numbers. */
struct area {
	length_t x, width;     /* of the text, on the page */
	length_t side_x, side; /* of the side column; side 0: none */
	length_t lane;         /* the part of the side column next to the text that numbers need */
	length_t gap;          /* between the two languages */
	length_t top, height;  /* on the page; height of the frame */
	bool rtl;              /* the document's first language reads from right to left */
};

struct cell {
	struct block_box box;
	length_t x;                  /* left edge of the lines */
	length_t drop;               /* how far down the row the block begins */
	const struct measure *label; /* the number, or NULL */
	length_t label_edge;         /* its end edge: towards the text */
	bool bullet;                 /* a square at the start of the hang, where an item has no number */
	length_t hang;               /* room that a number or bullet has before the lines */
};

struct row_box {
	const struct row *row;
	struct cell cells[2];
	size_t cell_count; /* 0: a figure */
	length_t figure_x, figure_width, figure_height;
	const struct row_box *plain; /* of a figure that has grown: as it was; else NULL */
	length_t before, after, height;
	bool keep_with_next, keep_together;
	bool beside;    /* a figure in the side column: takes no height */
	bool heading;   /* a heading, of the first or second level */
	bool clear;     /* begins below a figure beside */
	bool continued; /* its first lines stand elsewhere */
};

/* The room between numbers and text, and round figures beside, at a scale. */
enum { GRID_FIGURE_GAP = 2 * 2835 };

/* The column of a frame; columns count from the start side. */
struct area area_of(const struct document *document, const struct frame *frame, int column);
/* Lays a row in a column; first is the stop where to begin, 0 but for a block that is continued. */
const struct row_box *grid_lay(const struct layout *layout, const struct row *row, const struct area *area,
			       int32_t scale, size_t first);
/* The left edge of a figure that stands between the text, as its style aligns it. */
length_t grid_figure_x(const struct row_box *box, const struct style *style, const struct area *area);
/* The height of the lines from first up to last of a row of one block, or of the row as a whole. */
length_t grid_height(const struct row_box *row, size_t first, size_t last);
/* How many lines may be parted; 1 for rows that stay whole. */
size_t grid_lines(const struct row_box *row);
/* The distance from the top of a row to the cap height of its first line, for a figure beside it;
 * the row must hold text. */
length_t grid_cap(const struct row_box *row);

#endif
