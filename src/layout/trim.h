/*
 * Crop marks: where the printed sheet is cut, for a print shop that asks for them.
 *
 * Offsets: none.  Lengths: length_t from the lower left corner of the trimmed page, y up.
 * Memory:  the document's arena.
 * Errors:  none.
 */
#ifndef LAYOUT_TRIM_H
#define LAYOUT_TRIM_H

#include "layout/layout.h"
#include "layout/page.h"

/* Adds a mark to each side of each corner, outside the bleed, where the edition has marks. */
void trim_add(const struct layout *layout, struct pages *pages);

#endif
