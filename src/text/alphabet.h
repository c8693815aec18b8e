/*
 * What letters a text may hold.
 *
 * Offsets: UTF-16 code units.  Lengths: UTF-16 code units.
 * Memory:  the arena given, where one is asked for.
 * Errors:  none; the caller reports.
 */
#ifndef TEXT_ALPHABET_H
#define TEXT_ALPHABET_H

#include <stdint.h>

struct arena;

/* How much of a text is in normal form NFC: its length when all of it is. */
int32_t alphabet_normal(const uint16_t *text, int32_t length);
/* UTF-8 in normal form NFC; the text itself when it is. */
const char *alphabet_compose(struct arena *arena, const char *text);

#endif
