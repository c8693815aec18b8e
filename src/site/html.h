/*
 * HTML out: nothing reaches a page but through here, and everything that comes from outside is escaped (HTML Living Standard, 13.3).
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the buffer given.
 * Errors:  none; bidirectional control characters are dropped, since elements and their dir say what they could say.
 */
#ifndef SITE_HTML_H
#define SITE_HTML_H

#include "source/language.h"

struct buf;

/* Adds text, escaped for an element or a quoted attribute. */
void html_text(struct buf *buf, const char *text);
/* Adds markup of our own; each {} is the next argument, escaped. NULL ends the arguments. */
void html(struct buf *buf, const char *markup, ...) __attribute__((sentinel));
/* Adds ' lang="so" dir="ltr"'. */
void html_language(struct buf *buf, const struct language *language);
/* Adds a name or phrase in its own language, set apart from what stands around it. */
void html_phrase(struct buf *buf, const struct language *language, const char *text);
/* Whether an address may stand in a link: telephone, mail or web. */
bool html_uri_good(const char *uri);
/* A whole number, or kilobytes and megabytes as people say them. */
const char *html_number(struct buf *buf, size_t number);
const char *html_size(struct buf *buf, size_t bytes);

#endif
