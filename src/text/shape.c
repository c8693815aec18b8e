/* HarfBuzz with its OpenType shaper alone: Debian's also carries Graphite, and which one ran must not depend on the font.
 * Scale 1000 makes every position an integer in thousandths of an em, rounded once. Every item is shaped with the text
 * around it as context, so that letters join across a change of weight. */
#include "text/shape.h"

#include <unicode/uchar.h>

#include "base/arena.h"
#include "text/stage.h"

enum { FEATURE_LIMIT = 64 };

struct feature_list {
	hb_feature_t data[FEATURE_LIMIT];
	unsigned count;
};

static void feature_add(struct feature_list *list, const struct font_feature *feature, unsigned start,
			unsigned end)
{
	if (list->count < FEATURE_LIMIT)
		list->data[list->count++] =
		    (hb_feature_t){hb_tag_from_string(feature->tag, 4), feature->value, start, end};
}

/* The language's features; some are for certain characters only. */
static void features_find(const struct voice *voice, const struct passage *passage, struct feature_list *list)
{
	for (size_t i = 0; i < voice->feature_count; i++) {
		const struct font_feature *feature = voice->features[i];

		if (!feature->last)
			feature_add(list, feature, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END);
		for (int32_t at = passage->start; feature->last && at < passage->end; at++)
			if (passage->text[at] >= feature->first && passage->text[at] <= feature->last)
				feature_add(list, feature, (unsigned)at, (unsigned)at + 1);
	}
}

static void buffer_fill(hb_buffer_t *buffer, const struct item *item, const struct voice *voice,
			const struct passage *passage)
{
	unsigned flags = HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES;

	if (passage->start == 0)
		flags |= HB_BUFFER_FLAG_BOT;
	if (passage->end == passage->length)
		flags |= HB_BUFFER_FLAG_EOT;
	hb_buffer_clear_contents(buffer);
	hb_buffer_set_flags(buffer, (hb_buffer_flags_t)flags);
	hb_buffer_add_utf16(buffer, passage->text, passage->length, (unsigned)passage->start,
			    passage->end - passage->start);
	hb_buffer_set_script(buffer, hb_script_from_string(item->script, 4));
	hb_buffer_set_language(buffer, voice->name);
	hb_buffer_set_direction(buffer, item->level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
}

/* HarfBuzz gives what it removed to the next glyph in visual order. In logical order, a ZWNJ belongs to the letter before
 * it, in both directions: clusters begin with the character that is drawn. */
static int32_t cluster_begin(const struct passage *passage, uint32_t cluster)
{
	int32_t at = (int32_t)cluster, next = at;

	while (at > passage->start && at < passage->end && passage->text[at] >= CHAR_SHY) {
		if (!u_hasBinaryProperty(char_next(passage->text, &next, passage->end),
					 UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
			break;
		at = next;
	}
	return at < passage->end ? at : (int32_t)cluster;
}

static struct glyph *glyphs_take(struct arena *arena, hb_buffer_t *buffer, const struct passage *passage,
				 size_t *glyph_count)
{
	unsigned count;
	const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
	const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
	struct glyph *glyphs = arena_array(arena, count, sizeof *glyphs);

	for (unsigned i = 0; i < count; i++) {
		glyphs[i].gid = infos[i].codepoint;
		glyphs[i].cluster = cluster_begin(passage, infos[i].cluster) + passage->shift;
		glyphs[i].advance = positions[i].x_advance;
		glyphs[i].dx = positions[i].x_offset;
		glyphs[i].dy = positions[i].y_offset;
		glyphs[i].unsafe_to_break =
		    (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
	}
	*glyph_count = count;
	return glyphs;
}

/* How far dots of the word to the left of a space reach over that space: they may be wider than its first letter. What
 * stands as high as the stroke of kaf, crosses over the word before. */
static int32_t overhang(const struct font *font, const struct glyph *glyphs, size_t space)
{
	enum { HIGH = 600 };
	int32_t pen = 0, most = 0;

	for (size_t i = space; i-- > 0 && glyphs[i].cluster == glyphs[space - 1].cluster;) {
		struct extents ink = font_extents(font, glyphs[i].gid);

		pen -= glyphs[i].advance;
		if (glyphs[i].dy + ink.ymax < HIGH && pen + glyphs[i].dx + ink.xmax > most)
			most = pen + glyphs[i].dx + ink.xmax;
	}
	return most;
}

/* Widens the spaces of a family whose words would touch. */
static void spaces_widen(const struct item *item, const struct passage *passage, struct glyph *glyphs,
			 size_t count)
{
	int32_t added = item->font->family->word_space;

	for (size_t i = 0; added && i < count; i++) {
		if (passage->text[glyphs[i].cluster - passage->shift] != ' ')
			continue;
		glyphs[i].advance += added;
		if (item->level & 1)
			glyphs[i].advance += overhang(item->font, glyphs, i);
	}
}

struct glyph_run shape_passage(struct arena *arena, struct fontset *fontset, const struct item *item,
			       const struct passage *passage)
{
	static const char *const shapers[] = {"ot", NULL};
	const struct voice *voice = fontset_voice(fontset, item->language);
	struct glyph_run run = {
	    .item = item, .start = passage->start + passage->shift, .length = passage->end - passage->start};
	struct feature_list features;
	struct glyph *glyphs;

	features.count = 0;
	features_find(voice, passage, &features);
	buffer_fill(fontset->buffer, item, voice, passage);
	if (!hb_shape_full(item->font->handle->font, fontset->buffer, features.data, features.count, shapers))
		arena_exhausted();
	glyphs = glyphs_take(arena, fontset->buffer, passage, &run.glyph_count);
	spaces_widen(item, passage, glyphs, run.glyph_count);
	run.glyphs = glyphs;
	return run;
}

void shape_items(struct stage *stage)
{
	struct para *para = stage->para;
	struct glyph_run *runs = arena_array(stage->arena, para->item_count, sizeof *runs);

	for (size_t i = 0; i < para->item_count; i++) {
		const struct item *item = &para->items[i];
		struct passage passage = {para->text, para->length, item->start, item->start + item->length,
					  0};

		runs[i] = shape_passage(stage->arena, stage->fontset, item, &passage);
	}
	para->runs = runs;
}
