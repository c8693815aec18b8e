/* Grows by doubling. */
#include "base/buf.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"

struct buf buf_new(struct arena *arena)
{
	return (struct buf){arena, arena_alloc(arena, 1), 0, 0};
}

static void reserve(struct buf *buf, size_t more)
{
	size_t capacity = buf->capacity ? buf->capacity : 64;
	char *data;

	if (more > SIZE_MAX / 2 - buf->length)
		arena_exhausted();
	if (buf->length + more <= buf->capacity)
		return;
	while (capacity < buf->length + more)
		capacity *= 2;
	data = arena_alloc(buf->arena, capacity + 1);
	memcpy(data, buf->data, buf->length);
	buf->data = data;
	buf->capacity = capacity;
}

void buf_add(struct buf *buf, const void *bytes, size_t length)
{
	if (!length)
		return;
	reserve(buf, length);
	memcpy(buf->data + buf->length, bytes, length);
	buf->length += length;
	buf->data[buf->length] = '\0';
}

void buf_puts(struct buf *buf, const char *text)
{
	buf_add(buf, text, strlen(text));
}

void buf_putc(struct buf *buf, char byte)
{
	buf_add(buf, &byte, 1);
}

void buf_printf(struct buf *buf, const char *format, ...)
{
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length <= 0)
		return;
	reserve(buf, (size_t)length);
	va_start(arguments, format);
	vsnprintf(buf->data + buf->length, (size_t)length + 1, format, arguments);
	va_end(arguments);
	buf->length += (size_t)length;
}

void buf_add_utf8(struct buf *buf, unsigned long c)
{
	if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF))
		c = 0xFFFD;
	if (c < 0x80) {
		buf_putc(buf, (char)c);
	} else if (c < 0x800) {
		buf_putc(buf, (char)(0xC0 | c >> 6));
		buf_putc(buf, (char)(0x80 | (c & 0x3F)));
	} else if (c < 0x10000) {
		buf_putc(buf, (char)(0xE0 | c >> 12));
		buf_putc(buf, (char)(0x80 | (c >> 6 & 0x3F)));
		buf_putc(buf, (char)(0x80 | (c & 0x3F)));
	} else {
		buf_putc(buf, (char)(0xF0 | c >> 18));
		buf_putc(buf, (char)(0x80 | (c >> 12 & 0x3F)));
		buf_putc(buf, (char)(0x80 | (c >> 6 & 0x3F)));
		buf_putc(buf, (char)(0x80 | (c & 0x3F)));
	}
}

/* Called for every number of a content stream, hence no printf. */
void buf_add_milli(struct buf *buf, long value)
{
	unsigned long rest = value < 0 ? 0 - (unsigned long)value : (unsigned long)value;
	char digits[32];
	char *start = digits + sizeof digits;
	int places = 3;

	for (; places && rest % 10 == 0; places--)
		rest /= 10;
	for (int i = 0; i <= places || rest; i++, rest /= 10) {
		if (i == places && places)
			*--start = '.';
		*--start = (char)('0' + rest % 10);
	}
	if (value < 0)
		*--start = '-';
	buf_add(buf, start, (size_t)(digits + sizeof digits - start));
}
