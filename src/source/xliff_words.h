/*
 * Words in XLIFF 2: <ph id> is the key of a fact, <pc> is emphasis or a link. Only for the .c files of this folder.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given; nothing in words points into the tree, so that it may be rewritten from them.
 * Errors:  none.
 */
#ifndef SOURCE_XLIFF_WORDS_H
#define SOURCE_XLIFF_WORDS_H

#include <libxml/tree.h>

#include "source/facts.h"
#include "source/words.h"

/* What a <source> or <target> says; NULL says nothing. */
struct words xliff_words(struct arena *arena, const xmlNode *node);
/* The fact that the id of a <ph> names: "phone.bz:abroad" is a key and a form. */
struct piece xliff_placeholder(struct arena *arena, const xmlNode *node, const char *id);
/* Makes an element say these words and nothing else. */
void xliff_words_write(struct arena *arena, xmlNode *node, struct words words, const struct facts *facts);
/* Gives each placeholder in an element the value that its fact has now; whether any was another. */
bool xliff_words_refresh(struct arena *arena, xmlNode *node, const struct facts *facts);

#endif
