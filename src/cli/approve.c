/* verklaring approve: a person stands for words. All units that were asked for are signed, or none. */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/message.h"
#include "base/vec.h"
#include "cli/subject.h"
#include "source/characters.h"
#include "source/signoff.h"
#include "source/store.h"
#include "text/alphabet.h"
#include "text/collate.h"
#include "text/letters.h"

static const struct option options[] = {
    {"as", N_("ROLE"), N_("translator, reviewer or approver")},
    {"by", N_("NAME"), N_("who signs; a record of who said so, no proof of identity")},
    {"unit", N_("ID,..."), N_("only these units (the whole text by default)")},
    {"date", N_("DAY"), N_("when it was signed, as 2026-11-27 (today by default)")},
    {"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")},
    {0},
};

/* One act of signing. */
struct act {
	struct context *context;
	const struct material *material;
	const struct translation *text;
	const struct signoffs *signoffs;
	enum signer role;
	const char *by, *date;
	const struct target **targets; /* what is to be signed */
	size_t count;
	VEC(struct signoff) fresh;
};

static bool refuse(struct context *context, enum diag_code code, const char *argument)
{
	diag_add(context->diag, code, (struct loc){0}, NULL, argument, NULL);
	return false;
}

/* The first letter of a name that nobody sees, or blank that is not the ordinary one; NULL when there is none. */
static const char *hidden_in(struct arena *arena, const char *name)
{
	struct letters letters = letters_read(arena, name);

	for (size_t i = 0; i < letters.length; i++) {
		const struct letter *letter = &letters.data[i];

		if (letter->kind == LETTER_FORMAT || (letter->kind == LETTER_BLANK && letter->code != ' '))
			return letters_name(arena, letter);
	}
	return NULL;
}

static bool read_options(struct context *context, struct act *act)
{
	const struct arguments *arguments = &context->arguments;
	const char *role = argument(arguments, "as"), *today = date_today(context->arena);
	const char *hidden;

	act->by = argument(arguments, "by");
	act->date = argument(arguments, "date");
	act->role = signer_find(role ? role : "");
	if (!act->date)
		act->date = today;
	if (act->role == SIGNERS)
		return refuse(context, DIAG_SIGNER_ROLE, "");
	if (!act->by || !characters_line(act->by) || signer_same(act->by, ""))
		return refuse(context, DIAG_SIGNER_NAME, "");
	hidden = hidden_in(context->arena, act->by);
	if (hidden)
		return refuse(context, DIAG_SIGNER_HIDDEN, hidden);
	if (!date_valid(act->date) || strcmp(act->date, today) > 0)
		return refuse(context, DIAG_SIGNER_DATE, today);
	return true;
}

/* A name in the spelling under which this person signed before: what source/ compares knows ASCII only. */
static const char *own_spelling(struct arena *arena, const struct signoffs *signoffs, const char *name)
{
	const char *folded = collate_fold(arena, name);

	for (size_t i = 0; i < signoffs->names.length; i++)
		if (signer_same(collate_fold(arena, signoffs->names.data[i]), folded))
			return signoffs->names.data[i];
	return alphabet_compose(arena, name);
}

static bool choose_targets(struct act *act)
{
	struct context *context = act->context;
	const struct translation *text = act->text;
	const char *asked = argument(&context->arguments, "unit");
	const char **ids = list_split(context->arena, asked ? asked : "", &act->count);
	bool found = true;

	if (!asked)
		act->count = text->target_count;
	act->targets = arena_array(context->arena, act->count, sizeof *act->targets);
	for (size_t i = 0; i < act->count; i++) {
		const struct unit *unit = asked ? unit_find(text->master, ids[i]) : &text->master->units[i];

		if (unit)
			act->targets[i] = &text->targets[unit->index];
		else
			diag_add(context->diag, DIAG_UNIT_ABSENT, (struct loc){0}, NULL, ids[i],
				 text->master->id, NULL);
		found &= unit != NULL;
	}
	return found && act->count;
}

/* The first role that must have signed before this one, and has not; SIGNERS: none. */
static int role_wanting(const struct act *act, const struct standing *standing)
{
	for (int role = 0; role < (int)act->role; role++)
		if (!standing->by[role])
			return role;
	return SIGNERS;
}

/* Another role under which this person stands already; SIGNERS: none. */
static int role_held(const struct act *act, const struct standing *standing)
{
	for (int role = 0; role < SIGNERS; role++)
		if (role != (int)act->role && standing->by[role] &&
		    signer_same(standing->by[role]->by, act->by))
			return role;
	return SIGNERS;
}

/* Who signs in a role twice says nothing new; another person may, and then counts. */
static bool is_signed(const struct act *act, const struct standing *standing)
{
	const struct signoff *mine = standing->by[act->role];

	return mine && signer_same(mine->by, act->by);
}

static void sign(struct act *act, const struct target *target)
{
	struct arena *arena = act->context->arena;
	struct diag *diag = act->context->diag;
	const struct facts *facts = act->material->facts;
	const char *unit = target->unit->id;
	struct standing standing = signoff_standing(arena, act->signoffs, facts, act->text->language, target);
	int wanting = role_wanting(act, &standing), held = role_held(act, &standing);
	struct signoff signoff;

	if (target->state == STATE_INITIAL) {
		diag_add(diag, DIAG_SIGNOFF_UNFINISHED, target->loc, unit, NULL);
	} else if (wanting != SIGNERS) {
		diag_add(diag, DIAG_SIGNOFF_MISSING, target->loc, unit, act->text->master->id,
			 act->text->language->tag, signer_word((enum signer)wanting), NULL);
	} else if (held != SIGNERS) {
		diag_add(diag, DIAG_SIGNOFF_SAME, target->loc, unit, act->by, signer_word((enum signer)held),
			 signer_word(act->role), NULL);
	} else if (!is_signed(act, &standing)) {
		signoff = signoff_make(arena, facts, act->text->language, target, act->role);
		signoff.by = act->by;
		signoff.date = act->date;
		vec_push(arena, &act->fresh, signoff);
	}
}

static int write_act(struct act *act)
{
	struct context *context = act->context;
	const char *document = act->text->master->id;
	struct signoff_file file = {
	    .schemas = store_schemas(act->material->store),
	    .path = arena_format(context->arena, "%s/translations/%s/signoff.xml", context->data, document),
	    .document = document,
	};

	if (!signoffs_add(context->arena, context->diag, &file, act->fresh.data, act->fresh.length))
		return 2;
	printf(_("%s, %s: %zu signed as %s by %s on %s; %zu stood already\n"), document,
	       act->text->language->name_nl, act->fresh.length, signer_word(act->role), act->by, act->date,
	       act->count - act->fresh.length);
	return 0;
}

static int approve(struct context *context)
{
	struct material material;
	struct subject subject;
	struct act act = {.context = context, .material = &material};

	if (!read_options(context, &act))
		return 2;
	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (!subject_find(context, &material, &subject))
		return 2;
	act.text =
	    translation_open(context->arena, context->diag, &material, subject.document, subject.language);
	act.signoffs = store_signoffs(material.store, context->diag, subject.document);
	if (!act.text || diag_failed(context->diag))
		return 1;
	act.by = own_spelling(context->arena, act.signoffs, act.by);
	if (!choose_targets(&act))
		return 2;
	for (size_t i = 0; i < act.count; i++)
		sign(&act, act.targets[i]);
	return diag_failed(context->diag) ? 1 : write_act(&act);
}

const struct command command_approve = {
    "approve", N_("sign a text as its translator, reviewer or approver"), " DOCUMENT TAG", options, approve,
};
