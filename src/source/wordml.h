/*
 * The main part of a Word file (ECMA-376 part 1, 17), read as rows of cells of words: what a person sees, and what stands there that is
 * no words. Everything else, from styles to content controls, is looked through.
 *
 * Offsets: rows count from 0, over all tables.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  what is no such part goes to the sink; what its words are worth, the caller judges.
 */
#ifndef SOURCE_WORDML_H
#define SOURCE_WORDML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"
#include "source/words.h"

struct arena;
struct diag;

/* What was found beside words; bits. */
enum wordml_found {
	WORDML_TRACKED = 1, /* changes that nobody accepted yet; read as if they were */
	WORDML_STRUCK = 2,  /* words with a line through them */
	WORDML_PICTURE = 4, /* picture, text box, formula, embedded file */
	WORDML_TABLE = 8,   /* a table in the cell */
	WORDML_NOTE = 16,   /* footnote or endnote */
	WORDML_SYMBOL = 32, /* a letter that is one in its own font only */
	WORDML_MERGED = 64  /* the cell covers several columns or rows */
};

struct wordml_cell {
	const struct words *paragraphs; /* those that hold something; text and bold alone */
	size_t paragraph_count;
	const char *const *comments; /* ids of comments that hang here */
	size_t comment_count;
	unsigned found;
};

struct wordml_row {
	const struct wordml_cell *cells;
	size_t cell_count;
	const char *mark; /* name of the first bookmark in it, or NULL */
	bool deleted;     /* by a tracked change */
};

struct wordml {
	const struct wordml_row *rows;
	size_t row_count;
	const struct words *outside; /* paragraphs outside the tables */
	size_t outside_count;
};

struct wordml_comment {
	const char *id;
	const struct words *paragraphs;
	size_t paragraph_count;
};

/* A part of a package, and the file that it was taken from. */
struct wordml_part {
	const char *path;
	struct bytes bytes;
};

/* Reads the main part; false after an error. */
bool wordml_read(struct arena *arena, struct diag *diag, const struct wordml_part *part,
		 struct wordml *wordml);
/* Reads the comments part; NULL when there are none, or after an error. */
const struct wordml_comment *wordml_comments(struct arena *arena, struct diag *diag,
					     const struct wordml_part *part, size_t *count);
/* Reads a part of relations (ECMA-376 part 2, 9.3): the target of the first whose type ends so, or NULL. */
const char *wordml_relation(struct arena *arena, struct diag *diag, const struct wordml_part *part,
			    const char *type);

#endif
