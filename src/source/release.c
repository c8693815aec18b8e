/* Signatures are missed for a whole text in one line, where nobody has signed any of it, else unit by unit. */
#include "source/release.h"

#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "source/facts.h"
#include "source/fontlist.h"
#include "source/history.h"
#include "source/signoff.h"
#include "source/store.h"

struct checker {
	struct arena *arena;
	struct diag *diag;
	const struct release *release;
};

/* One text and who stands for each of its units. */
struct signatures {
	const struct translation *text;
	const struct standing *standings;
	size_t missing[SIGNERS]; /* how many units lack this role */
};

void release_add(struct release *release, const struct translation *text)
{
	for (size_t i = 0; i < release->text_count; i++)
		if (release->texts[i]->master == text->master &&
		    release->texts[i]->language == text->language)
			return;
	release->texts[release->text_count++] = text;
}

bool release_open(struct arena *arena, struct diag *diag, const struct material *material,
		  const char *document, const struct language *language, struct release *release)
{
	const struct language *languages[] = {language, language_find(&material->languages, "nl")};
	const char *names[] = {document, "common"};

	*release = (struct release){.material = material};
	for (size_t i = 0; i < sizeof languages / sizeof *languages; i++)
		for (size_t k = 0; k < sizeof names / sizeof *names; k++) {
			const struct translation *text =
			    languages[i] ? translation_open(arena, diag, material, names[k], languages[i])
					 : NULL;

			if (!text)
				return false;
			release_add(release, text);
		}
	release->master = release->texts[0]->master;
	return true;
}

bool release_final(const struct release *release)
{
	for (size_t i = 0; i < release->text_count; i++)
		if (release->texts[i]->state != STATE_FINAL)
			return false;
	return true;
}

enum state release_state(enum state state, bool released)
{
	return state == STATE_FINAL && !released ? STATE_REVIEWED : state;
}

static struct signatures collect(const struct checker *checker, const struct translation *text)
{
	const struct material *material = checker->release->material;
	const struct signoffs *signoffs = store_signoffs(material->store, checker->diag, text->master->id);
	struct standing *standings = arena_array(checker->arena, text->target_count, sizeof *standings);
	struct signatures signatures = {.text = text, .standings = standings};

	for (size_t i = 0; i < text->target_count; i++) {
		standings[i] = signoff_standing(checker->arena, signoffs, material->facts, text->language,
						&text->targets[i]);
		for (int role = 0; role < SIGNERS; role++)
			signatures.missing[role] += !standings[i].by[role];
	}
	return signatures;
}

static void miss(const struct checker *checker, const struct signatures *signatures, int role,
		 const struct target *target)
{
	const struct translation *text = signatures->text;

	diag_add(checker->diag, DIAG_SIGNOFF_MISSING, target ? target->loc : text->loc,
		 target ? target->unit->id : NULL, text->master->id, text->language->tag,
		 signer_word((enum signer)role), NULL);
}

static void check_unit(const struct checker *checker, const struct signatures *signatures, size_t index)
{
	const struct target *target = &signatures->text->targets[index];
	const struct standing *standing = &signatures->standings[index];
	bool whole = true;

	if (target->state == STATE_INITIAL) {
		diag_add(checker->diag, DIAG_SIGNOFF_UNFINISHED, target->loc, target->unit->id, NULL);
		return;
	}
	for (int role = 0; role < SIGNERS; role++) {
		whole &= standing->by[role] != NULL;
		if (!standing->by[role] && signatures->missing[role] < signatures->text->target_count)
			miss(checker, signatures, role, target);
	}
	if (whole && target->state != STATE_FINAL)
		diag_add(checker->diag, DIAG_SIGNOFF_EYES, target->loc, target->unit->id, NULL);
}

static void check_recall(const struct checker *checker, const struct translation *text)
{
	const struct history_entry *recall =
	    history_recall(checker->arena, checker->diag, checker->release->material, text);

	if (recall)
		diag_add(checker->diag, DIAG_RELEASE_RECALLED, text->loc, NULL, recall->code, recall->date,
			 recall->reason ? recall->reason : "", NULL);
}

