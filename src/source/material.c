/* Reads a data tree's own files; each is read even when one before it was wrong, so that one run shows all mistakes. */
#include "source/compose.h"

#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/vec.h"
#include "source/editions.h"
#include "source/facts.h"
#include "source/store.h"
#include "source/theme.h"
#include "source/xml.h"

/* Folders of translations/ that hold no document. */
static bool is_shared(const char *name)
{
	return strcmp(name, "common") == 0 || strcmp(name, "glossary") == 0;
}

static void list_documents(struct arena *arena, struct material *material)
{
	const char *folder = path_join(arena, material->folder, "translations");
	VEC(const char *) documents = {0};
	const char *const *names;
	size_t count;

	names = folder_list(arena, folder, "", &count);
	for (size_t i = 0; i < count; i++)
		if (!is_shared(names[i]) &&
		    file_exists(arena_format(arena, "%s/%s/nl.xml", folder, names[i])))
			vec_push(arena, &documents, names[i]);
	material->documents = documents.data;
	material->document_count = documents.length;
}

/* The layout that a document asks for; "" where no edition minds, or the master cannot be read, which whoever makes it will tell. */
/* The common strings have none. */
static const char *layout_of(struct diag *diag, const struct material *material, const char *document)
{
	bool minds = false;
	const struct master *master;

	for (size_t i = 0; i < material->edition_count; i++)
		minds |= *material->editions[i].templates;
	master =
	    minds && strcmp(document, "common") != 0 ? store_master(material->store, diag, document) : NULL;
	return master ? master->template : "";
}

static bool is_named(const struct material *material, const char *layout)
{
	for (size_t i = 0; i < material->edition_count; i++)
		if (tag_listed(material->editions[i].templates, layout))
			return true;
	return false;
}

const struct edition *edition_find(const struct material *material, const char *id)
{
	const struct edition *found = NULL;

	for (size_t i = 0; i < material->edition_count; i++) {
		const struct edition *edition = &material->editions[i];

		if (strcmp(edition->id, id) == 0 && (!found || !*edition->templates))
			found = edition;
	}
	return found;
}

const struct edition *edition_for(struct diag *diag, const struct material *material, const char *id,
				  const char *document)
{
	for (size_t i = 0; i < material->edition_count; i++)
		if (strcmp(material->editions[i].id, id) == 0 &&
		    edition_fits(diag, material, &material->editions[i], document))
			return &material->editions[i];
	return NULL;
}

/* A layout in two languages may ask for other paper: an edition of the same name that is for "leaflet-pair". */
const struct edition *edition_in_two(struct arena *arena, struct diag *diag, const struct material *material,
				     const struct edition *edition, const char *document)
{
	const char *layout = arena_format(arena, "%s-pair", layout_of(diag, material, document));

	for (size_t i = 0; i < material->edition_count; i++)
		if (strcmp(material->editions[i].id, edition->id) == 0 &&
		    tag_listed(material->editions[i].templates, layout))
			return &material->editions[i];
	return edition;
}

bool edition_fits(struct diag *diag, const struct material *material, const struct edition *edition,
		  const char *document)
{
	const char *layout = layout_of(diag, material, document);

	return is_named(material, layout) ? tag_listed(edition->templates, layout) : !*edition->templates;
}

const struct edition *edition_of(const struct material *material, const char *document)
{
	for (size_t i = 0; i < material->edition_count; i++)
		if (tag_listed(material->editions[i].documents, document))
			return &material->editions[i];
	return NULL;
}

/* The press prints text with black ink alone, so that it needs no register. */
static bool check_text_color(struct diag *diag, const struct theme *theme, const struct edition *edition)
{
	const struct color *color =
	    theme && edition->text_color ? color_find(theme, edition->text_color) : NULL;
	static const uint8_t black[] = {0, 0, 0, 100};

	if (theme && edition->text_color && !color)
		diag_add(diag, DIAG_COLOR_UNKNOWN, edition->loc, NULL, edition->text_color, NULL);
	else if (theme && edition->claims & CLAIM_X4 && (!color || memcmp(color->cmyk, black, 4) != 0))
		diag_add(diag, DIAG_TEXT_NOT_BLACK, edition->loc, NULL, edition->id, NULL);
	else
		return true;
	return false;
}

bool material_load(struct arena *arena, struct diag *diag, const char *folder, struct material *material)
{
	struct schemas *schemas = schemas_new(arena);
	struct facts *facts = arena_alloc(arena, sizeof *facts);
	struct editions editions = {NULL, 0};
	const char *facts_path = path_join(arena, folder, "translations/facts.xml");
	bool loaded = true;

	*material = (struct material){
	    .folder = arena_string(arena, folder), .today = date_today(arena), .facts = facts};
	loaded &= languages_load(arena, diag, path_join(arena, folder, "translations/languages.xml"),
				 &material->languages);
	loaded &= fontlist_load(arena, diag, path_join(arena, folder, "fonts/fonts.xml"), &material->fonts);
	if (file_exists(facts_path))
		loaded &= facts_load(arena, diag, schemas, facts_path, facts);
	material->theme = theme_load(arena, diag, schemas, path_join(arena, folder, "templates/theme.xml"));
	loaded &= editions_load(arena, diag, schemas, path_join(arena, folder, "templates/editions.xml"),
				&editions);
	for (size_t i = 0; i < editions.length; i++)
		loaded &= check_text_color(diag, material->theme, &editions.data[i]);
	material->editions = editions.data;
	material->edition_count = editions.length;
	material->store =
	    store_new(arena, (struct store_base){material->folder, facts, material->theme, schemas});
	list_documents(arena, material);
	return loaded && material->theme;
}
