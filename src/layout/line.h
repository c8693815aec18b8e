/*
 * A line: a stretch of a para cut out, measured and put in visual order (UAX #9 L1, L2).
 *
 * Offsets: UTF-16 code units into the para's text.  Lengths: length_t; x from the line's left edge, y from its baseline.
 * Memory:  the arena given.
 * Errors:  none.
 */
#ifndef LAYOUT_LINE_H
#define LAYOUT_LINE_H

#include "text/para.h"

struct line_run {
	struct glyph_run run;
	length_t x;    /* left edge, from the left edge of the line */
	length_t size; /* of the run's font */
	length_t width;
	bool hyphen;
};

struct line {
	const struct para *para;
	int32_t start, end;          /* the text it stands for, trailing space included */
	const struct line_run *runs; /* logical order; x tells the visual one */
	size_t run_count;
	length_t width;           /* without the trailing space */
	length_t ascent, descent; /* ink that its fonts may need */
	bool hyphen;
};

/* Where to cut: from start to end, of which the white space from trimmed on hangs. */
struct cut {
	int32_t start, trimmed, end;
	bool hyphen;  /* add one behind the last word */
	bool reshape; /* start or end lies where glyphs depend on each other */
};

/* Cuts a line out of a para whose style has this size. */
struct line line_cut(struct arena *arena, const struct para *para, length_t size, struct cut cut);

#endif
