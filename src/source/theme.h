/*
 * The theme: colours and styles, a style standing on another by base. templates/theme.xml.
 *
 * Offsets: none.  Lengths: length_t at scale 1.
 * Memory:  the run's arena.
 * Errors:  found while loading.
 */
#ifndef SOURCE_THEME_H
#define SOURCE_THEME_H

#include <stdbool.h>
#include <stddef.h>

#include "source/style.h"

struct arena;
struct diag;
struct schemas;

struct theme {
	const char *id;
	const struct color *colors;
	size_t color_count;
	const struct style *styles;
	size_t style_count;
};

/* Reads theme.xml; NULL after an error. */
const struct theme *theme_load(struct arena *arena, struct diag *diag, struct schemas *schemas,
			       const char *path);
/* The style or colour with this id, or NULL. */
const struct style *style_find(const struct theme *theme, const char *id);
const struct color *color_find(const struct theme *theme, const char *id);
/* The colour that is darkest in grey. */
const struct color *color_darkest(const struct theme *theme);
/* Reads "#1a1a1a"; false for anything else. */
bool color_parse(const char *text, uint8_t rgb[3]);
/* The colour that looks so on the screen, or NULL. */
const struct color *color_of_screen(const struct theme *theme, const uint8_t rgb[3]);

#endif
