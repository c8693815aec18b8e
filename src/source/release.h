/*
 * Release: what a text must have before its paper may say that it is no draft.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  everything that is missing goes to the sink, all of it at once.
 *
 * Every text on the paper is final (the translation, the Dutch that it was made from, and the common strings in the same languages);
 * none of them was recalled in the words that it has now; every fact that it prints, links to or stands on is confirmed and not overdue; the master names a publisher and a licence.
 */
#ifndef SOURCE_RELEASE_H
#define SOURCE_RELEASE_H

#include "source/compose.h"
#include "source/xliff.h"

enum { RELEASE_TEXTS = 6 };

struct release {
	const struct material *material;
	const struct master *master;
	const struct translation *texts[RELEASE_TEXTS]; /* of the document and of the common strings */
	size_t text_count;
};

/* Adds a text, unless it is there. */
void release_add(struct release *release, const struct translation *text);
/* Gathers the texts of a paper in one language; false when one cannot be read. */
bool release_open(struct arena *arena, struct diag *diag, const struct material *material,
		  const char *document, const struct language *language, struct release *release);
/* Whether every text is final. */
bool release_final(const struct release *release);
/* The state that may be told of a text: where it is not released, a final text is one that was reviewed. */
enum state release_state(enum state state, bool released);
/* Whether the paper may be released; what is missing goes to the sink. */
bool release_check(struct arena *arena, struct diag *diag, const struct release *release);
/* Whether all that release_check missed is what time took: a day that is over, a confirmation of what has changed since. */
bool release_overdue(struct arena *arena, const struct diag *missing);

#endif
