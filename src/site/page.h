/*
 * The frame around every page of the site.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the site's arena.
 * Errors:  go to the sink.
 */
#ifndef SITE_PAGE_H
#define SITE_PAGE_H

#include "base/buf.h"
#include "site/chrome.h"
#include "site/site.h"

/* A page in the making. */
struct page_html {
	struct site *site;
	const char *path;  /* from the site's folder */
	const char *root;  /* the way back there: "", "../" ... */
	const char *title; /* of the window, of a share, of a print */
	enum tongue tongue;
	const struct language *language; /* of the page as a whole */
	const char *scripts[3];          /* files in s/, NULL ends */
	bool discreet;                   /* says nothing of what it is */
	struct buf buf;
};

/* Opens a page: head, style, and the draft's notice before anything else. */
void page_begin(struct page_html *page);
/* Closes the page and puts it among the files. */
void page_end(struct page_html *page);
/* The language in which the site speaks on this page. */
const struct language *page_speech(const struct page_html *page);
/* A word of the site on this page. */
const char *page_word(const struct page_html *page, enum word word);
/* A sentence of it, with its facts. */
const char *page_sentence(const struct page_html *page, enum word word);
/* A language as the site calls it on this page. */
const char *page_name(const struct page_html *page, const struct language *language);
/* The path of the page of a language, from the site's folder. */
const char *page_language_path(const struct page_html *page, const struct language *language);
/* The two buttons of a text: print and picture. */
void page_buttons(struct page_html *page, const struct site_text *text);
/* What there is of the main document in a language: its buttons, or what to give meanwhile. */
void page_offer(struct page_html *page, const struct language *language);

#endif
