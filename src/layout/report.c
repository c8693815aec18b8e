/* Lengths are rounded up to tenths of a millimetre: whoever cuts that much is sure to be done. */
#include "layout/report.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

enum { WORD_SHOWN = 60 }; /* code units of a word that is too long */

static void add_utf8(struct buf *buf, const uint16_t *text, int32_t start, int32_t end)
{
	for (int32_t i = start; i < end; i++) {
		unsigned long c = text[i];

		if (c >= 0xD800 && c <= 0xDBFF && i + 1 < end)
			c = 0x10000 + ((c - 0xD800) << 10) + (unsigned long)(text[++i] - 0xDC00);
		if (c < 0x2066 || c > 0x2069)
			buf_add_utf8(buf, c);
	}
}

static const char *millimetres(struct arena *arena, length_t length)
{
	int32_t tenths = (length_to_mm100(length) + 9) / 10;

	return arena_format(arena, "%d.%d", tenths / 10, tenths % 10);
}

void report_word(const struct layout *layout, const struct block_box *box)
{
	const struct cut *cut = &box->lines[box->excess_line].cut;
	struct buf word = buf_new(layout->scratch);
	const int32_t shown = cut->start + WORD_SHOWN;

	add_utf8(&word, box->measure->para->text, cut->start, shown < cut->trimmed ? shown : cut->trimmed);
	if (shown < cut->trimmed)
		buf_puts(&word, "\u2026");
	diag_add(layout->diag, DIAG_WORD_OVERFLOW, box->block->loc, box->block->unit, word.data,
		 millimetres(layout->scratch, box->excess), NULL);
}

void report_lack(const struct layout *layout, const struct block *block, length_t lack, const char *frame)
{
	diag_add(layout->diag, DIAG_TEXT_OVERFLOW, block->loc, block->unit,
		 millimetres(layout->scratch, lack), frame, NULL);
}
