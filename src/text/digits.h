/*
 * Numbers and dates as a language writes them.
 *
 * Offsets: none.  Lengths: UTF-16 code units.
 * Memory:  the arena given.
 * Errors:  calendar_format gives 0 where ICU does not know the language or the value is no date.
 */
#ifndef TEXT_DIGITS_H
#define TEXT_DIGITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/language.h"

struct arena;
struct calendar;

enum { CALENDAR_CAPACITY = 128, LOCALE_CAPACITY = 160 };

/* Whether ICU has data of a locale, or of one above it in the same script; the name is as ICU writes it. */
bool locale_known(const char *locale, char name[LOCALE_CAPACITY]);
/* Turns ASCII digits into those of the digit system. */
void digits_localise(enum digits digits, uint16_t *text, int32_t length);
/* Opens the Gregorian dates of a language. */
struct calendar *calendar_open(struct arena *arena, const struct language *language);
/* The language that a calendar was opened for. */
const struct language *calendar_language(const struct calendar *calendar);
/* Writes a date (yyyy-mm-dd) in full, or a month with its year (yyyy-mm), and gives the length. */
int32_t calendar_format(const struct calendar *calendar, const char *value, uint16_t out[CALENDAR_CAPACITY]);

#endif
