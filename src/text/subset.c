/* hb-subset with the glyphs that were used and nothing that a viewer does not ask for. Without GSUB, HarfBuzz cannot add
 * every glyph that a feature could reach. Glyph ids are renumbered: keeping the old ones would leave holes as large as the
 * font. */
#include <hb-subset.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "text/fontset.h"

static const char unseen[][5] = {"GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "cmap"};

/* Shows a font without the tables that are not embedded. Told to drop them, hb-subset would read them first: that took
 * three quarters of its time. */
static hb_blob_t *table_of(hb_face_t *face, hb_tag_t tag, void *whole)
{
	(void)face;
	for (size_t i = 0; i < sizeof unseen / sizeof *unseen; i++)
		if (hb_tag_from_string(unseen[i], 4) == tag)
			return NULL;
	return hb_face_reference_table(whole, tag);
}

static hb_subset_input_t *input_make(const uint32_t *gids, size_t count)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *glyphs;

	if (!input)
		arena_exhausted();
	glyphs = hb_subset_input_glyph_set(input);
	for (size_t i = 0; i < count; i++)
		hb_set_add(glyphs, gids[i]);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_NO_HINTING);
	return input;
}

/* The program as it is embedded: the whole file, or the CFF table alone. */
static void take_program(struct arena *arena, hb_face_t *face, bool cff, struct font_subset *subset)
{
	hb_blob_t *blob =
	    cff ? hb_face_reference_table(face, HB_TAG('C', 'F', 'F', ' ')) : hb_face_reference_blob(face);
	unsigned length;
	const char *data = hb_blob_get_data(blob, &length);

	subset->data = length ? (const unsigned char *)arena_copy(arena, data, length) : NULL;
	subset->length = length;
	hb_blob_destroy(blob);
}

static void take_mapping(struct arena *arena, const hb_subset_plan_t *plan, const uint32_t *gids,
			 size_t count, struct font_subset *subset)
{
	const hb_map_t *mapping = hb_subset_plan_old_to_new_glyph_mapping(plan);
	uint32_t *new_gids = arena_array(arena, count, sizeof *new_gids);

	for (size_t i = 0; i < count; i++)
		new_gids[i] = hb_map_get(mapping, gids[i]);
	subset->new_gids = new_gids;
}

static bool all_there(const struct font *font, const uint32_t *gids, size_t count)
{
	return !count || gids[count - 1] < hb_face_get_glyph_count(font->handle->face);
}

bool font_subset(struct arena *arena, struct diag *diag, const struct font *font, const uint32_t *gids,
		 size_t count, struct font_subset *subset)
{
	hb_subset_input_t *input = input_make(gids, count);
	hb_face_t *bare = hb_face_create_for_tables(table_of, font->handle->face, NULL);
	hb_subset_plan_t *plan =
	    all_there(font, gids, count) ? hb_subset_plan_create_or_fail(bare, input) : NULL;
	hb_face_t *face = plan ? hb_subset_plan_execute_or_fail(plan) : NULL;

	*subset = (struct font_subset){NULL, 0, NULL};
	if (face) {
		take_program(arena, face, font->cff, subset);
		take_mapping(arena, plan, gids, count, subset);
	}
	hb_face_destroy(face);
	hb_face_destroy(bare);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	if (!subset->data)
		diag_add(diag, DIAG_SUBSET_FAILED, (struct loc){font->handle->file->path, 0}, NULL, NULL);
	return subset->data != NULL;
}
