/*
 * The glossary of a language: the words to use, and the words that hurt or mislead. translations/glossary/<tag>.xml.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  go to the sink; a language without a glossary has no terms.
 */
#ifndef SOURCE_GLOSSARY_H
#define SOURCE_GLOSSARY_H

#include <stdbool.h>
#include <stddef.h>

#include "source/compose.h"

/* How a word to avoid is looked for. */
enum match {
	MATCH_WORD, /* as a word of its own */
	MATCH_STEM, /* at the start of a word */
	MATCH_PART  /* anywhere: for languages that put articles and cases in front */
};

struct avoid {
	const char *word, *reason;
	enum match match;
	bool quoted; /* may stand in quotation marks, as the word that others use */
	struct loc loc;
};

struct term {
	const char *id;
	const char *dutch;     /* what it stands for */
	const char *preferred; /* as one says it; "" where only words to avoid are listed */
	const char *confidence;
	const struct avoid *avoids;
	size_t avoid_count;
};

struct glossary {
	const struct term *terms;
	size_t length;
};

/* Reads a glossary that is there; false after an error. */
bool glossary_load(struct arena *arena, struct diag *diag, const struct material *material, const char *path,
		   struct glossary *glossary);
/* Reads the glossary of a language; false after an error. */
bool glossary_read(struct arena *arena, struct diag *diag, const struct material *material, const char *tag,
		   struct glossary *glossary);

#endif
