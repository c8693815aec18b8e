/*
 * Pointers: a name at the start of every unit on a laid-out page, so that a reviewer finds the line that a remark is about.
 *
 * Offsets: none.  Lengths: length_t from the lower left corner of the page, y up.
 * Memory:  the label's arena.
 * Errors:  as in layout/label.h.
 */
#ifndef LAYOUT_POINTERS_H
#define LAYOUT_POINTERS_H

#include "layout/label.h"

/* A unit and what it is called. */
struct pointer {
	const char *unit, *name;
};

/* The page on which a unit begins, counted from 0; the count of pages where it is on none. */
size_t pointer_page(const struct pages *pages, const char *unit);
/* Writes the names beside the text, on the side where its lines begin. */
void pointers_add(const struct label *label, struct pages *pages, const struct pointer *pointers,
		  size_t count);

#endif
