/*
 * TrueType programs: adds glyphs that are composed of others, or of none, or mirrored (OpenType 1.9, "glyf": composite
 * glyph description).
 *
 * Offsets: none.  Lengths: thousandths of an em.
 * Memory:  the arena given.
 * Errors:  a program that lacks a table, or is cut off, gives NULL.
 */
#ifndef PDF_TRUETYPE_H
#define PDF_TRUETYPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/file.h"

struct arena;

struct component {
	uint32_t gid;
	int32_t x, y;
};

struct composite {
	const struct component *components;
	size_t component_count;
	int32_t width;
	bool mirrored; /* its outlines and offsets are turned about: x becomes -x */
};

/* The program with the composites behind its own glyphs; the first of them becomes glyph *first. */
struct bytes truetype_compose(struct arena *arena, struct bytes program, const struct composite *composites,
			      size_t count, uint32_t *first);

#endif
