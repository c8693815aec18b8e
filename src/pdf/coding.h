/*
 * Runs of glyphs as codes: the text of a run is dealt out over its glyphs.
 *
 * Offsets: UTF-16 code units into the para's text.  Lengths: thousandths of an em.
 * Memory:  the arena of the codes.
 * Errors:  none.
 */
#ifndef PDF_CODING_H
#define PDF_CODING_H

#include "layout/page.h"
#include "pdf/code.h"

/* A code in logical order, as the content shows it. */
struct coded_glyph {
	uint32_t code; /* index into the font's codes */
	int32_t x,
	    y; /* of its origin, from the left end of the run's baseline; x grows the way the pen goes */
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
	bool mirrored; /* the pen goes to the left */
};

/* Gives every glyph of an op its code. */
struct coded_run codes_run(struct codes *codes, const struct op_glyphs *op);

#endif
