/* The dossier takes the way of every text: a master in memory, with the sentence first and its grounds below it. */
#include "review/dossier.h"

#include <string.h>

#include "base/arena.h"
#include "base/vec.h"

struct maker {
	struct arena *arena;
	const struct dossier *dossier;
	VEC(struct unit) units;
	int list;
};

static struct words words_of(struct arena *arena, const char *text, struct loc loc)
{
	struct words_maker maker = words_begin(arena);

	words_text(&maker, text, loc);
	return words_end(&maker);
}

static void add(struct maker *maker, enum unit_kind kind, struct words words, struct loc loc)
{
	struct unit *unit = vec_add(maker->arena, &maker->units);

	*unit = (struct unit){.id = arena_format(maker->arena, "dossier.%zu", maker->units.length),
			      .kind = kind,
			      .index = maker->units.length - 1,
			      .source = words,
			      .basis = "",
			      .reason = "",
			      .editions = "",
			      .list = kind == UNIT_LI ? maker->list : 0,
			      .loc = loc};
}

static void add_text(struct maker *maker, enum unit_kind kind, const char *text, struct loc loc)
{
	if (*text)
		add(maker, kind, words_of(maker->arena, text, loc), loc);
}

static void add_entry(struct maker *maker, const struct dossier_entry *entry)
{
	const struct unit *unit = entry->unit;
	struct loc loc = unit->loc;

	add_text(maker, UNIT_H3,
		 unit->number ? arena_format(maker->arena, "Zin %d · %s", unit->number, unit->id) : unit->id,
		 loc);
	add(maker, UNIT_P, unit->source, loc);
	maker->list++;
	if (!entry->ground_count)
		add_text(maker, UNIT_LI,
			 arena_format(maker->arena, "Redactie: %s", unit->reason ? unit->reason : ""), loc);
	for (size_t i = 0; i < entry->ground_count; i++) {
		const char *const *lines = dossier_ground(maker->arena, entry->grounds[i]);

		add_text(maker, UNIT_LI,
			 arena_format(maker->arena, "%s %s. %s.", lines[0], lines[1], lines[2]), loc);
	}
	add_text(maker, UNIT_LI,
		 arena_format(maker->arena, "Staat: %s.", dossier_states(maker->arena, entry)), loc);
}

const struct master *dossier_master(struct arena *arena, const struct dossier *dossier)
{
	struct maker maker = {.arena = arena, .dossier = dossier};
	struct master *master = arena_alloc(arena, sizeof *master);
	struct section *section = arena_alloc(arena, sizeof *section);
	const char *title;
	struct buf buf = buf_new(arena);

	words_print(&buf, dossier->entries[0].unit->source);
	title = arena_format(arena, "Dossier: %s", buf.data);
	add_text(&maker, UNIT_TITLE, title, dossier->master->loc);
	add_text(&maker, UNIT_H1, title, dossier->master->loc);
	for (size_t i = 0; i < dossier->entry_count; i++)
		add_entry(&maker, &dossier->entries[i]);
	*section = (struct section){"dossier", 1, maker.units.length - 1, dossier->master->loc};
	*master = *dossier->master;
	master->template = "dossier";
	master->units = maker.units.data;
	master->unit_count = maker.units.length;
	master->sections = section;
	master->section_count = 1;
	master->ids = (struct map){0};
	return master;
}
