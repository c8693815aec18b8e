/* One page, no script, nothing from elsewhere; every text is escaped. A state is a word first: its mark and its border only help. */
#include "review/status.h"

#include "base/arena.h"
#include "base/buf.h"
#include "review/html.h"

static const char style[] =
    "body{font:1rem/1.5 sans-serif;margin:2rem auto;padding:0 "
    "1rem;max-width:80rem;color:#111;background:#fff}"
    "div{overflow-x:auto}table{border-collapse:collapse}caption{text-align:left;font-weight:bold;padding:."
    "5rem "
    "0}"
    "th,td{text-align:left;vertical-align:top;border:1px solid #767676;padding:.4rem .6rem}"
    "td b{white-space:nowrap}small{display:block;color:#444}"
    ".released,.final{border-left:.4rem solid #111}.reviewed{border-left:.4rem double #111}"
    ".stale,.incomplete{border-left:.4rem dashed #111}";

static const struct {
	const char *mark, *word;
} states[TEXT_STATES] = {
    [TEXT_ABSENT] = {"–", "geen tekst"},    [TEXT_INCOMPLETE] = {"…", "niet compleet"},
    [TEXT_STALE] = {"!", "verouderd"},      [TEXT_TRANSLATED] = {"○", "vertaald"},
    [TEXT_REVIEWED] = {"◐", "nagekeken"},   [TEXT_FINAL] = {"●", "definitief"},
    [TEXT_RELEASED] = {"✓", "vrijgegeven"},
};

static void write_count(struct buf *buf, size_t count, const char *word, bool *first)
{
	if (!count)
		return;
	buf_printf(buf, "%s%zu %s", *first ? "" : ", ", count, word);
	*first = false;
}

static void write_text(struct buf *buf, const struct text_status *text)
{
	const struct progress *progress = &text->progress;
	size_t done = progress->translated + progress->reviewed + progress->final + progress->stale;
	bool first = true;

	buf_printf(buf, "<td class=\"%s\"><b><span aria-hidden=\"true\">%s</span> %s</b>",
		   text_state_word(text->state), states[text->state].mark, states[text->state].word);
	if (text->state != TEXT_ABSENT) {
		buf_puts(buf, "<small>");
		write_count(buf, progress->final, "definitief", &first);
		write_count(buf, progress->reviewed, "nagekeken", &first);
		write_count(buf, progress->translated, "vertaald", &first);
		write_count(buf, progress->stale, "verouderd", &first);
		write_count(buf, progress->units - (done < progress->units ? done : progress->units),
			    "ontbreken", &first);
		buf_puts(buf, "</small>");
	}
	if (progress->since) {
		buf_puts(buf, "<small>sinds <time>");
		html_escape(buf, progress->since);
		buf_puts(buf, "</time></small>");
	}
	buf_puts(buf, "</td>");
}

static void write_row(struct buf *buf, const struct status *status, size_t index)
{
	const struct language *language = status->languages[index];

	buf_puts(buf, "<tr><th scope=\"row\">");
	html_escape(buf, language->name_nl);
	buf_puts(buf, "<small><span lang=\"");
	html_escape(buf, language->tag);
	buf_printf(buf, "\" dir=\"%s\">", language->direction == DIRECTION_RTL ? "rtl" : "ltr");
	html_escape(buf, language->autonym);
	buf_puts(buf, "</span> (");
	html_escape(buf, language->tag);
	buf_puts(buf, ")</small></th>");
	for (size_t d = 0; d < status->document_count; d++)
		write_text(buf, &status->documents[d].texts[index]);
	buf_puts(buf, "</tr>\n");
}

void status_html(struct buf *buf, const struct status *status)
{
	buf_puts(buf, "<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\">\n"
		      "<meta name=\"viewport\" content=\"width=device-width\">\n"
		      "<title>Stand van de vertalingen</title>\n");
	buf_printf(buf,
		   "<style>%s</style></head><body><main>\n<h1>Stand van de vertalingen</h1>\n<p>Op <time>",
		   style);
	html_escape(buf, status->material->today);
	buf_puts(buf,
		 "</time>. Een tekst heet zo ver als de zin die het minst ver is. Vertaald: een mens of een "
		 "programma heeft vertaald. Nagekeken: een vertaler en een tweede lezer hebben getekend. "
		 "Definitief: ook wie vrijgeeft heeft getekend. Vrijgegeven: bovendien zijn alle feiten "
		 "bevestigd. Verouderd: het Nederlands is daarna veranderd.</p>\n"
		 "<div role=\"region\" aria-labelledby=\"stand\" tabindex=\"0\"><table><caption id=\"stand\">"
		 "Talen en documenten</caption>\n<thead><tr><th scope=\"col\">Taal</th>");
	for (size_t d = 0; d < status->document_count; d++) {
		buf_puts(buf, "<th scope=\"col\">");
		html_escape(buf, d + 1 < status->document_count ? status->documents[d].id : "vaste regels");
		buf_puts(buf, "</th>");
	}
	buf_puts(buf, "</tr></thead>\n<tbody>\n");
	for (size_t i = 0; i < status->language_count; i++)
		write_row(buf, status, i);
	buf_puts(buf, "</tbody></table></div>\n</main></body></html>\n");
}
