/*
 * A stop that is a bare stroke (danda, Urdu full stop) stands off a digit or a Latin letter, of which it would look a
 * part: 2000। is no telephone number. CSS Text 4 calls it text-autospace; the width is that of a thin space (U+2009).
 *
 * Offsets: UTF-16 code units.  Lengths: thousandths of an em.
 * Memory:  none.
 * Errors:  none.
 */
#ifndef TEXT_AUTOSPACE_H
#define TEXT_AUTOSPACE_H

#include <stdint.h>

/* The space before the character at this offset; mostly 0. */
int32_t autospace_before(const uint16_t *text, int32_t length, int32_t at);

#endif
