/*
 * Words: the content of a unit as its author wrote it, white space collapsed, placeholders and emphasis kept.
 *
 * Offsets: none.  Lengths: pieces.
 * Memory:  the arena given to words_begin.
 * Errors:  none.
 */
#ifndef SOURCE_WORDS_H
#define SOURCE_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"
#include "base/loc.h"
#include "base/vec.h"

enum piece_kind { PIECE_TEXT, PIECE_FACT };

struct piece {
	enum piece_kind kind;
	const char *
	    text; /* PIECE_TEXT: UTF-8; PIECE_FACT: the value written beside the key (XLIFF's disp), or NULL */
	const char *key;  /* PIECE_FACT */
	const char *form; /* PIECE_FACT: "home", "abroad" or "" */
	const char *link; /* fact key of the link that this stands in, or NULL */
	bool bold;
	bool blanks; /* two spaces in a row were typed in it */
	struct loc loc;
};

struct words {
	const struct piece *pieces;
	size_t length;
};

/* Words in the making. bold and link hold for what is added next. */
struct words_maker {
	struct arena *arena;
	VEC(struct piece) pieces;
	struct buf text;
	struct piece pending;
	bool space;
};

/* Nothing yet. */
struct words_maker words_begin(struct arena *arena);
/* Adds text; runs of white space become one space, none at the start. */
void words_text(struct words_maker *maker, const char *text, struct loc loc);
/* Adds a placeholder; kind, bold and link are set here. */
void words_fact(struct words_maker *maker, struct piece fact);
/* From here on, words are bold or in a link, or no longer. */
void words_mark(struct words_maker *maker, bool bold, const char *link);
/* The words, without white space at the end. */
struct words words_end(struct words_maker *maker);

/* Writes words in one line: <b>words</b>, <a url.x>words</a>, {key}, {key:form}. */
void words_print(struct buf *buf, struct words words);
/* Reads words that words_print wrote; what is no mark or key is text. */
struct words words_parse(struct arena *arena, const char *text, struct loc loc);
/* Whether two are written alike. */
bool words_same(struct arena *arena, struct words left, struct words right);

#endif
