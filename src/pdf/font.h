/*
 * Embedded fonts: composite fonts with the glyphs used and their way back to Unicode (ISO 32000-1, 9.7 and 9.10.3).
 *
 * Offsets: none.  Lengths: thousandths of an em.
 * Memory:  the arena given.
 * Errors:  a font that cannot be subset goes to the sink.
 */
#ifndef PDF_FONT_H
#define PDF_FONT_H

#include <stdbool.h>

#include "pdf/code.h"
#include "pdf/object.h"

/* Writes the fonts of a job into the resources, as F1, F2 ... in the order of codes.fonts; the codes must have numbers. */
bool font_embed(struct arena *arena, struct diag *diag, struct pdf *pdf, const struct codes *codes,
		struct dict *resources);
/* The character map of a font as a stream's content: from codes to text. */
struct bytes font_to_unicode(struct arena *arena, const struct code_font *font);

#endif
