/*
 * WOFF2: a font for a browser, compressed.
 *
 * Offsets: none.  Lengths: bytes.
 * Memory:  the arena given.
 * Errors:  data is NULL for what is no font file with tables.
 */
#ifndef SITE_WOFF2_H
#define SITE_WOFF2_H

#include "base/file.h"

struct arena;

/* Packs a TrueType or OpenType file of one face. */
struct bytes woff2_pack(struct arena *arena, struct bytes font);

#endif
