/*
 * Colours as operators of a content stream (ISO 32000-1, 8.6.8).
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the buffer given.
 * Errors:  none.
 */
#ifndef PDF_COLOR_H
#define PDF_COLOR_H

#include "layout/page.h"

struct buf;

/* Sets the colour for filling (and for text) in the edition's colour space. */
void color_fill(struct buf *buf, const struct color *color, enum color_space space);
/* Sets the colour for stroking. */
void color_stroke(struct buf *buf, const struct color *color, enum color_space space);

#endif
