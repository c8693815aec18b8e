/*
 * Fonts: files of the manifest, opened once per worker; subsets for embedding.
 *
 * Offsets: none.  Lengths: thousandths of an em, whatever the file's own unit, unless said otherwise.
 * Memory:  the arena given to fontset_new; font files are mapped, not copied.
 * Errors:  a missing or damaged file goes to the sink, once per file.
 */
#ifndef TEXT_FONT_H
#define TEXT_FONT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/length.h"
#include "source/fontlist.h"
#include "source/language.h"
#include "source/style.h"

struct arena;
struct diag;
struct font_handle; /* HarfBuzz's objects */

struct font {
	const struct family *family;
	enum weight weight; /* the weight of the file, which may be regular where bold was asked */
	const char *postscript_name;
	int32_t italic_angle;                    /* thousandths of a degree */
	int32_t bbox[4];                         /* xmin ymin xmax ymax of the head table */
	int32_t ascender, descender, cap_height; /* hhea and OS/2, for the font descriptor */
	bool cff;
	struct font_handle *handle;
};

/* What one glyph covers, relative to its origin. */
struct extents {
	int32_t xmin, ymin, xmax, ymax; /* all 0: no ink */
};

/* A font program with only some glyphs. */
struct font_subset {
	const unsigned char *data; /* a TrueType file, or a bare CFF table where the font is CFF */
	size_t length;
	const uint32_t *new_gids; /* new glyph id of each asked glyph, in the order asked */
};

struct fontset;

/* An empty set over a manifest; fonts open when they are first needed. */
struct fontset *fontset_new(struct arena *arena, const struct fontlist *fontlist);
/* The font of a family and weight (regular, with a note, where bold is missing); NULL after an error. */
const struct font *fontset_open(struct fontset *fontset, struct diag *diag, const struct family *family,
				enum weight weight);
/* The manifest of the set. */
const struct fontlist *fontset_list(const struct fontset *fontset);
/* Whether the font maps this code point to a glyph. */
bool font_has(const struct font *font, uint32_t code_point);
/* Ink of a glyph. */
struct extents font_extents(const struct font *font, uint32_t gid);
/* Advance width of a glyph as its font program states it, rounded to thousandths of an em. */
int32_t font_width(const struct font *font, uint32_t gid);
/* Takes count glyphs (ascending, without 0) out of a font; false with a diagnostic when HarfBuzz cannot. */
bool font_subset(struct arena *arena, struct diag *diag, const struct font *font, const uint32_t *gids,
		 size_t count, struct font_subset *subset);

#endif
