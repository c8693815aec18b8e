/*
 * A unit as the checks of a translation read it: the Dutch and the translation letter by letter, a fact in each being one letter.
 *
 * Offsets: letters.  Lengths: letters.
 * Memory:  the reviewer's arena.
 * Errors:  each check adds its findings to the reviewer's sink, at the <target>.
 */
#ifndef REVIEW_PASSAGE_H
#define REVIEW_PASSAGE_H

#include "base/diag.h"
#include "base/map.h"
#include "source/glossary.h"
#include "source/xliff.h"
#include "text/alphabet.h"
#include "text/letters.h"

/* What is the same for all units of a translation. */
struct reviewer {
	struct arena *arena;
	struct diag *diag;
	const struct translation *translation;
	const struct language *language;
	const struct alphabet *alphabet;
	const struct facts *facts;
	const struct glossary *glossary; /* of the language */
	int script;                      /* of the language, as letters have it */
	bool dutch;                      /* the text is the master itself */
	int64_t text_size;               /* letters in all units together */
	int64_t
	    measure; /* how long a unit of the translation is to its Dutch: the median, in thousandths; 0: too few to tell */
};

struct passage {
	const struct reviewer *reviewer;
	const struct target *target;
	struct letters source, text;
};

/* Reads a unit. */
struct passage passage_read(const struct reviewer *reviewer, const struct target *target);
/* Adds a finding at the unit; arguments as for diag_add, NULL where there is none. */
void passage_say(const struct passage *passage, enum diag_code code, const char *first, const char *second);
/* How many letters are no blanks and no punctuation: what a text is long by. */
size_t passage_size(const struct letters *letters);

/* The families of checks, a file each. */
void check_damage(const struct passage *passage);   /* what a conversion or a tool left behind */
void check_script(const struct passage *passage);   /* letters and digits of other languages */
void check_spelling(const struct passage *passage); /* letters that look alike and are not */
void check_numbers(const struct passage *passage);  /* digits, addresses and dates typed by hand */
void check_marks(const struct passage *passage);    /* blanks, ends, quotation marks, brackets */
void check_likeness(const struct passage *passage); /* against the Dutch: length, sentences, place of facts */
void check_avoided(const struct passage *passage);  /* words that the glossary tells to avoid */
void check_terms(const struct passage *passage);    /* words that it asks for */
void check_whole(const struct reviewer *reviewer);  /* what only the whole translation shows */
/* Units whose Dutch was translated in another way before for the same readers; said: by readers and Dutch, and kept from document to document. */
void check_consistent(const struct reviewer *reviewer, struct map *said);

#endif
