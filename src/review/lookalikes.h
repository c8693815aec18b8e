/*
 * The table of letters that are mistaken for others, language by language.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  static.
 * Errors:  none.
 */
#ifndef REVIEW_LOOKALIKES_H
#define REVIEW_LOOKALIKES_H

#include <stdbool.h>

enum lookalike_place {
	PLACE_ANY,
	PLACE_START,  /* of a word */
	PLACE_END,    /* of a word */
	PLACE_INSIDE, /* between two letters */
	PLACE_BESIDE  /* next to a letter */
};

struct lookalike {
	const char *languages; /* tags, separated by spaces; or one script */
	const char *wrong, *right;
	enum lookalike_place place;
	bool doubtful; /* a warning: it may be right in some word */
};

/* Ends with a wrong of NULL. */
extern const struct lookalike lookalikes[];

#endif
