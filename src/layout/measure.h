/*
 * What breaking needs to know of a para, taken down once: the places where a line may end, and prefix sums.
 *
 * Offsets: UTF-16 code units into the para's text.  Lengths: see each field; a ruler's are length_t at one size.
 * Memory:  the arena given.
 * Errors:  none.
 */
#ifndef LAYOUT_MEASURE_H
#define LAYOUT_MEASURE_H

#include "text/para.h"

struct arena;
struct extent_cache;

/* A place where a line may end and the next begin; the first is the start of the para, the last its end. */
struct stop {
	int32_t offset;              /* the next line begins here */
	int32_t trimmed;             /* the words before it end here: white space hangs */
	int32_t run, prefix;         /* run at offset, and the advances of that run before it */
	int32_t end_run, end_prefix; /* the same for the end of the words; -1: nothing before it */
	enum opportunity kind;
	bool unsafe; /* a cut here needs reshaping */
};

struct measure {
	const struct para *para;
	const struct style *style;
	const struct stop *stops;
	size_t stop_count;     /* at least 2 */
	const int32_t *totals; /* advance of each run, in thousandths of its em */
	int32_t top,
	    bottom;     /* farthest ink above and below the baseline, in thousandths of the style's size */
	int32_t hyphen; /* what a hyphen adds to a line, in thousandths of the style's size */
};

/* A measure at one size. */
struct ruler {
	const struct measure *measure;
	const length_t *sizes;          /* of each run's font */
	const length_t *begin, *finish; /* of each stop, on a scale on which the para stands in one line */
	length_t hyphen;
};

/* Measures a para that is set in a style. */
const struct measure *measure_new(struct arena *arena, struct extent_cache *extents, const struct para *para,
				  const struct style *style);
/* The size of a font where the style's size is this: the family's factor, rounded to hundredths of a point. */
length_t measure_size(const struct font *font, length_t size);
/* Advances in thousandths of an em at a size, rounded once. */
length_t measure_advance(int64_t advance, length_t size);
/* Takes a measure to a size. */
struct ruler ruler_new(struct arena *arena, const struct measure *measure, length_t size);
/* The width of the words between two stops, a hyphen at the end included, as they will be drawn. */
length_t ruler_width(const struct ruler *ruler, size_t from, size_t to);
/* Whether a character hangs at the end of a line: white space and isolates, which UAX #9 L1 names together. */
bool measure_blank(uint16_t unit);

#endif
