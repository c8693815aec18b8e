/* What `verklaring which` tells of one code, as a list of all: the present codes, then the history from its end. */
#include "site/pages.h"

#include <string.h>

#include "base/arena.h"
#include "site/html.h"
#include "text/spoken.h"

static bool is_current(const struct site *site, const struct site_document *document, const char *code)
{
	for (size_t i = 0; i < site->texts.length; i++)
		if (site->texts.data[i].document == document && strcmp(site->texts.data[i].code, code) == 0)
			return true;
	return false;
}

/* The state stands beside the code, so that a narrow window shows both. */
static void add_row(struct page_html *page, const struct site_document *document,
		    const struct history_entry *entry, enum word state)
{
	const struct language *language = language_find(&page->site->material->languages, entry->language);
	struct buf *buf = &page->buf;

	html(buf, "<tr id=\"{}\"><th scope=\"row\"><code>{}</code></th><td class=\"{}\">{}", entry->code,
	     entry->code, state == WORD_CURRENT ? "good" : "bad", page_word(page, state), NULL);
	if (entry->reason)
		html(buf, " <span lang=\"nl\">({})</span>", entry->reason, NULL);
	html(buf, "</td><td lang=\"nl\">{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n", document->title,
	     language ? page_name(page, language) : entry->language, entry->version,
	     spoken_date(page->site->arena, page_speech(page), entry->date), NULL);
}

static void add_present(struct page_html *page, const struct site_text *text)
{
	struct history_entry entry = {.code = text->code,
				      .language = text->language->tag,
				      .version = text->version,
				      .date = text->date};

	add_row(page, text->document, &entry, text->web->released ? WORD_CURRENT : WORD_CODE_OF_DRAFT);
}

/* The sheet before the other papers. */
static void add_all_present(struct page_html *page)
{
	const struct site *site = page->site;

	for (int others = 0; others < 2; others++)
		for (size_t i = 0; i < site->texts.length; i++)
			if (site->texts.data[i].document->main == !others)
				add_present(page, &site->texts.data[i]);
}

/* An entry of the history; a code whose text is there now stands above already, one that was recalled is told once. */
static void add_past(struct page_html *page, const struct site_document *document,
		     const struct history_entry *entry)
{
	const struct history_entry *recalled = history_find(&document->history, entry->code, EVENT_RECALLED);

	if (is_current(page->site, document, entry->code) || (recalled && entry != recalled) ||
	    (!recalled && history_find(&document->history, entry->code, EVENT_RECORDED) != entry))
		return;
	add_row(page, document, entry, recalled ? WORD_RECALLED : WORD_REPLACED);
}

static size_t count_codes(const struct site *site)
{
	size_t count = site->texts.length;

	for (size_t i = 0; i < site->document_count; i++)
		count += site->documents[i].history.length;
	return count;
}

static void add_table(struct page_html *page)
{
	static const enum word heads[] = {WORD_CODE,     WORD_STATUS,  WORD_DOCUMENT,
					  WORD_LANGUAGE, WORD_VERSION, WORD_DATE};

	buf_puts(&page->buf, "<div class=\"wide\" tabindex=\"0\" role=\"region\" "
			     "aria-labelledby=\"kop\">\n<table>\n<thead><tr>");
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		html(&page->buf, "<th scope=\"col\">{}</th>", page_word(page, heads[i]), NULL);
	buf_puts(&page->buf, "</tr></thead>\n<tbody>\n");
	add_all_present(page);
	for (size_t i = 0; i < page->site->document_count; i++) {
		const struct site_document *document = &page->site->documents[i];

		for (size_t k = document->history.length; k > 0; k--)
			add_past(page, document, &document->history.data[k - 1]);
	}
	buf_puts(&page->buf, "</tbody>\n</table>\n</div>\n");
}

void codes_page(struct site *site, enum tongue tongue)
{
	struct page_html page = {.site = site,
				 .tongue = tongue,
				 .path = tongue == TONGUE_EN ? "en/codes.html" : "codes.html",
				 .title = chrome_word(tongue, WORD_CODES_TITLE)};

	page.language = page_speech(&page);
	page_begin(&page);
	html(&page.buf,
	     "<header class=\"top\">\n<p class=\"back\"><a href=\"index.html\">{}</a></p>\n<h1 "
	     "id=\"kop\">{}</h1>\n</header>\n<main>\n<p>{}</p>\n",
	     page_word(&page, WORD_HOME), page.title, page_word(&page, WORD_CODES_LEAD), NULL);
	if (count_codes(site))
		add_table(&page);
	else
		html(&page.buf, "<p>{}</p>\n", page_word(&page, WORD_CODES_NONE), NULL);
	buf_puts(&page.buf, "</main>\n");
	page_end(&page);
}
