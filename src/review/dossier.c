/* Gathers from facts and translations what an answer to "who says so?" needs. */
#include "review/dossier.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/vec.h"

struct shelf {
	const struct translation *const *translations;
	size_t length;
};

static struct shelf read_translations(struct arena *arena, struct diag *diag, const struct material *material,
				      const char *document)
{
	VEC(const struct translation *) translations = {0};

	for (size_t i = 0; i < material->languages.length; i++) {
		const struct language *language = &material->languages.data[i];
		struct progress progress = {0};
		const struct translation *translation;

		progress_read(arena, diag, material, document, language, &progress);
		if (!progress.present)
			continue;
		translation = translation_open(arena, diag, material, document, language);
		if (translation)
			vec_push(arena, &translations, translation);
	}
	return (struct shelf){translations.data, translations.length};
}

static void take_grounds(struct arena *arena, const struct facts *facts, struct dossier_entry *entry)
{
	char *basis = arena_string(arena, entry->unit->basis), *rest = NULL;
	VEC(const struct fact *) grounds = {0};

	for (char *key = strtok_r(basis, " ", &rest); key; key = strtok_r(NULL, " ", &rest)) {
		const struct fact *fact = fact_find(facts, key);

		if (fact)
			vec_push(arena, &grounds, fact);
	}
	entry->grounds = grounds.data;
	entry->ground_count = grounds.length;
}

static void take_states(struct arena *arena, const struct shelf *shelf, struct dossier_entry *entry)
{
	struct dossier_state *states = arena_array(arena, shelf->length, sizeof *states);

	for (size_t i = 0; i < shelf->length; i++) {
		const struct target *target = &shelf->translations[i]->targets[entry->unit->index];

		states[i] =
		    (struct dossier_state){shelf->translations[i]->language, target->state, target->stale};
	}
	entry->states = states;
	entry->state_count = shelf->length;
}

bool dossier_make(struct arena *arena, struct diag *diag, const struct material *material,
		  const char *document, struct dossier *dossier)
{
	struct shelf shelf = read_translations(arena, diag, material, document);
	struct dossier_entry *entries;

	*dossier = (struct dossier){.material = material};
	if (!shelf.length || diag_failed(diag))
		return false;
	dossier->master = shelf.translations[0]->master;
	entries = arena_array(arena, dossier->master->unit_count, sizeof *entries);
	for (size_t i = 0; i < dossier->master->unit_count; i++) {
		entries[i].unit = &dossier->master->units[i];
		take_grounds(arena, material->facts, &entries[i]);
		take_states(arena, &shelf, &entries[i]);
	}
	dossier->entries = entries;
	dossier->entry_count = dossier->master->unit_count;
	return true;
}

static const char *confirmation(struct arena *arena, const struct fact *fact)
{
	if (fact->confirmed_by)
		return arena_format(arena, "bevestigd door %s op %s", fact->confirmed_by,
				    fact->confirmed_on ? fact->confirmed_on : "?");
	return arena_format(arena, "nog te bevestigen door %s", fact->confirm_by ? fact->confirm_by : "?");
}

const char *const *dossier_ground(struct arena *arena, const struct fact *fact)
{
	static const char *const words[] = {[CONFIDENCE_H] = "gelezen in een officiële bron",
					    [CONFIDENCE_M] = "gelezen in een tweede bron",
					    [CONFIDENCE_L] = "zwakke bron",
					    [CONFIDENCE_GK] = "algemene kennis, niet nagegaan"};
	const char **lines = arena_array(arena, 4, sizeof *lines);

	lines[0] = fact->statement && *fact->statement ? fact->statement : fact->value;
	lines[1] = arena_format(arena, "Bron: %s (stand van %s; %s)", fact->source ? fact->source : "?",
				fact->as_of ? fact->as_of : "?", words[fact->confidence]);
	lines[2] = arena_format(arena, "%s; %s", fact->key, confirmation(arena, fact));
	return lines;
}

const char *dossier_states(struct arena *arena, const struct dossier_entry *entry)
{
	static const char *const words[] = {[STATE_INITIAL] = "niet klaar",
					    [STATE_TRANSLATED] = "vertaald",
					    [STATE_REVIEWED] = "nagekeken",
					    [STATE_FINAL] = "definitief"};
	struct buf buf = buf_new(arena);

	for (size_t i = 0; i < entry->state_count; i++) {
		const struct dossier_state *state = &entry->states[i];

		buf_printf(&buf, "%s%s %s", i ? ", " : "", state->language->name_nl,
			   state->stale ? "verouderd" : words[state->state]);
	}
	return buf.data;
}
