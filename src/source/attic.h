/*
 * The attic: translations of sentences that the Dutch no longer has, so that none is lost, and one that comes back is offered again.
 * translations/<document>/attic/<tag>.xml, append-only.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  go to the sink; a language without the file has an empty attic.
 */
#ifndef SOURCE_ATTIC_H
#define SOURCE_ATTIC_H

#include "source/bitext.h"

struct attic;

/* Opens the attic that belongs to a translation; NULL after an error. */
struct attic *attic_open(struct arena *arena, struct diag *diag, const struct translation_file *file);
/* Whether there is something under this id. */
bool attic_has(const struct attic *attic, const char *id);
/* Keeps a unit as it is, unless it lies there already, or says nothing. */
void attic_keep(struct attic *attic, const struct slot *slot);
/* Keeps other words for what lies there under this id. */
void attic_keep_words(struct attic *attic, const char *id, struct words words);
/* Puts what lies there under this id into a translation again, behind a unit (NULL: as the first). */
struct slot *attic_bring(const struct attic *attic, struct bitext *bitext, const char *id,
			 const struct slot *after);
/* Writes the file when anything was added; false when it could not. */
bool attic_save(struct diag *diag, const struct attic *attic);

#endif
