/*
 * Taking in what a translator sends back: judged whole, then merged into the XLIFF file whole, or not at all.
 *
 * Offsets: none.  Lengths: units.
 * Memory:  the arena given.
 * Errors:  go to the sink, at the line of the delivery; then nothing is written.
 *
 * Refused: a document or language that is not here, a unit that never was, a translation of other Dutch than there is now, placeholders
 * that are missing, invented or doubled, control characters, and a text over one that somebody else has changed since, or may have: where base was lost. What was there
 * and comes back empty stays. What other tools wrote into the file survives, and what did not change is not written.
 */
#ifndef REVIEW_TAKE_H
#define REVIEW_TAKE_H

#include "source/compose.h"
#include "source/delivery.h"

struct taken {
	size_t changed;   /* other words than before */
	size_t confirmed; /* the same words, now good (or no longer) */
	size_t same;      /* nothing new */
	size_t remarks;   /* new questions */
	size_t older;     /* taken as translations of an older Dutch */
	bool fresh;       /* the language had no file yet */
};

/* Takes a delivery. older: a translation of an older Dutch is taken as one that must be read again, instead of refused, where
 * there is none of the present Dutch; and a text without base is taken over the one that is there. False after an error. */
bool delivery_take(struct arena *arena, struct diag *diag, const struct material *material,
		   const struct delivery *delivery, bool older, struct taken *taken);
/* Tells of every character in a text that comes back which may not stand in one. */
void delivered_letters(struct diag *diag, const struct delivered *unit);

#endif
