/*
 * Checks of the words: what can be judged without a page.
 *
 * Offsets: none.  Lengths: words, sentences.
 * Memory:  the arena given.
 * Errors:  every finding goes to the sink at the author's line.
 */
#ifndef REVIEW_REVIEW_H
#define REVIEW_REVIEW_H

#include "base/map.h"
#include "source/xliff.h"

struct glossary;

/* The Dutch master: sentences of 12 words on average and 18 at most, no per cents, no "verminking", the first core message
 * first and repeated. Sources: Pharos, checklist toegankelijke informatie. */
void review_reading(struct arena *arena, struct diag *diag, const struct master *master);

/* What a translation is reviewed with. */
struct review {
	const struct translation *translation;
	const struct glossary *glossary;
	const struct facts *facts;
	struct map *
	    said; /* what was said before in this language, by the Dutch; in the arena; NULL: do not compare */
};

/* A translation, or the master itself: its letters, marks, numbers and terms, and how it stands beside the Dutch. */
void review_translation(struct arena *arena, struct diag *diag, const struct review *review);

#endif
