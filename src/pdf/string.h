/*
 * Strings as PDF writes them (ISO 32000-1, 7.3.4 and 7.9.2).
 *
 * Offsets: none.  Lengths: bytes or UTF-16 code units.
 * Memory:  the buffer or arena given.
 * Errors:  none; what is no UTF-8 becomes U+FFFD.
 */
#ifndef PDF_STRING_H
#define PDF_STRING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;
struct buf;

struct utf16 {
	const uint16_t *data;
	size_t length;
};

/* Whether two texts are the same. */
bool utf16_equal(struct utf16 a, struct utf16 b);
/* Text in UTF-16. */
struct utf16 utf16_from_utf8(struct arena *arena, const char *text);
/* Text without the controls of the bidirectional algorithm, which readers run themselves; the text itself where it has none. */
struct utf16 utf16_plain(struct arena *arena, struct utf16 text);
/* Adds bytes as a literal string, brackets included. */
void string_literal(struct buf *buf, const unsigned char *bytes, size_t length);
/* Adds a text string: ASCII as it is, all else in UTF-16 behind a byte order mark. */
void string_text(struct buf *buf, struct utf16 text);

#endif
