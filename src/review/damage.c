/* What is left when a conversion went wrong. UTF-8 that was read as Windows-1252 shows as pairs such as "Ã©": a letter whose byte opens
 * a sequence, and letters whose bytes go on with it (RFC 3629, 3). */
#include "review/passage.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

enum { SHY = 0xAD, TATWEEL = 0x640, ZWNJ = 0x200C, ZWJ = 0x200D };

/* The byte that Windows-1252 writes a letter with; 0 where it has none. */
static unsigned byte_of(uint32_t code)
{
	static const uint16_t high[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
					0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
					0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
					0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

	if (code >= 0x80 && code <= 0xFF)
		return code;
	for (unsigned i = 0; i < sizeof high / sizeof *high; i++)
		if (high[i] == code && code)
			return 0x80 + i;
	return 0;
}

static bool goes_on(const struct letters *text, size_t at, size_t count)
{
	for (size_t i = at; i < at + count; i++)
		if (i >= text->length || (byte_of(text->data[i].code) & 0xC0) != 0x80)
			return false;
	return true;
}

/* How many letters from here are one sequence of bytes, 0: none. */
static size_t sequence_at(const struct letters *text, size_t at)
{
	unsigned first = at < text->length ? byte_of(text->data[at].code) : 0;
	size_t more = first >= 0xC2 && first < 0xE0   ? 1
		      : first >= 0xE0 && first < 0xF0 ? 2
		      : first >= 0xF0                 ? 3
						      : 0;

	return more && goes_on(text, at + 1, more) ? more + 1 : 0;
}

/* "É»" is two bytes that fit as well, so a pair counts where its second is no mark that may follow a capital, where another comes right
 * behind, where the capital stands behind a small letter, or where a word would begin with a capital, a mark and a small letter. */
static size_t garbled_at(const struct letters *text, size_t at)
{
	size_t length = sequence_at(text, at), next = length ? sequence_at(text, at + length) : 0;
	const struct letter *first = &text->data[at], *second = first + 1;
	bool mark, inside, starts;

	if (length != 2)
		return length;
	inside = at > 0 && first[-1].small && first->kind == LETTER_WORD && !first->small;
	starts = (at == 0 || first[-1].kind == LETTER_BLANK) && at + 2 < text->length && second[1].small;
	mark = second->kind == LETTER_QUOTE || second->kind == LETTER_BLANK ||
	       second->kind == LETTER_PUNCTUATION;
	return !mark || next || inside || starts ? length + next : 0;
}

static void check_garbled(const struct passage *passage)
{
	const struct letters *text = &passage->text;

	for (size_t i = 0; i + 1 < text->length; i++) {
		size_t length = garbled_at(text, i);

		if (!length)
			continue;
		passage_say(passage, DIAG_TEXT_GARBLED,
			    letters_part(passage->reviewer->arena, text, i, i + length), NULL);
		return;
	}
}

/* Joiners shape words in many scripts, between two letters; before a suffix, ZWNJ also stands at the end of a fact. */
static bool joins(const struct letters *text, size_t at)
{
	const struct letter *letter = &text->data[at];

	return (letter->code == ZWNJ || letter->code == ZWJ) && at > 0 && letter[-1].kind != LETTER_BLANK &&
	       letter[-1].kind != LETTER_FORMAT;
}

static void check_letter(const struct passage *passage, size_t at)
{
	const struct letter *letter = &passage->text.data[at];
	const char *name;
	enum diag_code code;

	if (!letter->assigned)
		code = DIAG_CHARACTER_UNASSIGNED;
	else if (letter->code == TATWEEL)
		code = DIAG_TATWEEL;
	else if (letter->kind == LETTER_FORMAT && !joins(&passage->text, at))
		code = DIAG_CHARACTER_HIDDEN;
	else
		return;
	name = letters_name(passage->reviewer->arena, letter);
	passage_say(passage, code, name, NULL);
}

/* A tag, a placeholder or an entity that was typed, or that a tool did not take back. */
static void check_codes(const struct passage *passage)
{
	static const char *const typed[] = {"[b]",  "[/b]",  "[B]",    "[/B]", "<b>",   "</b>", "<ph",
					    "<pc",  "<g",    "<x",     "{",    "}",     "%s",   "&lt;",
					    "&gt;", "&amp;", "&nbsp;", "&#",   "&quot;"};

	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		if (!strstr(passage->text.text, typed[i]))
			continue;
		passage_say(passage, DIAG_CODE_TYPED, typed[i], NULL);
		return;
	}
}

void check_damage(const struct passage *passage)
{
	const char *near = alphabet_decomposed(passage->reviewer->arena, passage->text.text);

	if (near)
		passage_say(passage, DIAG_TEXT_NOT_NFC, near, NULL);
	check_garbled(passage);
	check_codes(passage);
	for (size_t i = 0; i < passage->text.length; i++)
		check_letter(passage, i);
}
