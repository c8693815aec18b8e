/* Content Security Policy 3 as meta: nothing but files of the site. Opened from a disk, a browser may not take 'self' for the files beside the page,
 * hence "file:", which a page from a server cannot use. */
#include "site/page.h"

#include <string.h>

#include "base/arena.h"
#include "site/html.h"
#include "source/strings.h"
#include "source/theme.h"

static const char policy[] =
    "default-src 'none'; style-src 'self' file:; script-src 'self' file:; img-src 'self' file:; font-src "
    "'self' file:; media-src 'self' file:; base-uri 'none'; form-action 'none'";

const struct language *page_speech(const struct page_html *page)
{
	const struct languages *languages = &page->site->material->languages;
	const struct language *english = language_find(languages, "en");

	return page->tongue == TONGUE_EN && english ? english : language_find(languages, "nl");
}

const char *page_word(const struct page_html *page, enum word word)
{
	return chrome_word(page->tongue, word);
}

const char *page_sentence(const struct page_html *page, enum word word)
{
	const struct site *site = page->site;
	const struct chrome chrome = {.arena = site->arena,
				      .diag = site->diag,
				      .facts = site->material->facts,
				      .today = site->material->today,
				      .tongue = page->tongue,
				      .released = !site->drafts};

	return chrome_sentence(&chrome, word);
}

const char *page_name(const struct page_html *page, const struct language *language)
{
	return page->tongue == TONGUE_EN ? language->name_en : language->name_nl;
}

const char *page_language_path(const struct page_html *page, const struct language *language)
{
	return arena_format(page->site->arena, "%staal/%s.html", page->tongue == TONGUE_EN ? "en/" : "",
			    language->tag);
}

static const char *way_back(struct arena *arena, const char *path)
{
	struct buf buf = buf_new(arena);

	for (; *path; path++)
		if (*path == '/')
			buf_puts(&buf, "../");
	return buf.length ? buf.data : "";
}

static void add_head(struct page_html *page)
{
	struct buf *buf = &page->buf;

	buf_puts(buf, "<!DOCTYPE html>\n<html");
	html_language(buf, page->language);
	html(buf,
	     " class=\"s-{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta "
	     "http-equiv=\"Content-Security-Policy\" "
	     "content=\"{}\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
	     "<meta name=\"referrer\" content=\"no-referrer\">\n<title>{}</title>\n"
	     "<meta property=\"og:title\" content=\"{}\">\n",
	     page->language->script, policy, page->title, page->title, NULL);
	if (page->discreet || page->site->drafts)
		buf_puts(buf, "<meta name=\"robots\" content=\"noindex, noarchive\">\n");
	html(buf,
	     "<link rel=\"stylesheet\" href=\"{}s/site.css\">\n<link rel=\"icon\" href=\"{}s/icon.svg\">\n",
	     page->root, page->root, NULL);
	for (size_t i = 0; i < sizeof page->scripts / sizeof *page->scripts && page->scripts[i]; i++)
		html(buf, "<script src=\"{}s/{}\" defer></script>\n", page->root, page->scripts[i], NULL);
	buf_puts(buf, "</head>\n<body>\n");
}

static void add_notice(struct page_html *page, const struct language *language, const char *text)
{
	buf_puts(&page->buf, "<p");
	html_language(&page->buf, language);
	html(&page->buf, ">{}</p>", text, NULL);
}

static struct saying plain_notice(const struct page_html *page, const struct language *language)
{
	return strings_find(strings_open(page->site->arena, page->site->material, language), "draft.plain");
}

/* On a reader's page in the reader's own words first; where it must be discreet, without a word of what this is. */
static void add_draft(struct page_html *page)
{
	const struct language *speech = page_speech(page);
	struct saying own = plain_notice(page, page->language), plain = plain_notice(page, speech);

	buf_puts(&page->buf, "<div class=\"draft\" role=\"note\">");
	if (page->language != speech && own.text && own.language == page->language)
		add_notice(page, own.language, own.text);
	if (page->discreet && plain.text)
		add_notice(page, plain.language, plain.text);
	else
		add_notice(page, speech, page_word(page, WORD_DRAFT));
	buf_puts(&page->buf, "</div>\n");
}

