/* Plain language that can be counted. A sentence ends at . ? ! : or ; before a space or the end, and with its unit. */
#include "review/review.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "review/plain.h"
#include "text/collate.h"

enum { WORDS_MOST = 18, WORDS_AVERAGE = 12 };

struct reading {
	struct arena *arena;
	struct diag *diag;
	int words, sentences;
};

static const char *number(struct arena *arena, int value)
{
	return arena_format(arena, "%d", value);
}

static void end_sentence(struct reading *reading, const struct unit *unit, int words)
{
	reading->words += words;
	reading->sentences += words > 0;
	if (words > WORDS_MOST)
		diag_add(reading->diag, DIAG_SENTENCE_LONG, unit->loc, unit->id,
			 number(reading->arena, words), number(reading->arena, WORDS_MOST), NULL);
}

static bool ends_sentence(const char *at)
{
	return strchr(".?!:;", *at) && (at[1] == ' ' || at[1] == '\0' || !isascii((unsigned char)at[1]));
}

static void count_sentences(struct reading *reading, const struct unit *unit, const char *text)
{
	bool inside = false;
	int words = 0;

	for (; *text; text++) {
		bool letter = isalnum((unsigned char)*text) || !isascii((unsigned char)*text) || *text == '-';

		words += letter && !inside;
		inside = letter;
		if (ends_sentence(text)) {
			end_sentence(reading, unit, words);
			words = 0;
			inside = false;
		}
	}
	end_sentence(reading, unit, words);
}

static void check_words(const struct reading *reading, const struct unit *unit, const char *text)
{
	static const char *const avoided[] = {"%", "procent", "verminking", "verminkt"};
	const char *folded = collate_fold(reading->arena, text);

	for (size_t i = 0; i < sizeof avoided / sizeof *avoided; i++)
		if (strstr(folded, avoided[i]))
			diag_add(reading->diag, DIAG_WORD_AVOIDED, unit->loc, unit->id, avoided[i], NULL);
}

/* In the section that opens the document the first core message comes first, and again behind the others. */
static bool core_repeated(const struct master *master)
{
	const struct section *section = &master->sections[0];
	int first = 0, last = 0;

	for (size_t i = section->first; i < section->first + section->count; i++) {
		int core = master->units[i].core;

		first = first ? first : core;
		last = core ? core : last;
	}
	return first == last && first <= 1;
}

static void check_cores(const struct reading *reading, const struct master *master)
{
	if (master->section_count && !core_repeated(master))
		diag_add(reading->diag, DIAG_CORE_ORDER, master->sections[0].loc, master->sections[0].id,
			 NULL);
}

void review_reading(struct arena *arena, struct diag *diag, const struct master *master)
{
	struct reading reading = {.arena = arena, .diag = diag};

	for (size_t i = 0; i < master->unit_count; i++) {
		const struct unit *unit = &master->units[i];
		const char *text = plain_text(arena, unit->source);

		check_words(&reading, unit, text);
		if (unit->kind != UNIT_ALT && unit->kind != UNIT_STRING)
			count_sentences(&reading, unit, text);
	}
	check_cores(&reading, master);
	if (reading.words > reading.sentences * WORDS_AVERAGE)
		diag_add(diag, DIAG_SENTENCES_LONG, master->loc, NULL,
			 arena_format(arena, "%.1f", (double)reading.words / reading.sentences),
			 number(arena, WORDS_AVERAGE), NULL);
}
