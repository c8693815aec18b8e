/*
 * The structure tree of a document, made before its pages: which element the marks of a block belong to.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  none.
 */
#ifndef LAYOUT_TREE_H
#define LAYOUT_TREE_H

#include <stdbool.h>

#include "layout/element.h"
#include "text/para.h"

/* What one block became; all NULL for an artifact. */
struct branch {
	const struct element *body;         /* P, H1 ..., LBody, Figure */
	const struct element *label;        /* Lbl of an item, or NULL */
	const struct element *const *spans; /* by span: the body, or a Span or Link in it */
};

struct tree {
	struct element *root;
	const struct branch *branches; /* by block */
};

/* Builds Document, a Sect for each flow (and once more for each in the second language) and what is in them. Runnings of
 * the first page that are no artifacts stand before the Sects, or behind them where they stand below all frames. */
struct tree tree_build(struct arena *arena, const struct document *document, const struct text *text);
/* Whether a running stands above the frames of its page. */
bool tree_running_above(const struct page_master *master, const struct running *running);

#endif
