/*
 * A growing string of bytes in an arena.
 *
 * Offsets: bytes from the start.  Lengths: bytes; a NUL always follows but is not counted.
 * Memory:  the arena given to buf_new; growing leaves the old bytes behind in it.
 * Errors:  none but an empty memory.
 */
#ifndef BASE_BUF_H
#define BASE_BUF_H

#include <stddef.h>

struct arena;

struct buf {
	struct arena *arena;
	char *data;
	size_t length, capacity;
};

/* An empty buffer whose memory comes from the arena. */
struct buf buf_new(struct arena *arena);
/* Adds length bytes. */
void buf_add(struct buf *buf, const void *bytes, size_t length);
/* Adds a NUL-terminated string. */
void buf_puts(struct buf *buf, const char *text);
/* Adds one byte. */
void buf_putc(struct buf *buf, char byte);
/* Adds formatted text, as printf does. */
void buf_printf(struct buf *buf, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Adds one code point as UTF-8; what is no scalar value becomes U+FFFD. */
void buf_add_utf8(struct buf *buf, unsigned long code_point);
/* Adds value/1000 as a decimal without trailing zeros: how PDF and our prints write lengths. */
void buf_add_milli(struct buf *buf, long value);

#endif
