/* Numbers, telephone numbers and addresses come from the facts alone: typed by hand they stay behind when the fact changes. A digit is
 * its value, whatever the script; the Dutch may spell a small number that a language writes in digits. */
#include "review/passage.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "text/collate.h"

struct number {
	const char *value; /* in ASCII digits */
	const char *shown; /* as it stands */
};

struct numbers {
	struct number *data;
	size_t length;
};

/* Digits that belong together, with the signs that may stand between them. */
static size_t run_end(const struct letters *text, size_t at)
{
	size_t end = at;

	while (end < text->length) {
		bool digit = text->data[end].kind == LETTER_DIGIT;
		bool between = !digit && end + 1 < text->length &&
			       strchr(".,:-/", (int)text->data[end].code) && text->data[end].code < 0x80 &&
			       text->data[end + 1].kind == LETTER_DIGIT;

		if (!digit && !between)
			break;
		end++;
	}
	return end;
}

static struct numbers numbers_in(struct arena *arena, const struct letters *text)
{
	struct numbers numbers = {arena_array(arena, text->length + 1, sizeof *numbers.data), 0};

	for (size_t i = 0; i < text->length; i++) {
		size_t end = text->data[i].kind == LETTER_DIGIT ? run_end(text, i) : i;
		struct buf value = buf_new(arena);

		if (end == i)
			continue;
		for (size_t k = i; k < end; k++)
			buf_printf(&value, "%c",
				   text->data[k].kind == LETTER_DIGIT ? '0' + text->data[k].digit
								      : (int)text->data[k].code);
		numbers.data[numbers.length++] =
		    (struct number){value.data, letters_part(arena, text, i, end)};
		i = end - 1;
	}
	return numbers;
}

static bool holds(const struct numbers *numbers, const char *value)
{
	for (size_t i = 0; i < numbers->length; i++)
		if (strcmp(numbers->data[i].value, value) == 0)
			return true;
	return false;
}

/* Whether the Dutch spells the number: "twee" for 2. */
static bool spelled(const struct passage *passage, const char *value)
{
	static const char *const words[] = {"nul",   "een",  "twee",  "drie", "vier", "vijf",  "zes",
					    "zeven", "acht", "negen", "tien", "elf",  "twaalf"};
	size_t number = (size_t)strtoul(value, NULL, 10);
	struct arena *arena = passage->reviewer->arena;
	const char *word = number < sizeof words / sizeof *words ? words[number] : NULL;

	if (!word || strspn(value, "0123456789") != strlen(value))
		return false;
	for (size_t i = 0; i < passage->source.length; i++) {
		size_t end = letters_word_end(&passage->source, i);

		if (end > i &&
		    strcmp(collate_fold(arena, letters_part(arena, &passage->source, i, end)), word) == 0)
			return true;
		i = end > i ? end - 1 : i;
	}
	return false;
}

static bool has_digits(struct arena *arena, const char *text, const char *value)
{
	struct numbers numbers;
	struct letters letters;

	if (!text)
		return false;
	letters = letters_read(arena, text);
	numbers = numbers_in(arena, &letters);
	return holds(&numbers, value) || strcmp(text, value) == 0;
}

/* In Dutch a number is typed by hand where a fact holds it; the size of paper is no fact. */
static bool is_fact(const struct passage *passage, const char *value)
{
	struct arena *arena = passage->reviewer->arena;
	const struct facts *facts = passage->reviewer->facts;

	for (size_t i = 0; i < facts->length; i++) {
		const struct fact *fact = &facts->data[i];

		if (fact->kind != FACT_STATEMENT && fact->kind != FACT_LAW &&
		    (has_digits(arena, fact->value, value) || has_digits(arena, fact->home, value) ||
		     has_digits(arena, fact->abroad, value)))
			return true;
	}
	return false;
}

/* Whether a number of a translation has no ground in the Dutch. */
static bool is_typed(const struct passage *passage, const struct numbers *source, const char *value)
{
	if (passage->reviewer->dutch)
		return is_fact(passage, value);
	return !holds(source, value) && !spelled(passage, value);
}

static bool is_address(const char *word)
{
	return strstr(word, "://") || strchr(word, '@') || strncmp(word, "www.", 4) == 0 ||
	       strstr(word, ".nl/") || (strlen(word) > 3 && strcmp(word + strlen(word) - 3, ".nl") == 0);
}

static void check_addresses(const struct passage *passage)
{
	const char *text = passage->text.text;

	for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
		size_t length = strcspn(text, " ");
		const char *word = arena_copy(passage->reviewer->arena, text, length);

		if (is_address(word) && !strstr(passage->source.text, word)) {
			passage_say(passage, DIAG_ADDRESS_TYPED, word, NULL);
			return;
		}
		text += length;
	}
}

void check_numbers(const struct passage *passage)
{
	struct arena *arena = passage->reviewer->arena;
	struct numbers source = numbers_in(arena, &passage->source), text = numbers_in(arena, &passage->text);

	for (size_t i = 0; i < text.length; i++)
		if (is_typed(passage, &source, text.data[i].value))
			passage_say(passage, DIAG_NUMBER_TYPED, text.data[i].shown, NULL);
	for (size_t i = 0; i < source.length; i++)
		if (!holds(&text, source.data[i].value))
			passage_say(passage, DIAG_NUMBER_MISSING, source.data[i].shown, NULL);
	check_addresses(passage);
}
