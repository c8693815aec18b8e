/*
 * Changing sentences of a master where they stand; everything else of the file, comments too, stays as it is.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  scratch in the arena given.
 * Errors:  go to the sink.
 */
#ifndef SOURCE_MASTER_EDIT_H
#define SOURCE_MASTER_EDIT_H

#include "source/master.h"

/* What is to be done to a unit. */
struct master_change {
	const char *id;
	struct words words;         /* none: they stay */
	const char *const *remarks; /* become comments before it, unless they stand in the file already */
	size_t remark_count;
};

/* Changes a file; nothing is written where nothing changes. remarks: how many were new. False after an error. */
bool master_edit(struct arena *arena, struct diag *diag, const struct master_file *file,
		 const struct master_change *changes, size_t count, size_t *remarks);

#endif
