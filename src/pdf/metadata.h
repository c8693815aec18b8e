/*
 * What the file says of itself: the information dictionary and, in step with it, XMP (ISO 16684-1).
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the output's arena.
 * Errors:  none of its own.
 */
#ifndef PDF_METADATA_H
#define PDF_METADATA_H

#include "pdf/structure.h"

/* Writes both, after the job's first document. */
void metadata_write(struct output *output);

#endif
