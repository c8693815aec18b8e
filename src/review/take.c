/* Judged whole, then merged. The stored file follows the Dutch first, as sync would make it, so that what comes back is held against the
 * Dutch of today. Who was sent which text (base) tells a translator's work from what merely came back, and two people's work apart. */
#include "review/take.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "review/glued.h"
#include "review/sync.h"
#include "source/bitext.h"
#include "source/characters.h"
#include "source/offer.h"
#include "source/version.h"
#include "source/xliff_check.h"
#include "text/alphabet.h"

struct taking {
	struct arena *arena;
	struct diag *diag;
	const struct delivery *delivery;
	struct bitext *bitext;
	struct attic *attic;
	struct taken *taken;
	bool older;
};

static void complain(const struct taking *taking, enum diag_code code, const struct delivered *unit)
{
	diag_add(taking->diag, code, unit->loc, unit->id, "", NULL);
}

static bool same_words(const struct taking *taking, struct words a, struct words b)
{
	return words_same(taking->arena, a, b);
}

/* Whether somebody wrote here: other words than were sent out. */
static bool is_touched(const struct taking *taking, const struct slot *slot, const struct delivered *unit)
{
	if (!unit->target.length || same_words(taking, slot->target, unit->target))
		return false;
	return !unit->base || strcmp(unit->base, words_code(taking->arena, unit->target)) != 0;
}

static bool is_current(const struct taking *taking, const struct delivered *unit)
{
	const struct translation_file *file = taking->bitext->file;

	return !unit->source.length || xliff_source_current(taking->arena, file->facts,
							    unit_find(file->master, unit->id), unit->source);
}

void delivered_letters(struct diag *diag, const struct delivered *unit)
{
	for (size_t i = 0; i < unit->target.length; i++) {
		const char *text = unit->target.pieces[i].text;
		struct forbidden found;
		char name[16];

		if (!text ||
		    !characters_forbidden((struct bytes){(const unsigned char *)text, strlen(text)}, &found))
			continue;
		snprintf(name, sizeof name, "U+%04X", (unsigned)found.code_point);
		diag_add(diag, found.code, unit->loc, unit->id, name, NULL);
	}
}

static void check_codes(const struct taking *taking, const struct delivered *unit, bool current)
{
	struct unit other = *unit_find(taking->bitext->file->master, unit->id);
	struct target target = {.unit = &other, .words = unit->target, .loc = unit->loc};

	if (!current)
		other.source = unit->source;
	xliff_check_codes(taking->arena, taking->diag, &target);
}

/* A translation of an older Dutch has its use where there is none of today's. */
static bool may_be_older(const struct taking *taking, const struct slot *slot)
{
	return taking->older && (!slot->target.length || slot->state == STATE_INITIAL);
}

static void check_unit(const struct taking *taking, struct map *ids, const struct delivered *unit)
{
	const struct slot *slot = bitext_find(taking->bitext, unit->id);
	bool current;

	if (map_set(taking->arena, ids, unit->id, taking->bitext))
		complain(taking, DIAG_UNIT_DOUBLED, unit);
	if (!unit_find(taking->bitext->file->master, unit->id)) {
		complain(taking,
			 attic_has(taking->attic, unit->id) ? DIAG_DELIVERY_REMOVED : DIAG_UNIT_UNKNOWN,
			 unit);
		return;
	}
	if (!slot || !slot->segment || !is_touched(taking, slot, unit))
		return;
	current = is_current(taking, unit);
	delivered_letters(taking->diag, unit);
	check_codes(taking, unit, current);
	if (codes_glued(taking->arena, unit->target,
			current ? unit_find(taking->bitext->file->master, unit->id)->source : unit->source,
			slot->target))
		complain(taking, DIAG_CODES_GLUED, unit);
	if (!current && !may_be_older(taking, slot))
		complain(taking, DIAG_DELIVERY_STALE, unit);
	if (unit->base && strcmp(unit->base, words_code(taking->arena, slot->target)) != 0)
		complain(taking, DIAG_DELIVERY_CONFLICT, unit);
	if (!unit->base && slot->target.length && !taking->older)
		complain(taking, DIAG_DELIVERY_UNMARKED, unit);
}

static void take_older(struct taking *taking, struct slot *slot, const struct delivered *unit)
{
	const struct facts *facts = taking->bitext->file->facts;

	bitext_put_target(taking->bitext, slot, unit->target);
	sync_settle(taking->bitext, slot, STATE_TRANSLATED);
	sync_unsettle(taking->bitext, slot, words_shown(taking->arena, facts, unit->source));
	taking->taken->older++;
}

static void take_words(struct taking *taking, struct slot *slot, const struct delivered *unit)
{
	bool unfinished = unit->state_said && unit->state == STATE_INITIAL;

	if (unit->state_said && unit->state > STATE_TRANSLATED)
		complain(taking, DIAG_STATE_KEPT, unit);
	bitext_put_target(taking->bitext, slot, unit->target);
	sync_settle(taking->bitext, slot, unfinished ? STATE_INITIAL : STATE_TRANSLATED);
	taking->taken->changed++;
}

