/*
 * The files of one request, in memory: a PDF, pictures in its place, or what goes beside a PDF for a print shop.
 *
 * Offsets: none.  Lengths: bytes.
 * Memory:  the workshop's arena.
 * Errors:  to the workshop's sink; then there are no files.
 */
#ifndef CLI_MADE_H
#define CLI_MADE_H

#include "cli/production.h"

struct made_file {
	const char *suffix; /* behind the document's stem: ".pdf", "-job.pdf", "-01.png" */
	struct bytes bytes;
};

struct made {
	struct production production;
	const struct made_file *files; /* the one that a table shows is the last */
	size_t count;
};

/* Makes all files of a request, or none. */
bool made_files(const struct workshop *workshop, const struct request *request, struct made *made);

#endif
