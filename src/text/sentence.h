/*
 * Sentences of a text (after UAX #29).
 *
 * Offsets: UTF-16 code units.  Lengths: UTF-16 code units.
 * Memory:  none.
 * Errors:  none.
 */
#ifndef TEXT_SENTENCE_H
#define TEXT_SENTENCE_H

#include <stdint.h>

/* Where the sentence ends that begins at an offset, with the blanks behind it. */
int32_t sentence_end(const uint16_t *text, int32_t length, int32_t start);

#endif
