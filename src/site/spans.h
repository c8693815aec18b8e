/*
 * The words of a block as HTML: numbers and dates as the language writes them, and every run that is of another language or direction says so.
 *
 * Offsets: none.  Lengths: spans.
 * Memory:  the buffer given.
 * Errors:  none; a link that is no telephone number, mail or web address is left out.
 */
#ifndef SITE_SPANS_H
#define SITE_SPANS_H

#include "source/document.h"

struct buf;

/* Writes spans that stand in an element of this language. */
void spans_html(struct buf *buf, const struct span *spans, size_t count, const struct language *language);
/* Their text alone, as it is shown. */
const char *spans_plain(struct arena *arena, const struct span *spans, size_t count,
			const struct language *language);

#endif
