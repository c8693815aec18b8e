/* Literal strings rather than hexadecimal ones: half the bytes, and libharu would write octal escapes. */
#include "pdf/string.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

static size_t decode(const unsigned char *s, uint32_t *c)
{
	static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
	size_t length = *s < 0x80 ? 1 : *s >> 5 == 6 ? 2 : *s >> 4 == 14 ? 3 : *s >> 3 == 30 ? 4 : 0;

	*c = length < 2 ? *s : *s & (0xFFu >> (length + 1));
	for (size_t i = 1; i < length; i++) {
		if (s[i] >> 6 != 2)
			length = 0;
		else
			*c = *c << 6 | (s[i] & 0x3Fu);
	}
	if (length && *c >= least[length] && *c <= 0x10FFFF && (*c < 0xD800 || *c > 0xDFFF))
		return length;
	*c = 0xFFFD;
	return 1;
}

bool utf16_equal(struct utf16 a, struct utf16 b)
{
	return a.length == b.length && (!a.length || memcmp(a.data, b.data, a.length * sizeof *a.data) == 0);
}

struct utf16 utf16_from_utf8(struct arena *arena, const char *text)
{
	const unsigned char *next = (const unsigned char *)text;
	uint16_t *units = arena_array(arena, strlen(text) + 1, sizeof *units);
	size_t length = 0;

	while (*next) {
		uint32_t c;

		next += decode(next, &c);
		if (c > 0xFFFF) {
			units[length++] = (uint16_t)(0xD7C0 + (c >> 10));
			c = 0xDC00 | (c & 0x3FF);
		}
		units[length++] = (uint16_t)c;
	}
	return (struct utf16){units, length};
}

static bool bidi_control(uint16_t c)
{
	return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069);
}

struct utf16 utf16_plain(struct arena *arena, struct utf16 text)
{
	uint16_t *units;
	size_t length = 0;

	while (length < text.length && !bidi_control(text.data[length]))
		length++;
	if (length == text.length)
		return text;
	units = arena_array(arena, text.length, sizeof *units);
	memcpy(units, text.data, length * sizeof *units);
	for (size_t i = length; i < text.length; i++)
		if (!bidi_control(text.data[i]))
			units[length++] = text.data[i];
	return (struct utf16){units, length};
}

static void literal_byte(struct buf *buf, unsigned char byte)
{
	if (byte == '\r') {
		buf_puts(buf, "\\r");
		return;
	}
	if (byte == '(' || byte == ')' || byte == '\\')
		buf_putc(buf, '\\');
	buf_putc(buf, (char)byte);
}

void string_literal(struct buf *buf, const unsigned char *bytes, size_t length)
{
	buf_putc(buf, '(');
	for (size_t i = 0; i < length; i++)
		literal_byte(buf, bytes[i]);
	buf_putc(buf, ')');
}

void string_text(struct buf *buf, struct utf16 text)
{
	bool wide = false;

	for (size_t i = 0; i < text.length; i++)
		wide |= text.data[i] > 0x7E || text.data[i] < 0x20;
	buf_puts(buf, wide ? "(\xFE\xFF" : "(");
	for (size_t i = 0; i < text.length; i++) {
		if (wide)
			literal_byte(buf, (unsigned char)(text.data[i] >> 8));
		literal_byte(buf, (unsigned char)text.data[i]);
	}
	buf_putc(buf, ')');
}
