/* Placeholders and links must be the master's, each as often as there; their order is the language's own. A bold word that a
 * language cannot have is told, but it is no error. */
#include "source/xliff_check.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_placeholder(const struct piece *a, const struct piece *b)
{
	return a->kind == PIECE_FACT && b->kind == PIECE_FACT && same(a->key, b->key) &&
	       same(a->form, b->form);
}

bool xliff_source_current(struct arena *arena, const struct facts *facts, const struct unit *unit,
			  struct words written)
{
	if (!words_same(arena, unit->source, written))
		return false;
	for (size_t i = 0; i < written.length; i++) {
		const struct piece *piece = &written.pieces[i];
		const struct fact *fact = piece->kind == PIECE_FACT ? fact_find(facts, piece->key) : NULL;

		if (fact && fact->kind == FACT_NUMBER && *piece->text &&
		    strcmp(fact->value, piece->text) != 0)
			return false;
	}
	return true;
}

static size_t count_placeholder(struct words words, const struct piece *piece)
{
	size_t count = 0;

	for (size_t i = 0; i < words.length; i++)
		count += same_placeholder(&words.pieces[i], piece);
	return count;
}

static const char *name_of(struct arena *arena, const struct piece *piece)
{
	return *piece->form ? arena_format(arena, "%s:%s", piece->key, piece->form) : piece->key;
}

static void check_placeholders(struct arena *arena, struct diag *diag, const struct target *target)
{
	struct words source = target->unit->source, words = target->words;

	for (size_t i = 0; i < source.length; i++) {
		const struct piece *piece = &source.pieces[i];

		if (piece->kind == PIECE_FACT &&
		    count_placeholder(words, piece) < count_placeholder(source, piece))
			diag_add(diag, DIAG_PLACEHOLDER_DROPPED, target->loc, target->unit->id,
				 name_of(arena, piece), NULL);
	}
	for (size_t i = 0; i < words.length; i++) {
		const struct piece *piece = &words.pieces[i];
		size_t asked = piece->kind == PIECE_FACT ? count_placeholder(source, piece) : 0;

		if (piece->kind == PIECE_FACT && count_placeholder(words, piece) > asked)
			diag_add(diag, asked ? DIAG_PLACEHOLDER_DOUBLED : DIAG_PLACEHOLDER_INVENTED,
				 piece->loc, target->unit->id, name_of(arena, piece), NULL);
	}
}

/* How many links lead to this fact: stretches of pieces, not pieces. */
static size_t count_link(struct words words, const char *link)
{
	size_t count = 0;

	for (size_t i = 0; i < words.length; i++)
		count +=
		    same(words.pieces[i].link, link) && (i == 0 || !same(words.pieces[i - 1].link, link));
	return count;
}

static void check_links(struct diag *diag, const struct target *target)
{
	struct words source = target->unit->source, words = target->words;

	for (size_t i = 0; i < source.length; i++) {
		const char *link = source.pieces[i].link;

		if (link && count_link(words, link) < count_link(source, link))
			diag_add(diag, DIAG_PLACEHOLDER_DROPPED, target->loc, target->unit->id, link, NULL);
	}
	for (size_t i = 0; i < words.length; i++) {
		const char *link = words.pieces[i].link;
		size_t asked = link ? count_link(source, link) : 0;

		if (link && count_link(words, link) > asked)
			diag_add(diag, asked ? DIAG_PLACEHOLDER_DOUBLED : DIAG_PLACEHOLDER_INVENTED,
				 words.pieces[i].loc, target->unit->id, link, NULL);
	}
}

static size_t count_bold(struct words words)
{
	size_t count = 0;

	for (size_t i = 0; i < words.length; i++)
		count += words.pieces[i].bold && (i == 0 || !words.pieces[i - 1].bold);
	return count;
}

void xliff_check_codes(struct arena *arena, struct diag *diag, const struct target *target)
{
	check_placeholders(arena, diag, target);
	check_links(diag, target);
	if (count_bold(target->words) != count_bold(target->unit->source))
		diag_add(diag, DIAG_EMPHASIS_DIFFERS, target->loc, target->unit->id, NULL);
}
