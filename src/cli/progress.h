/*
 * Progress: a bar on a terminal, a line per file elsewhere.
 *
 * Offsets: none.  Lengths: files.
 * Memory:  none.
 * Errors:  none.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>

struct progress_bar {
	size_t done, total;
	bool terminal;
};

/* Starts at none of total; looks whether stderr is a terminal. */
struct progress_bar progress_start(size_t total);
/* One more is ready. */
void progress_step(struct progress_bar *bar, const char *name, bool good);
/* Clears the bar. */
void progress_end(struct progress_bar *bar);

#endif
