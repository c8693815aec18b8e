/*
 * The dossier of a document: for Pharos and the ministry, every sentence with its ground and its state in each language.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  of reading masters and translations go to the sink.
 *
 * A dossier is Dutch, whatever the locale: it is material for those who answer for the Dutch text.
 */
#ifndef REVIEW_DOSSIER_H
#define REVIEW_DOSSIER_H

#include "source/compose.h"
#include "source/xliff.h"

struct buf;

/* How a unit stands in one language. */
struct dossier_state {
	const struct language *language;
	enum state state;
	bool stale;
};

struct dossier_entry {
	const struct unit *unit;
	const struct fact *const *grounds; /* none where the basis is editorial: unit->reason says why */
	size_t ground_count;
	const struct dossier_state
	    *states; /* of the languages that have a translation, in the order of languages.xml */
	size_t state_count;
};

struct dossier {
	const struct material *material;
	const struct master *master;
	const struct dossier_entry *entries;
	size_t entry_count;
};

/* Gathers everything; false after an error. */
bool dossier_make(struct arena *arena, struct diag *diag, const struct material *material,
		  const char *document, struct dossier *dossier);
/* Writes it as one HTML page that needs no other file. */
void dossier_html(struct buf *buf, const struct dossier *dossier);
/* The dossier as a Dutch master with one section, "dossier", to be composed into pages. */
const struct master *dossier_master(struct arena *arena, const struct dossier *dossier);
/* What a ground is printed as, in lines that a NULL ends: statement, source, confidence and confirmation. */
const char *const *dossier_ground(struct arena *arena, const struct fact *fact);
/* The states in one line: "Somalisch vertaald, Arabisch verouderd". */
const char *dossier_states(struct arena *arena, const struct dossier_entry *entry);

#endif
