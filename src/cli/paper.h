/*
 * A paper that the program writes itself, in Dutch: the cover of a pile, the sheet for the press operator.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given to paper_begin.
 * Errors:  none.
 */
#ifndef CLI_PAPER_H
#define CLI_PAPER_H

#include "base/vec.h"
#include "source/master.h"

struct arena;

struct paper {
	struct arena *arena;
	const struct master *about;   /* the document that it goes with */
	const char *template, *title; /* its one section has the template's name */
	VEC(struct unit) units;
};

/* Begins with the title as a heading. */
struct paper paper_begin(struct arena *arena, const struct master *about, const char *template,
			 const char *title);
/* Adds a paragraph, an item or a heading. */
void paper_add(struct paper *paper, enum unit_kind kind, const char *text);
/* The whole as a master that compose takes. */
const struct master *paper_master(struct paper *paper);

#endif
