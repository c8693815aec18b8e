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

static bool is_apostrophe(const char *text, const char *at)
{
	static const char mark[] = "\u2019";

	return strncmp(at, mark, strlen(mark)) == 0 && at > text && is_letter((unsigned char)at[-1]) &&
	       is_letter((unsigned char)at[strlen(mark)]);
}

/* Whether the quotation marks around a place are those of a word that others use: an odd number of them stands before it. */
static bool is_quoted(const char *text, const char *at)
{
	static const char *const marks[] = {"\"", "\u2018", "\u2019", "\u201C", "\u201D", "\u00AB", "\u00BB"};
	const char *start = text;
	int count = 0;

	for (; text < at; text++)
		for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
			count +=
			    strncmp(text, marks[i], strlen(marks[i])) == 0 && !is_apostrophe(start, text);
	return count % 2 == 1;
}

static bool matches(const char *text, const char *at, size_t length, enum match match)
{
	bool starts = at == text || !is_letter((unsigned char)at[-1]);
	bool ends = !is_letter((unsigned char)at[length]);

	return match == MATCH_PART || (starts && (match == MATCH_STEM || ends));
}

/* The marks of every script are made spaces, byte for byte, so that a word ends where a reader sees it end. */
static const char *bare(struct arena *arena, const char *text)
{
	static const char *const marks[] = {"،",      "؛",      "؟",      "۔",      "።",      "፣",
					    "፤",      "፥",      "፧",      "፡",      "–",      "—",
					    "\u2018", "\u2019", "\u201C", "\u201D", "\u00AB", "\u00BB"};
	char *copy = arena_string(arena, text);

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		for (char *at = strstr(copy, marks[i]); at; at = strstr(at, marks[i]))
			memset(at, ' ', strlen(marks[i]));
	return copy;
}

static bool holds(struct arena *arena, const char *text, const struct avoid *avoid)
{
	const char *word = collate_fold(arena, avoid->word), *open = bare(arena, text);

	if (!*word)
		return false;
	for (const char *at = strstr(open, word); at; at = strstr(at + 1, word))
		if (matches(open, at, strlen(word), avoid->match) &&
		    !(avoid->quoted && is_quoted(text, text + (at - open))))
			return true;
	return false;
}

void check_avoided(const struct passage *passage)
{
	const struct reviewer *reviewer = passage->reviewer;
	const struct target *target = passage->target;
	const char *text = collate_fold(reviewer->arena, plain_text(reviewer->arena, target->words));

	for (size_t i = 0; i < reviewer->glossary->length; i++)
		for (size_t k = 0; k < reviewer->glossary->terms[i].avoid_count; k++) {
			const struct avoid *avoid = &reviewer->glossary->terms[i].avoids[k];

			if (holds(reviewer->arena, text, avoid))
				diag_add(reviewer->diag, DIAG_TERM_AVOIDED, target->loc, target->unit->id,
					 avoid->word, avoid->reason, reviewer->glossary->terms[i].preferred,
					 NULL);
		}
}
