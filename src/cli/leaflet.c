/*
 * What is written here is what the pages say: each para's text as it was shaped, with its digits, dates and numbers. Isolates
 * stay in languages that read from right to left, where a messenger would turn a telephone number round (UAX #9, 2.4.2);
 * elsewhere there is nothing to isolate. Pictures are left out.
 */
#include "cli/leaflet.h"

#include <string.h>

#include "base/buf.h"
#include "text/para.h"
#include "text/sentence.h"

static const char draft[] = "draft.", mark[] = "draft.mark", imprint[] = "imprint";

/* Those who lend a voice read Dutch; the sheet is theirs, whatever language the program speaks. */
static const char instructions[] =
    "Voorleesblad\n\n"
    "- Lees rustig, één zin per keer. Wacht na elke zin even.\n"
    "- Lees wat er staat. Verander, verkort en verklaar niets.\n"
    "- Lees het nummer van de zin niet voor. Gaat een zin mis, zeg dan dat nummer en lees de zin opnieuw.\n"
    "- Lees een telefoonnummer cijfer voor cijfer, met een rust tussen de groepen. Het staat ook onder de "
    "zin.\n"
    "- Klopt een zin niet, schrijf dan het nummer op en geef het door voordat de opname wordt gebruikt.\n";

struct leaflet {
	struct buf *buf;
	const struct document *document;
	const struct text *text;
	bool script;
	int sentence; /* last number given */
};

/* An empty line, where anything stands before and none does yet. */
static void add_gap(struct buf *buf)
{
	if (buf->length > 1 && buf->data[buf->length - 2] != '\n')
		buf_putc(buf, '\n');
}

static bool dropped(uint16_t c, bool isolates)
{
	return c == 0x00AD || (!isolates && c >= 0x2066 && c <= 0x2069);
}

/* Adds a part of a para, without blanks at its end. */
static void add_words(struct buf *buf, const struct para *para, int32_t start, int32_t end)
{
	while (end > start && para->text[end - 1] == ' ')
		end--;
	for (int32_t i = start; i < end; i++) {
		unsigned long c = para->text[i];

		if (dropped(para->text[i], para->direction == DIRECTION_RTL))
			continue;
		if (c >> 10 == 0x36 && i + 1 < end)
			c = 0x10000 + ((c - 0xD800) << 10) + (para->text[++i] - 0xDC00u);
		buf_add_utf8(buf, c);
	}
}

/* A telephone number figure by figure, in the groups in which it is written. */
static void add_figures(struct buf *buf, const char *number)
{
	bool open = false, group = false;

	for (; *number; number++) {
		bool digit = *number >= '0' && *number <= '9';

		if (!digit && *number != '+') {
			group = open;
			continue;
		}
		buf_puts(buf, group ? " – " : open ? " " : "");
		buf_putc(buf, *number);
		open = true;
		group = false;
	}
}

static void add_telephones(struct buf *buf, const struct para *para, int32_t start, int32_t end)
{
	for (size_t i = 0; i < para->span_count; i++) {
		const struct para_span *at = &para->spans[i];
		const struct span *span = at->span;

		if (at->start < start || at->start >= end || span->kind != SPAN_LITERAL || !span->uri ||
		    strncmp(span->uri, "tel:", 4) != 0)
			continue;
		buf_printf(buf, "      %s: ", span->text);
		add_figures(buf, span->text);
		buf_putc(buf, '\n');
	}
}

static void add_sentences(struct leaflet *leaflet, const struct para *para)
{
	for (int32_t start = 0, end; start < para->length; start = end) {
		end = sentence_end(para->text, para->length, start);
		buf_printf(leaflet->buf, "%4d  ", ++leaflet->sentence);
		add_words(leaflet->buf, para, start, end);
		buf_putc(leaflet->buf, '\n');
		add_telephones(leaflet->buf, para, start, end);
	}
}

static void add_block(struct leaflet *leaflet, const struct block *block)
{
	const struct para *para = leaflet->text->paras[block->index];

	if (!para || !para->length)
		return;
	if (block->role >= ROLE_H1 && block->role <= ROLE_H3)
		add_gap(leaflet->buf);
	if (leaflet->script) {
		add_sentences(leaflet, para);
		return;
	}
	if (block->number)
		buf_printf(leaflet->buf, "%d. ", block->number);
	else if (block->role == ROLE_LI)
		buf_puts(leaflet->buf, "• ");
	add_words(leaflet->buf, para, 0, para->length);
	buf_putc(leaflet->buf, '\n');
}

/* What the first page says of itself; what comes behind other words stands apart. */
static void add_running(struct leaflet *leaflet, const char *unit)
{
	const struct page_master *page = leaflet->document->pages;
	bool apart = false;

	for (size_t i = 0; leaflet->document->page_count && i < page->running_count; i++) {
		const struct block *block = page->runnings[i].block;

		if (!block->unit || strcmp(block->unit, unit) != 0)
			continue;
		if (!apart)
			add_gap(leaflet->buf);
		apart = true;
		add_block(leaflet, block);
	}
}

/* The string by which the first page says that it is a draft: a sentence where it has one, else the mark. */
static const char *draft_string(const struct document *document)
{
	const struct page_master *page = document->pages;

	for (size_t i = 0; document->page_count && i < page->running_count; i++) {
		const char *unit = page->runnings[i].block->unit;

		if (unit && strncmp(unit, draft, sizeof draft - 1) == 0 && strcmp(unit, mark) != 0)
			return unit;
	}
	return mark;
}

static void add_language(struct leaflet *leaflet, const struct language *language)
{
	const struct document *document = leaflet->document;

	for (size_t i = 0; i < document->flow_count; i++) {
		for (size_t k = 0; k < document->flows[i].row_count; k++) {
			const struct row *row = &document->flows[i].rows[k];

			if (row->first->language == language)
				add_block(leaflet, row->first);
			else if (row->second && row->second->language == language)
				add_block(leaflet, row->second);
		}
	}
}

static void add_all(struct leaflet *leaflet)
{
	add_running(leaflet, draft_string(leaflet->document));
	add_language(leaflet, leaflet->document->language);
	if (leaflet->document->second)
		add_language(leaflet, leaflet->document->second);
}

void leaflet_message(struct buf *buf, const struct document *document, const struct text *text)
{
	struct leaflet leaflet = {buf, document, text, false, 0};

	add_all(&leaflet);
	add_running(&leaflet, imprint);
}

void leaflet_script(struct buf *buf, const struct document *document, const struct text *text)
{
	struct leaflet leaflet = {buf, document, text, true, 0};

	buf_puts(buf, instructions);
	add_gap(buf);
	add_all(&leaflet);
	leaflet.script = false; /* to find the text by; not to be read aloud */
	add_running(&leaflet, imprint);
}
