/*
 * Glyph boxes, asked of each font once.
 *
 * Offsets: none.  Lengths: thousandths of the font's em.
 * Memory:  the arena given to extents_new.
 * Errors:  none.
 */
#ifndef LAYOUT_EXTENT_H
#define LAYOUT_EXTENT_H

#include "text/font.h"

struct arena;
struct extent_cache;

/* An empty cache. */
struct extent_cache *extents_new(struct arena *arena);
/* Ink of a glyph, as font_extents tells it. */
struct extents extents_find(struct extent_cache *cache, const struct font *font, uint32_t gid);

#endif
