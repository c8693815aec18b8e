/*
 * What a translation is held against its master for.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  scratch in the arena given.
 * Errors:  go to the sink, at the <target>.
 */
#ifndef SOURCE_XLIFF_CHECK_H
#define SOURCE_XLIFF_CHECK_H

#include "source/xliff.h"

/* Whether a <source> says what the master says now: the same words, and the same values of number facts, after which grammar goes. */
bool xliff_source_current(struct arena *arena, const struct facts *facts, const struct unit *unit,
			  struct words written);
/* Compares placeholders, links and emphasis of the target with those of the master's unit. */
void xliff_check_codes(struct arena *arena, struct diag *diag, const struct target *target);

#endif
