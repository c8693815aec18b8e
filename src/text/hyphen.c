/* Liang's patterns through libhyphen. Its Dutch and German files are ISO 8859-1, which is the first 256 code points of
 * Unicode: a word with any other letter is foreign and stays whole. So do names, that is words with a capital inside a
 * sentence, and abbreviations. Neither file replaces letters where it divides (Schiffahrt). */
#include "text/hyphen.h"

#include <hyphen.h>
#include <string.h>
#include <unicode/uchar.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "text/para.h"

enum { BEFORE = 2, AFTER = 3, WORD_LIMIT = 64 };

struct hyphen {
	HyphenDict *dictionary;
};

static const struct {
	const char *language, *path;
} dictionaries[] = {
    {"nl", "/usr/share/hyphen/hyph_nl_NL.dic"},
    {"de", "/usr/share/hyphen/hyph_de_DE.dic"},
};

const char *hyphen_path(const struct language *language)
{
	for (size_t i = 0; i < sizeof dictionaries / sizeof *dictionaries; i++)
		if (strcmp(dictionaries[i].language, language->tag) == 0)
			return dictionaries[i].path;
	return NULL;
}

static void dictionary_close(void *object)
{
	hnj_hyphen_free(object);
}

struct hyphen *hyphen_open(struct arena *arena, struct diag *diag, const char *path)
{
	struct hyphen *hyphen;
	HyphenDict *dictionary;

	if (!path)
		return NULL;
	dictionary = file_exists(path) ? hnj_hyphen_load(path) : NULL;
	if (!dictionary) {
		diag_add(diag, DIAG_HYPHEN_MISSING, (struct loc){NULL, 0}, NULL, path, NULL);
		return NULL;
	}
	hyphen = arena_alloc(arena, sizeof *hyphen);
	hyphen->dictionary = dictionary;
	arena_defer(arena, dictionary_close, dictionary);
	return hyphen;
}

static bool ends_sentence(uint16_t c)
{
	return c == '.' || c == '!' || c == '?' || c == ':';
}

/* Whether a sentence begins at this offset: nothing but spaces, quotes and brackets behind the last full stop. */
static bool begins_sentence(const uint16_t *text, int32_t at)
{
	while (at > 0 && !u_isalnum(text[at - 1]) && !ends_sentence(text[at - 1]))
		at--;
	return at == 0 || ends_sentence(text[at - 1]);
}

/* Writes the word in small letters; false for what is not to be divided. */
static bool word_lower(const uint16_t *word, int32_t length, bool capital, char *lower)
{
	if (length < BEFORE + AFTER || length >= WORD_LIMIT)
		return false;
	for (int32_t i = 0; i < length; i++) {
		UChar32 small = u_tolower(word[i]);

		if (word[i] > 0xFF || small > 0xFF || (small != word[i] && (i > 0 || !capital)))
			return false;
		lower[i] = (char)small;
	}
	return true;
}

static void divide(const struct hyphen *hyphen, const char *word, int32_t length, uint8_t *opportunities)
{
	char marks[WORD_LIMIT + 5] = "";
	char *replacements[WORD_LIMIT] = {NULL}, **rep = replacements;
	int positions[WORD_LIMIT] = {0}, *pos = positions, cuts[WORD_LIMIT] = {0}, *cut = cuts;

	if (hnj_hyphen_hyphenate3(hyphen->dictionary, word, length, marks, NULL, &rep, &pos, &cut, BEFORE,
				  AFTER, BEFORE, AFTER) != 0)
		return;
	for (int32_t i = BEFORE; i <= length - AFTER; i++)
		if ((marks[i - 1] & 1) && !replacements[i - 1] && opportunities[i] == BREAK_NONE)
			opportunities[i] = BREAK_HYPHEN;
}

void hyphen_mark(const struct hyphen *hyphen, const uint16_t *text, int32_t start, int32_t end, bool nouns,
		 uint8_t *opportunities)
{
	char word[WORD_LIMIT];
	int32_t next;

	for (int32_t at = start; at < end; at = next + 1) {
		for (next = at; next < end && u_isalpha(text[next]); next++)
			;
		if (word_lower(text + at, next - at, nouns || begins_sentence(text, at), word))
			divide(hyphen, word, next - at, opportunities + at);
	}
}
