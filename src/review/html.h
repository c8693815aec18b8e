/*
 * Text in HTML.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the buffer given.
 * Errors:  none.
 */
#ifndef REVIEW_HTML_H
#define REVIEW_HTML_H

struct buf;

/* Adds words so that they mean themselves, in text and in attributes in double quotes. */
void html_escape(struct buf *buf, const char *text);

#endif
