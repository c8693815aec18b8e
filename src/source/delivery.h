/*
 * What a translator sends back, whatever the file it came in: XLIFF, Word, HTML. Readers of formats make deliveries; delivery_take
 * (review/take.h) judges them and merges them into translations/.
 *
 * Offsets: none.  Lengths: units.
 * Memory:  the arena of whoever made it.
 * Errors:  none; a reader reports what it cannot understand, whether the words may be taken is not its business.
 */
#ifndef SOURCE_DELIVERY_H
#define SOURCE_DELIVERY_H

#include <stdbool.h>
#include <stddef.h>

#include "source/words.h"
#include "source/xliff.h"

/* A unit as it comes back. */
struct delivered {
	const char *id;
	struct words
	    target; /* placeholders by key and form, links by the key of their fact; none: nothing is written there */
	struct words
	    source; /* the Dutch that stands beside it, numbers with their values in .text; none: the file does not hold it */
	const char *
	    base; /* words_code of the target that was sent out, or NULL: then nobody can tell who wrote last */
	bool state_said; /* false: the file knows no states; a changed text then counts as translated */
	enum state state;
	const char *const *remarks; /* become questions on the unit, unless they stand there already */
	size_t remark_count;
	struct loc loc; /* where an author looks for it: a line of the file, or 0 */
};

struct delivery {
	const char *document; /* id, "common" for the common strings */
	const char *tag;      /* of the language, aliases too */
	const struct delivered *units;
	size_t length;
	struct loc loc;
};
/* Reads XLIFF as it comes back: 2.0 to 2.2 and 1.2, with the damage that tools are known to do. What can be made good is made good and
 * told as a note; the rest is an error with the name of the damage. False after an error. */
bool delivery_read_xliff(struct arena *arena, struct diag *diag, const char *path, struct delivery *delivery);

#endif
