/*
 * ICC profiles (ICC.1:2004-10, 7.2): no more than an output intent needs to know of them.
 *
 * Offsets: none.  Lengths: bytes.
 * Memory:  the arena given.
 * Errors:  a profile that is damaged, or not for a press, goes to the sink.
 */
#ifndef PDF_ICC_H
#define PDF_ICC_H

#include <stdbool.h>

#include "base/file.h"

struct arena;
struct diag;

/* Reads a printer's CMYK profile; data is NULL after an error. */
struct bytes icc_read(struct arena *arena, struct diag *diag, const char *path);
/* What the profile calls itself, in ASCII; its file's name where it does not say. */
const char *icc_name(struct arena *arena, struct bytes profile, const char *path);

#endif
