/* A word is judged as a whole, without its facts: Latin names are welcome among Arabic words, a Cyrillic letter inside a Somali word is
 * not (UTS #39, 5). A word in another script may stand where the Dutch has the same word. */
#include "review/passage.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "text/collate.h"

struct word {
	size_t from, to;
	const char *text;
};

/* Scripts that go together with the language's: the letters of both stand in one word. */
static bool is_home(const struct reviewer *reviewer, const struct letter *letter)
{
	return letters_common(letter) || letter->script == reviewer->script;
}

/* Names that every script writes in Latin letters. */
static bool is_brand(const char *folded)
{
	static const char *const brands[] = {"whatsapp", "telegram", "signal", "ggd", "fsan", "pharos"};

	for (size_t i = 0; i < sizeof brands / sizeof *brands; i++)
		if (strcmp(folded, brands[i]) == 0)
			return true;
	return false;
}

static bool in_dutch(const struct passage *passage, const struct word *word)
{
	struct arena *arena = passage->reviewer->arena;

	if (is_brand(collate_fold(arena, word->text)))
		return true;

	return strstr(collate_fold(arena, passage->source.text), collate_fold(arena, word->text));
}

static void check_strange(const struct passage *passage, const struct word *word)
{
	const struct reviewer *reviewer = passage->reviewer;

	for (size_t i = word->from; i < word->to; i++) {
		const struct letter *letter = &passage->text.data[i];

		if ((letter->kind != LETTER_WORD && letter->kind != LETTER_MARK) ||
		    alphabet_holds(reviewer->alphabet, letter->code))
			continue;
		passage_say(passage, DIAG_LETTER_STRANGE, letters_name(reviewer->arena, letter), word->text);
		return;
	}
}

/* The letters of other scripts in a word, which take its prefixes and endings: "QR" in an Amharic word. */
static const char *guest(const struct passage *passage, const struct word *word)
{
	size_t from = word->from, to = word->to;

	while (from < to && is_home(passage->reviewer, &passage->text.data[from]))
		from++;
	while (to > from && is_home(passage->reviewer, &passage->text.data[to - 1]))
		to--;
	return letters_part(passage->reviewer->arena, &passage->text, from, to);
}

static bool is_guest_of_dutch(const struct passage *passage, const struct word *word)
{
	const struct word inner = {0, 0, guest(passage, word)};

	return strlen(inner.text) > 1 && in_dutch(passage, &inner);
}

static void check_word(const struct passage *passage, const struct word *word)
{
	size_t home = 0, other = 0;

	for (size_t i = word->from; i < word->to; i++) {
		const struct letter *letter = &passage->text.data[i];

		other += !is_home(passage->reviewer, letter);
		home += letter->script == passage->reviewer->script;
	}
	if (home && other && !is_guest_of_dutch(passage, word))
		passage_say(passage, DIAG_SCRIPT_MIXED, word->text, NULL);
	else if (other && !home && !in_dutch(passage, word))
		passage_say(passage, DIAG_SCRIPT_OTHER, word->text, NULL);
	else if (home && !other && !in_dutch(passage, word))
		check_strange(passage, word);
	if (alphabet_mark_hidden(passage->reviewer->alphabet, word->text))
		passage_say(passage, DIAG_MARK_DOUBLED, word->text, NULL);
}

static void check_words(const struct passage *passage)
{
	const struct letters *text = &passage->text;

	for (size_t i = 0; i < text->length; i++) {
		struct word word = {i, letters_word_end(text, i), NULL};

		if (word.to == i)
			continue;
		word.text = letters_part(passage->reviewer->arena, text, word.from, word.to);
		check_word(passage, &word);
		i = word.to - 1;
	}
}

static void check_digits(const struct passage *passage)
{
	const struct letter *first = NULL;

	for (size_t i = 0; i < passage->text.length; i++) {
		const struct letter *letter = &passage->text.data[i];

		if (letter->kind != LETTER_DIGIT)
			continue;
		first = first ? first : letter;
		if (letter->code - (uint32_t)letter->digit != first->code - (uint32_t)first->digit) {
			passage_say(passage, DIAG_DIGITS_MIXED, letters_name(passage->reviewer->arena, first),
				    letters_name(passage->reviewer->arena, letter));
			return;
		}
	}
}

void check_script(const struct passage *passage)
{
	check_words(passage);
	check_digits(passage);
}
