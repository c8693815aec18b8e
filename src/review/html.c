/* HTML Living Standard, 13.3: what could end a text or an attribute is written by its name. */
#include "review/html.h"

#include "base/buf.h"

void html_escape(struct buf *buf, const char *text)
{
	static const char *const names[] = {
	    ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;"};

	for (; *text; text++) {
		unsigned char byte = (unsigned char)*text;

		if (byte < sizeof names / sizeof *names && names[byte])
			buf_puts(buf, names[byte]);
		else
			buf_putc(buf, *text);
	}
}
