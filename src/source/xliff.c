/* XLIFF 2.1, 4.2-4.3, in our profile: one file, one segment per unit, <ph id> is the key of a fact, <pc> is emphasis or a link. Read
 * liberally: what other tools add (modules, marks, attributes) stays in the tree and is not looked at. */
#include "source/xliff.h"

#include <string.h>

#include "base/arena.h"
#include "source/bitext.h"
#include "source/signoff.h"
#include "source/xliff_check.h"
#include "source/xml.h"

struct reader {
	struct arena *arena;
	struct diag *diag;
	const struct translation_file *file;
	struct target *targets;
};

static void complain(const struct reader *reader, enum diag_code code, struct loc loc, const char *unit)
{
	diag_add(reader->diag, code, loc, unit, "", NULL);
}

/* What a file says of itself counts no further than "translated": the rest is for those who sign. */
static enum state state_of(struct arena *arena, const struct translation_file *file,
			   const struct target *target)
{
	struct standing standing;

	if (target->stale || target->written == STATE_INITIAL)
		return STATE_INITIAL;
	standing = signoff_standing(arena, file->signoffs, file->facts, file->language, target);
	return standing_state(&standing);
}

static void read_target(struct reader *reader, const struct slot *slot, struct target *target)
{
	const char *id = target->unit->id;

	target->segment = slot->segment;
	target->words = slot->target.length || slot->translate ? slot->target : slot->source;
	target->loc = slot->loc;
	target->written = slot->state;
	target->sub_state = slot->sub_state;
	target->stale =
	    !xliff_source_current(reader->arena, reader->file->facts, target->unit, slot->source) ||
	    (target->sub_state && strcmp(target->sub_state, "vk:source-changed") == 0);
	target->state = state_of(reader->arena, reader->file, target);
	if (!target->words.length && !reader->file->partial)
		complain(reader, DIAG_TARGET_MISSING, xml_loc(slot->segment), id);
	else if (target->words.length && target->stale)
		complain(reader, DIAG_UNIT_STALE, xml_loc(slot->segment), id);
	if (target->words.length)
		xliff_check_codes(reader->arena, reader->diag, target);
}

static void read_unit(struct reader *reader, const struct slot *slot)
{
	const struct unit *unit = unit_find(reader->file->master, slot->id);
	struct target *target;

	if (!unit) {
		complain(reader, DIAG_UNIT_UNKNOWN, slot->unit_loc, slot->id);
		return;
	}
	target = &reader->targets[unit->index];
	target->unit = unit;
	if (slot->segment)
		read_target(reader, slot, target);
}

static void check_missing(const struct reader *reader, struct loc loc)
{
	const struct master *master = reader->file->master;

	for (size_t i = 0; i < master->unit_count; i++)
		if (!reader->targets[i].unit)
			complain(reader, DIAG_UNIT_MISSING, loc, master->units[i].id);
}

static enum state lowest_state(const struct target *targets, size_t count)
{
	enum state state = STATE_FINAL;

	for (size_t i = 0; i < count; i++)
		state = targets[i].state < state ? targets[i].state : state;
	return state;
}

const struct translation *translation_of_master(struct arena *arena, const struct translation_file *file)
{
	const struct master *master = file->master;
	struct translation *translation = arena_alloc(arena, sizeof *translation);
	struct target *targets = arena_array(arena, master->unit_count, sizeof *targets);

	for (size_t i = 0; i < master->unit_count; i++) {
		targets[i] = (struct target){.unit = &master->units[i],
					     .words = master->units[i].source,
					     .written = STATE_TRANSLATED,
					     .loc = master->units[i].loc};
		targets[i].state = state_of(arena, file, &targets[i]);
	}
	*translation = (struct translation){.master = master,
					    .language = file->language,
					    .targets = targets,
					    .target_count = master->unit_count,
					    .state = lowest_state(targets, master->unit_count),
					    .loc = master->loc};
	return translation;
}

const struct translation *translation_read(struct arena *arena, struct diag *diag,
					   const struct translation_file *file)
{
	struct translation *translation = arena_alloc(arena, sizeof *translation);
	struct reader reader = {.arena = arena, .diag = diag, .file = file};
	size_t failures = diag_count(diag, DIAG_ERROR), count = file->master->unit_count;
	const struct bitext *bitext = bitext_open(arena, diag, file);
	struct loc loc;

	if (!bitext)
		return NULL;
	loc = xml_loc(bitext->root);
	reader.targets = arena_array(arena, count, sizeof *reader.targets);
	for (const struct slot *slot = bitext->first; slot; slot = slot->next)
		read_unit(&reader, slot);
	if (!file->partial)
		check_missing(&reader, loc);
	*translation = (struct translation){.master = file->master,
					    .language = file->language,
					    .targets = reader.targets,
					    .target_count = count,
					    .state = lowest_state(reader.targets, count),
					    .tree = bitext->root->doc,
					    .loc = loc};
	return diag_count(diag, DIAG_ERROR) == failures ? translation : NULL;
}
