/*
 * Common strings as plain text, for what is not composed: translations/common/<tag>.xlf, the Dutch where a language has not got one.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  none: what is wrong with the strings is told where they are printed.
 */
#ifndef SOURCE_STRINGS_H
#define SOURCE_STRINGS_H

#include "source/compose.h"

struct strings;

/* A string and the language that it is in. */
struct saying {
	const char *text; /* NULL: there is no such string */
	const struct language *language;
};

/* The strings of a language. */
const struct strings *strings_open(struct arena *arena, const struct material *material,
				   const struct language *language);
/* The string with this id; its placeholders are left out. */
struct saying strings_find(const struct strings *strings, const char *id);

#endif
