/*
 * Production: one request through every stage.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given: the job's.
 * Errors:  each stage collects its own; the barrier between stages stops the request.
 */
#ifndef CLI_PRODUCTION_H
#define CLI_PRODUCTION_H

#include "base/file.h"
#include "layout/page.h"
#include "source/compose.h"
#include "text/para.h"

struct arena;
struct diag;

/* What the stages of one request left behind; NULL or empty from the first that failed. */
struct production {
	const struct document *document;
	struct text text;
	struct pages pages;
	struct pages sheets; /* what is printed: the pages laid on sheets, or as they are */
	struct bytes pdf;
	bool released; /* the document, and every other one on its sheets */
};

/* How far to go. */
enum production_end {
	PRODUCTION_COMPOSED,
	PRODUCTION_SHAPED,
	PRODUCTION_LAID_OUT,
	PRODUCTION_IMPOSED,
	PRODUCTION_WRITTEN
};

/* What one worker has at hand. */
struct workshop {
	struct arena *arena;
	struct diag *diag;
	const struct material *material;
	struct fontset *fontset;
};

/* Runs the stages up to the one named; false when an author's mistake or the environment stopped it. */
bool produce(const struct workshop *workshop, const struct request *request, enum production_end end,
	     struct production *production);

#endif
