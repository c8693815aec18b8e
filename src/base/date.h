/*
 * Days of the calendar, written as yyyy-mm-dd, and months as yyyy-mm.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  none.
 */
#ifndef BASE_DATE_H
#define BASE_DATE_H

#include <stdbool.h>

struct arena;

/* The day on which the program runs: SOURCE_DATE_EPOCH where that is set, else the clock (UTC). */
const char *date_today(struct arena *arena);
/* Whether this is a day that its month has. */
bool date_valid(const char *text);
/* The same of a month. */
bool month_valid(const char *text);
/* Whether a day or a month, taken to its end, lies before a day. */
bool date_passed(const char *limit, const char *day);

#endif
