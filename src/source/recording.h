/*
 * Recordings: a text read aloud, and which text it was. audio/<document>/<tag>.mp3, and beside it <tag>.xml.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  go to the sink: a recording of another text than the present one is refused.
 */
#ifndef SOURCE_RECORDING_H
#define SOURCE_RECORDING_H

#include "base/file.h"
#include "source/compose.h"

struct recording {
	const char *role; /* who speaks: never a name */
	const char *date; /* yyyy-mm-dd */
	struct bytes sound;
};

/* The recording of a text with this code; NULL where there is none, or after an error. */
const struct recording *recording_read(struct arena *arena, struct diag *diag,
				       const struct material *material, const struct document *document,
				       const char *code);

#endif
