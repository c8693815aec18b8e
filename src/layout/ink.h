/*
 * Where ink falls on pages: the boxes of their glyphs, and what must hold of these.
 *
 * Offsets: none.  Lengths: length_t from the lower left corner of the page, y up.
 * Memory:  none is kept.
 * Errors:  ink-outside and ink-touching, at the block's line.
 */
#ifndef LAYOUT_INK_H
#define LAYOUT_INK_H

#include <stdbool.h>

#include "layout/page.h"

struct diag;

/* The box around the ink of an op: glyphs, artwork or rule; width 0 where there is none. */
struct rect ink_rect(const struct op *op);
/* Whether all letters lie within the safe area of their page and within their frame, and no line touches another. */
bool ink_check(struct diag *diag, const struct pages *pages);

#endif
