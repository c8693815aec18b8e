/*
 * A text letter by letter, with what Unicode says of each: for checks, which read as a person reads.
 *
 * Offsets: bytes into letters.text.  Lengths: bytes; letters.
 * Memory:  the arena given.
 * Errors:  bytes that are no UTF-8 become U+FFFD.
 */
#ifndef TEXT_LETTERS_H
#define TEXT_LETTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena;

enum letter_kind {
	LETTER_BLANK,
	LETTER_WORD,  /* a letter */
	LETTER_MARK,  /* what combines with one */
	LETTER_DIGIT, /* decimal, of any system */
	LETTER_OPEN,
	LETTER_CLOSE,
	LETTER_QUOTE, /* quotation marks and apostrophes */
	LETTER_PUNCTUATION,
	LETTER_FORMAT, /* invisible */
	LETTER_OBJECT, /* stands for a fact: LETTERS_FACT */
	LETTER_OTHER
};

enum { LETTERS_FACT = 0xFFFC };

struct letter {
	uint32_t code;
	size_t at, length;
	enum letter_kind kind;
	int digit;       /* its value, or -1 */
	int script;      /* UAX #24, as letters_script names it; 0 and 1 go with every script */
	size_t sentence; /* counted from 0 */
	bool assigned, small;
};

struct letters {
	const char *text;
	const struct letter *data;
	size_t length;
	size_t sentences;
};

/* Reads a text. */
struct letters letters_read(struct arena *arena, const char *text);
/* Whether a letter belongs to a word: letters, marks, digits, joiners, and an apostrophe between letters. */
bool letters_in_word(const struct letters *letters, size_t at);
/* Where the word ends that begins at a letter. */
size_t letters_word_end(const struct letters *letters, size_t at);
/* The text from one letter up to another. */
const char *letters_part(struct arena *arena, const struct letters *letters, size_t from, size_t to);
/* Whether the script of a letter goes with all others (common and inherited). */
bool letters_common(const struct letter *letter);
/* The number of a script's ISO 15924 code, or -1. */
int letters_script(const char *code);
/* A letter as "ə (U+0259)", or as its number alone where there is nothing to see. */
const char *letters_name(struct arena *arena, const struct letter *letter);

#endif
