/* For the nurse: when to give it, what to do in haste, how to print; then two buttons, and the rest behind one line. */
#include "site/pages.h"

#include <string.h>

#include "base/arena.h"
#include "site/html.h"
#include "source/strings.h"
#include "text/spoken.h"

static void add_line(struct page_html *page, enum word label, enum word sentence)
{
	const char *text = page_sentence(page, sentence);

	if (*text)
		html(&page->buf, "<p><b>{}</b> {}</p>\n", page_word(page, label), text, NULL);
}

static void add_guidance(struct page_html *page)
{
	buf_puts(&page->buf, "<div class=\"guidance\">\n");
	add_line(page, WORD_WHEN_LABEL, WORD_WHEN);
	add_line(page, WORD_THIS_WEEK_LABEL, WORD_THIS_WEEK);
	add_line(page, WORD_SETTING_LABEL, WORD_SETTING);
	buf_puts(&page->buf, "</div>\n");
}

/* Version, day, state in words, code: in one line. */
static void add_imprint(struct page_html *page, const struct site_text *text)
{
	struct arena *arena = page->site->arena;
	const struct language *speech = page_speech(page);
	struct saying state = strings_find(strings_open(arena, page->site->material, speech),
					   arena_format(arena, "state.%s", state_word(text->state)));

	html(&page->buf, "<p class=\"imprint\">{} {} · {}", page_word(page, WORD_VERSION), text->version,
	     spoken_date(arena, speech, text->date), NULL);
	if (state.text) {
		buf_puts(&page->buf, " · <span");
		html_language(&page->buf, state.language);
		html(&page->buf, ">{}</span>", state.text, NULL);
	}
	html(&page->buf, " · {} <code>{}</code></p>\n", page_word(page, WORD_CODE), text->code, NULL);
}

static void add_row(struct page_html *page, const struct site_file *file)
{
	struct buf *buf = &page->buf;
	const struct edition *edition = file->edition;

	html(buf, "<tr><td><a href=\"{}{}\">{}", page->root, file->path,
	     page->tongue == TONGUE_EN ? edition->name_en : edition->name_nl, NULL);
	if (file->second)
		html(buf, ", {} {}", page_word(page, WORD_WITH), page_name(page, file->second), NULL);
	if (file->job)
		html(buf, ", {}", page_word(page, WORD_JOB), NULL);
	html(buf, "</a></td><td>{}</td><td>{}</td></tr>\n", html_number(buf, file->pages),
	     html_size(buf, file->bytes), NULL);
}

static void add_formats(struct page_html *page, const struct site_text *text)
{
	html(
	    &page->buf,
	    "<details>\n<summary>{}</summary>\n<div class=\"wide\">\n<table>\n<thead><tr><th "
	    "scope=\"col\">{}</th><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead>\n<tbody>\n",
	    page_word(page, WORD_MORE), page_word(page, WORD_FORMAT), page_word(page, WORD_PAGES),
	    page_word(page, WORD_SIZE), NULL);
	for (size_t i = 0; i < text->files.length; i++)
		if (text->files.data[i].use != SITE_PICTURE)
			add_row(page, &text->files.data[i]);
	buf_puts(&page->buf, "</tbody>\n</table>\n</div>\n</details>\n");
}

static void add_pictures(struct page_html *page, const struct site_text *text)
{
	struct buf *buf = &page->buf;
	size_t number = 0;

	html(buf, "<section id=\"foto\">\n<h2>{}</h2>\n<p>{}</p>\n<ul class=\"pictures\">\n",
	     page_word(page, WORD_PICTURES), page_word(page, WORD_PICTURES_HELP), NULL);
	for (size_t i = 0; i < text->files.length; i++) {
		const struct site_file *file = &text->files.data[i];
		const char *words = page_word(page, WORD_PICTURE_OF), *place = strchr(words, '#');

		if (file->use != SITE_PICTURE)
			continue;
		html(buf,
		     "<li><a href=\"{}{}\" download><img src=\"{}{}\" loading=\"lazy\" width=\"135\" "
		     "height=\"240\" alt=\"",
		     page->root, file->path, page->root, file->path, NULL);
		html_text(buf, arena_format(buf->arena, "%.*s%zu%s", (int)(place - words), words, ++number,
					    place + 1));
		html(buf, "\"></a><span>{}</span></li>\n", html_size(buf, file->bytes), NULL);
	}
	buf_puts(buf, "</ul>\n</section>\n");
}

