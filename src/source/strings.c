/* Read as a partial translation, since a language may be younger than a string. */
#include "source/strings.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "source/store.h"
#include "source/xliff.h"

struct strings {
	struct arena *arena;
	const struct translation *own, *dutch; /* NULL: could not be read */
};

static const struct translation *read_own(struct arena *arena, struct diag *diag,
					  const struct material *material, const struct language *language)
{
	struct translation_file file = {
	    .schemas = store_schemas(material->store),
	    .master = store_strings(material->store, diag),
	    .facts = material->facts,
	    .language = language,
	    .path = arena_format(arena, "%s/translations/common/%s.xlf", material->folder, language->tag),
	    .partial = true,
	};

	return file.master && file_exists(file.path) ? translation_read(arena, diag, &file) : NULL;
}

const struct strings *strings_open(struct arena *arena, const struct material *material,
				   const struct language *language)
{
	struct strings *strings = arena_alloc(arena, sizeof *strings);
	struct diag *unheard = diag_new();
	const struct master *master = store_strings(material->store, unheard);

	*strings = (struct strings){arena, read_own(arena, unheard, material, language), NULL};
	if (master)
		strings->dutch = translation_of_master(
		    arena, &(struct translation_file){.master = master,
						      .facts = material->facts,
						      .language = language_find(&material->languages, "nl")});
	diag_free(unheard);
	return strings;
}

static struct saying say(struct arena *arena, const struct translation *translation, const char *id)
{
	const struct unit *unit = translation ? unit_find(translation->master, id) : NULL;
	const struct target *target = unit ? &translation->targets[unit->index] : NULL;
	struct buf buf = buf_new(arena);

	if (!target || !target->words.length)
		return (struct saying){NULL, NULL};
	for (size_t i = 0; i < target->words.length; i++)
		if (target->words.pieces[i].kind == PIECE_TEXT)
			buf_puts(&buf, target->words.pieces[i].text);
	return (struct saying){buf.data, translation->language};
}

struct saying strings_find(const struct strings *strings, const char *id)
{
	struct saying own = say(strings->arena, strings->own, id);

	return own.text ? own : say(strings->arena, strings->dutch, id);
}
