/*
 * Line breaking that considers the whole paragraph, for ragged setting.
 *
 * Offsets: stops of a measure.  Lengths: length_t.
 * Memory:  the arena given; what is only needed while choosing is given back.
 * Errors:  a word wider than the column stays in a line of its own, too wide: the caller looks at the widths.
 */
#ifndef LAYOUT_LINEBREAK_H
#define LAYOUT_LINEBREAK_H

#include "layout/measure.h"

/* A line from one stop to another. */
struct piece {
	size_t from, to;
	length_t width;
};

struct pieces {
	const struct piece *data;
	size_t length; /* at least 1 */
};

/* What a line costs that is neither last nor too wide, in the squares that linebreak adds up; for tests. */
int64_t linebreak_cost(const struct ruler *ruler, length_t column, const struct piece *lines, size_t count);
/* Breaks the text behind the stop first into lines of at most column. */
struct pieces linebreak(struct arena *arena, const struct ruler *ruler, size_t first, length_t column);
/* The same in as many lines, which are as wide as each other as can be: for headings. */
struct pieces linebreak_balanced(struct arena *arena, const struct ruler *ruler, size_t first,
				 length_t column);

#endif
