/*
 * Labels: a few words of the program's own, set on one line.
 *
 * Offsets: none.  Lengths: length_t.
 * Memory:  the arena given.
 * Errors:  a missing glyph goes to the sink; the label is then left out.
 */
#ifndef LAYOUT_LABEL_H
#define LAYOUT_LABEL_H

#include "layout/page.h"

struct arena;
struct diag;
struct fontset;

/* How labels are set. */
struct label {
	struct arena *arena;
	struct diag *diag;
	struct fontset *fontset;
	const struct block *near; /* whose language they are in */
	const struct style *style;
};

struct label_ops {
	const struct op *data;
	size_t length;
};

/* The marks of a text that begins at a point. */
struct label_ops label_draw(const struct label *label, length_t x, length_t y, const char *text);

#endif
