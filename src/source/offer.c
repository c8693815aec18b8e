/* The master leads; what a language has is looked up beside it. Nothing here is written, so a file that lags behind is no obstacle. */
#include "source/offer.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "source/bitext.h"
#include "source/store.h"
#include "source/version.h"
#include "source/xliff_check.h"

const char *piece_shown(struct arena *arena, const struct facts *facts, const struct piece *piece)
{
	const struct fact *fact = fact_find(facts, piece->key);
	const char *display = fact ? fact_display(fact, piece->form) : NULL;

	return display ? display : arena_format(arena, "{%s}", piece->key);
}

const char *words_shown(struct arena *arena, const struct facts *facts, struct words words)
{
	struct buf buf = buf_new(arena);
	bool bold = false;

	for (size_t i = 0; i < words.length; i++) {
		const struct piece *piece = &words.pieces[i];
		const char *text = piece->text;

		if (piece->bold != bold)
			buf_puts(&buf, bold ? "[/b]" : "[b]");
		bold = piece->bold;
		if (piece->kind == PIECE_FACT && (!text || !*text))
			text = piece_shown(arena, facts, piece);
		buf_puts(&buf, text);
	}
	if (bold)
		buf_puts(&buf, "[/b]");
	return buf.data;
}

struct translation_file translation_file_of(struct arena *arena, const struct material *material,
					    const struct master *master, const struct language *language)
{
	return (struct translation_file){
	    .schemas = store_schemas(material->store),
	    .master = master,
	    .facts = material->facts,
	    .language = language,
	    .path =
		arena_format(arena, "%s/translations/%s/%s.xlf", material->folder, master->id, language->tag),
	    .partial = true,
	};
}

bool document_known(const struct material *material, const char *document)
{
	for (size_t i = 0; i < material->document_count; i++)
		if (strcmp(material->documents[i], document) == 0)
			return true;
	return strcmp(document, "common") == 0;
}

const struct master *master_of(struct diag *diag, const struct material *material, const char *document)
{
	if (strcmp(document, "common") == 0)
		return store_strings(material->store, diag);
	if (document_known(material, document))
		return store_master(material->store, diag, document);
	diag_add(diag, DIAG_DOCUMENT_UNKNOWN, (struct loc){0}, NULL, document, NULL);
	return NULL;
}

static bool source_current(struct arena *arena, const struct offer *offer, const struct unit *unit,
			   const struct slot *slot)
{
	return xliff_source_current(arena, offer->facts, unit, slot->source);
}

static void add_target(struct arena *arena, const struct offer *offer, const struct bitext *bitext,
		       struct offered *offered)
{
	const struct slot *slot = bitext_find(bitext, offered->unit->id);
	bool current = slot && source_current(arena, offer, offered->unit, slot);

	if (!slot)
		return;
	offered->target = slot->target;
	offered->stale = slot->target.length &&
			 (!current || (slot->sub_state && strcmp(slot->sub_state, "vk:source-changed") == 0));
	offered->state = offered->stale ? STATE_INITIAL : slot->state;
	offered->questions = bitext_notes(arena, bitext, slot, "question", &offered->question_count);
	if (!offered->stale)
		return;
	offered->previous = bitext_note(bitext, slot, "previous-source");
	if (!offered->previous)
		offered->previous = words_shown(arena, offer->facts, slot->source);
}

static void add_reference(struct arena *arena, const struct offer *offer, const struct bitext *bitext,
			  struct offered *offered)
{
	const struct slot *slot = bitext_find(bitext, offered->unit->id);

	if (slot && slot->state != STATE_INITIAL && source_current(arena, offer, offered->unit, slot))
		offered->reference = slot->target;
}

/* What a language has of a document; false after an error, NULL where it has nothing yet. */
static bool open_language(struct arena *arena, struct diag *diag, const struct material *material,
			  const struct offer *offer, const struct language *language, struct bitext **bitext)
{
	struct translation_file *file = arena_alloc(arena, sizeof *file);

	*file = translation_file_of(arena, material, offer->master, language);
	*bitext = NULL;
	if (!file_exists(file->path))
		return true;
	*bitext = bitext_open(arena, diag, file);
	return *bitext != NULL;
}

static void add_dutch(struct offered *units, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		units[i].target = units[i].unit->source;
		units[i].state = STATE_TRANSLATED;
	}
}

bool offer_make(struct arena *arena, struct diag *diag, const struct material *material,
		const struct request *request, struct offer *offer)
{
	const struct master *master = master_of(diag, material, request->document);
	struct bitext *own = NULL, *other = NULL;
	struct offered *units;

	if (!master)
		return false;
	units = arena_array(arena, master->unit_count, sizeof *units);
	*offer = (struct offer){request->document, master, material->facts,   request->language,
				request->second,   units,  master->unit_count};
	for (size_t i = 0; i < master->unit_count; i++)
		units[i].unit = &master->units[i];
	if (strcmp(request->language->tag, "nl") == 0)
		add_dutch(units, master->unit_count);
	else if (!open_language(arena, diag, material, offer, request->language, &own))
		return false;
	if (request->second && !open_language(arena, diag, material, offer, request->second, &other))
		return false;
	for (size_t i = 0; i < master->unit_count; i++) {
		if (own)
			add_target(arena, offer, own, &units[i]);
		if (other)
			add_reference(arena, offer, other, &units[i]);
		units[i].base = words_code(arena, units[i].target);
	}
	return true;
}
