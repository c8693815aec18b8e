/* The main job without a script: every language stands on the page with its buttons; a script only brings the right ones together. */
#include "site/pages.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "site/html.h"
#include "text/collate.h"
#include "text/names.h"

/* Something to be listed in the order of the alphabet. */
struct listed {
	const char *key, *name;
	const struct language *language; /* or NULL */
	const char *country;             /* or NULL */
};

struct index {
	struct page_html page;
	VEC(struct listed) languages, countries;
};

static int compare(const void *a, const void *b)
{
	return strcmp(((const struct listed *)a)->key, ((const struct listed *)b)->key);
}

static struct listed listed(const struct index *index, const char *name)
{
	return (struct listed){
	    .name = name,
	    .key = collate_key(index->page.site->arena, name, index->page.tongue == TONGUE_EN ? "en" : "nl")};
}

static bool country_known(const struct index *index, const char *code)
{
	for (size_t i = 0; i < index->countries.length; i++)
		if (strcmp(index->countries.data[i].country, code) == 0)
			return true;
	return false;
}

static void add_country(struct index *index, const char *code)
{
	struct arena *arena = index->page.site->arena;
	const char *name = name_of_country(arena, code, index->page.tongue == TONGUE_EN ? "en" : "nl");
	struct listed country = listed(index, *name ? name : code);

	country.country = code;
	if (!country_known(index, code))
		vec_push(arena, &index->countries, country);
}

static void gather(struct index *index)
{
	struct arena *arena = index->page.site->arena;
	const struct languages *languages = &index->page.site->material->languages;

	for (size_t i = 0; i < languages->length; i++) {
		const struct language *language = &languages->data[i];
		struct listed entry = listed(index, page_name(&index->page, language));
		char *rest = arena_string(arena, language->countries);

		entry.language = language;
		vec_push(arena, &index->languages, entry);
		for (char *code = strsep(&rest, " "); code; code = strsep(&rest, " "))
			if (*code)
				add_country(index, code);
	}
	if (index->languages.length)
		qsort(index->languages.data, index->languages.length, sizeof *index->languages.data, compare);
	if (index->countries.length)
		qsort(index->countries.data, index->countries.length, sizeof *index->countries.data, compare);
}

static const char *countries_of(struct index *index, const struct language *language)
{
	struct arena *arena = index->page.site->arena;
	char *rest = arena_string(arena, language->countries);
	struct buf buf = buf_new(arena);

	for (char *code = strsep(&rest, " "); code; code = strsep(&rest, " ")) {
		const char *name =
		    name_of_country(arena, code, index->page.tongue == TONGUE_EN ? "en" : "nl");

		if (*code)
			buf_printf(&buf, "%s%s", buf.length ? ", " : "", *name ? name : code);
	}
	return buf.length ? buf.data : "";
}

static void add_card(struct index *index, const struct language *language)
{
	struct page_html *page = &index->page;
	struct buf *buf = &page->buf;

	html(buf, "<li class=\"card\" id=\"t-{}\">\n<h3><a href=\"{}{}\">{}</a> ", language->tag, page->root,
	     page_language_path(page, language), page_name(page, language), NULL);
	if (strcmp(language->autonym, page_name(page, language)) != 0)
		html_phrase(buf, language, language->autonym);
	html(buf, "</h3>\n<p class=\"where\">{}</p>\n", countries_of(index, language), NULL);
	page_offer(page, language);
	buf_puts(buf, "</li>\n");
}

static void add_search(struct index *index)
{
	struct page_html *page = &index->page;

	html(&page->buf,
	     "<div class=\"search\" id=\"zoek\" hidden data-none=\"{}\" data-one=\"{}\" data-some=\"{}\" "
	     "data-region=\"{}\">\n",
	     page_word(page, WORD_NONE_FOUND), page_word(page, WORD_ONE_FOUND),
	     page_word(page, WORD_SOME_FOUND), page_word(page, WORD_WHICH_REGION), NULL);
	html(&page->buf,
	     "<label for=\"vraag\">{}</label>\n<input id=\"vraag\" type=\"search\" autocomplete=\"off\" "
	     "spellcheck=\"false\" dir=\"auto\" aria-describedby=\"tip\">\n<p id=\"tip\" "
	     "class=\"tip\">{}</p>\n",
	     page_word(page, WORD_SEARCH), page_word(page, WORD_SEARCH_HINT), NULL);
	buf_puts(&page->buf, "<p id=\"telling\" role=\"status\"></p>\n<ul id=\"gevonden\" "
			     "class=\"cards\"></ul>\n</div>\n");
}

