/*
 * Imposition: lays pages on sheets, so that these, folded and cut, read in order.
 *
 * Offsets: none.  Lengths: length_t from the lower left corner of the sheet, y up.
 * Memory:  the arena given; the pages must live as long.
 * Errors:  none.
 */
#ifndef LAYOUT_IMPOSE_H
#define LAYOUT_IMPOSE_H

#include "layout/page.h"

struct arena;

/* Documents of one edition that share sheets: one, or one for each language. */
struct signature {
	const struct pages *const *documents;
	size_t document_count;
};

/* Lays the pages of all documents, one after another, as the edition of the first says: each page of the result is a side of a sheet.
 * Panels run from the right, and so the binding is there, where the first document reads from right to left; the backs are turned
 * as its duplex asks. In an edition without sheets the result is the first document's pages. */
struct pages impose(struct arena *arena, const struct signature *signature);
/* The part of a sheet that holds panels: in its middle. */
struct rect impose_grid(const struct edition *edition);

#endif
