/*
 * Translations: XLIFF 2.0 to 2.2 in the project's conventions, joined with the master. translations/<document>/<tag>.xlf.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given; libxml2's tree lives as long, so that it can be edited in place and keep what other tools wrote.
 * Errors:  go to the sink.
 */
#ifndef SOURCE_XLIFF_H
#define SOURCE_XLIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "source/language.h"
#include "source/master.h"

struct _xmlDoc;
struct _xmlNode;
struct signoffs;

enum state { STATE_INITIAL, STATE_TRANSLATED, STATE_REVIEWED, STATE_FINAL };

/* A unit of the master and what a language makes of it. */
struct target {
	const struct unit *unit; /* NULL where a partial translation has none */
	struct words words;
	enum state written; /* as the file says */
	enum state state;   /* what that is worth: initial when stale, else what its sign-offs make of it */
	bool stale;         /* the Dutch has changed since */
	const char *sub_state;    /* or NULL */
	struct _xmlNode *segment; /* NULL for Dutch */
	struct loc loc;           /* of the <target> */
};

struct translation {
	const struct master *master;
	const struct language *language;
	const struct target *targets; /* one per unit of the master, in its order */
	size_t target_count;
	enum state state;     /* the lowest of all */
	struct _xmlDoc *tree; /* NULL for Dutch */
	struct loc loc;
};

/* Where a translation is, and what it is held against. */
struct translation_file {
	struct schemas *schemas;
	const struct master *master;
	const struct facts *facts;
	const struct language *language;
	const struct signoffs *signoffs; /* or NULL: nobody has signed */
	const char *path;
	bool partial; /* what is not translated yet is no error */
};

/* Reads and checks a translation; NULL after an error. */
const struct translation *translation_read(struct arena *arena, struct diag *diag,
					   const struct translation_file *file);
/* The master as its own translation: in Dutch the source is the text. Master, language, facts and sign-offs are looked at. */
const struct translation *translation_of_master(struct arena *arena, const struct translation_file *file);
/* The word of a state, as XLIFF has it. */
const char *state_word(enum state state);

#endif
