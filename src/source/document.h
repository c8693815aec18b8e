/*
 * The composed document: what compose makes of translations, a template and an edition, and all later stages read.
 *
 * Offsets: none.  Lengths: length_t; rectangles from the lower left corner of the page, y up, already mirrored for
 *          right-to-left documents.
 * Memory:  the document's arena; everything is const to the later stages.
 * Errors:  none here; every part reaches a struct loc.
 *
 * Text is UTF-8, NFC, without bidirectional control characters; isolates are properties of spans.
 */
#ifndef SOURCE_DOCUMENT_H
#define SOURCE_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/length.h"
#include "base/loc.h"
#include "source/artwork.h"
#include "source/edition.h"
#include "source/language.h"
#include "source/page_master.h"
#include "source/style.h"

enum span_kind {
	SPAN_TEXT,   /* words as written */
	SPAN_NUMBER, /* value: ASCII digits, to be printed in the language's digits */
	SPAN_DATE,   /* value: yyyy-mm-dd, to be printed as the locale writes a full date */
	SPAN_MONTH,  /* value: yyyy-mm, to be printed as month and year */
	SPAN_LITERAL, /* telephone number, address, law: as is, isolated left to right, not divided at spaces */
	SPAN_NAME,    /* a foreign name in its own language, isolated */
	SPAN_PAGE,    /* number of the page; set in layout */
	SPAN_PAGES    /* how many pages; set in layout */
};

struct span {
	enum span_kind kind;
	const char *text;                /* UTF-8; NULL for page numbers */
	const struct language *language; /* of these words */
	const char *uri;                 /* where a link leads, or NULL */
	const char *fact;                /* key, or NULL */
	bool bold;
	struct loc loc;
};

/* Roles are structure types (ISO 32000-1, 14.8.4); ROLE_NONE is an artifact. */
enum role {
	ROLE_NONE,
	ROLE_DOCUMENT,
	ROLE_SECT,
	ROLE_H1,
	ROLE_H2,
	ROLE_H3,
	ROLE_P,
	ROLE_L,
	ROLE_LI,
	ROLE_LBL,
	ROLE_LBODY,
	ROLE_FIGURE,
	ROLE_LINK,
	ROLE_SPAN
};

/* A paragraph, heading, list item or figure in one language. */
struct block {
	size_t index;     /* position in document.blocks */
	const char *unit; /* unit id (or the string's) */
	enum role role;   /* ROLE_LI for an item, ROLE_FIGURE, ROLE_P, ROLE_H1 ... or ROLE_NONE */
	const struct style *style;
	const struct language *language;
	const struct span *spans; /* none for a figure */
	size_t span_count;
	const struct artwork *artwork; /* figures only */
	const char *alt;               /* figures only */
	int number;                    /* printed beside the text, counted from 1; 0 for none */
	int list;                      /* items of one list share a number, counted from 1; 0 elsewhere */
	struct loc loc;
};

/* Blocks that stand beside each other: the same unit in one or two languages. second is NULL in one language. */
struct row {
	const struct block *first, *second;
};

struct flow {
	const char *id;
	const struct row *rows;
	size_t row_count;
	const struct language *language; /* of rows in one language; NULL: the document's first */
};

/* What the file asks of the printer (ISO 32000-1, table 150). */
enum duplex { DUPLEX_UNSAID, DUPLEX_NONE, DUPLEX_LONG, DUPLEX_SHORT };

struct document {
	const char *id, *version, *date; /* date: yyyy-mm-dd, the text's own */
	const char *title, *subject;     /* in the first language */
	const char *keywords;
	const char *stem;                         /* file name without ".pdf" */
	const char *code;                         /* version code, or "" */
	const struct language *language, *second; /* second: NULL in one language */
	const struct edition *edition;
	const struct flow *flows;
	size_t flow_count;
	const struct page_master *pages;
	size_t page_count;
	const struct block *const *blocks; /* every block that stands in flows and runnings, by index */
	size_t block_count;
	const struct style *number_style; /* of the numbers beside the text, or NULL: none are printed */
	int32_t min_scale, max_scale;     /* thousandths; min already respects the floors of the edition */
	int32_t stretch;                  /* by how much of itself a space may grow, in thousandths */
	const struct style *guide_style;  /* of guides drawn over the pages, or NULL: none are */
	enum duplex duplex;
	const char *output_intent; /* ICC profile of a print shop, or NULL: the usual one */
	bool released;
	struct loc loc;
};

#endif
