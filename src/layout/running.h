/*
 * Runnings: blocks with a place of their own on every page, such as imprint and page number.
 *
 * Offsets: none.  Lengths: length_t.
 * Memory:  the layout's scratch; a para that was shaped for a page lives in the document's arena.
 * Errors:  text-overflow and word-overflow, when asked to report.
 */
#ifndef LAYOUT_RUNNING_H
#define LAYOUT_RUNNING_H

#include "layout/block.h"

/* The measure of a running on this page: shaped for it where the running tells the number of the page. */
const struct measure *running_measure(const struct layout *layout, const struct running *running,
				      struct page_number number);
/* Lays a running in its rectangle. */
struct block_box running_lay(const struct layout *layout, const struct running *running,
			     const struct measure *measure, int32_t scale);
/* The distance from the top of the rectangle to the first baseline. Runnings of one top share the lowest baseline of theirs, whatever
 * their fonts and sizes, as far as their rectangles let them. */
length_t running_rise(const struct layout *layout, const struct page_master *master,
		      const struct running *running, const struct block_box *box, int32_t scale);
/* Whether the ink of all runnings keeps to their rectangles at a scale; reports what does not when asked to. */
bool runnings_fit(const struct layout *layout, int32_t scale, bool report);

#endif