static void add_languages(struct index *index)
{
	struct page_html *page = &index->page;

	html(&page->buf, "<section id=\"alle\">\n<h2>{}</h2>\n<ul class=\"cards\">\n",
	     page_word(page, WORD_ALL), NULL);
	for (size_t i = 0; i < index->languages.length; i++)
		add_card(index, index->languages.data[i].language);
	buf_puts(&page->buf, "</ul>\n</section>\n");
}

static void add_speakers(struct index *index, const struct listed *country)
{
	struct page_html *page = &index->page;
	const struct languages *languages = &page->site->material->languages;
	bool first = true;

	for (size_t i = 0; i < languages->length; i++) {
		const struct language *language = &languages->data[i];

		if (!tag_listed(language->countries, country->country))
			continue;
		html(&page->buf, "{}<a href=\"{}{}\">{}</a>", first ? "" : ", ", page->root,
		     page_language_path(page, language), page_name(page, language), NULL);
		first = false;
	}
}

static void add_countries(struct index *index)
{
	struct page_html *page = &index->page;

	html(&page->buf, "<section id=\"landen\">\n<h2>{}</h2>\n<dl class=\"countries\">\n",
	     page_word(page, WORD_COUNTRIES), NULL);
	for (size_t i = 0; i < index->countries.length; i++) {
		html(&page->buf, "<div><dt>{}</dt><dd>", index->countries.data[i].name, NULL);
		add_speakers(index, &index->countries.data[i]);
		buf_puts(&page->buf, "</dd></div>\n");
	}
	buf_puts(&page->buf, "</dl>\n</section>\n");
}

/* Papers for the professional: there in Dutch alone. */
static void add_professional(struct index *index)
{
	struct page_html *page = &index->page;
	bool any = false;

	for (size_t i = 0; i < page->site->texts.length; i++) {
		const struct site_text *text = &page->site->texts.data[i];
		const struct site_file *print = site_file_find(text, SITE_PRINT);

		if (text->document->main || text->document->discreet ||
		    strcmp(text->language->tag, "nl") != 0 || !print)
			continue;
		if (!any)
			html(&page->buf, "<section id=\"werk\">\n<h2>{}</h2>\n<ul>\n",
			     page_word(page, WORD_OTHER_DOCUMENTS), NULL);
		any = true;
		html(&page->buf, "<li><a href=\"{}{}\" lang=\"nl\">{}</a> (PDF, {})</li>\n", page->root,
		     print->path, text->document->title, html_size(&page->buf, print->bytes), NULL);
	}
	buf_puts(&page->buf, any ? "</ul>\n</section>\n" : "");
}

static void add_top(struct index *index)
{
	struct page_html *page = &index->page;
	enum tongue other = page->tongue == TONGUE_NL ? TONGUE_EN : TONGUE_NL;

	html(&page->buf,
	     "<a class=\"skip\" href=\"#inhoud\">{}</a>\n<header class=\"top\">\n<p class=\"tongue\"><a "
	     "href=\"{}{}\" lang=\"{}\" hreflang=\"{}\">{}</a></p>\n<h1>{}</h1>\n<p class=\"lead\">{}</p>\n"
	     "</header>\n<main id=\"inhoud\">\n",
	     page_word(page, WORD_SKIP), page->root, other == TONGUE_EN ? "en/index.html" : "index.html",
	     other == TONGUE_EN ? "en" : "nl", other == TONGUE_EN ? "en" : "nl",
	     page_word(page, WORD_OTHER_TONGUE), page_word(page, WORD_TITLE), page_word(page, WORD_LEAD),
	     NULL);
}

static void add_foot(struct index *index)
{
	struct page_html *page = &index->page;

	html(&page->buf, "</main>\n<footer>\n<p><a href=\"{}{}\">{}</a></p>\n<p>{}</p>\n</footer>\n",
	     page->root, page->tongue == TONGUE_EN ? "en/codes.html" : "codes.html",
	     page_word(page, WORD_CHECK_CODE), page_sentence(page, WORD_OFFICIAL), NULL);
}

void front_page(struct site *site, enum tongue tongue)
{
	struct index index = {.page = {.site = site,
				       .tongue = tongue,
				       .path = tongue == TONGUE_EN ? "en/index.html" : "index.html",
				       .title = chrome_word(tongue, WORD_TITLE),
				       .scripts = {"namen.js", "zoek.js"}}};

	index.page.language = page_speech(&index.page);
	gather(&index);
	page_begin(&index.page);
	add_top(&index);
	if (!site->texts.length && *page_sentence(&index.page, WORD_NOTHING_YET))
		html(&index.page.buf, "<p class=\"note\">{}</p>\n",
		     page_sentence(&index.page, WORD_NOTHING_YET), NULL);
	add_search(&index);
	add_languages(&index);
	add_countries(&index);
	add_professional(&index);
	add_foot(&index);
	page_end(&index.page);
}
