/* Each unit becomes rows: its name and standing, its words, the words as they were signed where they differ, and a line for remarks. What
 * stands in one row only (names, remarks) has no words in the second language. */
#include "review/proof.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "review/changes.h"
#include "source/version.h"

/* A row that holds nothing but the space above it (the theme's proof-h2), for a pen: a space that is not collapsed. */
static const char room[] = "\xC2\xA0";

struct maker {
	const struct proof *proof;
	VEC(struct unit) units;
	VEC(struct words) besides;
};

const char *const *proof_names(struct arena *arena, const struct master *master)
{
	static const char letters[] = {[UNIT_TITLE] = 'T', [UNIT_H1] = 'K',  [UNIT_H2] = 'K',
				       [UNIT_H3] = 'K',    [UNIT_ALT] = 'B', [UNIT_STRING] = 'R'};
	const char **names = arena_array(arena, master->unit_count, sizeof *names);
	int counts['Z'] = {0};

	for (size_t i = 0; i < master->unit_count; i++) {
		const struct unit *unit = &master->units[i];
		char letter = unit->number ? 'Z' - 1 : letters[unit->kind];

		names[i] = unit->number ? arena_format(arena, "%d", unit->number)
					: arena_format(arena, "%c%d", letter, ++counts[(int)letter]);
	}
	return names;
}

/* What the program fills in is shown by its key: here there is nothing to fill it with. */
static struct words keys_shown(struct arena *arena, struct words words)
{
	struct piece *pieces = arena_array(arena, words.length, sizeof *pieces);

	for (size_t i = 0; i < words.length; i++) {
		pieces[i] = words.pieces[i];
		if (pieces[i].kind != PIECE_FACT || !key_reserved(pieces[i].key))
			continue;
		pieces[i].kind = PIECE_TEXT;
		pieces[i].text = arena_format(arena, "{%s}", pieces[i].key);
	}
	return (struct words){pieces, words.length};
}

static void add(struct maker *maker, enum unit_kind kind, struct words source, struct words beside)
{
	struct arena *arena = maker->proof->arena;
	size_t index = maker->units.length;

	vec_push(arena, &maker->units,
		 ((struct unit){.id = arena_format(arena, "proof.%zu", index + 1),
				.kind = kind,
				.index = index,
				.source = keys_shown(arena, source),
				.basis = "",
				.reason = "",
				.editions = "",
				.loc = maker->proof->translation->loc}));
	vec_push(arena, &maker->besides, keys_shown(arena, beside));
}

static void add_line(struct maker *maker, enum unit_kind kind, const char *text)
{
	struct words_maker words = words_begin(maker->proof->arena);

	words_text(&words, text, maker->proof->translation->loc);
	add(maker, kind, words_end(&words), (struct words){NULL, 0});
}

static const char *role_word(enum signer role)
{
	static const char *const words[SIGNERS] = {"vertaler", "tweede lezer", "wie vrijgeeft"};

	return words[role];
}

static void add_signers(struct buf *buf, const struct standing *standing)
{
	const char *before = " · getekend: ";

	for (int role = 0; role < SIGNERS; role++) {
		if (!standing->by[role])
			continue;
		buf_printf(buf, "%s%s (%s)", before, role_word((enum signer)role), standing->by[role]->date);
		before = ", ";
	}
}

static bool text_same(const struct signoff *last, const struct signoff *now)
{
	return strcmp(last->source, now->source) == 0 && strcmp(last->target, now->target) == 0;
}

/* "Zin 7 · law.penalty · veranderd sinds 2026-11-02 (tweede lezer)". */
static const char *heading(const struct proof *proof, const struct target *target, const struct signoff *last,
			   const struct signoff *now)
{
	const struct unit *unit = target->unit;
	const struct facts *facts = proof->material->facts;
	struct standing standing =
	    signoff_standing(proof->arena, proof->signoffs, facts, proof->translation->language, target);
	struct buf buf = buf_new(proof->arena);

	buf_printf(&buf, "%s%s · %s", unit->number ? "Zin " : "", proof->names[unit->index], unit->id);
	if (target->stale)
		buf_puts(&buf, " · het Nederlands is na de vertaling veranderd");
	if (!last)
		buf_puts(&buf, " · nog niet getekend");
	else if (!text_same(last, now))
		buf_printf(&buf, " · veranderd sinds %s (%s)", last->date, role_word(last->role));
	else if (!standing.by[last->role])
		buf_printf(&buf, " · een getal of gegeven erin is veranderd sinds %s", last->date);
	add_signers(&buf, &standing);
	return buf.data;
}

