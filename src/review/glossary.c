/* Words to avoid are compared folded, so that neither case nor a compatibility letter hides one. */
#include "review/passage.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "review/plain.h"
#include "text/collate.h"

static bool is_letter(unsigned char byte)
{
	return isalnum(byte) || !isascii(byte);
}

/* Whether the quotation marks around a place are those of a word that others use: an odd number of them stands before it. */
static bool is_quoted(const struct letters *text, size_t at)
{
	int count = 0;

	for (size_t i = 0; i < text->length && text->data[i].at < at; i++)
		count += text->data[i].kind == LETTER_QUOTE && text->data[i].code != '\'' &&
			 !letters_in_word(text, i);
	return count % 2 == 1;
}

static bool matches(const char *text, const char *at, size_t length, enum match match)
{
	bool starts = at == text || !is_letter((unsigned char)at[-1]);
	bool ends = !is_letter((unsigned char)at[length]);

	return match == MATCH_PART || (starts && (match == MATCH_STEM || ends));
}

static bool is_mark(const struct letter *letter)
{
	return letter->kind == LETTER_OPEN || letter->kind == LETTER_CLOSE || letter->kind == LETTER_QUOTE ||
	       letter->kind == LETTER_PUNCTUATION;
}

/* The marks of every script are made spaces, byte for byte, so that a word ends where a reader sees it end. */
static const char *bare(struct arena *arena, const struct letters *text)
{
	char *copy = arena_string(arena, text->text);

	for (size_t i = 0; i < text->length; i++)
		if (is_mark(&text->data[i]))
			memset(copy + text->data[i].at, ' ', text->data[i].length);
	return copy;
}

/* The word goes through the same, or one with an apostrophe or a hyphen would never be found. */
static const char *bare_word(struct arena *arena, const struct avoid *avoid)
{
	struct letters word = letters_read(arena, collate_fold(arena, avoid->word));

	return bare(arena, &word);
}

static bool holds(struct arena *arena, const struct letters *text, const char *open,
		  const struct avoid *avoid)
{
	const char *word = bare_word(arena, avoid);

	if (!word[strspn(word, " ")])
		return false;
	for (const char *at = strstr(open, word); at; at = strstr(at + 1, word))
		if (matches(open, at, strlen(word), avoid->match) &&
		    !(avoid->quoted && is_quoted(text, (size_t)(at - open))))
			return true;
	return false;
}

void check_avoided(const struct passage *passage)
{
	const struct reviewer *reviewer = passage->reviewer;
	const struct target *target = passage->target;
	const struct letters text = letters_read(
	    reviewer->arena, collate_fold(reviewer->arena, plain_text(reviewer->arena, target->words)));
	const char *open = bare(reviewer->arena, &text);

	for (size_t i = 0; i < reviewer->glossary->length; i++)
		for (size_t k = 0; k < reviewer->glossary->terms[i].avoid_count; k++) {
			const struct avoid *avoid = &reviewer->glossary->terms[i].avoids[k];

			if (holds(reviewer->arena, &text, open, avoid))
				diag_add(reviewer->diag, DIAG_TERM_AVOIDED, target->loc, target->unit->id,
					 avoid->word, avoid->reason, reviewer->glossary->terms[i].preferred,
					 NULL);
		}
}
