/*
 * What a translator is sent, whatever the file it goes out in: every unit in the order of the Dutch, with what there is already.
 *
 * Offsets: none.  Lengths: units; limits in characters.
 * Memory:  the arena given to offer_make.
 * Errors:  go to the sink; a translation that is not there yet, or lags behind the Dutch, is none.
 */
#ifndef SOURCE_OFFER_H
#define SOURCE_OFFER_H

#include "source/compose.h"
#include "source/master.h"
#include "source/xliff.h"

struct offered {
	const struct unit *unit; /* id, kind, number, Dutch */
	struct words reference;  /* none: no reference asked for, or it is missing or out of date */
	struct words target;     /* none: not translated yet */
	const char *base; /* words_code of the target, to be sent along and given back in delivered.base */
	enum state state; /* initial when stale or unfinished */
	bool stale;       /* the Dutch has changed since */
	const char
	    *previous; /* the Dutch that the target translates, in one line, when it is stale; or NULL */
	const char *const *questions; /* of translators, unanswered */
	size_t question_count;
};

struct offer {
	const char *document;
	const struct master *master;
	const struct facts *facts;
	const struct language *language, *reference; /* reference: NULL for none */
	const struct offered *units;                 /* one per unit of the master */
	size_t length;
};

/* Gathers what is sent out; of Dutch, the target is the Dutch itself. document may be "common". False after an error. */
bool offer_make(struct arena *arena, struct diag *diag, const struct material *material,
		const struct request *request, struct offer *offer);
/* What stands for a placeholder where its value is shown: "12", "+31 247 247 247", "{doc.page}". */
const char *piece_shown(struct arena *arena, const struct facts *facts, const struct piece *piece);
/* Words in one line, as a translator sees them: values instead of placeholders, "[b]" for emphasis. */
const char *words_shown(struct arena *arena, const struct facts *facts, struct words words);

#endif
