/*
 * Artwork as path operators (ISO 32000-1, 8.5), and as forms where a drawing is painted more than once.
 *
 * Offsets: none.  Lengths: length_t.
 * Memory:  the arena given.
 * Errors:  none of its own.
 */
#ifndef PDF_DRAW_H
#define PDF_DRAW_H

#include "base/vec.h"
#include "layout/page.h"
#include "pdf/object.h"

struct arena;
struct buf;
struct converter;

struct drawing {
	const struct artwork *artwork;
	size_t uses;
	bool placed; /* its form, or its pixels, are among the resources */
};

/* The drawings that are painted as artifacts. */
struct drawings {
	struct arena *arena;
	struct pdf *pdf;
	struct dict *resources, *names;
	enum color_space space;
	const struct converter *converter; /* NULL where no drawing needs one */
	VEC(struct drawing) list;
};

/* Counts the artifacts of a document. */
void drawings_count(struct drawings *drawings, const struct pages *pages);
/* Whether one of them, as a logo, has colours that must be converted. */
bool drawings_foreign(const struct drawings *drawings);
/* Paints the artwork of an op; an artifact that comes more than once is a form. */
void draw_artwork(struct buf *buf, struct drawings *drawings, const struct op *op);
/* Fills a rectangle with the colour that is set. */
void draw_rule(struct buf *buf, const struct op *op);

#endif
