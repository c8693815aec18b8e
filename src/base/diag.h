/*
 * Diagnostics: one sink, passed down, for everything an author or the environment did wrong.
 *
 * Offsets: lines count from 1.  Lengths: none.
 * Memory:  texts are copied into the sink's own arena; diag_free gives all back.
 * Errors:  the exit status follows from the worst level met (diag_status).
 *
 * A sentence stands in diag.def with {1}, {2} ... for its arguments; src/po/nl.po holds the Dutch.
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/loc.h"

enum diag_level { DIAG_NOTE, DIAG_STYLE, DIAG_WARNING, DIAG_ERROR, DIAG_FATAL };

enum diag_code {
#define DIAG(code, word, level, sentence) DIAG_##code,
#include "base/diag.def"
#undef DIAG
	DIAG_CODES
};

struct arena;
struct diag;

/* Makes an empty sink. */
struct diag *diag_new(void);
/* Gives the sink and its texts back; NULL is accepted. */
void diag_free(struct diag *diag);
/* Adds a diagnostic. unit may be NULL; a path of NULL means no file. The arguments are strings, ended by NULL; the same
 * diagnostic (code, place, unit and arguments) is kept once. */
void diag_add(struct diag *diag, enum diag_code code, struct loc loc, const char *unit, ...)
    __attribute__((sentinel));
/* Moves all diagnostics of another sink into this one. */
void diag_merge(struct diag *diag, const struct diag *other);
/* How many diagnostics at least this bad were added; one that is kept already counts again, so that a file with mistakes that is
 * read twice is wrong both times. */
size_t diag_count(const struct diag *diag, enum diag_level level);
/* Whether anything is an error or worse: the barrier between stages asks this. */
bool diag_failed(const struct diag *diag);
/* 0 when nothing is an error, 1 for an error in the material, 2 for the environment. */
int diag_status(const struct diag *diag);
/* Writes all, sorted by file and line: "path:line: level: unit ID: sentence [word]". */
void diag_print(const struct diag *diag, FILE *stream);
/* One diagnostic, as it is shown: words of its level and code, the sentence in the language of the messages. */
struct diag_entry {
	struct loc loc;
	const char *unit; /* or NULL */
	const char *level, *word, *sentence;
};
/* All of them, sorted as they are printed; level is the stable English word. */
const struct diag_entry *diag_entries(struct arena *arena, const struct diag *diag, size_t *count);
/* The stable word of a code, as printed in brackets. */
const char *diag_word(enum diag_code code);

#endif
