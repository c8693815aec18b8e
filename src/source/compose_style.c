/* A floor is the smallest size that an edition allows for some styles in a script; copyfitting may not go below it for any style that the
 * document uses. */
#include "source/compose_parts.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

/* A floor for the style of writing goes before one for the script, and that before one for all others. */
static length_t floor_of(const struct edition *edition, const char *style, const char *script,
			 const struct font_rule *rule)
{
	length_t others = 0;
	bool named = false;

	for (size_t i = 0; i < edition->floor_count; i++) {
		const struct floor *floor = &edition->floors[i];

		if (!tag_listed(floor->styles, style))
			continue;
		if (rule && strcmp(floor->script, rule->style) == 0)
			return floor->size;
		if (strcmp(floor->script, script) == 0 || (!*floor->script && !named))
			others = floor->size;
		named |= strcmp(floor->script, script) == 0;
	}
	return others;
}

static const char *points(struct arena *arena, length_t size)
{
	struct buf buf = buf_new(arena);

	buf_add_milli(&buf, size);
	return buf.data;
}

static void respect_floor(struct composer *composer, const struct style *style, struct loc loc)
{
	struct document *document = composer->document;
	int64_t scale = ((int64_t)style->floor * 1000 + style->size - 1) / style->size;

	if (scale > (style->fixed ? 1000 : document->max_scale))
		diag_add(composer->diag, DIAG_FLOOR_UNREACHABLE, loc, NULL, style->id,
			 points(composer->arena, style->floor), NULL);
	else if (!style->fixed && scale > document->min_scale)
		document->min_scale = (int32_t)scale;
}

const struct style *compose_style(struct composer *composer, const char *id, const struct language *language,
				  int align, struct loc loc)
{
	const struct style *base = style_find(composer->material->theme, id);
	struct style *style;

	if (!base) {
		diag_add(composer->diag, DIAG_STYLE_UNKNOWN, loc, NULL, id, NULL);
		return NULL;
	}
	style = arena_alloc(composer->arena, sizeof *style);
	*style = *base;
	if (composer->request->edition->text_color && !composer->request->guides)
		style->color = color_find(composer->material->theme, composer->request->edition->text_color);
	style->floor = floor_of(composer->request->edition, id, language->script,
				font_rule_find(&composer->material->fonts, language->script, language));
	if (align >= 0)
		style->align = (enum align)align;
	for (size_t i = 0; i < composer->styles.length; i++) {
		const struct style *known = composer->styles.data[i];

		if (known->id == style->id && known->floor == style->floor && known->align == style->align)
			return known;
	}
	respect_floor(composer, style, loc);
	vec_push(composer->arena, &composer->styles, style);
	return style;
}
