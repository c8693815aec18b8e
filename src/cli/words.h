/*
 * Words that several prints share.
 *
 * Offsets: UTF-16 code units.  Lengths: UTF-16 code units.
 * Memory:  the buffer given.
 * Errors:  a lone surrogate is written as U+FFFD.
 */
#ifndef CLI_WORDS_H
#define CLI_WORDS_H

#include <stdint.h>

#include "source/document.h"

struct buf;

/* The structure type's name; "artifact" for ROLE_NONE. */
const char *role_word(enum role role);
/* Adds UTF-16 as UTF-8, with isolates and other invisible characters as <U+2066>. */
void utf16_print(struct buf *buf, const uint16_t *text, int32_t length);

#endif
