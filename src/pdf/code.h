/*
 * Character codes: what the content writes for a glyph. One code per distinct pair of a glyph and the text that it
 * stands for, so that the way back to Unicode is exact even where one glyph stands for several texts.
 *
 * Offsets: UTF-16 code units into the para's text.  Lengths: thousandths of an em.
 * Memory:  the arena given to codes_new.
 * Errors:  none.
 */
#ifndef PDF_CODE_H
#define PDF_CODE_H

#include "base/vec.h"
#include "layout/page.h"
#include "pdf/string.h"

struct arena;

/* A glyph of a code, and how far its origin is from that of the first. */
struct part {
	uint32_t gid;
	int32_t x, y;
};

/* One glyph; or several that stand for fewer characters than they are, and so are drawn as one. */
struct code {
	const struct part *parts;
	size_t part_count;
	struct utf16 text;
	int32_t width; /* of the glyph in its font program */
	uint16_t cid;  /* set by codes_number */
};

/* A font of the job and its codes, in the order in which they were met. */
struct code_font {
	const struct font *font;
	VEC(struct code) codes;
	VEC(uint32_t) gids; /* distinct, ascending; set by codes_number */
	uint32_t *slots;    /* a hash table of index + 1 into codes */
	size_t slot_count;
};

struct codes {
	struct arena *arena;
	VEC(struct code_font *) fonts;
};

/* A code in logical order, as the content shows it. */
struct coded_glyph {
	uint32_t code;    /* index into the font's codes */
	int32_t x, y;     /* of its origin, from the left end of the run's baseline */
	uint32_t cluster; /* index into the run's clusters */
};

/* Codes that stand for their text together. */
struct coded_cluster {
	struct utf16 text;
	bool exact; /* its codes, in order, give the text; else it needs ActualText */
};

struct coded_run {
	size_t font; /* index into codes.fonts */
	const struct coded_glyph *glyphs;
	size_t glyph_count;
	const struct coded_cluster *clusters;
};

/* An empty set of fonts. */
struct codes *codes_new(struct arena *arena);
/* Gives every glyph of an op its code. */
struct coded_run codes_run(struct codes *codes, const struct op_glyphs *op);
/* Gives the codes their numbers, when all runs are in. */
void codes_number(struct codes *codes);

#endif