/* The words are those of before: somebody read them again and found them good, or not. */
static void take_state(struct taking *taking, struct slot *slot, const struct delivered *unit)
{
	bool read = same_words(taking, slot->target, unit->target) && unit->target.length;
	bool good = slot->state == STATE_INITIAL && unit->state != STATE_INITIAL;
	bool doubted = slot->state != STATE_INITIAL && unit->state == STATE_INITIAL && unit->base;

	if (!read || !unit->state_said || !is_current(taking, unit) || !(good || doubted)) {
		taking->taken->same++;
		return;
	}
	sync_settle(taking->bitext, slot, good ? STATE_TRANSLATED : STATE_INITIAL);
	taking->taken->confirmed++;
}

/* The attic holds translations; a remark on one has no place there, so that who takes it in must read it. */
static void take_removed(const struct taking *taking, const struct delivered *unit)
{
	attic_keep_words(taking->attic, unit->id, unit->target);
	for (size_t i = 0; i < unit->remark_count; i++)
		diag_add(taking->diag, DIAG_REMARK_HOMELESS, unit->loc, unit->id, unit->remarks[i], NULL);
}

static void take_unit(struct taking *taking, const struct delivered *unit)
{
	struct slot *slot = bitext_find(taking->bitext, unit->id);

	if (!unit_find(taking->bitext->file->master, unit->id))
		take_removed(taking, unit);
	if (!slot || !slot->segment)
		return;
	if (!unit->target.length && slot->target.length)
		complain(taking, DIAG_TARGET_EMPTIED, unit);
	if (is_touched(taking, slot, unit) && bitext_has_marks(slot))
		complain(taking, DIAG_MARK_DROPPED, unit);
	if (!is_touched(taking, slot, unit))
		take_state(taking, slot, unit);
	else if (is_current(taking, unit))
		take_words(taking, slot, unit);
	else
		take_older(taking, slot, unit);
	for (size_t i = 0; i < unit->remark_count; i++)
		taking->taken->remarks += bitext_add_note(taking->bitext, slot, "question", unit->remarks[i]);
}

/* Macs and some phones send letters and their marks apart; what is stored is NFC. Whether any was not. */
static bool compose_words(struct arena *arena, struct words *words)
{
	struct piece *pieces = arena_array(arena, words->length, sizeof *pieces);
	bool changed = false;

	for (size_t i = 0; i < words->length; i++) {
		pieces[i] = words->pieces[i];
		if (pieces[i].text)
			pieces[i].text = alphabet_compose(arena, pieces[i].text);
		changed |= pieces[i].text != words->pieces[i].text;
	}
	if (changed)
		words->pieces = pieces;
	return changed;
}

static struct delivery composed(struct arena *arena, struct diag *diag, const struct delivery *delivery)
{
	struct delivered *units = arena_array(arena, delivery->length, sizeof *units);
	struct delivery copy = *delivery;

	for (size_t i = 0; i < delivery->length; i++) {
		units[i] = delivery->units[i];
		compose_words(arena, &units[i].source);
		if (compose_words(arena, &units[i].target))
			diag_add(diag, DIAG_TEXT_COMPOSED, units[i].loc, units[i].id, NULL);
	}
	copy.units = units;
	return copy;
}

static const struct language *language_of(struct diag *diag, const struct material *material,
					  const struct delivery *delivery)
{
	const struct language *language = language_find(&material->languages, delivery->tag);

	if (!language || strcmp(language->tag, "nl") == 0) {
		diag_add(diag, DIAG_DELIVERY_LANGUAGE, delivery->loc, NULL, delivery->tag, NULL);
		return NULL;
	}
	return language;
}

static struct bitext *open_stored(struct arena *arena, struct diag *diag, const struct material *material,
				  const struct delivery *delivery, struct taken *taken)
{
	const struct language *language = language_of(diag, material, delivery);
	const struct master *master = NULL;
	struct translation_file *file = arena_alloc(arena, sizeof *file);

	if (document_known(material, delivery->document))
		master = master_of(diag, material, delivery->document);
	else
		diag_add(diag, DIAG_DELIVERY_DOCUMENT, delivery->loc, NULL, delivery->document, NULL);
	if (!language || !master)
		return NULL;
	*file = translation_file_of(arena, material, master, language);
	taken->fresh = !file_exists(file->path);
	return taken->fresh ? bitext_new(arena, file) : bitext_open(arena, diag, file);
}

bool delivery_take(struct arena *arena, struct diag *diag, const struct material *material,
		   const struct delivery *delivery, bool older, struct taken *taken)
{
	size_t failures = diag_count(diag, DIAG_ERROR);
	const struct delivery normal = composed(arena, diag, delivery);
	struct taking taking = {arena, diag, &normal, NULL, NULL, taken, older};
	struct synced synced = {0};
	struct map ids = {0};

	*taken = (struct taken){0};
	taking.bitext = open_stored(arena, diag, material, delivery, taken);
	if (!taking.bitext || diag_count(diag, DIAG_ERROR) > failures)
		return false;
	taking.attic = attic_open(arena, diag, taking.bitext->file);
	if (!taking.attic)
		return false;
	sync_units(&(struct syncing){taking.bitext, taking.attic, diag, false}, &synced);
	for (size_t i = 0; i < delivery->length; i++)
		check_unit(&taking, &ids, &normal.units[i]);
	if (diag_count(diag, DIAG_ERROR) > failures)
		return false;
	for (size_t i = 0; i < delivery->length; i++)
		take_unit(&taking, &normal.units[i]);
	if (taken->fresh && !taken->changed && !taken->older && !taken->remarks)
		return true;
	return attic_save(diag, taking.attic) && bitext_save(diag, taking.bitext);
}
