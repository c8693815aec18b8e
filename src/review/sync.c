/* Stale is what says other Dutch than the master, or another number (grammar follows numbers). The Dutch that a translation belongs to
 * is kept in a note, the oldest when several changes come before it is read again; when the Dutch goes back to it, all is as it was. */
#include "review/sync.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "review/minor.h"
#include "source/offer.h"
#include "source/xliff_check.h"

static const char changed[] = "vk:source-changed"; /* it was good before */
static const char unfinished[] = "vk:unfinished";  /* it was not */
static const char previous[] = "previous-source";

static bool waits(const struct slot *slot)
{
	return slot->sub_state &&
	       (strcmp(slot->sub_state, changed) == 0 || strcmp(slot->sub_state, unfinished) == 0);
}

void sync_settle(struct bitext *bitext, struct slot *slot, enum state state)
{
	bitext_put_state(bitext, slot, state, waits(slot) ? NULL : slot->sub_state);
	bitext_put_note(bitext, slot, previous, NULL);
}

static void put_back(struct bitext *bitext, struct slot *slot)
{
	bool good = strcmp(slot->sub_state, changed) == 0;

	sync_settle(bitext, slot, good ? STATE_TRANSLATED : STATE_INITIAL);
}

/* The target belongs to other Dutch from here on. */
void sync_unsettle(struct bitext *bitext, struct slot *slot, const char *before)
{
	bool was_unfinished = slot->sub_state && strcmp(slot->sub_state, unfinished) == 0;

	if (!waits(slot)) {
		was_unfinished = slot->state == STATE_INITIAL;
		bitext_put_note(bitext, slot, previous, before);
	}
	bitext_put_state(bitext, slot, STATE_INITIAL, was_unfinished ? unfinished : changed);
}

static bool is_minor(const struct syncing *syncing, const struct unit *unit, struct words before)
{
	const struct bitext *bitext = syncing->bitext;

	if (!syncing->minor)
		return false;
	if (change_is_minor(bitext->arena, bitext->file->facts, before, unit->source))
		return true;
	diag_add(syncing->diag, DIAG_MINOR_REFUSED, unit->loc, unit->id, NULL);
	return false;
}

static void follow_dutch(const struct syncing *syncing, struct slot *slot, const struct unit *unit,
			 struct synced *synced)
{
	struct bitext *bitext = syncing->bitext;
	const struct facts *facts = bitext->file->facts;
	struct words before = slot->source;
	const char *note = waits(slot) ? bitext_note(bitext, slot, previous) : NULL;
	const char *now = words_shown(bitext->arena, facts, unit->source);

	bitext_put_source(bitext, slot, unit->source);
	if (!slot->target.length) {
		synced->source++;
		sync_settle(bitext, slot, STATE_INITIAL);
	} else if (note && strcmp(note, now) == 0) {
		synced->restored++;
		put_back(bitext, slot);
	} else if (is_minor(syncing, unit, before)) {
		synced->minor++;
	} else {
		synced->stale++;
		sync_unsettle(bitext, slot, words_shown(bitext->arena, facts, before));
	}
}

static void follow(const struct syncing *syncing, struct slot *slot, const struct unit *unit,
		   struct synced *synced)
{
	struct bitext *bitext = syncing->bitext;

	bitext_put_unit(bitext, slot, unit);
	if (!xliff_source_current(bitext->arena, bitext->file->facts, unit, slot->source))
		follow_dutch(syncing, slot, unit, synced);
	else if (slot->state != STATE_INITIAL)
		sync_settle(bitext, slot, slot->state);
	bitext_refresh(bitext, slot);
}

static struct slot *place(const struct syncing *syncing, const struct unit *unit, const struct slot *before,
			  struct synced *synced)
{
	struct slot *slot = bitext_find(syncing->bitext, unit->id);

	if (slot) {
		bitext_place(syncing->bitext, slot, before);
	} else if (attic_has(syncing->attic, unit->id)) {
		slot = attic_bring(syncing->attic, syncing->bitext, unit->id, before);
		synced->returned++;
	} else {
		slot = bitext_add(syncing->bitext, unit, before);
		synced->added++;
	}
	return slot;
}

static void clear(const struct syncing *syncing, struct synced *synced)
{
	struct slot *next;

	for (struct slot *slot = syncing->bitext->first; slot; slot = next) {
		next = slot->next;
		if (unit_find(syncing->bitext->file->master, slot->id))
			continue;
		attic_keep(syncing->attic, slot);
		bitext_remove(syncing->bitext, slot);
		synced->removed++;
	}
}

void sync_units(const struct syncing *syncing, struct synced *synced)
{
	const struct master *master = syncing->bitext->file->master;
	const struct slot *before = NULL;

	clear(syncing, synced);
	bitext_put_head(syncing->bitext);
	for (size_t i = 0; i < master->unit_count; i++) {
		const struct unit *unit = &master->units[i];
		struct slot *slot = place(syncing, unit, before, synced);

		if (slot->segment)
			follow(syncing, slot, unit, synced);
		before = slot;
	}
}
