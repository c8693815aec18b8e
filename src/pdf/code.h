/*
 * Character codes: what the content writes for a glyph. One code per distinct pair of a glyph and the text that it
 * stands for, so that the way back to Unicode is exact even where one glyph stands for several texts.
 *
 * Offsets: UTF-16 code units into the para's text.  Lengths: thousandths of an em.
 * Memory:  the arena given to codes_new.
 * Errors:  none.
 */
#ifndef PDF_CODE_H
#define PDF_CODE_H

#include "base/vec.h"
#include "pdf/string.h"
#include "text/font.h"

struct arena;

/* A glyph of a code, and how far its origin is from the code's own. */
struct part {
	uint32_t gid;
	int32_t x, y;
};

/* One glyph; or several that stand for fewer characters than they are, and so are drawn as one. */
struct code {
	const struct part *parts;
	size_t part_count;
	struct utf16 text;
	int32_t width; /* of the glyph in its font program */
	uint16_t cid;  /* set by codes_number */
	bool mirrored; /* drawn from right to left: its outlines are turned about within its width */
};

/* A font of the job and its codes, in the order in which they were met. */
struct code_font {
	const struct font *font;
	VEC(struct code) codes;
	VEC(uint32_t) gids; /* distinct, ascending; set by codes_number */
	uint32_t *slots;    /* a hash table of index + 1 into codes */
	size_t slot_count;
};

struct codes {
	struct arena *arena;
	bool mirror; /* right-to-left runs are drawn by mirrored glyphs */
	VEC(struct code_font *) fonts;
};

/* An empty set of fonts. */
struct codes *codes_new(struct arena *arena, bool mirror);
/* Whether the font program has no glyph for a code as it is. */
bool code_composed(const struct code *code);
/* The index of a font, which is kept when it is new. */
size_t codes_font(struct codes *codes, const struct font *font);
/* The index of a code, which is kept when it is new. */
uint32_t codes_find(struct codes *codes, struct code_font *font, struct code code);
/* Gives the codes their numbers, when all runs are in. */
void codes_number(struct codes *codes);

#endif
