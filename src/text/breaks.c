/* UAX #14 by ICU in the language's tailoring (with its dictionaries for Thai, Khmer, Lao and Burmese), and what it does
 * not know: a number stays with the noun behind it, a doubled word (undang-undang) and a short one (Pays-Bas) is one, a middle dot or a dash begins no line, a letter alone ends none, Ethiopic punctuation ends a word also without a space behind it, a literal is one word, and an address that
 * is wider than its column may still be cut behind a slash or a full stop. */
#include <assert.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/arena.h"
#include "base/diag.h"
#include "text/stage.h"

static void mark_standard(UBreakIterator *iterator, const struct para *para, uint8_t *opportunities)
{
	UErrorCode status = U_ZERO_ERROR;

	ubrk_setText(iterator, para->text, para->length, &status);
	assert(U_SUCCESS(status));
	for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator))
		opportunities[at] =
		    ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD ? BREAK_MANDATORY : BREAK_ALLOWED;
}

/* U+1361 to U+1368 end words, phrases and sentences; the soft hyphen shows where a word may be divided. */
static void mark_special(const struct para *para, uint8_t *opportunities)
{
	for (int32_t i = 1; i < para->length; i++) {
		uint16_t before = para->text[i - 1];
		int32_t next = i;

		if (before == CHAR_SHY && opportunities[i] == BREAK_ALLOWED)
			opportunities[i] = BREAK_HYPHEN;
		if (before < 0x1361 || before > 0x1368 || opportunities[i] != BREAK_NONE)
			continue;
		if (u_isalnum(char_next(para->text, &next, para->length)))
			opportunities[i] = BREAK_ALLOWED;
	}
}

/* Whether the word before the hyphen at a place comes again behind it. */
static bool is_doubled(const struct para *para, int32_t hyphen)
{
	int32_t length = 0;

	while (hyphen + 1 + length < para->length && u_isalpha(para->text[hyphen + 1 + length]))
		length++;
	if (!length || length > hyphen || (length < hyphen && u_isalpha(para->text[hyphen - length - 1])))
		return false;
	for (int32_t i = 0; i < length; i++)
		if (u_tolower(para->text[hyphen - length + i]) != u_tolower(para->text[hyphen + 1 + i]))
			return false;
	return true;
}

/* A word with a hyphen that finds room on any line: Pays-Bas. */
static bool is_short(const struct para *para, int32_t hyphen)
{
	enum { SHORT_WORD = 12 };
	int32_t start = hyphen, end = hyphen;

	while (start > 0 && (u_isalpha(para->text[start - 1]) || para->text[start - 1] == '-'))
		start--;
	while (end < para->length && (u_isalpha(para->text[end]) || para->text[end] == '-'))
		end++;
	return end - start <= SHORT_WORD;
}

static void keep_hyphened(const struct para *para, uint8_t *opportunities)
{
	for (int32_t i = 1; i < para->length; i++)
		if (para->text[i - 1] == '-' && opportunities[i] == BREAK_ALLOWED &&
		    (is_short(para, i - 1) || is_doubled(para, i - 1)))
			opportunities[i] = BREAK_NONE;
}

/* A middle dot or a dash between two things ends a line, as a comma would; it never begins one. */
static void keep_dots(const struct para *para, uint8_t *opportunities)
{
	for (int32_t i = 1; i < para->length; i++) {
		uint16_t c = para->text[i];

		if ((c == 0xB7 || c == 0x2013 || c == 0x2014) && opportunities[i] == BREAK_ALLOWED)
			opportunities[i] = BREAK_NONE;
	}
}

/* A letter alone stays with what follows: behind its hyphen (e-mail), and behind its blank (w domu, a casa, د). */
static void keep_letters(const struct para *para, uint8_t *opportunities)
{
	for (int32_t i = 2; i < para->length; i++) {
		bool behind = para->text[i - 1] == '-' || para->text[i - 1] == ' ';

		if (opportunities[i] == BREAK_ALLOWED && behind && u_isalpha(para->text[i - 2]) &&
		    (i == 2 || u_isspace(para->text[i - 3])))
			opportunities[i] = BREAK_NONE;
	}
}

