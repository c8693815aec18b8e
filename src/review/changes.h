/*
 * Changes: what was added to a text and what was taken out of it, word by word, marked so that no colour is needed: new words stand
 * bold in [+ +], words that are gone in [- -].
 *
 * Offsets: none.  Lengths: words.
 * Memory:  the arena given.
 * Errors:  none.
 */
#ifndef REVIEW_CHANGES_H
#define REVIEW_CHANGES_H

#include "source/words.h"

struct arena;

/* A text before and after, each with its marks. */
struct changes {
	struct words before, after;
};

/* Compares two texts; words that both have in the same order are left unmarked. */
struct changes changes_find(struct arena *arena, struct words before, struct words after);

#endif
