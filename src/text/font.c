/* One file of the manifest: mapped, held against the manifest, and given to HarfBuzz. The container is looked through
 * here (OpenType 1.9, "Organization of an OpenType Font"), for HarfBuzz takes a table that reaches past the end of a
 * truncated file for one that is not there, and draws nothing. */
#include "text/font.h"

#include <hb-ot.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "text/fontset.h"

enum { TABLE_LIMIT = 64, NAME_LIMIT = 128 };

struct sfnt {
	struct bytes file;
	size_t start; /* of the table directory */
	int tables;
};

static uint32_t read_u16(const unsigned char *data)
{
	return (uint32_t)data[0] << 8 | data[1];
}

static uint32_t read_u32(const unsigned char *data)
{
	return read_u16(data) << 16 | read_u16(data + 2);
}

static int32_t read_s16(const unsigned char *data)
{
	return (int16_t)read_u16(data);
}

/* Whether every table lies inside the file. */
static bool sfnt_open(struct sfnt *sfnt, struct bytes file, int face)
{
	size_t at = 0;

	if (file.length >= 16 + 4 * (size_t)face && memcmp(file.data, "ttcf", 4) == 0)
		at = read_u32(file.data + 12 + 4 * face);
	if (file.length < 12 || at > file.length - 12)
		return false;
	*sfnt = (struct sfnt){file, at + 12, (int)read_u16(file.data + at + 4)};
	if (!sfnt->tables || sfnt->tables > TABLE_LIMIT ||
	    (file.length - sfnt->start) / 16 < (size_t)sfnt->tables)
		return false;
	for (int i = 0; i < sfnt->tables; i++) {
		const unsigned char *record = file.data + sfnt->start + 16 * i;
		uint32_t offset = read_u32(record + 8), length = read_u32(record + 12);

		if (offset > file.length || length > file.length - offset)
			return false;
	}
	return true;
}

/* A table of at least this length, or NULL. */
static const unsigned char *sfnt_table(const struct sfnt *sfnt, const char *tag, uint32_t length)
{
	for (int i = 0; i < sfnt->tables; i++) {
		const unsigned char *record = sfnt->file.data + sfnt->start + 16 * i;

		if (memcmp(record, tag, 4) == 0 && read_u32(record + 12) >= length)
			return sfnt->file.data + read_u32(record + 8);
	}
	return NULL;
}

static void handle_close(void *object)
{
	struct font_handle *handle = object;

	hb_font_destroy(handle->font);
	hb_face_destroy(handle->face);
}

static struct font_handle *handle_open(struct fontset *fontset, const struct font_file *file,
				       struct bytes bytes)
{
	struct font_handle *handle = arena_alloc(fontset->arena, sizeof *handle);
	hb_blob_t *blob = hb_blob_create((const char *)bytes.data, (unsigned)bytes.length,
					 HB_MEMORY_MODE_READONLY, NULL, NULL);

	handle->set = fontset;
	handle->file = file;
	handle->face = hb_face_create(blob, (unsigned)file->face);
	handle->font = hb_font_create(handle->face);
	hb_blob_destroy(blob);
	hb_font_set_scale(handle->font, 1000, 1000);
	arena_defer(fontset->arena, handle_close, handle);
	return handle;
}

static bool revision_same(const unsigned char *head, const char *revision)
{
	const char *point = strchr(revision, '.');
	char found[32];

	snprintf(found, sizeof found, "%.*f", point ? (int)strlen(point + 1) : 0,
		 read_u32(head + 4) / 65536.0);
	return strcmp(found, revision) == 0;
}

/* A note to who prints, once for each file that is not the one of the manifest. */
static void compare(struct fontset *fontset, struct diag *diag, const struct font_file *file,
		    struct bytes bytes, const unsigned char *head)
{
	struct arena *arena = fontset->arena;
	const char *found = NULL, *tested = NULL;

