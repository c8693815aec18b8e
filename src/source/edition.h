/*
 * Editions: what is made of a document: paper, colours, claims. templates/editions.xml.
 *
 * Offsets: none.  Lengths: length_t; scales are thousandths.
 * Memory:  the run's arena.
 * Errors:  found while loading.
 */
#ifndef SOURCE_EDITION_H
#define SOURCE_EDITION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/length.h"
#include "base/loc.h"

enum color_space { COLOR_SCREEN, COLOR_CMYK, COLOR_GREY };

/* What a file says of itself; bits. */
enum claim { CLAIM_UA1 = 1, CLAIM_A2A = 2, CLAIM_X4 = 4 };

struct floor {
	const char *styles; /* ids, separated by spaces */
	const char *script; /* ISO 15924, or "" for all others */
	length_t size;
};

struct edition {
	const char *id, *name_nl, *name_en;
	const char *suffix;     /* of the template: template "sheet" + "-large" */
	const char *documents;  /* ids of those that are made in this edition where none is asked for */
	length_t width, height; /* of the trimmed page */
	length_t safe;          /* no text nearer to the edge */
	length_t bleed;
	enum color_space color_space;
	unsigned claims;
	int32_t min_scale, max_scale; /* 0: the template's */
	bool tagged, links, outline, duplex;
	const struct floor *floors;
	size_t floor_count;
	struct loc loc;
};

#endif
