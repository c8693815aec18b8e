/*
 * The Dutch master: sections of units, each with the ground it stands on. translations/<document>/nl.xml and, with root strings,
 * translations/common/nl.xml.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given to master_read.
 * Errors:  go to the sink; unit_find gives NULL for an unknown id.
 */
#ifndef SOURCE_MASTER_H
#define SOURCE_MASTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/map.h"
#include "source/facts.h"
#include "source/words.h"

struct arena;
struct diag;
struct schemas;

enum unit_kind { UNIT_TITLE, UNIT_H1, UNIT_H2, UNIT_H3, UNIT_P, UNIT_LI, UNIT_ALT, UNIT_STRING };

/* A text that is translated as a whole. */
struct unit {
	const char *id;
	enum unit_kind kind;
	size_t index; /* in master.units: the order of the master */
	struct words source;
	const char *basis, *reason, *note;
	const char *editions; /* ids, its section's taken in; "" for all */
	const char *art;      /* alt: the figure's artwork, else NULL */
	int core;             /* number of the core message, 0 for none */
	int number;           /* of p and li, counted over the whole document from 1; 0 elsewhere */
	int list;             /* items of one ul share it, counted from 1; 0 elsewhere */
	struct loc loc;
};

struct section {
	const char *id;
	size_t first, count; /* of master.units */
	struct loc loc;
};

struct master {
	const char *id, *version, *date;
	const char *check_after; /* yyyy-mm, or NULL */
	const char *template;    /* NULL for common strings */
	const char *audience;
	const char *note; /* for translators, about the whole; or NULL */
	const char *publisher, *contact,
	    *licence; /* who speaks, where to ask, what copying is under; or NULL */
	const struct unit *units;
	size_t unit_count;
	const struct section *sections;
	size_t section_count;
	struct map ids;
	struct loc loc;
};

/* Where a master is, and what its placeholders and grounds are held against. */
struct master_file {
	struct schemas *schemas;
	const struct facts *facts;
	const char *path;
	const char *root; /* "document" or "strings" */
};

/* Reads a master; NULL after an error. */
const struct master *master_read(struct arena *arena, struct diag *diag, const struct master_file *file);
/* The unit or section with this id, or NULL. */
const struct unit *unit_find(const struct master *master, const char *id);
const struct section *section_find(const struct master *master, const char *id);
/* Whether a unit prints the fact with this key, or links to it. */
bool unit_prints(const struct unit *unit, const char *key);
/* Whether the program fills this key in itself (doc.page and the like). */
bool key_reserved(const char *key);
/* Whether it is for young people, who may be watched: what carries it must not tell what it is. */
bool master_discreet(const struct master *master);
/* The word of a kind: "h1", "p", "alt" ... */
const char *unit_kind_word(enum unit_kind kind);

#endif
