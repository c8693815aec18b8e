/* Escaping is the default: only the markup that stands in our own source is written as it is. */
#include "site/html.h"

#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

/* The length of a bidirectional control character in UTF-8 at this place, or 0: U+061C, U+200E, U+200F, U+202A-202E, U+2066-2069. */
static size_t control_length(const unsigned char *at)
{
	if (at[0] == 0xD8 && at[1] == 0x9C)
		return 2;
	if (at[0] != 0xE2)
		return 0;
	if (at[1] == 0x80 && (at[2] == 0x8E || at[2] == 0x8F || (at[2] >= 0xAA && at[2] <= 0xAE)))
		return 3;
	return at[1] == 0x81 && at[2] >= 0xA6 && at[2] <= 0xA9 ? 3 : 0;
}

void html_text(struct buf *buf, const char *text)
{
	static const char *const names[] = {
	    ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;"};

	while (*text) {
		unsigned char byte = (unsigned char)*text;
		size_t control = control_length((const unsigned char *)text);

		if (control) {
			text += control;
			continue;
		}
		if (byte < sizeof names / sizeof *names && names[byte])
			buf_puts(buf, names[byte]);
		else
			buf_putc(buf, *text);
		text++;
	}
}

void html(struct buf *buf, const char *markup, ...)
{
	va_list arguments;

	va_start(arguments, markup);
	for (; *markup; markup++) {
		if (markup[0] == '{' && markup[1] == '}') {
			html_text(buf, va_arg(arguments, const char *));
			markup++;
		} else {
			buf_putc(buf, *markup);
		}
	}
	va_end(arguments);
}

void html_language(struct buf *buf, const struct language *language)
{
	html(buf, " lang=\"{}\" dir=\"{}\"", language->tag,
	     language->direction == DIRECTION_RTL ? "rtl" : "ltr", NULL);
}

void html_phrase(struct buf *buf, const struct language *language, const char *text)
{
	html(buf, "<bdi class=\"s-{}\"", language->script, NULL);
	html_language(buf, language);
	html(buf, ">{}</bdi>", text, NULL);
}

bool html_uri_good(const char *uri)
{
	static const char *const schemes[] = {"tel:", "mailto:", "https://", "http://"};

	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (strncmp(uri, schemes[i], strlen(schemes[i])) == 0)
			return true;
	return false;
}

const char *html_number(struct buf *buf, size_t number)
{
	return arena_format(buf->arena, "%zu", number);
}

const char *html_size(struct buf *buf, size_t bytes)
{
	if (bytes < 1000000)
		return arena_format(buf->arena, "%zu kB", (bytes + 999) / 1000);
	return arena_format(buf->arena, "%zu,%zu MB", bytes / 1000000, bytes % 1000000 / 100000);
}
