/*
 * From UTF-8 to ICU's UTF-16 and back. Only for the .c files of this folder.
 *
 * Offsets: none.  Lengths: UTF-16 code units.
 * Memory:  the arena given; a NUL follows.
 * Errors:  what is no UTF-8, or no UTF-16, becomes U+FFFD.
 */
#ifndef TEXT_UTF_H
#define TEXT_UTF_H

#include <stdint.h>

struct arena;

struct wide {
	uint16_t *text;
	int32_t length;
};

/* A text as UTF-16. */
struct wide utf_widen(struct arena *arena, const char *text);
/* UTF-16 as a text. */
const char *utf_narrow(struct arena *arena, const uint16_t *text, int32_t length);

#endif
