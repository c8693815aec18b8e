/* Names of roles, and text made visible. */
#include "cli/words.h"

#include <stdbool.h>

#include "base/buf.h"

const char *role_word(enum role role)
{
	static const char *const words[] = {
	    [ROLE_NONE] = "artifact", [ROLE_DOCUMENT] = "Document",
	    [ROLE_SECT] = "Sect",     [ROLE_H1] = "H1",
	    [ROLE_H2] = "H2",         [ROLE_H3] = "H3",
	    [ROLE_P] = "P",           [ROLE_L] = "L",
	    [ROLE_LI] = "LI",         [ROLE_LBL] = "Lbl",
	    [ROLE_LBODY] = "LBody",   [ROLE_FIGURE] = "Figure",
	    [ROLE_LINK] = "Link",     [ROLE_SPAN] = "Span",
	};

	return words[role];
}

static bool invisible(uint32_t c)
{
	return c < 0x20 || c == 0xA0 || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
	       (c >= 0x2028 && c <= 0x202F) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF;
}

void utf16_print(struct buf *buf, const uint16_t *text, int32_t length)
{
	for (int32_t i = 0; i < length; i++) {
		uint32_t c = text[i];

		if (c >= 0xD800 && c <= 0xDBFF && i + 1 < length && text[i + 1] >= 0xDC00 &&
		    text[i + 1] <= 0xDFFF)
			c = 0x10000 + ((c - 0xD800) << 10) + (text[++i] - 0xDC00u);
		if (invisible(c))
			buf_printf(buf, "<U+%04X>", c);
		else
			buf_add_utf8(buf, c);
	}
}
