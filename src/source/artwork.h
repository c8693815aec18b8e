/*
 * Artwork: a drawing of filled and stroked paths, from the SVG subset of templates/README.md.
 *
 * Offsets: none.  Lengths: length_t from the lower left corner of the drawing's own width x height, y up.
 * Memory:  the run's arena.
 * Errors:  found while loading; what the subset lacks is refused by name.
 */
#ifndef SOURCE_ARTWORK_H
#define SOURCE_ARTWORK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/length.h"
#include "base/loc.h"

struct color;

enum segment_kind { SEGMENT_MOVE, SEGMENT_LINE, SEGMENT_CURVE, SEGMENT_CLOSE };

/* x,y[2] is the end point; a curve's control points stand before it (cubic Bezier). */
struct segment {
	enum segment_kind kind;
	length_t x[3], y[3];
};

enum line_cap { CAP_BUTT, CAP_ROUND, CAP_SQUARE };
enum line_join { JOIN_MITER, JOIN_ROUND, JOIN_BEVEL };

struct path {
	const struct segment *segments;
	size_t segment_count;
	const struct color *fill, *stroke; /* NULL: none */
	length_t stroke_width;
	enum line_cap cap;
	enum line_join join;
	bool even_odd;
};

/* Rows from the top, in pixels. */
struct image {
	int width, height;
	const uint8_t *rgb; /* sRGB, three bytes a pixel; what was transparent lies on white */
};

struct artwork {
	const char *id;
	length_t width, height;
	const struct path *paths;
	size_t path_count;
	const struct image *image; /* pixels in place of paths, for a logo; else NULL */
	bool
	    directional; /* has a meaning in its direction: mirrored where the language reads from right to left */
	struct loc loc;
};

#endif