/* The words that were signed, before the words of today. */
static struct words as_signed(struct arena *arena, struct words words, const char *introduction)
{
	struct words_maker maker = words_begin(arena);
	struct loc loc = words.length ? words.pieces[0].loc : (struct loc){0};

	words_text(&maker, introduction, loc);
	for (size_t i = 0; i < words.length; i++) {
		const struct piece *piece = &words.pieces[i];

		words_mark(&maker, piece->bold, piece->link);
		if (piece->kind == PIECE_TEXT)
			words_text(&maker, piece->text, piece->loc);
		else
			words_fact(&maker, *piece);
	}
	return words_end(&maker);
}

static void add_unit(struct maker *maker, const struct target *target)
{
	const struct proof *proof = maker->proof;
	struct arena *arena = proof->arena;
	const struct language *language = proof->translation->language;
	struct signoff now = signoff_make(arena, proof->material->facts, language, target, SIGNER_TRANSLATOR);
	const struct signoff *last = signoff_last(arena, proof->signoffs, language, target->unit);
	struct words source = target->unit->source, words = target->words;

	add_line(maker, UNIT_H3, heading(proof, target, last, &now));
	if (last && !text_same(last, &now)) {
		struct loc loc = target->loc;
		struct changes dutch = changes_find(arena, words_parse(arena, last->source, loc), source);
		struct changes other = changes_find(arena, words_parse(arena, last->target, loc), words);

		add(maker, UNIT_P, dutch.after, other.after);
		add(maker, UNIT_P, as_signed(arena, dutch.before, "Eerst: "), other.before);
	} else {
		add(maker, UNIT_P, source, words);
	}
	add_line(maker, UNIT_LI, "Opmerking:");
	add_line(maker, UNIT_H2, room);
}

/* The targets of what was made, so that compose takes it as any translation. */
static const struct translation *beside_of(const struct maker *maker, const struct master *master)
{
	struct arena *arena = maker->proof->arena;
	struct translation *translation = arena_alloc(arena, sizeof *translation);
	struct target *targets = arena_array(arena, master->unit_count, sizeof *targets);

	for (size_t i = 0; i < master->unit_count; i++)
		targets[i] = (struct target){.unit = &master->units[i],
					     .words = maker->besides.data[i],
					     .state = STATE_TRANSLATED,
					     .loc = master->units[i].loc};
	*translation = *maker->proof->translation;
	translation->master = master;
	translation->targets = targets;
	translation->target_count = master->unit_count;
	translation->tree = NULL;
	return translation;
}

static const char *about(const struct proof *proof)
{
	const struct master *master = proof->translation->master;

	return arena_format(proof->arena, "Versie %s van %s, code %s.", master->version, master->date,
			    version_code(proof->arena, proof->translation, proof->material->facts));
}

struct proof_part proof_part(const struct proof *proof, const char *title, const bool *chosen)
{
	const struct translation *translation = proof->translation;
	struct maker maker = {.proof = proof};
	struct master *master = arena_alloc(proof->arena, sizeof *master);
	struct section *section = arena_alloc(proof->arena, sizeof *section);

	add_line(&maker, UNIT_TITLE, title);
	add_line(&maker, UNIT_H1, title);
	add_line(&maker, UNIT_P, about(proof));
	add_line(&maker, UNIT_P, "Nieuw staat vet tussen [+ +]. Wat weg is, staat vet tussen [- -].");
	for (size_t i = 0; i < translation->target_count; i++)
		if (chosen[i])
			add_unit(&maker, &translation->targets[i]);
	*section = (struct section){"proof", 1, maker.units.length - 1, translation->master->loc};
	*master = *translation->master;
	master->template = "proof";
	master->units = maker.units.data;
	master->unit_count = maker.units.length;
	master->sections = section;
	master->section_count = 1;
	master->ids = (struct map){0};
	return (struct proof_part){
	    master, strcmp(translation->language->tag, "nl") == 0 ? NULL : beside_of(&maker, master)};
}
