/* A style begins as a copy of its base, which must stand above it; so there are no circles. */
#include "source/theme.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "source/xml.h"

enum { INK_MOST = 260 }; /* per cent, over the four inks */

const struct color *color_darkest(const struct theme *theme)
{
	const struct color *darkest = theme->colors;

	for (size_t i = 1; i < theme->color_count; i++)
		if (theme->colors[i].grey < darkest->grey)
			darkest = &theme->colors[i];
	return darkest;
}

bool color_parse(const char *text, uint8_t rgb[3])
{
	static const char digits[] = "00112233445566778899aAbBcCdDeEfF";

	if (text[0] != '#' || strlen(text) != 7)
		return false;
	for (int i = 0; i < 6; i++) {
		const char *digit = strchr(digits, text[i + 1]);

		if (!digit)
			return false;
		rgb[i / 2] = (uint8_t)(rgb[i / 2] << 4 | (digit - digits) / 2);
	}
	return true;
}

/* More ink does not dry, and sets off on the next sheet. */
static void check_ink(struct diag *diag, const struct color *color)
{
	int ink = color->cmyk[0] + color->cmyk[1] + color->cmyk[2] + color->cmyk[3];
	char total[8], most[8];

	if (ink <= INK_MOST)
		return;
	snprintf(total, sizeof total, "%d", ink % 1000);
	snprintf(most, sizeof most, "%d", INK_MOST);
	diag_add(diag, DIAG_INK_LIMIT, color->loc, NULL, color->id, total, most, NULL);
}

static void read_color(struct diag *diag, const xmlNode *node, struct color *color)
{
	const char *screen = xml_attribute(node, "screen", ""), *cmyk = xml_attribute(node, "cmyk", "");
	unsigned ink[4];
	int grey = 0, end = 0;

	color->id = xml_attribute(node, "id", "");
	color->loc = xml_loc(node);
	if (!color_parse(screen, color->rgb))
		xml_complain(diag, node, "screen", "#1a1a1a");
	if (sscanf(cmyk, "%3u %3u %3u %3u%n", &ink[0], &ink[1], &ink[2], &ink[3], &end) != 4 || cmyk[end] ||
	    ink[0] > 100 || ink[1] > 100 || ink[2] > 100 || ink[3] > 100)
		xml_complain(diag, node, "cmyk", "0 0 0 100");
	else
		for (int i = 0; i < 4; i++)
			color->cmyk[i] = (uint8_t)ink[i];
	check_ink(diag, color);
	xml_int(diag, node, "grey", &grey);
	if (grey > 100)
		xml_complain(diag, node, "grey", "0 ... 100");
	color->grey = (uint8_t)(grey > 100 ? 100 : grey);
}

static void read_style_color(struct diag *diag, const struct theme *theme, const xmlNode *node,
			     const char *name, const struct color **color)
{
	const char *id = xml_attribute(node, name, NULL);

	if (id && !(*color = color_find(theme, id)))
		diag_add(diag, DIAG_COLOR_UNKNOWN, xml_loc(node), NULL, id, NULL);
}

static void read_style_words(struct diag *diag, const xmlNode *node, struct style *style)
{
	static const char *const weights[] = {"regular", "bold", NULL};
	static const char *const aligns[] = {"start", "center", "end", NULL};
	static const char *const hyphens[] = {"none", "auto", NULL};

	style->weight = (enum weight)xml_choice(diag, node, "weight", weights, (int)style->weight);
	style->align = (enum align)xml_choice(diag, node, "align", aligns, (int)style->align);
	style->hyphens = xml_choice(diag, node, "hyphens", hyphens, style->hyphens) == 1;
	xml_yes(diag, node, "keep-with-next", &style->keep_with_next);
	xml_yes(diag, node, "keep-together", &style->keep_together);
	xml_yes(diag, node, "fixed", &style->fixed);
}

static void read_style(struct diag *diag, const struct theme *theme, const xmlNode *node, struct style *style)
{
	const char *base = xml_attribute(node, "base", NULL);
	const struct style *above = base ? style_find(theme, base) : NULL;

	if (above)
		*style = *above;
	else
		*style = (struct style){.leading = 1000};
	if (base && !above)
		diag_add(diag, DIAG_STYLE_UNKNOWN, xml_loc(node), NULL, base, NULL);
	style->id = xml_attribute(node, "id", "");
	style->loc = xml_loc(node);
	read_style_color(diag, theme, node, "color", &style->color);
	read_style_color(diag, theme, node, "rule-color", &style->rule_color);
	xml_milli(diag, node, "size", SIZE_MOST, &style->size);
	xml_milli(diag, node, "leading", FACTOR_MOST, &style->leading);
	xml_milli(diag, node, "space-before", SPACE_MOST, &style->space_before);
	xml_milli(diag, node, "space-after", SPACE_MOST, &style->space_after);
	xml_milli(diag, node, "indent-start", SPACE_MOST, &style->indent_start);
	xml_milli(diag, node, "rule-before", SPACE_MOST, &style->rule_before);
	xml_milli(diag, node, "grow", FACTOR_MOST, &style->grow);
	read_style_words(diag, node, style);
	if (!style->color || style->size <= 0 || style->leading <= 0)
		diag_add(diag, DIAG_STYLE_INCOMPLETE, style->loc, NULL, style->id, NULL);
}

const struct style *style_find(const struct theme *theme, const char *id)
{
	for (size_t i = 0; i < theme->style_count; i++)
		if (strcmp(theme->styles[i].id, id) == 0)
			return &theme->styles[i];
	return NULL;
}

const struct color *color_find(const struct theme *theme, const char *id)
{
	for (size_t i = 0; i < theme->color_count; i++)
		if (strcmp(theme->colors[i].id, id) == 0)
			return &theme->colors[i];
	return NULL;
}

const struct color *color_of_screen(const struct theme *theme, const uint8_t rgb[3])
{
	for (size_t i = 0; i < theme->color_count; i++)
		if (memcmp(theme->colors[i].rgb, rgb, 3) == 0)
			return &theme->colors[i];
	return NULL;
}

static void complain_double(struct diag *diag, const xmlNode *node, bool doubled)
{
	if (doubled)
		diag_add(diag, DIAG_ID_DOUBLED, xml_loc(node), NULL, xml_attribute(node, "id", ""), NULL);
}

const struct theme *theme_load(struct arena *arena, struct diag *diag, struct schemas *schemas,
			       const char *path)
{
	struct xml_file file = {arena, diag, schemas, path, SCHEMA_TEMPLATE, "theme"};
	struct theme *theme = arena_alloc(arena, sizeof *theme);
	size_t failures = diag_count(diag, DIAG_ERROR);
	xmlNode *root = xml_read(&file);
	struct color *colors;
	struct style *styles;

	if (!root)
		return NULL;
	theme->id = xml_attribute(root, "id", "");
	theme->colors = colors = arena_array(arena, xmlChildElementCount(root), sizeof *colors);
	theme->styles = styles = arena_array(arena, xmlChildElementCount(root), sizeof *styles);
	for (xmlNode *node = xml_first(root); node; node = xml_next(node)) {
		const char *id = xml_attribute(node, "id", "");

		if (xml_is(node, "color")) {
			complain_double(diag, node, color_find(theme, id));
			read_color(diag, node, &colors[theme->color_count]);
			theme->color_count++;
		} else {
			complain_double(diag, node, style_find(theme, id));
			read_style(diag, theme, node, &styles[theme->style_count]);
			theme->style_count++;
		}
	}
	return diag_count(diag, DIAG_ERROR) == failures ? theme : NULL;
}
