/*
 * Taking in a Dutch text that somebody changed in a Word file: judged whole, then written into nl.xml, or not at all.
 *
 * Offsets: none.  Lengths: units.
 * Memory:  the arena given.
 * Errors:  go to the sink, at the row of the delivery; then nothing is written.
 *
 * Refused: a sentence that has changed here too since it was sent out, a placeholder that is missing, invented or doubled (which facts a
 * sentence holds is decided in nl.xml, where its basis stands), control characters.
 */
#ifndef REVIEW_TAKE_MASTER_H
#define REVIEW_TAKE_MASTER_H

#include "review/take.h"

/* Takes a delivery whose language is Dutch. Remarks become comments in nl.xml. False after an error. */
bool master_take(struct arena *arena, struct diag *diag, const struct material *material,
		 const struct delivery *delivery, struct taken *taken);

#endif
