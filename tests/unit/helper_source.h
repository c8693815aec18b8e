/*
 * A data tree of a test's own: a copy of tests/unit/data in which a test spoils one thing.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena of the tree, gone with tree_close.
 * Errors:  a copy that fails ends the test.
 */
#ifndef UNIT_HELPER_SOURCE_H
#define UNIT_HELPER_SOURCE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "source/compose.h"

struct tree {
	struct arena *arena;
	struct diag *diag;
	const char *folder;
	struct material material;
};

/* A fresh copy, in the folder for temporary files. */
struct tree *tree_open(void);
void tree_close(struct tree *tree);
/* The path of a file in it. */
const char *tree_path(struct tree *tree, const char *name);
/* Writes a file of it. */
void tree_write(struct tree *tree, const char *name, const char *text);
/* Replaces the first occurrence of a text in a file of it; it must be there. */
void tree_replace(struct tree *tree, const char *name, const char *old, const char *new);
/* Loads the material and composes the document "leaf"; NULL after an error. second may be NULL. */
const struct document *tree_compose(struct tree *tree, const char *language, const char *second,
				    const char *edition);
/* What the sink holds, as printed, with paths from the tree's folder on. */
const char *tree_said(struct tree *tree);

#endif
