/* hb-subset by characters: it keeps what GSUB can make of them, and the tables that a browser's shaper asks for. */
#include "text/webfont.h"

#include <hb-subset.h>

#include "base/arena.h"
#include "base/diag.h"
#include "text/stage.h"
#include "text/utf.h"

struct letters {
	struct arena *arena;
	hb_set_t *set;
};

static void destroy(void *object)
{
	hb_set_destroy(object);
}

struct letters *letters_new(struct arena *arena)
{
	struct letters *letters = arena_alloc(arena, sizeof *letters);

	*letters = (struct letters){arena, hb_set_create()};
	arena_defer(arena, destroy, letters->set);
	return letters;
}

void letters_add(struct letters *letters, const char *text)
{
	struct wide wide = utf_widen(letters->arena, text);

	for (int32_t i = 0; i < wide.length;) {
		hb_codepoint_t c = (hb_codepoint_t)char_next(wide.text, &i, wide.length);

		if (c >= 0x80)
			hb_set_add(letters->set, c);
	}
}

static struct bytes take_blob(struct arena *arena, hb_face_t *face)
{
	hb_blob_t *blob = hb_face_reference_blob(face);
	unsigned length;
	const char *data = hb_blob_get_data(blob, &length);
	struct bytes bytes = {length ? (const unsigned char *)arena_copy(arena, data, length) : NULL, length};

	hb_blob_destroy(blob);
	return bytes;
}

struct bytes webfont_make(struct arena *arena, struct diag *diag, const struct font *font,
			  const struct letters *letters)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	struct bytes bytes = {NULL, 0};
	hb_face_t *face;

	if (!input)
		arena_exhausted();
	hb_set_union(hb_subset_input_unicode_set(input), letters->set);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	face = hb_subset_or_fail(font->handle->face, input);
	if (face)
		bytes = take_blob(arena, face);
	hb_face_destroy(face);
	hb_subset_input_destroy(input);
	if (!bytes.data)
		diag_add(diag, DIAG_SUBSET_FAILED, (struct loc){font->handle->file->path, 0}, NULL, NULL);
	return bytes;
}
