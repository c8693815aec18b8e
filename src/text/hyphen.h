/*
 * Hyphenation by patterns, for the languages whose compounds need it.
 *
 * Offsets: UTF-16 code units.  Lengths: UTF-16 code units.
 * Memory:  the arena given.
 * Errors:  a missing dictionary is a warning; words then stay whole.
 */
#ifndef TEXT_HYPHEN_H
#define TEXT_HYPHEN_H

#include <stdbool.h>
#include <stdint.h>

#include "source/language.h"

struct arena;
struct diag;
struct hyphen;

/* The dictionary of a language, or NULL: its words are not divided. */
const char *hyphen_path(const struct language *language);
/* Opens a dictionary; NULL for a path of NULL, and after a warning. */
struct hyphen *hyphen_open(struct arena *arena, struct diag *diag, const char *path);
/* Marks BREAK_HYPHEN where the words between start and end may be divided and nothing else is allowed. nouns: the
 * language writes all nouns with a capital, so a capital does not tell a name. */
void hyphen_mark(const struct hyphen *hyphen, const uint16_t *text, int32_t start, int32_t end, bool nouns,
		 uint8_t *opportunities);

#endif
