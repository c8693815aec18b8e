/*
 * The languages that try a design hardest, in one file: the longest, the tallest, the shortest and one from right to left.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  results live in the run's arena.
 * Errors:  each language's own go to the sink; the others go on.
 */
#ifndef CLI_WORST_H
#define CLI_WORST_H

#include "cli/command.h"
#include "cli/selection.h"

/* Renders a file for each document of the selection; the exit status. */
int worst_render(struct context *context, const struct material *material, const struct selection *selection,
		 const char *output);

#endif
