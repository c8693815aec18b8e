/*
 * What check does with one translation or one file.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the workshop's arena.
 * Errors:  go to the workshop's sink.
 */
#ifndef CLI_CHECK_PARTS_H
#define CLI_CHECK_PARTS_H

#include "base/map.h"
#include "cli/production.h"

struct translation;

/* Checks the words of a translation, or of the master itself; said: as review.h has it. */
void check_words(const struct workshop *workshop, const struct translation *translation, struct map *said);
/* Takes a request as far as its pages and looks at their ink. */
void check_pages(const struct workshop *workshop, const struct request *request);
/* Checks a file, wherever it lies, by what it is. */
void check_file(const struct workshop *workshop, const char *path);

#endif
