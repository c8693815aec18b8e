/* The leaflet as it was composed for two languages, without its pages: rows become paragraphs, the Dutch of each behind a switch that needs no
 * script. A page for young people bears a title that says nothing, and a way out that comes first. */
#include "site/pages.h"

#include <string.h>

#include "base/arena.h"
#include "site/html.h"
#include "site/spans.h"
#include "source/strings.h"

/* A title, in every language, that tells nobody who looks over a shoulder what this is. */
static const char neutral[] = "Info";

/* Where the way out leads: the weather. */
static const char elsewhere[] = "https://www.knmi.nl/";

struct leaflet_html {
	struct page_html page;
	const struct site_text *text;
	const struct strings *strings;
	int list; /* that is open, or 0 */
};

/* Whether a data tree has a common string: what would be said by it is left out where not. */
static bool knows(const struct leaflet_html *leaflet, const char *id)
{
	return strings_find(leaflet->strings, id).text != NULL;
}

/* A common string, in the language that it is there in. */
static void say(struct leaflet_html *leaflet, const char *id)
{
	struct saying saying = strings_find(leaflet->strings, id);
	struct buf *buf = &leaflet->page.buf;

	buf_puts(buf, "<span");
	html_language(buf, saying.language);
	html(buf, ">{}</span>", saying.text, NULL);
}

static void add_words(struct leaflet_html *leaflet, const struct block *block)
{
	if (block->number)
		html(&leaflet->page.buf, "<span class=\"n\">{}</span> ",
		     html_number(&leaflet->page.buf, (size_t)block->number), NULL);
	spans_html(&leaflet->page.buf, block->spans, block->span_count, block->language);
}

/* An element around the words of a block; class is where they differ from the page's language, or NULL. */
static void add_element(struct leaflet_html *leaflet, const char *name, const struct block *block,
			const char *class)
{
	struct buf *buf = &leaflet->page.buf;

	html(buf, "<{}", name, NULL);
	if (class)
		html(buf, " class=\"{}\"", class, NULL);
	if (block->language != leaflet->page.language)
		html_language(buf, block->language);
	buf_puts(buf, ">");
	add_words(leaflet, block);
	html(buf, "</{}>", name, NULL);
}

static void add_figure(struct leaflet_html *leaflet, const struct block *block)
{
	bool mirrored = block->artwork->directional && leaflet->page.language->direction == DIRECTION_RTL;

	html(&leaflet->page.buf,
	     "<img class=\"figure{}\" src=\"{}art/{}.svg\" alt=\"{}\" width=\"88\" height=\"88\">\n",
	     mirrored ? " mirrored" : "", leaflet->page.root, block->artwork->id,
	     block->alt ? block->alt : "", NULL);
}

static const char *element_of(const struct block *block)
{
	static const char *const names[] = {[ROLE_H1] = "h1", [ROLE_H2] = "h2", [ROLE_H3] = "h3"};

	if (block->role == ROLE_LI)
		return "div";
	return block->role < sizeof names / sizeof *names && names[block->role] ? names[block->role] : "p";
}

static void close_list(struct leaflet_html *leaflet)
{
	if (leaflet->list)
		buf_puts(&leaflet->page.buf, "</ul>\n");
	leaflet->list = 0;
}

static void open_list(struct leaflet_html *leaflet, int list)
{
	if (list == leaflet->list)
		return;
	close_list(leaflet);
	leaflet->list = list;
	if (list)
		buf_puts(&leaflet->page.buf, "<ul class=\"items\">\n");
}

static void add_row(struct leaflet_html *leaflet, const struct row *row)
{
	struct buf *buf = &leaflet->page.buf;
	const struct block *block = row->first;
	bool item = block->role == ROLE_LI;

	open_list(leaflet, item ? block->list : 0);
	if (block->role == ROLE_FIGURE) {
		if (block->artwork)
			add_figure(leaflet, block);
		return;
	}
	buf_puts(buf, item ? "<li class=\"row\">" : "<div class=\"row\">");
	add_element(leaflet, element_of(block), block, NULL);
	if (row->second)
		add_element(leaflet, item ? "div" : "p", row->second,
			    block->role >= ROLE_H1 && block->role <= ROLE_H3 ? "nl strong" : "nl");
	buf_puts(buf, item ? "</li>\n" : "</div>\n");
}

