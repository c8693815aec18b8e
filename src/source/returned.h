/*
 * What a <source> or <target> says that comes back from another tool. Only for the .c files of this folder.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given; nothing points into the tree.
 * Errors:  go to the sink, at the line of the unit's text.
 */
#ifndef SOURCE_RETURNED_H
#define SOURCE_RETURNED_H

#include <libxml/tree.h>

#include "base/diag.h"
#include "base/vec.h"
#include "source/words.h"

typedef VEC(const char *) remark_vec;

/* Where the reading of a text is. */
struct returned {
	struct arena *arena;
	struct diag *diag;
	const char *id; /* of the unit */
	struct loc loc;
	bool second; /* XLIFF 2, which has no <g> and <x> */
	bool plain;  /* what came through PO: codes are text, "{penalty.years=12}", "[b]", "[a url.site]" */
	bool told;   /* a renamed code, once */
	remark_vec *remarks; /* comments at words are added here */
};

/* Adds what an element says to words in the making. */
void returned_read(struct returned *returned, struct words_maker *maker, const xmlNode *node);

#endif
