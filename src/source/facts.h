/*
 * Facts: what the texts state, each with its source, how sure it is, and who confirmed it. translations/facts.xml.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the run's arena.
 * Errors:  found while loading; fact_find gives NULL for an unknown key.
 */
#ifndef SOURCE_FACTS_H
#define SOURCE_FACTS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/loc.h"
#include "base/map.h"

struct arena;
struct diag;
struct schemas;

enum fact_kind {
	FACT_NUMBER,
	FACT_PHONE,
	FACT_URL,
	FACT_MAIL,
	FACT_LAW,
	FACT_DATE,
	FACT_NAME,
	FACT_STATEMENT
};

enum confidence { CONFIDENCE_H, CONFIDENCE_M, CONFIDENCE_L, CONFIDENCE_GK };

struct fact {
	const char *key, *value;
	const char *home, *abroad; /* as printed for readers there, or NULL */
	const char *source, *url, *as_of;
	const char *confirm_by;                  /* who must confirm it */
	const char *confirmed_by, *confirmed_on; /* who did, and when; NULL: nobody yet */
	const char *valid_from, *valid_until, *review_by;
	const char *statement; /* in one Dutch sentence */
	enum fact_kind kind;
	enum confidence confidence;
	struct loc loc;
};

struct facts {
	const struct fact *data;
	size_t length;
	struct map keys;
};

/* Reads facts.xml; false after an error. */
bool facts_load(struct arena *arena, struct diag *diag, struct schemas *schemas, const char *path,
		struct facts *facts);
/* The fact with this key, or NULL. */
const struct fact *fact_find(const struct facts *facts, const char *key);
/* How sure a fact is, for drafts: H, for contacts M too. Whether it is confirmed, for what is released. The two are never mixed. */
bool fact_may_stand(const struct fact *fact, bool released);
/* Whether its source is of a later day than its confirmation, which then was of another fact. */
bool fact_outgrown(const struct fact *fact);
/* Whether a confirmed fact is one on this day: confirmed by then, valid, and its review not overdue. */
bool fact_timely(const struct fact *fact, const char *day);
/* What is printed: the form for readers "abroad" or at "home" ("" is home), else the value; NULL for a telephone number that has no such
 * form, because it cannot be dialled there. */
const char *fact_display(const struct fact *fact, const char *form);
/* The word of a kind, as in facts.xml. */
const char *fact_kind_word(enum fact_kind kind);

#endif
