/* One page, no script, nothing from elsewhere; every text is escaped (HTML Living Standard, 13.3). */
#include "review/dossier.h"

#include "base/arena.h"
#include "base/buf.h"
#include "review/html.h"
#include "review/plain.h"

static const char style[] =
    "body{font:1rem/1.5 sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#111}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;vertical-align:top;border-top:1px solid #999;padding:.5rem}"
    "ul{margin:0;padding-left:1.2rem}small{color:#444}"
    ".draft{border:2px solid #111;padding:.5rem 1rem;font-weight:bold}";

/* The words of a unit with the printed form of its facts. */
static void write_words(struct buf *buf, const struct dossier *dossier, struct words words)
{
	for (size_t i = 0; i < words.length; i++) {
		const struct piece *piece = &words.pieces[i];
		const struct fact *fact =
		    piece->kind == PIECE_FACT ? fact_find(dossier->material->facts, piece->key) : NULL;
		const char *text = piece->kind == PIECE_TEXT ? piece->text
				   : fact                    ? fact_display(fact, piece->form)
							     : NULL;

		buf_puts(buf, piece->bold ? "<b>" : "");
		html_escape(buf, text ? text : piece->key);
		buf_puts(buf, piece->bold ? "</b>" : "");
	}
}

static void write_ground(struct buf *buf, const struct fact *fact)
{
	const char *const *lines = dossier_ground(buf->arena, fact);

	buf_puts(buf, "<li>");
	for (size_t i = 0; lines[i]; i++) {
		buf_puts(buf, i ? "<br><small>" : "");
		html_escape(buf, lines[i]);
		buf_puts(buf, i ? "</small>" : "");
	}
	buf_puts(buf, "</li>\n");
}

static void write_entry(struct buf *buf, const struct dossier *dossier, const struct dossier_entry *entry)
{
	buf_puts(buf, "<tr id=\"");
	html_escape(buf, entry->unit->id);
	buf_printf(buf, "\"><td>%s",
		   entry->unit->number ? arena_format(buf->arena, "%d", entry->unit->number) : "");
	buf_puts(buf, "</td><td>");
	write_words(buf, dossier, entry->unit->source);
	buf_puts(buf, "<br><small>");
	html_escape(buf, entry->unit->id);
	buf_puts(buf, "</small></td><td><ul>\n");
	for (size_t i = 0; i < entry->ground_count; i++)
		write_ground(buf, entry->grounds[i]);
	if (!entry->ground_count) {
		buf_puts(buf, "<li>Redactie: ");
		html_escape(buf, entry->unit->reason ? entry->unit->reason : "");
		buf_puts(buf, "</li>\n");
	}
	buf_puts(buf, "</ul></td><td>");
	html_escape(buf, dossier_states(buf->arena, entry));
	buf_puts(buf, "</td></tr>\n");
}

void dossier_html(struct buf *buf, const struct dossier *dossier)
{
	const char *title = plain_text(buf->arena, dossier->entries[0].unit->source);

	buf_puts(buf, "<!DOCTYPE html>\n<html lang=\"nl\"><head><meta charset=\"utf-8\">\n"
		      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Dossier: ");
	html_escape(buf, title);
	buf_printf(buf, "</title>\n<style>%s</style></head><body>\n<h1>Dossier: ", style);
	html_escape(buf, title);
	buf_puts(buf, "</h1>\n<p class=\"draft\">Concept; niet de officiële verklaring van de "
		      "overheid</p>\n<p>Versie ");
	html_escape(buf, dossier->master->version);
	buf_puts(buf, ", ");
	html_escape(buf, dossier->master->date);
	buf_puts(buf, "</p>\n<table><thead><tr><th scope=\"col\">Zin</th><th scope=\"col\">Tekst</th>"
		      "<th scope=\"col\">Grond</th><th scope=\"col\">Staat</th></tr></thead><tbody>\n");
	for (size_t i = 0; i < dossier->entry_count; i++)
		write_entry(buf, dossier, &dossier->entries[i]);
	buf_puts(buf, "</tbody></table>\n</body></html>\n");
}
