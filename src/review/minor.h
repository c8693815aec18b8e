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

/* One or two letters of one longer word, behind its first one, and two places between words at most. No placeholder, link, emphasis,
 * number or question mark is another, no word comes or goes, and none of those that turn a sentence round is touched. */
bool change_is_minor(struct arena *arena, const struct facts *facts, struct words before, struct words after);

#endif
