/*
 * What the file as a whole says: catalog, page boxes, output intent.
 *
 * Offsets: none.  Lengths: length_t.
 * Memory:  the output's arena.
 * Errors:  a missing colour profile goes to the sink.
 */
#ifndef PDF_PROFILE_H
#define PDF_PROFILE_H

#include "pdf/structure.h"

/* Gives a page its boxes: the media box reaches as far as the bleed. */
void profile_page(struct dict *page, const struct page *laid, const struct edition *edition);
/* The profile of the press, unpacked: the file at path, or the usual one where it is NULL; data is NULL after an error. */
struct bytes profile_of_press(struct arena *arena, struct diag *diag, const char *path);
/* Fills the catalog after the job's first document; false when the colour profile cannot be read. */
bool profile_catalog(struct output *output, struct diag *diag);

#endif
