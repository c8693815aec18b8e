/*
 * Styles and colours: theme.xml, with CSS's words.
 *
 * Offsets: none.  Lengths: length_t at scale 1; factors are thousandths.
 * Memory:  the run's arena.
 * Errors:  found while loading (source/theme.h).
 */
#ifndef SOURCE_STYLE_H
#define SOURCE_STYLE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/length.h"
#include "base/loc.h"

enum weight { WEIGHT_REGULAR, WEIGHT_BOLD };
enum align { ALIGN_START, ALIGN_CENTER, ALIGN_END };

struct color {
	const char *id;
	uint8_t rgb[3];  /* sRGB, for the screen */
	uint8_t cmyk[4]; /* per cent of ink, for the press */
	uint8_t grey;    /* per cent of light: 0 is black */
	bool foreign;    /* of a logo: known as sRGB alone, and converted where it is written */
	struct loc loc;
};

struct style {
	const char *id;
	const struct color *color, *rule_color;
	length_t size; /* of Latin letters; a family's factor comes on top */
	length_t space_before, space_after, indent_start;
	length_t rule_before; /* thickness of a line above the block, 0 for none; never scaled */
	length_t floor;       /* smallest size that the edition allows, 0 for none */
	int32_t grow;         /* thousandths: how far a figure may grow into spare room; 0 for not at all */
	int32_t leading;      /* thousandths of the family's own line height */
	enum weight weight;
	enum align align;
	bool hyphens, keep_with_next, keep_together;
	bool fixed; /* copyfitting leaves size and spaces alone */
	struct loc loc;
};

#endif
