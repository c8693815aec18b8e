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

/* A page's place on a sheet: its number from 1, or counted back from the last as -1, -2 ... */
struct sheet_panel {
	int page;
	bool turned; /* its head points down */
};

/* A cut or a fold: after this column (vertical) or row, from one line of the grid across it to another. */
struct sheet_line {
	bool cut, vertical;
	int after, from, to;
};

/* How pages are laid on sheets. Panels stand in rows from the top, as for readers from left to right; for others columns are mirrored. */
struct sheet_plan {
	length_t width, height;
	int columns, rows;
	const struct sheet_panel *front, *back; /* back NULL: one side */
	int step;                               /* how far page numbers go on from sheet to sheet */
	length_t creep;                         /* thickness of a folded sheet */
	int languages; /* at most so many share a sheet, each with pages of its own */
	const struct sheet_line *lines;
	size_t line_count;
};

struct edition {
	const char *id, *name_nl, *name_en;
	const char *suffix;     /* of the template: template "sheet" + "-large" */
	const char *documents;  /* ids of those that are made in this edition where none is asked for */
	const char *templates;  /* of the documents that it is for, or "": of those that no edition names */
	const char *languages;  /* those that are made where none is asked for, or "": all */
	length_t width, height; /* of the trimmed page */
	length_t safe;          /* no text nearer to the edge */
	length_t bleed;
	enum color_space color_space;
	unsigned claims;
	int32_t min_scale, max_scale; /* 0: the template's */
	bool tagged, links, outline, duplex;
	const char *text_color; /* id of the colour of all text, or NULL: as the styles say */
	bool grey;              /* asked for in grey: stands in the file name */
	int picture;            /* width in pixels of the pictures that are made in place of a PDF, or 0 */
	bool compact;           /* has little room: scripts that have a compact font use it */
	bool marks;             /* crop marks around the bleed */
	const struct floor *floors;
	size_t floor_count;
	const struct sheet_plan *sheet; /* NULL: pages are printed as they are */
	const char *stem;               /* stands in file names for the document, or NULL */
	const char *title;              /* id of the unit that is the file's title, or NULL */
	bool discreet;                  /* nothing outside the pages tells what they are about */
	struct loc loc;
};

#endif
