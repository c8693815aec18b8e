/*
 * A block of text laid in lines at one scale.
 *
 * Offsets: UTF-16 code units into the para's text.  Lengths: length_t, measured down from the block's top.
 * Memory:  the layout's scratch.
 * Errors:  none; excess says that a word was too wide.
 */
#ifndef LAYOUT_BLOCK_H
#define LAYOUT_BLOCK_H

#include "layout/layout.h"
#include "layout/line.h"

struct block_line {
	struct cut cut;
	size_t from, to; /* stops */
	length_t width;
	length_t baseline; /* down from the top of the block */
};

struct block_box {
	const struct block *block;
	const struct measure *measure;
	length_t size;            /* of the style, scaled */
	length_t before, after;   /* spaces, scaled */
	length_t width;           /* for lines */
	length_t ascent, descent; /* room above the first baseline and below the last */
	length_t rule;            /* thickness of the rule above, 0 for none */
	const struct block_line *lines;
	size_t line_count; /* at least 1 */
	length_t excess;   /* how much the widest word is too wide, 0 for none */
	size_t excess_line;
};

struct block_request {
	const struct block *block;
	const struct measure *measure;
	length_t width;
	int32_t scale;
	size_t first; /* the stop where to begin; 0, or behind the lines that stand elsewhere */
};

/* Breaks and stacks the lines of a block. */
struct block_box block_lay(const struct layout *layout, struct block_request request);
/* The height of the lines from first up to last, when these stand by themselves. */
length_t block_height(const struct block_box *box, size_t first, size_t last);
/* The distance from the top of a part that begins with this line to its baseline. */
length_t block_rise(const struct block_box *box, size_t line);
/* Where a line begins at the left, counted from the left edge of the block's width. */
length_t block_line_x(const struct block_box *box, length_t line_width);

#endif
