/* The edit distance of Levenshtein, in bytes, along the diagonal: MINOR_LETTERS to either side of it is all that is looked at. */
#include "review/minor.h"

#include <ctype.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/offer.h"

enum { MINOR_LETTERS = 6, BAND = 2 * MINOR_LETTERS + 1 };

static int least(int a, int b, int c)
{
	int low = a < b ? a : b;

	return low < c ? low : c;
}

/* One row of the band: column k is the distance to b + row + k - MINOR_LETTERS. */
static void next_row(int *row, char letter, const char *b, long length, long at)
{
	int left = MINOR_LETTERS + 1;

	for (int k = 0; k < BAND; k++) {
		long column = at + k - MINOR_LETTERS;
		int above = k + 1 < BAND ? row[k + 1] : MINOR_LETTERS + 1;

		if (column < 0 || column > length)
			row[k] = MINOR_LETTERS + 1;
		else
			row[k] =
			    least(row[k] + (column == 0 || letter != b[column - 1]), above + 1, left + 1);
		left = row[k];
	}
}

static bool is_near(const char *a, const char *b)
{
	long rows = (long)strlen(a), length = (long)strlen(b);
	int row[BAND];

	if (rows - length > MINOR_LETTERS || length - rows > MINOR_LETTERS)
		return false;
	for (int k = 0; k < BAND; k++)
		row[k] =
		    k < MINOR_LETTERS || k - MINOR_LETTERS > length ? MINOR_LETTERS + 1 : k - MINOR_LETTERS;
	for (long i = 0; i < rows; i++)
		next_row(row, a[i], b, length, i + 1);
	return row[length - rows + MINOR_LETTERS] <= MINOR_LETTERS;
}

/* What must not change: codes, digits, and the words that turn a sentence round. */
static const char *bones(struct arena *arena, const struct facts *facts, struct words words)
{
	static const char *const turning[] = {"niet",    "niets", "geen",   "nooit", "niemand",
					      "nergens", "wel",   "alleen", "ook"};
	struct buf buf = buf_new(arena);
	const char *text = words_shown(arena, facts, words);

	for (size_t i = 0; i < words.length; i++)
		if (words.pieces[i].kind == PIECE_FACT || words.pieces[i].link)
			buf_printf(&buf, "{%s:%s:%s}", words.pieces[i].key ? words.pieces[i].key : "",
				   words.pieces[i].form ? words.pieces[i].form : "",
				   words.pieces[i].link ? words.pieces[i].link : "");
	while (*text) {
		size_t length = 0;

		while (isalnum((unsigned char)text[length]) || !isascii((unsigned char)text[length]))
			length++;
		for (size_t i = 0; i < sizeof turning / sizeof *turning; i++)
			if (strlen(turning[i]) == length && strncasecmp(text, turning[i], length) == 0)
				buf_printf(&buf, "%s ", turning[i]);
		if (length && strcspn(text, "0123456789") < length) {
			buf_add(&buf, text, length);
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
	       is_near(words_shown(arena, facts, before), words_shown(arena, facts, after));
}
