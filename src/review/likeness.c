/* The translation beside its Dutch. Languages are longer and shorter than Dutch, scripts more so: a unit is held against what the
 * translation makes of the Dutch elsewhere, so that only what falls out of its own kind is told. */
#include "review/passage.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

enum { SHORTEST = 30, LOW = 45, HIGH = 210 }; /* letters; per cent of the translation's own measure */

static void check_length(const struct passage *passage)
{
	const struct reviewer *reviewer = passage->reviewer;
	int64_t source = (int64_t)passage_size(&passage->source),
		text = (int64_t)passage_size(&passage->text);
	int64_t usual = source * reviewer->measure / 1000;

	if (source < SHORTEST || !usual)
		return;
	if (text * 100 < usual * LOW)
		passage_say(passage, DIAG_LENGTH_SHORT, NULL, NULL);
	else if (text * 100 > usual * HIGH)
		passage_say(passage, DIAG_LENGTH_LONG, NULL, NULL);
}

/* One word can be the same in a neighbouring language. */
static bool is_sentence(const struct letters *text)
{
	size_t small = 0, blanks = 0;

	for (size_t i = 0; i < text->length; i++) {
		small += text->data[i].small;
		blanks += text->data[i].kind == LETTER_BLANK;
	}
	return small > 3 && blanks > 0;
}

static void check_identical(const struct passage *passage)
{
	if (strcmp(passage->source.text, passage->text.text) == 0 && is_sentence(&passage->text))
		passage_say(passage, DIAG_TEXT_IDENTICAL, NULL, NULL);
}

/* The Dutch sets a condition as a question ("Twijfel je? Vraag hulp."); where people say "if", one sentence does it. */
static bool is_condition(const struct passage *passage)
{
	static const char *const ifs[][2] = {{"pa-Arab", "جے "}};

	for (size_t i = 0; i < sizeof ifs / sizeof *ifs; i++)
		if (strcmp(ifs[i][0], passage->reviewer->language->tag) == 0)
			return passage->source.sentences == 2 && strstr(passage->source.text, "? ") &&
			       strncmp(passage->text.text, ifs[i][1], strlen(ifs[i][1])) == 0;
	return false;
}

/* Some languages make one sentence of two, so one more or less is style; half or double is not. */
static void check_sentences(const struct passage *passage)
{
	size_t source = passage->source.sentences, text = passage->text.sentences;
	const char *script = passage->reviewer->language->script;

	if (strcmp(script, "Thai") == 0 || strcmp(script, "Laoo") == 0 || is_condition(passage))
		return;
	if (text + 1 < source || text > source + 1 || (source > 1 && text == 1))
		passage_say(passage, DIAG_SENTENCES_DIFFER,
			    arena_format(passage->reviewer->arena, "%zu", text),
			    arena_format(passage->reviewer->arena, "%zu", source));
}

/* The sentence that a piece begins in: pieces and letters run side by side. */
static size_t sentence_of(const struct words words, const struct letters *letters, size_t piece)
{
	size_t bytes = 0;

	for (size_t i = 0; i < piece; i++)
		bytes += words.pieces[i].kind == PIECE_FACT ? 3 : strlen(words.pieces[i].text);
	for (size_t i = 0; i < letters->length; i++) {
		bool blank = letters->data[i].kind == LETTER_BLANK;

		if (letters->data[i].at >= bytes && !blank)
			return letters->data[i].sentence;
	}
	return letters->sentences - 1;
}

static bool same_fact(const struct piece *a, const struct piece *b)
{
	return a->kind == PIECE_FACT && b->kind == PIECE_FACT && strcmp(a->key, b->key) == 0 &&
	       strcmp(a->form, b->form) == 0;
}

static bool in_sentence(const struct passage *passage, const struct piece *fact, size_t sentence)
{
	struct words words = passage->target->words;

	for (size_t i = 0; i < words.length; i++)
		if (same_fact(&words.pieces[i], fact) && sentence_of(words, &passage->text, i) == sentence)
			return true;
	return false;
}

static bool bold_in(struct words words, const struct letters *letters, size_t sentence)
{
	for (size_t i = 0; i < words.length; i++)
		if (words.pieces[i].bold && sentence_of(words, letters, i) == sentence)
			return true;
	return false;
}

/* Where both have the same number of sentences, facts and bold words keep to theirs. */
static void check_places(const struct passage *passage)
{
	struct words source = passage->target->unit->source, words = passage->target->words;

	if (passage->source.sentences < 2 || passage->source.sentences != passage->text.sentences)
		return;
	for (size_t i = 0; i < source.length; i++) {
		const struct piece *piece = &source.pieces[i];

		if (piece->kind == PIECE_FACT &&
		    !in_sentence(passage, piece, sentence_of(source, &passage->source, i)))
			passage_say(passage, DIAG_PLACEHOLDER_MOVED, piece->key, NULL);
	}
	for (size_t i = 0; i < passage->source.sentences; i++)
		if (bold_in(source, &passage->source, i) && !bold_in(words, &passage->text, i)) {
			passage_say(passage, DIAG_EMPHASIS_MOVED, NULL, NULL);
			return;
		}
}

void check_likeness(const struct passage *passage)
{
	check_length(passage);
	check_identical(passage);
	check_sentences(passage);
	check_places(passage);
}
