/*
 * From shaped text to pages: finds the scale (copyfitting), breaks lines, fills frames.
 *
 * Offsets: none.  Lengths: length_t; scales are thousandths.
 * Memory:  the document's arena.
 * Errors:  text that cannot fit at the smallest scale: to the sink, with the millimetres that are lacking.
 */
#ifndef LAYOUT_PAGINATE_H
#define LAYOUT_PAGINATE_H

#include <stdbool.h>

#include "layout/page.h"

struct arena;
struct diag;

/* Lays a document out; false when it does not fit. The fontset serves page numbers and cut lines. */
bool layout_pages(struct arena *arena, struct diag *diag, struct fontset *fontset,
		  const struct document *document, const struct text *text, struct pages *pages);

#endif
