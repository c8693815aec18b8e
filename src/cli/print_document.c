/* The composed document as text. */
#include "cli/print.h"

#include <stddef.h>

#include "base/buf.h"
#include "cli/words.h"
#include "source/document.h"

static const char *const span_words[] = {
    [SPAN_TEXT] = "text",       [SPAN_NUMBER] = "number", [SPAN_DATE] = "date", [SPAN_MONTH] = "month",
    [SPAN_LITERAL] = "literal", [SPAN_NAME] = "name",     [SPAN_PAGE] = "page", [SPAN_PAGES] = "pages",
};

static void print_span(struct buf *buf, const struct span *span)
{
	buf_printf(buf, "  %-7s %s%s", span_words[span->kind], span->language->tag,
		   span->bold ? " bold" : "");
	if (span->fact)
		buf_printf(buf, " %s", span->fact);
	if (span->uri)
		buf_printf(buf, " <%s>", span->uri);
	buf_printf(buf, " \"%s\"\n", span->text ? span->text : "");
}

static void print_block(struct buf *buf, const struct block *block)
{
	buf_printf(buf, "%s %s %s %s", role_word(block->role), block->style->id, block->language->tag,
		   block->unit);
	if (block->number)
		buf_printf(buf, " number=%d", block->number);
	if (block->list)
		buf_printf(buf, " list=%d", block->list);
	if (block->artwork)
		buf_printf(buf, " artwork=%s alt=\"%s\"", block->artwork->id, block->alt ? block->alt : "");
	buf_putc(buf, '\n');
	for (size_t i = 0; i < block->span_count; i++)
		print_span(buf, &block->spans[i]);
}

static void print_flow(struct buf *buf, const struct flow *flow)
{
	buf_printf(buf, "flow %s\n", flow->id);
	for (size_t i = 0; i < flow->row_count; i++) {
		print_block(buf, flow->rows[i].first);
		if (flow->rows[i].second)
			print_block(buf, flow->rows[i].second);
	}
}

void blocks_print(struct buf *buf, const struct document *document)
{
	buf_printf(buf, "document %s \"%s\" scale %d-%d\n", document->stem, document->title,
		   document->min_scale, document->max_scale);
	for (size_t i = 0; i < document->flow_count; i++)
		print_flow(buf, &document->flows[i]);
	for (size_t i = 0; i < document->page_count; i++) {
		const struct page_master *page = &document->pages[i];

		buf_printf(buf, "page %s%s\n", page->id, page->repeat ? " repeat" : "");
		for (size_t k = 0; k < page->running_count; k++)
			print_block(buf, page->runnings[k].block);
	}
}
