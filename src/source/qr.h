/*
 * QR codes as drawings (ISO/IEC 18004).
 *
 * Offsets: none.  Lengths: QR_MODULE for each module; a quiet zone of four modules goes around.
 * Memory:  the arena given.
 * Errors:  NULL for a text that no symbol holds.
 */
#ifndef SOURCE_QR_H
#define SOURCE_QR_H

#include "source/artwork.h"

struct arena;

enum { QR_MODULE = 2000, QR_QUIET = 4 };

/* A symbol that may lose a quarter of itself to copies and creases, in this colour. */
const struct artwork *qr_draw(struct arena *arena, const char *text, const struct color *color);

#endif
