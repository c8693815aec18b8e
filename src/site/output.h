/*
 * A folder that is made again: only what has changed is written, and what we made before and make no longer goes.
 *
 * Offsets: none.  Lengths: files.
 * Memory:  the arena given to output_open.
 * Errors:  go to the sink; a list of files that names what could not be ours is refused whole.
 */
#ifndef SITE_OUTPUT_H
#define SITE_OUTPUT_H

#include <stdbool.h>

#include "base/file.h"
#include "base/map.h"
#include "base/vec.h"

struct output {
	struct arena *arena;
	struct diag *diag;
	const char *folder;
	VEC(const char *) paths;
	struct map known;
	size_t written, kept, removed;
	bool
	    spared; /* set where a text could not be read or made: then nothing is removed, and the list keeps what stood there */
	bool failed;
};

/* Opens a folder, which is made where it is missing; false when it cannot be. */
bool output_open(struct arena *arena, struct diag *diag, const char *folder, struct output *output);
/* Puts a file at a path below the folder, with '/' between its parts. */
bool output_put(struct output *output, const char *path, struct bytes bytes);
/* Removes the files of the runs before that were not put again, and writes the list of those that were. A file that is new is in the
 * list before it is in the folder. */
bool output_close(struct output *output);

#endif
