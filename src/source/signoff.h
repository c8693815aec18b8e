/*
 * Sign-offs: who stands for the words of a unit, as they were on that day. translations/<document>/signoff.xml, append-only.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given; a sign-off's texts live as long as the file that was read.
 * Errors:  go to the sink; a document without the file has no sign-offs.
 *
 * A sign-off holds while its hash is that of the unit as it is now: language, unit, source and target for everyone; for translator and
 * reviewer also the numbers in it, which grammar follows; for the approver every fact in its printed form. So a changed telephone
 * number asks for a new approval in each language and for no translation.
 */
#ifndef SOURCE_SIGNOFF_H
#define SOURCE_SIGNOFF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/map.h"
#include "base/vec.h"
#include "source/xliff.h"

enum signer { SIGNER_TRANSLATOR, SIGNER_REVIEWER, SIGNER_APPROVER, SIGNERS };

/* One person's name under one unit. */
struct signoff {
	const char *unit, *language; /* id; tag */
	enum signer role;
	const char *by, *date, *hash;
	const char *source, *target;  /* the texts that were signed, as words_print writes them */
	const struct signoff *before; /* the one before it under the same unit and language, or NULL */
	struct loc loc;
};

struct signoffs {
	const char *document;
	struct map last; /* by language and unit: the newest */
	size_t length;
	VEC(const char *) names; /* who signed, once for each act, oldest first */
};

/* Where a document's sign-offs are. */
struct signoff_file {
	struct schemas *schemas;
	const char *path, *document;
};

/* Who has signed a unit as it is now; NULL: nobody in this role. */
struct standing {
	const struct signoff *by[SIGNERS];
};

/* Reads the sign-offs of a document; NULL after an error. */
const struct signoffs *signoffs_read(struct arena *arena, struct diag *diag, const struct signoff_file *file);
/* Adds sign-offs behind all others, of one person in one role: the file is the old or the new one. hash and texts are the target's. */
bool signoffs_add(struct arena *arena, struct diag *diag, const struct signoff_file *file,
		  const struct signoff *signoffs, size_t count);
/* What this person would sign: a sign-off with hash and texts, still without a name and a date. */
struct signoff signoff_make(struct arena *arena, const struct facts *facts, const struct language *language,
			    const struct target *target, enum signer role);
/* The newest sign-off under a unit, whether it holds or not, or NULL. */
const struct signoff *signoff_last(struct arena *arena, const struct signoffs *signoffs,
				   const struct language *language, const struct unit *unit);
/* Who stands for a target as it is now. */
struct standing signoff_standing(struct arena *arena, const struct signoffs *signoffs,
				 const struct facts *facts, const struct language *language,
				 const struct target *target);
/* Translated, reviewed or final: what a standing makes of a translated text; the persons must differ. */
enum state standing_state(const struct standing *standing);
/* Whether two names are one person's: ASCII's case and blanks do not matter. Who signs again keeps
 * the spelling of the first time (cli/approve.c), whatever else of Unicode was typed. */
bool signer_same(const char *one, const char *other);
/* The word of a role, as in the file and on the command line. */
const char *signer_word(enum signer role);
/* The role of this word; SIGNERS where there is none. */
enum signer signer_find(const char *word);

#endif
