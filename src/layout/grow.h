/*
 * What grows where a page has room to spare: its figures, as far as their style allows and once the spaces have half of
 * themselves more; then the text of frames that say so.
 *
 * Offsets: none.  Lengths: length_t; factors are thousandths.
 * Memory:  grown figures in the arena given; nothing else is kept.
 * Errors:  none.
 */
#ifndef LAYOUT_GROW_H
#define LAYOUT_GROW_H

#include "layout/flow.h"

/* Makes the figures among the places of one column larger, those below move down; gives what they took of the spare height. */
length_t grow_figures(struct arena *arena, struct place *places, size_t count, length_t spare);
/* Sets all text at the scale of the document. */
void grow_none(const struct layout *layout);
/* Finds for every flow whose frame may grow the largest factor that keeps to the pages, and notes it in the layout. */
void grow_text(const struct layout *layout, int32_t scale);

#endif
