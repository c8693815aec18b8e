/* A logo that is an SVG may have any colour: it is no part of the theme. */
#include "source/profile.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "source/image.h"
#include "source/svg.h"
#include "source/xml.h"

enum { LOGO_MOST = 8 << 20 };

static const struct artwork *read_pixels(struct arena *arena, struct diag *diag, const char *path)
{
	struct bytes bytes = file_read(arena, diag, path, LOGO_MOST);
	const struct image *image = bytes.data ? image_read(arena, diag, path, bytes) : NULL;
	struct artwork *artwork;

	if (!image)
		return NULL;
	artwork = arena_alloc(arena, sizeof *artwork);
	*artwork = (struct artwork){.id = path_name(path),
				    .width = image->width * LENGTH_PT,
				    .height = image->height * LENGTH_PT,
				    .image = image,
				    .loc = {path, 0}};
	return artwork;
}

static bool is_drawing(const char *path)
{
	size_t length = strlen(path);

	return length > 4 && strcmp(path + length - 4, ".svg") == 0;
}

static const struct artwork *read_logo(struct arena *arena, struct diag *diag, const char *path)
{
	if (is_drawing(path))
		return artwork_read(arena, diag, NULL, path);
	return read_pixels(arena, diag, path);
}

/* The logo's place is told from the profile's own. */
static const char *beside(struct arena *arena, const char *path, const char *name)
{
	int folder = (int)(path_name(path) - path);

	return *name == '/' ? name : arena_format(arena, "%.*s%s", folder, path, name);
}

const struct profile *profile_read(struct arena *arena, struct diag *diag, struct schemas *schemas,
				   const char *path)
{
	struct xml_file file = {arena, diag, schemas, path, SCHEMA_PROFILE, "profile"};
	xmlNode *root = xml_read(&file);
	struct profile *profile;
	const char *logo;

	if (!root)
		return NULL;
	profile = arena_alloc(arena, sizeof *profile);
	*profile = (struct profile){.name = xml_attribute(root, "name", ""),
				    .phone = xml_attribute(root, "phone", NULL),
				    .contact = xml_attribute(root, "contact", NULL),
				    .loc = xml_loc(root)};
	logo = xml_attribute(root, "logo", NULL);
	if (logo && !(profile->logo = read_logo(arena, diag, beside(arena, path, logo))))
		return NULL;
	return profile;
}
