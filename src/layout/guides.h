/*
 * Guides for designers: frames, what fills them, sizes found, and baselines, under the marks of finished pages.
 *
 * Offsets: none.  Lengths: length_t from the lower left corner of the page, y up.
 * Memory:  the document's arena.
 * Errors:  none of their own; a font that is lacking goes to the sink.
 */
#ifndef LAYOUT_GUIDES_H
#define LAYOUT_GUIDES_H

#include "layout/layout.h"
#include "layout/page.h"

/* Adds guides to every page, where the document has a style for them. */
void guides_add(const struct layout *layout, struct pages *pages);

#endif
