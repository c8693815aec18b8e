/*
 * A paragraph on its way from words to glyphs (the vocabulary is Pango's and UAX #9's).
 *
 * Offsets: UTF-16 code units into para.text, in logical order.  Lengths: thousandths of an em of the item's font.
 * Memory:  the arena given to para_shape.
 * Errors:  a character without a glyph, a font that cannot be opened: to the sink at the block's line.
 */
#ifndef TEXT_PARA_H
#define TEXT_PARA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/document.h"
#include "text/font.h"

struct arena;
struct diag;

/* The stretch of text that a span became, isolates included. */
struct para_span {
	int32_t start, length;
	const struct span *span;
};

/* A maximal run of one font, level, script and language. Isolate controls stand in no item. */
struct item {
	int32_t start, length;
	uint8_t level; /* UAX #9; odd is right to left */
	char script[5];
	const struct language *language;
	const struct font *font;
	const struct span *span;
};

/* What may happen before the code unit at this offset. BREAK_RESORT: inside an address, only where it does not fit. */
enum opportunity { BREAK_NONE, BREAK_ALLOWED, BREAK_MANDATORY, BREAK_HYPHEN, BREAK_RESORT };

/* cluster: offset of the first code unit that the glyph stands for; one cluster's glyphs share it. */
struct glyph {
	uint32_t gid;
	int32_t cluster;
	int32_t advance, dx, dy;
	bool unsafe_to_break; /* a line cut before this cluster needs reshaping */
};

/* The glyphs of an item (or of a part of it), in visual order: left to right. */
struct glyph_run {
	const struct item *item;
	int32_t start, length; /* the part of the text it stands for */
	const struct glyph *glyphs;
	size_t glyph_count;
};

struct para {
	const struct block *block;
	const uint16_t *text;
	int32_t length;
	enum direction direction;
	const struct para_span *spans;
	size_t span_count;
	const struct item *items; /* logical order */
	size_t item_count;
	const uint8_t *opportunities; /* length + 1 of enum opportunity */
	const struct glyph_run *runs; /* one per item, logical order */
	const struct font *font;      /* of the block's language and weight: gives the line its height */
};

/* What a page number is printed as; {0, 0} where it is not known yet. */
struct page_number {
	int page, pages;
};

/* Takes a block through all stages; NULL when a diagnostic stopped it. */
const struct para *para_shape(struct arena *arena, struct diag *diag, struct fontset *fontset,
			      const struct block *block, struct page_number number);

/* Shapes the text from start to end of the para anew, as a line cut out of it: one run per item touched, in logical
 * order; hyphen adds the language's hyphen behind the last character. */
const struct glyph_run *para_reshape(struct arena *arena, const struct para *para, int32_t start, int32_t end,
				     bool hyphen, size_t *run_count);

/* Shapes a short text of the program's own (a number beside a unit) as it stands: in European digits, the
 * same in every language, so that all who hold the paper can point at it. */
const struct para *para_label(struct arena *arena, struct diag *diag, struct fontset *fontset,
			      const struct block *near, const struct style *style, const char *text);

/* Every block of a document, by block index; figures are NULL. */
struct text {
	const struct para *const *paras;
	size_t para_count;
};

/* Shapes a document whole, so that one run shows all mistakes; false when anything failed. */
bool text_shape(struct arena *arena, struct diag *diag, struct fontset *fontset,
		const struct document *document, struct text *text);

#endif
