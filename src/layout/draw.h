/*
 * Marks on pages: takes what stands where and adds the ops in reading order.
 *
 * Offsets: none.  Lengths: length_t from the lower left corner of the page, y up.
 * Memory:  ops live in the document's arena.
 * Errors:  none; a line that came out too wide once it was shaped anew narrows its block (layout.slack).
 */
#ifndef LAYOUT_DRAW_H
#define LAYOUT_DRAW_H

#include "layout/flow.h"
#include "layout/page.h"
#include "layout/tree.h"

struct drawing {
	const struct layout *layout;
	const struct tree *tree;
	int32_t scale;
	struct page_number number; /* of the page being drawn */
	VEC(struct op) ops;
	bool too_wide; /* a block was narrowed: lay out again */
};

/* Draws a page: decoration, runnings above the frames, frames, runnings below them. */
void draw_page(struct drawing *drawing, const struct filling *filling, const struct filled_page *page);

#endif