/* « non » with plain blanks, as people type it. */
static void keep_guillemets(const struct para *para, uint8_t *opportunities)
{
	for (int32_t i = 2; i < para->length; i++) {
		bool blank = para->text[i - 1] == ' ';

		if (opportunities[i] == BREAK_ALLOWED && blank &&
		    (para->text[i - 2] == 0xAB || para->text[i] == 0xBB))
			opportunities[i] = BREAK_NONE;
	}
}

/* Behind a number, over the isolate that closes it and the blank. */
static void keep_noun(const struct para *para, int32_t at, uint8_t *opportunities)
{
	while (at < para->length && para->text[at] == CHAR_PDI)
		at++;
	if (at + 1 < para->length && para->text[at] == ' ' && opportunities[at + 1] == BREAK_ALLOWED)
		opportunities[at + 1] = BREAK_NONE;
}

static bool is_address(const uint16_t *text, int32_t start, int32_t end)
{
	bool letter = false, point = false;

	for (int32_t i = start; i < end; i++) {
		letter |= u_isalpha(text[i]);
		point |= text[i] == '.' || text[i] == '/';
		if (text[i] == 0xA0)
			return false;
	}
	return letter && point;
}

static void mark_literal(const uint16_t *text, int32_t start, int32_t end, uint8_t *opportunities)
{
	bool address = is_address(text, start, end);

	for (int32_t i = start + 1; i < end; i++) {
		bool point = (text[i - 1] == '/' && text[i] != '/') || text[i - 1] == '.';

		opportunities[i] = address && point && u_isalnum(text[i]) ? BREAK_RESORT : BREAK_NONE;
	}
}

/* "artikel 300": within a name a number stays with the word before it. */
static void keep_numbers(const uint16_t *text, int32_t start, int32_t end, uint8_t *opportunities)
{
	for (int32_t i = start + 1; i < end; i++)
		if (text[i - 1] == ' ' && u_isdigit(text[i]))
			opportunities[i] = BREAK_NONE;
}

static void mark_span(struct stage *stage, const struct para_span *part, uint8_t *opportunities)
{
	const struct language *language = span_language(stage, part->span);
	const uint16_t *text = stage->para->text;
	int32_t end = part->start + part->length;
	const struct hyphen *hyphen;

	if (part->span->kind == SPAN_LITERAL)
		mark_literal(text, part->start, end, opportunities);
	if (part->span->kind == SPAN_NAME)
		keep_numbers(text, part->start, end, opportunities);
	if (part->span->kind == SPAN_NUMBER)
		keep_noun(stage->para, end, opportunities);
	if (part->span->kind != SPAN_TEXT || !stage->para->block->style->hyphens)
		return;
	hyphen = fontset_hyphen(stage->fontset, stage->diag, language);
	if (hyphen)
		hyphen_mark(hyphen, text, part->start, end, strcmp(language->tag, "de") == 0, opportunities);
}

void breaks_find(struct stage *stage)
{
	struct para *para = stage->para;
	uint8_t *opportunities = arena_alloc(stage->arena, (size_t)para->length + 1);
	const struct language *language = para->block->language;
	UBreakIterator *iterator = fontset_breaker(stage->fontset, language->locale);

	para->opportunities = opportunities;
	if (!iterator) {
		diag_add(stage->diag, DIAG_LOCALE_MISSING, language->loc, NULL, language->tag, NULL);
		stage->failed = true;
		return;
	}
	if (!para->length)
		return;
	mark_standard(iterator, para, opportunities);
	mark_special(para, opportunities);
	keep_hyphened(para, opportunities);
	keep_dots(para, opportunities);
	keep_letters(para, opportunities);
	keep_guillemets(para, opportunities);
	for (size_t i = 0; i < para->span_count; i++)
		mark_span(stage, &para->spans[i], opportunities);
	opportunities[para->length] = BREAK_MANDATORY;
}
