/* Shaped text, stage by stage. */
#include "cli/print.h"

#include "base/buf.h"
#include "cli/words.h"
#include "text/para.h"

static void print_heading(struct buf *buf, const struct para *para)
{
	buf_printf(buf, "%s %s %s\n", para->block->unit, para->block->language->tag,
		   para->direction == DIRECTION_RTL ? "rtl" : "ltr");
}

static void print_item(struct buf *buf, const struct para *para, const struct item *item)
{
	buf_printf(buf, "  %d+%d level %d %s %s \"%s\"%s ", item->start, item->length, item->level,
		   item->script, item->language->tag, item->font->family->name,
		   item->font->weight == WEIGHT_BOLD ? " bold" : "");
	utf16_print(buf, para->text + item->start, item->length);
	buf_putc(buf, '\n');
}

static void print_run(struct buf *buf, const struct glyph_run *run)
{
	buf_printf(buf, "  %d+%d [", run->start, run->length);
	for (size_t i = 0; i < run->glyph_count; i++) {
		const struct glyph *glyph = &run->glyphs[i];

		buf_printf(buf, "%s%u=%d", i ? "|" : "", glyph->gid, glyph->cluster);
		if (glyph->dx || glyph->dy)
			buf_printf(buf, "@%d,%d", glyph->dx, glyph->dy);
		buf_printf(buf, "+%d%s", glyph->advance, glyph->unsafe_to_break ? "!" : "");
	}
	buf_puts(buf, "]\n");
}

static void print_breaks(struct buf *buf, const struct para *para)
{
	static const char marks[] = {[BREAK_NONE] = 0,
				     [BREAK_ALLOWED] = '|',
				     [BREAK_MANDATORY] = '/',
				     [BREAK_HYPHEN] = '-',
				     [BREAK_RESORT] = '~'};

	buf_puts(buf, "  ");
	for (int32_t start = 0, end = 1; end <= para->length; end++) {
		char mark = marks[para->opportunities[end]];

		if (!mark && end < para->length)
			continue;
		utf16_print(buf, para->text + start, end - start);
		if (mark)
			buf_putc(buf, mark);
		start = end;
	}
	buf_putc(buf, '\n');
}

void items_print(struct buf *buf, const struct text *text)
{
	for (size_t i = 0; i < text->para_count; i++) {
		const struct para *para = text->paras[i];

		if (!para)
			continue;
		print_heading(buf, para);
		for (size_t k = 0; k < para->item_count; k++)
			print_item(buf, para, &para->items[k]);
	}
}

void breaks_print(struct buf *buf, const struct text *text)
{
	for (size_t i = 0; i < text->para_count; i++)
		if (text->paras[i]) {
			print_heading(buf, text->paras[i]);
			print_breaks(buf, text->paras[i]);
		}
}

void glyphs_print(struct buf *buf, const struct text *text)
{
	for (size_t i = 0; i < text->para_count; i++) {
		const struct para *para = text->paras[i];

		if (!para)
			continue;
		print_heading(buf, para);
		for (size_t k = 0; k < para->item_count; k++)
			print_run(buf, &para->runs[k]);
	}
}
