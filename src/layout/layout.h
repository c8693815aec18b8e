/*
 * What the parts of the layout share while one document is laid out.
 *
 * Offsets: none.  Lengths: length_t.
 * Memory:  see the arenas.
 * Errors:  to the sink.
 */
#ifndef LAYOUT_LAYOUT_H
#define LAYOUT_LAYOUT_H

#include "layout/measure.h"
#include "text/para.h"

/* Where each frame of a flow ends: the row before which it does, in the order in which they are filled. */
struct frame_ends {
	const size_t *rows;
	size_t count; /* 0: each takes what goes in */
};

struct layout {
	struct arena *arena;   /* the document's: what the pages keep */
	struct arena *scratch; /* rewound after every trial */
	struct diag *diag;
	struct fontset *fontset;
	const struct document *document;
	const struct text *text;
	struct extent_cache *extents;
	const struct measure **measures; /* by block; NULL for figures */
	const struct measure **labels;   /* by block; NULL where no number is printed */
	size_t page_limit;               /* how many pages a scale may take; 0: any number */
	struct frame_ends *ends;         /* by flow */
	int32_t *room; /* by flow: thousandths of each frame that its text may take before it is shared out */
	int32_t *growth; /* by flow: thousandths of the scale that its text is set at */
	length_t *slack; /* by block: how much narrower to set it, as reshaped lines came out wider */
};

/* Measures every para, and shapes and measures the numbers beside them. */
void layout_measure(struct layout *layout);
/* What a flow's text is set at where the document's scale is this. */
int32_t layout_flow_scale(const struct layout *layout, size_t flow, int32_t scale);
/* A length of a style at a scale; styles that are fixed stay. */
length_t layout_scaled(const struct style *style, length_t length, int32_t scale);
/* The size of a style at a scale, in hundredths of a point. */
length_t layout_size(const struct style *style, int32_t scale);

#endif
