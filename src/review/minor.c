/* Word by word, since a few letters are enough to make another word of one: goed, ongoed; vele, nul. What is spelt anew is a long word that
 * begins as it did; its letters are held together by the edit distance of Levenshtein. */
#include "review/minor.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/offer.h"

enum { WORD_LEAST = 5, WORD_MOST = 64, LETTERS = 2, WORDS = 1, GAPS = 2 };

/* Bytes of the letter or digit here, 0 where there is none: the signs beyond ASCII are U+0080 to U+00BF and U+2000 to U+207F. */
static size_t letter(const char *text)
{
	const unsigned char *p = (const unsigned char *)text;

	if (*p < 0x80)
		return isalnum(*p) ? 1 : 0;
	if (*p < 0xC3 || (*p == 0xE2 && p[1] <= 0x81))
		return 0;
	return *p < 0xE0 ? 2 : *p < 0xF0 ? 3 : 4;
}

static size_t word(const char *text)
{
	size_t length = 0, next;

	while ((next = letter(text + length)))
		length += next;
	return length;
}

static size_t gap(const char *text)
{
	size_t length = 0;

	while (text[length] && !letter(text + length))
		length++;
	return length;
}

/* The letters of a word, each as its bytes in one number; how many. */
static size_t spell(const char *text, size_t length, unsigned *letters)
{
	size_t count = 0, next;

	for (size_t i = 0; i < length && count < WORD_MOST; i += next, count++) {
		next = letter(text + i);
		letters[count] = 0;
		for (size_t k = 0; k < next; k++)
			letters[count] = letters[count] << 8 | (unsigned char)text[i + k];
	}
	return count;
}

static size_t least(size_t a, size_t b, size_t c)
{
	size_t low = a < b ? a : b;

	return low < c ? low : c;
}

static size_t distance(const unsigned *a, size_t rows, const unsigned *b, size_t columns)
{
	size_t row[WORD_MOST + 1];

	for (size_t k = 0; k <= columns; k++)
		row[k] = k;
	for (size_t i = 1; i <= rows; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t k = 1; k <= columns; k++) {
			size_t above = row[k];

			row[k] = least(diagonal + (a[i - 1] != b[k - 1]), above + 1, row[k - 1] + 1);
			diagonal = above;
		}
	}
	return row[columns];
}

static bool begins(const char *text, size_t length, const char *with)
{
	return strlen(with) <= length && strncasecmp(text, with, strlen(with)) == 0;
}

/* Numbers in letters, also those in front of others (zestienjarig); their forms lie near each other. */
static bool is_number(const char *text, size_t length)
{
	static const char *const numbers[] = {"nul",     "een",     "twee",    "tweede", "drie",  "derde",
					      "dert",    "vier",    "veert",   "vijf",   "zes",   "zeven",
					      "acht",    "tacht",   "negen",   "tien",   "elf",   "twaalf",
					      "twintig", "honderd", "duizend", "half",   "halve", "helft"};

	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (begins(text, length, numbers[i]))
			return true;
	return false;
}

static bool is_respelt(const char *a, size_t a_length, const char *b, size_t b_length)
{
	unsigned a_letters[WORD_MOST], b_letters[WORD_MOST];
	size_t rows = spell(a, a_length, a_letters), columns = spell(b, b_length, b_letters);

	if (a_length == b_length && strncasecmp(a, b, a_length) == 0)
		return true;
	if (rows < WORD_LEAST || columns < WORD_LEAST || rows == WORD_MOST || columns == WORD_MOST)
		return false;
	if (is_number(a, a_length) || is_number(b, b_length) || strncasecmp(a, b, 1) != 0 ||
	    begins(a, a_length, "on") != begins(b, b_length, "on"))
		return false;
	return distance(a_letters, rows, b_letters, columns) <= LETTERS;
}

static bool is_slip(const char *a, const char *b)
{
	int words = 0, gaps = 0;

	while (*a || *b) {
		size_t a_length = gap(a), b_length = gap(b);

		gaps += a_length != b_length || memcmp(a, b, a_length) != 0;
		a += a_length;
		b += b_length;
		a_length = word(a);
		b_length = word(b);
		if (a_length != b_length || memcmp(a, b, a_length) != 0) {
			if (!is_respelt(a, a_length, b, b_length))
				return false;
			words++;
		}
		a += a_length;
		b += b_length;
	}
	return words <= WORDS && gaps <= GAPS;
}

static bool is_turning(const char *text, size_t length)
{
	static const char *const turning[] = {
	    "niet",   "niets",  "geen",   "nooit",  "niemand", "nergens", "wel",    "alleen", "ook",
	    "altijd", "zonder", "onder",  "tegen",  "moeten",  "moest",   "mogen",  "kunnen", "konden",
	    "willen", "wilden", "zullen", "zouden", "hoeven",  "hoeft",   "binnen", "buiten"};

	for (size_t i = 0; i < sizeof turning / sizeof *turning; i++)
		if (strlen(turning[i]) == length && strncasecmp(text, turning[i], length) == 0)
			return true;
	return false;
}

/* What must not change: codes, digits, questions, and the words that turn a sentence round. */
static const char *bones(struct arena *arena, const struct facts *facts, struct words words)
{
	struct buf buf = buf_new(arena);
	const char *text = words_shown(arena, facts, words);

	for (size_t i = 0; i < words.length; i++)
		if (words.pieces[i].kind == PIECE_FACT || words.pieces[i].link)
			buf_printf(&buf, "{%s:%s:%s}", words.pieces[i].key ? words.pieces[i].key : "",
				   words.pieces[i].form ? words.pieces[i].form : "",
				   words.pieces[i].link ? words.pieces[i].link : "");
	while (*text) {
		size_t length = word(text);

		if (*text == '?')
			buf_putc(&buf, '?');
		if (is_turning(text, length) || (length && strcspn(text, "0123456789") < length)) {
			for (size_t i = 0; i < length; i++)
				buf_putc(&buf, (char)tolower((unsigned char)text[i]));
			buf_putc(&buf, ' ');
		}
		text += length ? length : 1;
	}
	return buf.data;
}

static const char *plain_codes(struct arena *arena, struct words words)
{
	struct buf buf = buf_new(arena);

	for (size_t i = 0; i < words.length; i++)
		if (words.pieces[i].bold && (i == 0 || !words.pieces[i - 1].bold))
			buf_putc(&buf, 'b');
	return buf.data;
}

bool change_is_minor(struct arena *arena, const struct facts *facts, struct words before, struct words after)
{
	return strcmp(bones(arena, facts, before), bones(arena, facts, after)) == 0 &&
	       strcmp(plain_codes(arena, before), plain_codes(arena, after)) == 0 &&
	       is_slip(words_shown(arena, facts, before), words_shown(arena, facts, after));
}
