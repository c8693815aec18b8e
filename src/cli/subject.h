/*
 * The subject of a command about one text: "DOCUMENT TAG". The common strings may stand for a document.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the run's arena.
 * Errors:  an unknown name goes to the sink.
 */
#ifndef CLI_SUBJECT_H
#define CLI_SUBJECT_H

#include <stdbool.h>

#include "cli/command.h"
#include "source/compose.h"

struct subject {
	const char *document;
	const struct language *language;
};

/* What the two operands name; false when one is missing or unknown. */
bool subject_find(struct context *context, const struct material *material, struct subject *subject);

#endif
