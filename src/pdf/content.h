/*
 * Content streams (ISO 32000-1, 7.8.2): the marks of a page as operators, each inside its marked content.
 *
 * Offsets: none.  Lengths: length_t.
 * Memory:  the arena of the output.
 * Errors:  none.
 */
#ifndef PDF_CONTENT_H
#define PDF_CONTENT_H

#include "pdf/coding.h"
#include "pdf/draw.h"
#include "pdf/structure.h"

/* What all pages of a job share. */
struct content {
	struct output *output;
	const struct codes *codes;
	struct drawings *drawings;
	bool overprints; /* the resources hold the states of the press */
};

/* The graphics states of the press (ISO 32000-1, 8.6.7). */
#define OVERPRINT "O1"
#define KNOCKOUT "O0"

/* The content of a page (its number counts over the job), whose glyph runs are given in the order of its ops. */
struct bytes content_page(const struct content *content, size_t page, const struct page *laid,
			  const struct coded_run *runs);

#endif
