/*
 * Material and composition: reads a data tree (translations/, templates/, fonts/) and makes documents of it.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  material lives in the run's arena, a composed document in its own.
 * Errors:  mistakes of authors are collected in the sink; functions say false when there is nothing to go on with.
 */
#ifndef SOURCE_COMPOSE_H
#define SOURCE_COMPOSE_H

#include <stdbool.h>
#include <stddef.h>

#include "source/document.h"
#include "source/fontlist.h"
#include "source/language.h"

struct arena;
struct diag;
struct facts;
struct store;
struct theme;
struct master;
struct profile;
struct translation;

/* What is the same for every document of a run. */
struct material {
	const char *folder;
	const char *today; /* yyyy-mm-dd: what is overdue is held against it */
	struct languages languages;
	struct fontlist fonts;
	const struct facts *facts;
	const struct edition *editions;
	size_t edition_count;
	const char *const *documents; /* ids of the folders under translations/ that hold a document */
	size_t document_count;
	const struct theme *theme;
	struct store *store; /* masters, layouts and artwork, read when first asked for */
};

/* What is asked for: one file. */
struct request {
	const char *document;                     /* id */
	const struct language *language, *second; /* second: NULL for one language */
	const struct language *const *others; /* further ones, each with pages of its own on the same sheet */
	size_t other_count;
	const struct edition *edition;
	const struct master
	    *master; /* made by the program or read from elsewhere; NULL: the document's own */
	const struct translation *translation; /* read from elsewhere; NULL: the document's own */
	const struct translation *beside; /* of such a paper: its words in the second language, or NULL */
	const char *link;                 /* address of the web page of the text, for a QR code; or NULL */
	const char
	    *file; /* under which its files go out, without an extension; NULL: as the document's stem says */
	const char *output_intent;     /* ICC file of a print shop, or NULL */
	const struct profile *profile; /* who hands it out, or NULL */
	enum duplex duplex;            /* DUPLEX_UNSAID: as the edition says */
	bool apart;                    /* two languages back to back, not side by side */
	bool release;                  /* only if released; of a paper by the program: what it tells of is */
	bool stamp;                    /* with a box for the stamp of whoever hands it out */
	bool guides;                   /* frames, sizes and baselines drawn over the pages */
};

/* How far a translation is; counts are units. */
struct progress {
	bool present;
	size_t units, translated, reviewed, final, stale;
	const char *code, *version; /* version code of the text as it is now; the master's version */
	const char *since; /* yyyy-mm-dd: signed so, or stale, since that day; NULL: nobody signed it */
};

/* Reads everything that does not depend on a document; false after an error. */
bool material_load(struct arena *arena, struct diag *diag, const char *folder, struct material *material);
/* The edition with this id, or NULL; of several the one for layouts that none names. */
const struct edition *edition_find(const struct material *material, const char *id);
/* The edition with this id that is for the document's layout, or NULL. */
const struct edition *edition_for(struct diag *diag, const struct material *material, const char *id,
				  const char *document);
/* The edition with the id of this one that is for the document in two languages side by side; else this one. */
const struct edition *edition_in_two(struct arena *arena, struct diag *diag, const struct material *material,
				     const struct edition *edition, const char *document);
/* Whether an edition is for the document's layout. */
bool edition_fits(struct diag *diag, const struct material *material, const struct edition *edition,
		  const char *document);
/* The edition that is made for this document, or NULL where it has none of its own. */
const struct edition *edition_of(const struct material *material, const char *document);
/* Reads master and translations and composes them; NULL when a diagnostic stopped it. */
const struct document *compose(struct arena *arena, struct diag *diag, const struct material *material,
			       const struct request *request);
/* How many pages the layout of a request has, before any is made again; 0: it has none in this edition. */
size_t pages_planned(struct arena *arena, struct diag *diag, const struct material *material,
		     const struct request *request);
/* Whether there is a layout for two languages, side by side or, where the request says so, back to back. */
bool pair_planned(struct arena *arena, struct diag *diag, const struct material *material,
		  const struct request *request);
/* Reads the master and one translation of it (of Dutch: the master as its own), joined unit by unit; NULL after an error. */
const struct translation *translation_open(struct arena *arena, struct diag *diag,
					   const struct material *material, const char *document,
					   const struct language *language);
/* Reads one translation (or the master, for Dutch) to say how complete it is; false after an error. */
bool progress_read(struct arena *arena, struct diag *diag, const struct material *material,
		   const char *document, const struct language *language, struct progress *progress);

#endif
