/*
 * A damage of tools that edit text without its codes: the new text stands first, and the old codes behind it.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  scratch in the arena given.
 * Errors:  none.
 */
#ifndef REVIEW_GLUED_H
#define REVIEW_GLUED_H

#include <stdbool.h>

#include "source/words.h"

/* Whether the codes of a text were pushed behind it; source is the Dutch, before what the text was. */
bool codes_glued(struct arena *arena, struct words text, struct words source, struct words before);

#endif
