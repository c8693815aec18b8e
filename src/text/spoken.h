/*
 * Numbers and dates as a language writes them, in UTF-8, for what is not laid out here.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  a date that ICU cannot write in the language stays as it is.
 */
#ifndef TEXT_SPOKEN_H
#define TEXT_SPOKEN_H

#include "source/language.h"

struct arena;

/* A number of ASCII digits in the digits of the language. */
const char *spoken_number(struct arena *arena, const struct language *language, const char *digits);
/* A date (yyyy-mm-dd) in full, or a month with its year (yyyy-mm). */
const char *spoken_date(struct arena *arena, const struct language *language, const char *date);

#endif
