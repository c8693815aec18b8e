/*
 * Languages: one line of languages.xml each.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the run's arena.
 * Errors:  language_find gives NULL for an unknown tag.
 */
#ifndef SOURCE_LANGUAGE_H
#define SOURCE_LANGUAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/loc.h"

enum direction { DIRECTION_LTR, DIRECTION_RTL };
enum digits { DIGITS_LATN, DIGITS_ARAB, DIGITS_ARABEXT, DIGITS_NKOO };

struct language {
	const char *tag;    /* BCP 47, canonical here: "ckb", "fa-AF" */
	const char *locale; /* what ICU and HarfBuzz are asked */
	const char *script; /* ISO 15924: "Arab" */
	const char *name_nl, *name_en, *autonym;
	const char *aliases; /* other tags, separated by spaces; "" for none */
	const char *also; /* other names by which people ask for it, separated by semicolons; "" for none */
	const char *letters;   /* that it writes beside those that CLDR knows of it; "" for none */
	const char *meanwhile; /* tags to hand over while this one is wanted; "" for none */
	const char *variety, *readers, *not_for, *countries;
	const char *kept_out; /* why it is not offered, in Dutch; "" where it is */
	enum direction direction;
	enum digits digits;                  /* for numbers in running text; telephone numbers stay ASCII */
	bool offered;                        /* false: wanted, kept out of print */
	bool compact;                        /* set with the fonts for editions that have little room */
	const struct language *compact_form; /* lives as long: caches know a language by address */
	struct loc loc;
};

struct arena;
struct diag;

struct languages {
	const struct language *data;
	size_t length;
};

/* Reads languages.xml; false when it could not be read (the sink says why). */
bool languages_load(struct arena *arena, struct diag *diag, const char *path, struct languages *languages);
/* The language with this tag or alias, or NULL. */
const struct language *language_find(const struct languages *languages, const char *tag);

#endif
