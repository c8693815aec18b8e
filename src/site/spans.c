/* bdi isolates as UAX #9 does: what document.h calls a literal runs from left to right, and a name in its own language. */
#include "site/spans.h"

#include "base/arena.h"
#include "base/buf.h"
#include "site/html.h"
#include "text/spoken.h"

static const char *shown(struct arena *arena, const struct span *span, const struct language *language)
{
	if (!span->text || span->kind == SPAN_PAGE || span->kind == SPAN_PAGES)
		return "";
	if (span->kind == SPAN_NUMBER)
		return spoken_number(arena, language, span->text);
	if (span->kind == SPAN_DATE || span->kind == SPAN_MONTH)
		return spoken_date(arena, language, span->text);
	return span->text;
}

static void add_words(struct buf *buf, const struct span *span, const struct language *language)
{
	const char *text = shown(buf->arena, span, language);

	if (span->kind == SPAN_LITERAL)
		html(buf, "<bdi dir=\"ltr\">{}</bdi>", text, NULL);
	else if (span->language && span->language != language)
		html_phrase(buf, span->language, text);
	else if (span->kind == SPAN_NAME)
		html(buf, "<bdi>{}</bdi>", text, NULL);
	else
		html_text(buf, text);
}

void spans_html(struct buf *buf, const struct span *spans, size_t count, const struct language *language)
{
	for (size_t i = 0; i < count; i++) {
		const struct span *span = &spans[i];
		bool link = span->uri && html_uri_good(span->uri);

		buf_puts(buf, span->bold ? "<b>" : "");
		if (link)
			html(buf, "<a href=\"{}\" rel=\"noreferrer\">", span->uri, NULL);
		add_words(buf, span, language);
		buf_puts(buf, link ? "</a>" : "");
		buf_puts(buf, span->bold ? "</b>" : "");
	}
}

const char *spans_plain(struct arena *arena, const struct span *spans, size_t count,
			const struct language *language)
{
	struct buf buf = buf_new(arena);

	for (size_t i = 0; i < count; i++)
		buf_puts(&buf, shown(arena, &spans[i], language));
	buf_puts(&buf, "");
	return buf.data ? buf.data : "";
}