static void add_rows(struct leaflet_html *leaflet)
{
	const struct document *document = leaflet->text->web;

	for (size_t i = 0; i < document->flow_count; i++) {
		buf_puts(&leaflet->page.buf, "<section>\n");
		for (size_t k = 0; k < document->flows[i].row_count; k++)
			add_row(leaflet, &document->flows[i].rows[k]);
		close_list(leaflet);
		buf_puts(&leaflet->page.buf, "</section>\n");
	}
}

/* What the page's running lines say, each once: the notice of a draft, the imprint. */
static void add_running(struct leaflet_html *leaflet, const char *unit)
{
	const struct page_master *master = leaflet->text->web->pages;

	for (size_t i = 0; leaflet->text->web->page_count && i < master->running_count; i++) {
		const struct block *block = master->runnings[i].block;

		if (block->unit && strcmp(block->unit, unit) == 0) {
			add_element(leaflet, "p", block, "imprint");
			buf_puts(&leaflet->page.buf, "\n");
		}
	}
}

static void add_recording(struct leaflet_html *leaflet)
{
	struct page_html *page = &leaflet->page;
	const struct recording *recording = leaflet->text->recording;
	const char *path;

	if (!recording)
		return;
	path = arena_format(page->site->arena, "%s/%s.mp3", leaflet->text->document->folder,
			    leaflet->text->language->tag);
	buf_puts(&page->buf, "<figure class=\"sound\"><figcaption>");
	if (knows(leaflet, "site.listen"))
		say(leaflet, "site.listen");
	html(&page->buf,
	     " <small lang=\"nl\" dir=\"ltr\">{}</small></figcaption>\n<audio controls preload=\"none\" "
	     "src=\"{}{}\"></audio></figure>\n",
	     recording->role, page->root, path, NULL);
	output_put(page->site->output, path, recording->sound);
}

static const struct site_file *alone(const struct site_text *text)
{
	for (size_t i = 0; i < text->files.length; i++)
		if (text->files.data[i].use == SITE_OTHER && !text->files.data[i].second)
			return &text->files.data[i];
	return site_file_find(text, SITE_PRINT);
}

static void add_tool(struct leaflet_html *leaflet, const char *class, const char *base, const char *path,
		     const char *id)
{
	struct buf *buf = &leaflet->page.buf;

	buf_puts(buf, "<li><a");
	buf_puts(buf, class);
	html(buf, " href=\"{}{}\">", base, path, NULL);
	say(leaflet, id);
	buf_puts(buf, "</a></li>\n");
}

/* A link that a person can pass on: the whole address where it is known. */
static void add_tools(struct leaflet_html *leaflet)
{
	struct page_html *page = &leaflet->page;
	const struct site_file *print = alone(leaflet->text);

	buf_puts(&page->buf, "<ul class=\"tools\">\n");
	if (print && knows(leaflet, "site.print"))
		add_tool(leaflet, "", page->root, print->path, "site.print");
	if (knows(leaflet, "site.share"))
		add_tool(leaflet, " class=\"share\"",
			 page->site->base_url ? page->site->base_url : page->root, page->path, "site.share");
	buf_puts(&page->buf, "</ul>\n");
}