void page_begin(struct page_html *page)
{
	page->buf = buf_new(page->site->arena);
	page->root = way_back(page->site->arena, page->path);
	add_head(page);
	if (page->site->drafts)
		add_draft(page);
}

void page_end(struct page_html *page)
{
	buf_puts(&page->buf, "</body>\n</html>\n");
	letters_add(page->site->letters, page->buf.data);
	output_put(page->site->output, page->path,
		   (struct bytes){(const unsigned char *)page->buf.data, page->buf.length});
}

/* The name of the language is said to those who do not see where the button stands. */
static void add_button(struct page_html *page, const char *kind, const char *path, enum word label,
		       const struct language *language)
{
	html(&page->buf, "<a class=\"{}\" href=\"{}{}\">{}<span class=\"hidden\">: {}</span></a>\n", kind,
	     page->root, path, page_word(page, label), page_name(page, language), NULL);
}

void page_buttons(struct page_html *page, const struct site_text *text)
{
	const struct site_file *print = site_file_find(text, SITE_PRINT);

	buf_puts(&page->buf, "<p class=\"buttons\">\n");
	if (print)
		add_button(page, "button", print->path, print->second ? WORD_PRINT_WITH : WORD_PRINT,
			   text->language);
	if (site_file_find(text, SITE_PICTURE))
		add_button(
		    page, "button quiet",
		    arena_format(page->site->arena, "%s#foto",
				 text->document->discreet
				     ? site_text_path(page->site->arena, text->document, text->language)
				     : page_language_path(page, text->language)),
		    WORD_PICTURE, text->language);
	buf_puts(&page->buf, "</p>\n");
}

/* One quiet button: another language is second best. */
static void add_substitute(struct page_html *page, const struct site_text *text)
{
	const struct site_file *print = site_file_find(text, SITE_PRINT);

	if (print)
		html(&page->buf, "<a class=\"button quiet\" href=\"{}{}\">{}: {}</a>\n", page->root,
		     print->path, page_name(page, text->language),
		     page_word(page, print->second ? WORD_PRINT_WITH : WORD_PRINT), NULL);
}

/* Why a language that is offered has no text: it is recalled, or not released. */
static void add_reason(struct page_html *page, const struct language *language)
{
	const struct site_document *document = site_main(page->site);
	const struct history_entry *entry = site_recall_of(page->site, document, language);

	bool own = entry && strcmp(entry->language, language->tag) == 0;

	html(&page->buf, "<p class=\"wanted\">{}",
	     page_word(page, own                 ? WORD_RECALLED_TEXT
			     : entry             ? WORD_RECALLED_DUTCH
			     : language->offered ? WORD_NOT_RELEASED
						 : WORD_WANTED),
	     NULL);
	if (entry)
		html(&page->buf, " <span lang=\"nl\">{}</span>", entry->reason ? entry->reason : "", NULL);
}

void page_offer(struct page_html *page, const struct language *language)
{
	const struct site_document *document = site_main(page->site);
	const struct site_text *text = site_text_find(page->site, document, language);
	const struct language *other;
	bool any = false;

	if (text) {
		page_buttons(page, text);
		return;
	}
	add_reason(page, language);
	for (size_t i = 0; (other = site_meanwhile(page->site, language, i)); i++) {
		text = site_text_find(page->site, document, other);
		if (!text)
			continue;
		if (!any)
			html(&page->buf, " {}</p>\n<p class=\"buttons\">\n",
			     page_word(page, WORD_GIVE_MEANWHILE), NULL);
		any = true;
		add_substitute(page, text);
	}
	buf_puts(&page->buf, "</p>\n");
}
