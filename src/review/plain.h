/*
 * Words without their marks, for checks that read as a person reads.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  none.
 */
#ifndef REVIEW_PLAIN_H
#define REVIEW_PLAIN_H

#include "source/words.h"

/* The text alone; every fact is one "0", which counts as a word and holds no letters. */
const char *plain_text(struct arena *arena, struct words words);

#endif
