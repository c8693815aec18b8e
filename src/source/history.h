/*
 * The history of what was handed out: version codes, append-only. translations/<document>/history.xml.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  go to the sink; a document without the file has an empty history.
 */
#ifndef SOURCE_HISTORY_H
#define SOURCE_HISTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "source/compose.h"
#include "source/xliff.h"

enum event { EVENT_RECORDED, EVENT_RECALLED };

struct history_entry {
	enum event event;
	const char *code, *language; /* tag */
	const char *version, *date;  /* the text's; date: when the entry was made, yyyy-mm-dd */
	const char *reason;          /* of a recall, else NULL */
};

struct history {
	const struct history_entry *data;
	size_t length;
};

/* Reads the history of a document; false after an error. */
bool history_read(struct arena *arena, struct diag *diag, const struct material *material,
		  const char *document, struct history *history);
/* Adds an entry behind all others; the file is the old or the new one, whatever happens. */
bool history_add(struct arena *arena, struct diag *diag, const struct material *material,
		 const char *document, const struct history_entry *entry);
/* The last entry of this kind with this code, or NULL. */
const struct history_entry *history_find(const struct history *history, const char *code, enum event event);
/* Its recall, when a text was recalled in the words that it has now; else, and after an error, NULL. */
const struct history_entry *history_recall(struct arena *arena, struct diag *diag,
					   const struct material *material, const struct translation *text);

#endif
