/*
 * Whether a change of the Dutch is a slip of the pen.
 *
 * Offsets: none.  Lengths: bytes.
 * Memory:  scratch in the arena given.
 * Errors:  none.
 */
#ifndef REVIEW_MINOR_H
#define REVIEW_MINOR_H

#include <stdbool.h>

#include "source/facts.h"
#include "source/words.h"

/* A few letters or signs at most; no placeholder, link, emphasis or number is another, and no "niet" or "geen" comes or goes. */
bool change_is_minor(struct arena *arena, const struct facts *facts, struct words before, struct words after);

#endif
