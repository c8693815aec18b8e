/*
 * The structure tree (ISO 32000-1, 14.7): what the marks on the pages are, in reading order.
 *
 * Offsets: pages count over the job, marked-content identifiers on each page; both from 0.  Lengths: length_t.
 * Memory:  the arena given to output_new.
 * Errors:  none of its own.
 */
#ifndef PDF_STRUCTURE_H
#define PDF_STRUCTURE_H

#include <stdbool.h>

#include "base/vec.h"
#include "layout/page.h"
#include "pdf/object.h"

struct arena;

/* A marked-content sequence; order counts over the document. */
struct mark {
	size_t page;
	int mcid;
	size_t order;
};

struct annotation {
	struct dict *dict;
	size_t page;
};

/* What the pages hold of an element. */
struct trace {
	VEC(struct mark) marks;
	VEC(struct annotation) annotations;
	struct dict *dict; /* set by structure_write, where there is anything to tag */
	bool held;         /* it or an element below it has marks or annotations */
	size_t first;      /* order of the first of those */
	bool begun;        /* it has ink: on this page, from this height down */
	size_t page;
	length_t top;
	struct rect box; /* around its artwork */
	bool words;      /* some of its own ink is text */
};

/* One document of the job. */
struct structure {
	const struct pages *pages;
	struct trace *traces; /* by element.index */
	size_t marks;         /* made so far */
	size_t first_page;
};

/* A page, and the elements of its marks by identifier. */
struct output_page {
	struct dict *dict;
	struct structure *structure;
	VEC(const struct element *) marked;
};

/* The file on its way: its documents and their pages. */
struct output {
	struct arena *arena;
	struct pdf *pdf;
	VEC(struct structure *) documents;
	VEC(struct output_page) pages;
};

/* An output without documents. */
struct output *output_new(struct arena *arena, struct pdf *pdf);
/* Adds a document and its pages. */
struct structure *output_add(struct output *output, const struct pages *pages);
/* The trace of an element. */
struct trace *structure_trace(struct structure *structure, const struct element *element);
/* Adds a marked-content sequence of an element to a page and gives its identifier. */
int structure_mark(struct output *output, size_t page, const struct element *element);
/* Adds an annotation that stands on a page to its element. */
void structure_annotate(struct output *output, size_t page, const struct element *element,
			struct dict *annotation);
/* The structure type of a role. */
const char *structure_type(enum role role);
/* Writes the tree of all tagged documents into the catalog, and the way back from marks and annotations. */
void structure_write(struct output *output);

#endif
