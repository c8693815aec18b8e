/*
 * The version code of a text: what a nurse reads from the paper to learn whether it is still right.
 *
 * Offsets: none.  Lengths: VERSION_CODE characters.
 * Memory:  the arena given.
 * Errors:  none.
 *
 * The code follows from document, language, source, target and the printed form of every fact, and where links lead; a changed word or
 * telephone number changes it, a rebuild, another edition or another date does not. SHA-256 (FIPS 180-4), its first 35 bits in the
 * digits of Crockford's base 32, which has no I, L, O and U.
 */
#ifndef SOURCE_VERSION_H
#define SOURCE_VERSION_H

#include "source/xliff.h"

enum { VERSION_CODE = 7 };

/* The code of a translation. */
const char *version_code(struct arena *arena, const struct translation *translation,
			 const struct facts *facts);
/* A code of words alone, by which one that comes back is known to be the one that went out. */
const char *words_code(struct arena *arena, struct words words);

#endif
