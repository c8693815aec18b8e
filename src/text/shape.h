/*
 * From text to glyphs: one call of HarfBuzz.
 *
 * Offsets: UTF-16 code units into the passage's text; clusters of the result are shifted back into the para.
 * Lengths: thousandths of an em.
 * Memory:  the arena given.
 * Errors:  none; that every character has a glyph was seen to before.
 */
#ifndef TEXT_SHAPE_H
#define TEXT_SHAPE_H

#include "text/fontset.h"
#include "text/para.h"

/* A part of an item within a text that serves as its context. */
struct passage {
	const uint16_t *text;
	int32_t length;     /* of the text */
	int32_t start, end; /* of the part */
	int32_t shift;      /* offset of the text within the para */
};

/* Shapes a part of an item. */
struct glyph_run shape_passage(struct arena *arena, struct fontset *fontset, const struct item *item,
			       const struct passage *passage);

#endif
