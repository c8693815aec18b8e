/*
 * What letters a text may hold.
 *
 * Offsets: UTF-16 code units.  Lengths: UTF-16 code units.
 * Memory:  none.
 * Errors:  none; the caller reports.
 */
#ifndef TEXT_ALPHABET_H
#define TEXT_ALPHABET_H

#include <stdint.h>

/* How much of a text is in normal form NFC: its length when all of it is. */
int32_t alphabet_normal(const uint16_t *text, int32_t length);

#endif
