/*
 * Pictures made of pixels: PNG and JPEG, for the logo of an organisation.
 *
 * Offsets: rows from the top, pixels from the left.  Lengths: pixels.
 * Memory:  the arena given.
 * Errors:  a file that is damaged, too large or of a kind that is not read goes to the sink; NULL is given back.
 */
#ifndef SOURCE_IMAGE_H
#define SOURCE_IMAGE_H

#include "base/file.h"
#include "source/artwork.h"

struct arena;
struct diag;

/* Reads the bytes of a PNG or JPEG file; path is for messages. */
const struct image *image_read(struct arena *arena, struct diag *diag, const char *path, struct bytes bytes);

#endif
