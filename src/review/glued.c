/* A sentence may well end in a placeholder. What no writer does: end a sentence and then name it, name two with nothing between them where
 * the Dutch has words, or keep the end of the old text and run into it without the space that was there. */
#include "review/glued.h"

#include <string.h>

static bool is_coded(const struct piece *piece)
{
	return piece->kind == PIECE_FACT || piece->bold || piece->link;
}

static size_t first_code(struct words words)
{
	size_t i = 0;

	while (i < words.length && !is_coded(&words.pieces[i]))
		i++;
	return i;
}

static struct words behind(struct words words, size_t first)
{
	return (struct words){words.pieces + first, words.length - first};
}

static bool ends_in(const char *text, const char *const *ends)
{
	size_t length = strlen(text);

	for (; *ends; ends++) {
		size_t tail = strlen(*ends);

		if (length >= tail && strcmp(text + length - tail, *ends) == 0)
			return true;
	}
	return false;
}

/* Placeholders alone, one after the other. */
static bool is_bare(struct words words)
{
	for (size_t i = 0; i < words.length; i++)
		if (words.pieces[i].kind != PIECE_FACT)
			return false;
	return words.length > 0;
}

/* Two placeholders that stand beside each other. */
static bool has_neighbours(struct words words)
{
	for (size_t i = 1; i < words.length; i++)
		if (words.pieces[i].kind == PIECE_FACT && words.pieces[i - 1].kind == PIECE_FACT)
			return true;
	return false;
}

bool codes_glued(struct arena *arena, struct words text, struct words source, struct words before)
{
	static const char *const stops[] = {".",      "!",      "?",      "\u061F", "\u06D4",
					    "\u1362", "\u0964", "\u3002", NULL};
	static const char *const spaces[] = {" ", "\u00A0", NULL};
	size_t first = first_code(text), old = first_code(before);
	struct words codes = behind(text, first);
	const char *lead;

	if (first == 0 || first == text.length)
		return false;
	lead = text.pieces[first - 1].text;
	if (is_bare(codes) && (ends_in(lead, stops) || (has_neighbours(codes) && !has_neighbours(source))))
		return true;
	return old > 0 && old < before.length && words_same(arena, codes, behind(before, old)) &&
	       !ends_in(lead, spaces) && ends_in(before.pieces[old - 1].text, spaces);
}
