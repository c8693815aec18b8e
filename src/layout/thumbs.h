/*
 * Thumbnails: the pages of one document, small and numbered, on a page of another.
 *
 * Offsets: none.  Lengths: length_t from the lower left corner of the page, y up.
 * Memory:  the label's arena; the pages shown must live as long.
 * Errors:  as in layout/label.h.
 */
#ifndef LAYOUT_THUMBS_H
#define LAYOUT_THUMBS_H

#include "layout/label.h"

/* Adds the pages of shown to the last page of pages, in rows from the left, as large as the area allows. */
void thumbs_add(const struct label *label, struct pages *pages, const struct pages *shown, struct rect area);

/* Adds one page of shown to every page of pages, as large as the area allows. */
void thumbs_beside(const struct label *label, struct pages *pages, const struct pages *shown, size_t index,
		   struct rect area);

#endif
