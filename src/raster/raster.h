/*
 * Pages as pictures: drawn by poppler's pdftocairo, in a process of its own.
 *
 * Offsets: none.  Lengths: pixels.
 * Memory:  the arena given.
 * Errors:  a program that is missing or fails goes to the sink.
 */
#ifndef RASTER_RASTER_H
#define RASTER_RASTER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"

struct arena;
struct diag;

/* A PDF and how wide its pages are to be. */
struct raster {
	struct bytes pdf;
	size_t pages;
	int width;
	const char *name; /* for messages */
};

/* Draws every page as PNG; NULL, with a diagnostic, when one cannot be drawn. */
const struct bytes *raster_draw(struct arena *arena, struct diag *diag, const struct raster *raster);

#endif
