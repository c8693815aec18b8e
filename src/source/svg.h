/*
 * The SVG subset: path data, transforms and shapes become segments of Beziers (SVG 1.1, chapters 7-9). Only for artwork.c and svg_*.c.
 *
 * Offsets: none.  Lengths: the drawing's user units, as doubles; an outline holds length_t.
 * Memory:  the arena given.
 * Errors:  readers say false for text that is no path data, transform or list of numbers.
 */
#ifndef SOURCE_SVG_H
#define SOURCE_SVG_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"
#include "source/artwork.h"

struct arena;
struct diag;
struct theme;

struct point {
	double x, y;
};

/* x' = a x + c y + e, y' = b x + d y + f. */
struct matrix {
	double a, b, c, d, e, f;
};

/* A path in the making: points come in user units and are put on paper by the matrix, whose y grows up already. */
struct outline {
	struct arena *arena;
	struct matrix matrix;
	VEC(struct segment) segments;
	struct point current, start;
};

/* Adds to an outline; the current point follows. */
void outline_move(struct outline *outline, struct point to);
void outline_line(struct outline *outline, struct point to);
void outline_curve(struct outline *outline, struct point first, struct point second, struct point to);
void outline_close(struct outline *outline);
/* An elliptical arc from the current point, as path data's A has it. */
struct svg_arc {
	struct point radii;
	double rotation; /* degrees */
	bool large, sweep;
	struct point to;
};
void outline_arc(struct outline *outline, struct svg_arc arc);

/* Reads the next number of SVG's grammar, with the comma or space before it; false when there is none. */
bool svg_number(const char **text, double *number);
/* Whether only white space is left. */
bool svg_done(const char *text);
/* Reads path data. */
bool svg_path(struct outline *outline, const char *data);
/* Reads a list of transforms and multiplies it onto the matrix. */
bool svg_transform(struct matrix *matrix, const char *text);
/* The matrix that applies inner first, then outer. */
struct matrix matrix_multiply(struct matrix outer, struct matrix inner);
struct point matrix_apply(struct matrix matrix, struct point point);
/* Points (1/72 inch) to a length, kept within what paper can be. */
length_t svg_length(double points);

/* Reads a drawing; its colours must be the theme's, or any where theme is NULL. NULL after an error. */
const struct artwork *artwork_read(struct arena *arena, struct diag *diag, const struct theme *theme,
				   const char *path);

#endif