	if (file->bytes && bytes.length != (size_t)file->bytes) {
		found = arena_format(arena, "%zu bytes", bytes.length);
		tested = arena_format(arena, "%ld", file->bytes);
	} else if (file->revision && !revision_same(head, file->revision)) {
		found = arena_format(arena, "%.3f", read_u32(head + 4) / 65536.0);
		tested = file->revision;
	}
	if (found)
		diag_add(diag, DIAG_FONT_OTHER, (struct loc){file->path, 0}, NULL, found, tested, NULL);
}

static int32_t to_em(int32_t value, int32_t units)
{
	return length_scale(value, 1000, units);
}

static const char *postscript_name(struct arena *arena, hb_face_t *face, const char *path)
{
	char name[NAME_LIMIT] = "";
	unsigned size = sizeof name;

	hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
	return arena_string(arena, *name ? name : path_name(path));
}

static void read_metrics(struct font *font, const struct sfnt *sfnt, const unsigned char *head,
			 const unsigned char *hhea)
{
	int32_t units = (int32_t)read_u16(head + 18);
	const unsigned char *os2 = sfnt_table(sfnt, "OS/2", 90), *post = sfnt_table(sfnt, "post", 32);

	for (int i = 0; i < 4; i++)
		font->bbox[i] = to_em(read_s16(head + 36 + 2 * i), units);
	font->ascender = to_em(read_s16(hhea + 4), units);
	font->descender = to_em(read_s16(hhea + 6), units);
	font->cap_height = os2 && read_u16(os2) >= 2 ? to_em(read_s16(os2 + 88), units) : font->ascender;
	if (post)
		font->italic_angle = (int32_t)((int64_t)(int32_t)read_u32(post + 4) * 1000 / 65536);
	font->cff = sfnt_table(sfnt, "CFF ", 4) != NULL;
}

struct font *font_open(struct fontset *fontset, struct diag *diag, const struct family *family,
		       enum weight weight)
{
	const struct font_file *file = &family->files[weight];
	struct bytes bytes = file_map(fontset->arena, file->path);
	struct loc loc = {file->path, 0};
	const unsigned char *head, *hhea;
	struct sfnt sfnt;
	struct font *font;

	if (!bytes.data) {
		diag_add(diag, DIAG_FONT_MISSING, loc, NULL, file->package, NULL);
		return NULL;
	}
	head = sfnt_open(&sfnt, bytes, file->face) ? sfnt_table(&sfnt, "head", 54) : NULL;
	hhea = head && read_u16(head + 18) ? sfnt_table(&sfnt, "hhea", 36) : NULL;
	font = arena_alloc(fontset->arena, sizeof *font);
	font->handle = hhea ? handle_open(fontset, file, bytes) : NULL;
	if (!font->handle || !hb_face_get_glyph_count(font->handle->face)) {
		diag_add(diag, DIAG_FONT_DAMAGED, loc, NULL, file->package, NULL);
		return NULL;
	}
	compare(fontset, diag, file, bytes, head);
	font->family = family;
	font->weight = weight;
	font->postscript_name = postscript_name(fontset->arena, font->handle->face, file->path);
	read_metrics(font, &sfnt, head, hhea);
	return font;
}

bool font_has(const struct font *font, uint32_t code_point)
{
	hb_codepoint_t gid;

	return hb_font_get_nominal_glyph(font->handle->font, code_point, &gid) != 0;
}

struct extents font_extents(const struct font *font, uint32_t gid)
{
	hb_glyph_extents_t found;

	if (!hb_font_get_glyph_extents(font->handle->font, gid, &found))
		return (struct extents){0, 0, 0, 0};
	return (struct extents){found.x_bearing, found.y_bearing + found.height,
				found.x_bearing + found.width, found.y_bearing};
}

int32_t font_width(const struct font *font, uint32_t gid)
{
	return hb_font_get_glyph_h_advance(font->handle->font, gid);
}