static void check_text(const struct checker *checker, const struct translation *text)
{
	struct signatures signatures = collect(checker, text);

	check_recall(checker, text);
	for (int role = 0; role < SIGNERS; role++)
		if (text->target_count && signatures.missing[role] == text->target_count)
			miss(checker, &signatures, role, NULL);
	for (size_t i = 0; i < text->target_count; i++)
		check_unit(checker, &signatures, i);
}

static bool is_used(const struct release *release, const char *key)
{
	for (size_t t = 0; t < release->text_count; t++) {
		const struct master *master = release->texts[t]->master;

		for (size_t i = 0; i < master->unit_count; i++)
			if (unit_prints(&master->units[i], key) || tag_listed(master->units[i].basis, key))
				return true;
	}
	return false;
}

static void check_confirmation(const struct checker *checker, const struct fact *fact)
{
	const char *owner = fact->confirm_by ? fact->confirm_by : "?";
	struct diag *diag = checker->diag;

	if (fact_outgrown(fact))
		diag_add(diag, DIAG_RELEASE_OUTGROWN, fact->loc, NULL, fact->key, fact->as_of,
			 fact->confirmed_on, owner, NULL);
	else if (!fact_may_stand(fact, true))
		diag_add(diag, DIAG_RELEASE_FACT, fact->loc, NULL, fact->key, owner, NULL);
	else if (strcmp(fact->confirmed_on, checker->release->material->today) > 0)
		diag_add(diag, DIAG_RELEASE_AHEAD, fact->loc, NULL, fact->key, fact->confirmed_on, NULL);
}

static void check_fact(const struct checker *checker, const struct fact *fact)
{
	const char *today = checker->release->material->today;
	struct diag *diag = checker->diag;

	check_confirmation(checker, fact);
	if (fact->review_by && date_passed(fact->review_by, today))
		diag_add(diag, DIAG_RELEASE_REVIEW, fact->loc, NULL, fact->key, fact->review_by, NULL);
	if (fact->valid_until && date_passed(fact->valid_until, today))
		diag_add(diag, DIAG_RELEASE_UNTIL, fact->loc, NULL, fact->key, fact->valid_until, NULL);
	if (fact->valid_from && strcmp(fact->valid_from, today) > 0)
		diag_add(diag, DIAG_RELEASE_FROM, fact->loc, NULL, fact->key, fact->valid_from, NULL);
}

static void check_head(const struct checker *checker)
{
	const struct master *master = checker->release->master;
	struct diag *diag = checker->diag;

	if (!master->publisher || !*master->publisher)
		diag_add(diag, DIAG_RELEASE_HEAD, master->loc, NULL, "publisher", "...", NULL);
	if (!master->licence || !*master->licence)
		diag_add(diag, DIAG_RELEASE_HEAD, master->loc, NULL, "licence", "...", NULL);
	if (master->check_after && date_passed(master->check_after, checker->release->material->today))
		diag_add(diag, DIAG_RELEASE_CHECK, master->loc, NULL, master->check_after, NULL);
}

bool release_check(struct arena *arena, struct diag *diag, const struct release *release)
{
	struct checker checker = {arena, diag, release};
	const struct facts *facts = release->material->facts;
	size_t failures = diag_count(diag, DIAG_ERROR);

	check_head(&checker);
	for (size_t i = 0; i < release->text_count; i++)
		check_text(&checker, release->texts[i]);
	for (size_t i = 0; i < facts->length; i++)
		if (is_used(release, facts->data[i].key))
			check_fact(&checker, &facts->data[i]);
	return diag_count(diag, DIAG_ERROR) == failures;
}

bool release_overdue(struct arena *arena, const struct diag *missing)
{
	static const enum diag_code codes[] = {DIAG_RELEASE_CHECK, DIAG_RELEASE_REVIEW, DIAG_RELEASE_UNTIL,
					       DIAG_RELEASE_OUTGROWN};
	size_t count;
	const struct diag_entry *entries = diag_entries(arena, missing, &count);

	for (size_t i = 0; i < count; i++) {
		bool time = false;

		for (size_t k = 0; k < sizeof codes / sizeof *codes; k++)
			time |= strcmp(entries[i].word, diag_word(codes[k])) == 0;
		if (!time)
			return false;
	}
	return count > 0;
}
