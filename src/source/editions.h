/*
 * Reads the editions of a data tree. templates/editions.xml.
 *
 * Offsets: none.  Lengths: length_t.
 * Memory:  the run's arena.
 * Errors:  go to the sink.
 */
#ifndef SOURCE_EDITIONS_H
#define SOURCE_EDITIONS_H

#include <stdbool.h>

#include "source/edition.h"

struct arena;
struct diag;
struct schemas;

struct editions {
	const struct edition *data;
	size_t length;
};

/* Reads editions.xml; false after an error. */
bool editions_load(struct arena *arena, struct diag *diag, struct schemas *schemas, const char *path,
		   struct editions *editions);

#endif
