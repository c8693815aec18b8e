/*
 * Hands for editing a tree so that it keeps the look it has: what is put in takes over the white space of its neighbour. Only for the .c
 * files of this folder.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the tree's; what is printed lives in the arena given.
 * Errors:  none but an empty memory.
 */
#ifndef SOURCE_BITEXT_NODE_H
#define SOURCE_BITEXT_NODE_H

#include <libxml/tree.h>

#include "source/bitext.h"

/* The first child element of this name; NULL when there is none, or no parent. */
xmlNode *node_child(const xmlNode *parent, const char *name);
/* Sets an attribute; NULL takes it away. Whether it was another. */
bool node_set(xmlNode *node, const char *name, const char *value);
/* Puts a new element, in the parent's namespace, at the end of a parent; on a line of its own, two spaces further in. */
xmlNode *node_append(xmlNode *parent, const char *name);
/* The same, before or behind a sibling and spaced as that is. */
xmlNode *node_before(xmlNode *sibling, const char *name);
xmlNode *node_behind(xmlNode *sibling, const char *name);
/* Moves an element, and the white space before it, behind a sibling, or to the front of its parent (NULL). */
void node_move(xmlNode *node, xmlNode *sibling);
/* Takes an element out, and the white space before it. */
void node_remove(xmlNode *node);
/* Makes an element hold this text alone. */
void node_put_text(xmlNode *node, const char *text);
/* A whole file, as UTF-8. */
struct bytes node_print(struct arena *arena, const xmlNode *root);

/* Reads what a unit says. */
void slot_read(struct arena *arena, struct slot *slot, xmlNode *unit);
/* Adds a slot that says nothing yet. */
struct slot *slot_append(struct bitext *bitext, const char *id);

#endif
