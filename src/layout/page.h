/*
 * Pages: a display list, each mark tied to its element. What a writer needs, and nothing of how it came to be.
 *
 * Offsets: none.  Lengths: length_t from the lower left corner of the trimmed page, y up.
 * Memory:  the document's arena.
 * Errors:  none.
 */
#ifndef LAYOUT_PAGE_H
#define LAYOUT_PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/length.h"
#include "layout/element.h"
#include "source/document.h"
#include "text/para.h"

enum op_kind { OP_GLYPHS, OP_ARTWORK, OP_RULE, OP_LINK };

/* Glyphs of one font on one baseline, from (x, y) to the right; glyph order is visual. */
struct op_glyphs {
	const struct para *para; /* run.start and clusters point into its text */
	struct glyph_run run;
	const struct font *font;
	length_t size; /* of this font: the family's factor is in it */
	const struct color *color;
	bool hyphen;   /* the last glyph in logical order is a hyphen that is not in the text */
	bool line_end; /* the last run, in logical order, of its line */
};

struct op {
	enum op_kind kind;
	const struct element *element; /* NULL: an artifact */
	length_t x, y;
	union {
		struct op_glyphs glyphs;
		struct {
			const struct artwork *artwork;
			length_t width, height;
			bool mirrored;
		} artwork;
		struct {
			length_t width, height;
			const struct color *color;
		} rule; /* filled */
		struct {
			length_t width, height;
			const char *uri;
			const char *contents;
		} link;
	};
};

/* What a frame got: for tables, tests and guides. */
struct frame_use {
	const struct frame *frame;
	length_t used;  /* height filled, before spare room was shared out */
	length_t drawn; /* height filled as drawn */
};

struct page;

/* A page laid on a sheet. */
struct panel {
	const struct page *page;
	length_t x, y; /* lower left corner, on the sheet, of the place that it takes */
	bool turned;   /* its head points down */
	int32_t scale; /* thousandths; 0: as it is. Only what stands upright is made smaller */
};

struct page {
	length_t width, height;
	const struct op *ops; /* in reading order; artifacts where they are drawn */
	size_t op_count;
	const struct frame_use *uses;
	size_t use_count;
	const struct page_master *master; /* NULL: a side of a sheet */
	const struct panel *panels;       /* the pages on it, drawn after its own ops */
	size_t panel_count;
};

struct pages {
	const struct document *document;
	const struct page *data;
	size_t length;
	const struct element *root; /* ROLE_DOCUMENT */
	size_t element_count;
	int32_t scale; /* found by copyfitting, thousandths */
};

#endif