static void add_thumbnail(struct page_html *page, const struct site_text *text)
{
	const struct site_file *print = site_file_find(text, SITE_PRINT);

	if (text->thumbnail && print)
		html(&page->buf,
		     "<a class=\"thumbnail\" href=\"{}{}\"><img src=\"{}{}\" width=\"300\" height=\"424\" "
		     "alt=\"{}\"></a>\n",
		     page->root, print->path, page->root, text->thumbnail, page_word(page, WORD_THUMBNAIL),
		     NULL);
}

static void add_text(struct page_html *page, const struct site_text *text)
{
	buf_puts(&page->buf, "<div class=\"sheet\">\n<div>\n");
	page_buttons(page, text);
	html(&page->buf, "<p><a href=\"{}{}\">{}</a></p>\n", page->root,
	     site_text_path(page->site->arena, text->document, text->language), page_word(page, WORD_READ),
	     NULL);
	add_formats(page, text);
	add_imprint(page, text);
	buf_puts(&page->buf, "</div>\n");
	add_thumbnail(page, text);
	buf_puts(&page->buf, "</div>\n");
}

static void add_young(struct page_html *page, const struct language *language)
{
	bool any = false;

	for (size_t i = 0; i < page->site->document_count; i++) {
		const struct site_document *document = &page->site->documents[i];
		const struct site_text *text = site_text_find(page->site, document, language);

		if (!document->discreet || !text)
			continue;
		if (!any)
			html(&page->buf, "<section>\n<h2>{}</h2>\n<div class=\"young\">\n",
			     page_word(page, WORD_YOUNG), NULL);
		any = true;
		html(&page->buf, "<article class=\"card\">\n<h3 lang=\"nl\">{}</h3>\n", document->title,
		     NULL);
		add_text(page, text);
		buf_puts(&page->buf, "</article>\n");
	}
	buf_puts(&page->buf, any ? "</div>\n</section>\n" : "");
}

/* Without a text there is one thing left to do. */
static void add_nothing(struct page_html *page, const struct language *language)
{
	const char *official = page_sentence(page, WORD_OFFICIAL);

	page_offer(page, language);
	if (*official)
		html(&page->buf, "<p class=\"note\">{}</p>\n", official, NULL);
}

static void add_term(struct page_html *page, enum word label, const char *text)
{
	if (*text && strcmp(text, "-") != 0)
		html(&page->buf, "<div><dt>{}</dt><dd lang=\"nl\">{}</dd></div>\n", page_word(page, label),
		     text, NULL);
}

static void add_top(struct page_html *page, const struct language *language)
{
	html(&page->buf,
	     "<a class=\"skip\" href=\"#inhoud\">{}</a>\n<header class=\"top\">\n<p class=\"back\"><a "
	     "href=\"{}{}\">{}</a></p>\n<h1>{} ",
	     page_word(page, WORD_SKIP), page->root,
	     page->tongue == TONGUE_EN ? "en/index.html" : "index.html", page_word(page, WORD_HOME),
	     page_name(page, language), NULL);
	if (strcmp(language->autonym, page_name(page, language)) != 0)
		html_phrase(&page->buf, language, language->autonym);
	buf_puts(&page->buf, "</h1>\n</header>\n<main id=\"inhoud\">\n<dl class=\"who\">\n");
	add_term(page, WORD_VARIETY, language->variety);
	add_term(page, WORD_READERS, language->readers);
	add_term(page, WORD_NOT_FOR, language->not_for);
	buf_puts(&page->buf, "</dl>\n");
}

void language_page(struct site *site, enum tongue tongue, const struct language *language)
{
	const struct site_text *text = site_text_find(site, site_main(site), language);
	struct page_html page = {.site = site, .tongue = tongue};

	page.path = page_language_path(&page, language);
	page.language = page_speech(&page);
	page.title =
	    arena_format(site->arena, "%s - %s", page_name(&page, language), page_word(&page, WORD_TITLE));
	page_begin(&page);
	add_top(&page, language);
	add_guidance(&page);
	if (text)
		add_text(&page, text);
	else
		add_nothing(&page, language);
	if (text && site_file_find(text, SITE_PICTURE))
		add_pictures(&page, text);
	add_young(&page, language);
	buf_puts(&page.buf, "</main>\n");
	page_end(&page);
}
