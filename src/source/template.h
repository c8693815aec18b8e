/*
 * Layouts, as their author wrote them: logical directions, nothing resolved. templates/<id>.xml.
 *
 * Offsets: none.  Lengths: length_t from the page's edges; top and bottom count downwards and upwards from theirs.
 * Memory:  the arena given to template_read.
 * Errors:  go to the sink.
 */
#ifndef SOURCE_TEMPLATE_H
#define SOURCE_TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "source/document.h"

struct arena;
struct diag;
struct schemas;

/* Two of start, end and width, and two of top, bottom and height, tell a rectangle; LENGTH_NONE is absent. */
struct box {
	length_t start, end, width;
	length_t top, bottom, height;
};

enum { LENGTH_NONE = INT32_MIN };

enum item_kind { ITEM_FRAME, ITEM_RUNNING, ITEM_ARTWORK, ITEM_RULE, ITEM_LOGO, ITEM_QR };

struct section_ref {
	const char *ref, *style_prefix; /* ref NULL: of one unit, the first; prefix "" for none */
	const char *first, *last;       /* units where a part of it begins and ends, or NULL */
	struct loc loc;
};

enum string_language { STRING_OWN, STRING_NL, STRING_BOTH };

struct string_ref {
	const char *ref, *style; /* style NULL: the running's default */
	enum string_language language;
	struct loc loc;
};

/* Whether an element needs something to be so, or not to be so. */
enum item_when { WHEN_ALWAYS, WHEN_ONLY, WHEN_NEVER };

/* One element of a page; which fields hold follows from the kind. */
struct template_item {
	enum item_kind kind;
	const char *id;
	struct box box;
	enum item_when draft, stamp, bleed, qr; /* shown on a draft, with a stamp, a bleed, a QR code */
	struct loc loc;
	length_t side, gap; /* frame */
	int columns;
	int32_t grow;     /* frame: thousandths; how much larger than the rest its text may be set */
	const char *next; /* frame: id of the frame that the text flows on into, or NULL */
	const struct section_ref *sections;
	size_t section_count;
	const struct string_ref *strings; /* running */
	size_t string_count;
	int align;         /* running: enum align, or -1 for the style's */
	const char *ref;   /* artwork */
	const char *color; /* rule */
};

/* Which of two languages a page holds. */
enum page_language { PAGE_BOTH, PAGE_FIRST, PAGE_SECOND };

struct template_page {
	const char *id;
	enum page_language language;
	bool repeat, optional;
	const struct template_item *items;
	size_t item_count;
	struct loc loc;
};

struct template
{
	const char *id;
	int32_t min_scale, max_scale;
	int32_t stretch;          /* by how much of itself a space may grow, in thousandths */
	bool partial;             /* what has no place in it is left out on purpose */
	const char *number_style; /* of the numbers beside the text, or NULL for the theme's "number" */
	const struct template_page *pages;
	size_t page_count;
	struct loc loc;
};

/* Reads a layout; NULL after an error. */
const struct template *template_read(struct arena *arena, struct diag *diag, struct schemas *schemas,
				     const char *path);
/* Puts a box on a page of this size, mirrored where the document reads from right to left; false when it says too much or too
 * little. It may lie outside the page. */
bool box_place(const struct box *box, const struct edition *edition, enum direction direction,
	       struct rect *rect);

#endif