static void add_pictures(struct leaflet_html *leaflet)
{
	struct page_html *page = &leaflet->page;
	size_t number = 0;

	if (!site_file_find(leaflet->text, SITE_PICTURE) || !knows(leaflet, "site.photo"))
		return;
	buf_puts(&page->buf, "<details id=\"foto\">\n<summary>");
	say(leaflet, "site.photo");
	buf_puts(&page->buf, "</summary>\n<ul class=\"pictures\">\n");
	for (size_t i = 0; i < leaflet->text->files.length; i++) {
		const struct site_file *file = &leaflet->text->files.data[i];

		if (file->use == SITE_PICTURE)
			html(&page->buf,
			     "<li><a href=\"{}{}\" download><img src=\"{}{}\" loading=\"lazy\" width=\"135\" "
			     "height=\"240\" alt=\"{}\"></a></li>\n",
			     page->root, file->path, page->root, file->path,
			     html_number(&page->buf, ++number), NULL);
	}
	buf_puts(&page->buf, "</ul>\n</details>\n");
}

static void add_way_out(struct leaflet_html *leaflet)
{
	html(&leaflet->page.buf, "<p class=\"leave\"><a id=\"weg\" href=\"{}\" rel=\"noreferrer\">",
	     elsewhere, NULL);
	if (knows(leaflet, "leave.quickly"))
		say(leaflet, "leave.quickly");
	buf_puts(&leaflet->page.buf, " <kbd dir=\"ltr\">Esc</kbd></a></p>\n");
}

static void add_switch(struct leaflet_html *leaflet)
{
	struct buf *buf = &leaflet->page.buf;

	if (!leaflet->text->web->second || !knows(leaflet, "site.dutch"))
		return;
	buf_puts(buf, "<input type=\"checkbox\" id=\"nl\" class=\"switch\"><label for=\"nl\">");
	say(leaflet, "site.dutch");
	buf_puts(buf, "</label>\n");
}

static void add_body(struct leaflet_html *leaflet)
{
	struct buf *buf = &leaflet->page.buf;
	bool discreet = leaflet->page.discreet;

	if (discreet)
		add_way_out(leaflet);
	add_switch(leaflet);
	buf_puts(buf, "<main class=\"leaflet\">\n");
	add_recording(leaflet);
	add_rows(leaflet);
	buf_puts(buf, "</main>\n<footer>\n");
	add_tools(leaflet);
	add_pictures(leaflet);
	if (discreet && knows(leaflet, "leave.history")) {
		buf_puts(buf, "<p class=\"note\">");
		say(leaflet, "leave.history");
		buf_puts(buf, "</p>\n");
	}
	add_running(leaflet, "draft.notice");
	add_running(leaflet, "imprint");
	buf_puts(buf, "</footer>\n");
}

void leaflet_page(struct site *site, const struct site_text *text)
{
	struct leaflet_html leaflet = {
	    .page = {.site = site,
		     .path = site_text_path(site->arena, text->document, text->language),
		     .title = text->document->discreet ? neutral : text->web->title,
		     .language = text->language,
		     .scripts = {"blad.js"},
		     .discreet = text->document->discreet},
	    .text = text,
	    .strings = strings_open(site->arena, site->material, text->language)};

	page_begin(&leaflet.page);
	add_body(&leaflet);
	page_end(&leaflet.page);
}

void leaflet_index(struct site *site, const struct site_document *document)
{
	struct page_html page = {.site = site,
				 .path = arena_format(site->arena, "%s/index.html", document->folder),
				 .title = document->discreet ? neutral : document->title,
				 .discreet = document->discreet};

	page.language = page_speech(&page);
	page_begin(&page);
	html(&page.buf, "<main>\n<h1>{}</h1>\n<ul class=\"choose\">\n", page.title, NULL);
	for (size_t i = 0; i < site->texts.length; i++) {
		const struct site_text *text = &site->texts.data[i];

		if (text->document != document)
			continue;
		html(&page.buf, "<li><a href=\"{}.html\">", text->language->tag, NULL);
		html_phrase(&page.buf, text->language, text->language->autonym);
		buf_puts(&page.buf, "</a></li>\n");
	}
	buf_puts(&page.buf, "</ul>\n</main>\n");
	page_end(&page);
}
