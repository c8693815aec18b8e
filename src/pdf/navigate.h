/*
 * Links and bookmarks (ISO 32000-1, 12.5.6.5 and 12.3.3).
 *
 * Offsets: pages count over the job.  Lengths: none.
 * Memory:  the output's arena.
 * Errors:  none of its own.
 */
#ifndef PDF_NAVIGATE_H
#define PDF_NAVIGATE_H

#include "pdf/structure.h"

/* Puts the links of a page on it, where the edition has links. */
void navigate_links(struct output *output, size_t page, const struct page *laid);
/* Makes bookmarks of the headings, where the edition has an outline; the structure must be written. */
void navigate_outline(struct output *output);

#endif
