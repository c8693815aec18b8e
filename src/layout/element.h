/*
 * The logical structure: a tree of elements (ISO 32000-1, 14.7), which the marks on the pages refer to.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the document's arena.
 * Errors:  none.
 */
#ifndef LAYOUT_ELEMENT_H
#define LAYOUT_ELEMENT_H

#include <stddef.h>

#include "base/vec.h"
#include "source/document.h"

struct element {
	enum role role;
	const struct language *language; /* where it differs from the parent's, else NULL */
	const char *unit;                /* unit id, or NULL */
	const char *alt;                 /* figures and links: text in place of the marks, or NULL */
	const struct para *para;         /* blocks of text: the words as a reader should hear them, or NULL */
	const char *uri;                 /* links */
	struct element *parent;
	VEC(struct element *) children; /* in reading order */
	size_t index; /* counted over the tree in depth-first order, root 0; set by element_number */
};

/* Adds a new element as the last child; a parent of NULL makes a root. */
struct element *element_add(struct arena *arena, struct element *parent, enum role role);
/* Numbers the tree and gives the count of its elements. */
size_t element_number(struct element *root);

#endif
