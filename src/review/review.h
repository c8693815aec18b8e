/*
 * Checks of the words: what can be judged without a page.
 *
 * Offsets: none.  Lengths: words, sentences.
 * Memory:  the arena given.
 * Errors:  every finding goes to the sink at the author's line.
 */
#ifndef REVIEW_REVIEW_H
#define REVIEW_REVIEW_H

#include "source/xliff.h"

struct glossary;

/* The Dutch master: sentences of 12 words on average and 18 at most, no per cents, no "verminking", the first core message
 * first and repeated. Sources: Pharos, checklist toegankelijke informatie. */
void review_reading(struct arena *arena, struct diag *diag, const struct master *master);
/* A translation: no word that its glossary tells to avoid. */
void review_glossary(struct arena *arena, struct diag *diag, const struct translation *translation,
		     const struct glossary *glossary);

#endif
