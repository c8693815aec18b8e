/*
 * Pages before there is text on them: what stands where, resolved for one document.
 *
 * Offsets: none.  Lengths: length_t from the lower left corner of the page, y up, already mirrored.
 * Memory:  the document's arena.
 * Errors:  none here; every part reaches a struct loc.
 */
#ifndef SOURCE_PAGE_MASTER_H
#define SOURCE_PAGE_MASTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/length.h"
#include "base/loc.h"

struct artwork;
struct block;
struct color;
struct language;

struct rect {
	length_t x, y, width, height;
};

/* Where a flow's rows go. Frames of one flow are filled in the order of document.pages. */
struct frame {
	const char *id;
	struct rect rect;
	size_t flow;   /* index into document.flows */
	length_t side; /* width of the column on the start side for figures and numbers, 0 for none */
	length_t gap;  /* between columns, and between the two languages of a row */
	int columns;   /* at least 1 */
	int32_t grow;  /* thousandths: how much larger than the rest its text may be set; 0: not at all */
	struct loc loc;
	const struct language *language; /* whose direction it follows; NULL: the document's first */
};

/* A block with a place of its own on every such page: imprint, draft mark, page number. */
struct running {
	const char *id;
	struct rect rect;
	const struct block *block;
	struct loc loc;
};

/* Artwork scaled into its rectangle. */
struct placed {
	struct rect rect;
	const struct artwork *artwork;
	const struct block *block; /* the figure that it is; NULL: decoration, an artifact */
	bool mirrored;
};

struct rule {
	struct rect rect;
	const struct color *color;
};

struct page_master {
	const char *id;
	const struct frame *frames;
	size_t frame_count;
	const struct running *runnings;
	size_t running_count;
	const struct placed *placed;
	size_t placed_count;
	const struct rule *rules;
	size_t rule_count;
	bool repeat;   /* made again while its flows have rows left; else each page is made once */
	bool optional; /* not made at all where none are left */
	struct loc loc;
};

#endif
