/*
 * Filling frames: which lines of which rows stand in which column, at one scale.
 *
 * Offsets: lines of a row.  Lengths: length_t; tops are measured down from the top of the frame.
 * Memory:  the layout's scratch.
 * Errors:  only when asked to report: text-overflow and word-overflow.
 */
#ifndef LAYOUT_FLOW_H
#define LAYOUT_FLOW_H

#include "base/vec.h"
#include "layout/grid.h"

/* Some lines of a row in a column. */
struct place {
	const struct row_box *row;
	struct area area;
	size_t flow;
	length_t top;
	length_t gap;       /* space before it, which may be stretched; 0 at the top of a column */
	size_t first, last; /* lines, for rows of one block */
};

struct use {
	const struct frame *frame;
	length_t used, drawn;
};

/* A page as filled: its places and uses stand in a row in struct filling. */
struct filled_page {
	const struct page_master *master;
	size_t place_from, place_to;
	size_t use_from, use_to;
};

struct filling {
	VEC(struct place) places;
	VEC(struct use) uses;
	VEC(struct filled_page) pages;
	bool fits;
};

/* Fills the frames of all pages with all flows. Stops early where the text does not fit, unless it is to report. */
struct filling flow_fill(const struct layout *layout, int32_t scale, bool report);

#endif
