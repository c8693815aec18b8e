/*
 * The pages of the site, one file for each kind.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the site's arena.
 * Errors:  go to the sink.
 */
#ifndef SITE_PAGES_H
#define SITE_PAGES_H

#include "site/page.h"

/* The front page: search, and every language by name and by country. */
void front_page(struct site *site, enum tongue tongue);
/* The page of a language, for the nurse. */
void language_page(struct site *site, enum tongue tongue, const struct language *language);
/* A text to be read on a screen, and the list of languages of a document. */
void leaflet_page(struct site *site, const struct site_text *text);
void leaflet_index(struct site *site, const struct site_document *document);
/* Every code that was handed out, and whether it still holds. */
void codes_page(struct site *site, enum tongue tongue);
/* The names by which the search finds a language. */
void search_names(struct site *site);
/* The style with the theme's colours, and the fonts of scripts that telephones lack. */
void site_style(struct site *site);
/* Whether the site brings a font along for a script. */
bool site_brings_font(const char *script);

#endif
