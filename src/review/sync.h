/*
 * Translations that follow the Dutch: a changed sentence reaches every language, and what was translated before stays beside it until
 * somebody has read it again.
 *
 * Offsets: none.  Lengths: units.
 * Memory:  the arena of the bitext.
 * Errors:  none but a change that is not minor, though it was called so; what is changed is counted.
 */
#ifndef REVIEW_SYNC_H
#define REVIEW_SYNC_H

#include <stdbool.h>
#include <stddef.h>

#include "source/attic.h"
#include "source/bitext.h"

/* What is asked for. */
struct syncing {
	struct bitext *bitext;
	struct attic *attic;
	struct diag *diag;
	bool
	    minor; /* small changes of the Dutch leave translations as good as they were; a greater one is told */
};

struct synced {
	size_t stale;    /* the Dutch is another: to be read again */
	size_t minor;    /* the Dutch is another, but the translation stands */
	size_t source;   /* the Dutch is another, and there is no translation yet */
	size_t restored; /* the Dutch is what was translated, again */
	size_t added;
	size_t removed;  /* the target now lies in the attic */
	size_t returned; /* a unit that was removed is back, and its target with it */
};

/* Gives a file every unit of its master, in the master's order, with the Dutch, the values and the notes as they are now; what has no
 * place there goes to the attic. Nothing is written yet. */
void sync_units(const struct syncing *syncing, struct synced *synced);
/* A translation was read, or written, against the Dutch as it is: it has this state, and nothing waits any more. */
void sync_settle(struct bitext *bitext, struct slot *slot, enum state state);
/* A translation belongs to another Dutch, which is told in a note: it must be read again. */
void sync_unsettle(struct bitext *bitext, struct slot *slot, const char *before);

#endif
