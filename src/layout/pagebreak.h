/*
 * Page breaking: which rows of a flow stand in which of its frames, so that the frame filled worst is filled best.
 *
 * Offsets: rows of a flow.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  none.
 */
#ifndef LAYOUT_PAGEBREAK_H
#define LAYOUT_PAGEBREAK_H

#include "layout/flow.h"

/* Chooses the ends of the frames that a filling took for a flow. None are given where there is one frame only, where the
 * frames are not equally wide or have several columns, or where a row is parted: these stay as they were filled.
 * Gaps may grow by so many thousandths of themselves. */
struct frame_ends pagebreak(struct arena *arena, const struct filling *filling, size_t flow, int32_t stretch);

#endif
