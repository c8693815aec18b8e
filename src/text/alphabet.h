/*
 * What letters a text may hold.
 *
 * Offsets: UTF-16 code units.  Lengths: UTF-16 code units.
 * Memory:  the arena given, where one is asked for; an alphabet lives in it.
 * Errors:  none; the caller reports.
 */
#ifndef TEXT_ALPHABET_H
#define TEXT_ALPHABET_H

#include <stdbool.h>
#include <stdint.h>

#include "source/language.h"

struct arena;
struct alphabet;

/* How much of a text is in normal form NFC: its length when all of it is. */
int32_t alphabet_normal(const uint16_t *text, int32_t length);
/* UTF-8 in normal form NFC; the text itself when it is. */
const char *alphabet_compose(struct arena *arena, const char *text);
/* Of UTF-8: what stands where it stops being in normal form, up to twelve letters; NULL when all of it is. */
const char *alphabet_decomposed(struct arena *arena, const char *text);

/* Opens what CLDR knows of a language. */
const struct alphabet *alphabet_open(struct arena *arena, const struct language *language);
/* Whether the language writes with this letter or mark; true where its letters are not known. */
bool alphabet_holds(const struct alphabet *alphabet, uint32_t code);
/* Whether this is one of the language's quotation marks, outer or inner; true where they are not known. */
bool alphabet_quotes(const struct alphabet *alphabet, uint32_t code);
/* The quotation marks as one writes them: “ ”. */
const char *alphabet_quotes_shown(struct arena *arena, const struct alphabet *alphabet);
/* Whether a word holds a mark twice where nobody sees the second (UTS #39, 5.4). */
bool alphabet_mark_hidden(const struct alphabet *alphabet, const char *word);

#endif
