/*
 * Status: how far every text is in every language, and since when.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  mistakes in a translation go to the sink; it is then incomplete.
 */
#ifndef REVIEW_STATUS_H
#define REVIEW_STATUS_H

#include "source/compose.h"

struct buf;

/* A text is what its worst unit is. */
enum text_state {
	TEXT_ABSENT,
	TEXT_INCOMPLETE,
	TEXT_STALE,
	TEXT_TRANSLATED,
	TEXT_REVIEWED,
	TEXT_FINAL,
	TEXT_RELEASED,
	TEXT_STATES
};

struct text_status {
	struct progress progress;
	enum text_state state;
};

/* A document, or the common strings. */
struct document_status {
	const char *id;
	const struct text_status *texts; /* one for each language of the status */
};

struct status {
	const struct material *material;
	const struct language **languages; /* those that have a text at all */
	size_t language_count;
	const struct document_status *documents; /* the common strings last */
	size_t document_count;
};

/* Reads everything. */
struct status status_read(struct arena *arena, struct diag *diag, const struct material *material);
/* The stable word of a state. */
const char *text_state_word(enum text_state state);
/* Writes it in Dutch as one HTML page that needs no other file: a table of languages and documents. */
void status_html(struct buf *buf, const struct status *status);

#endif
