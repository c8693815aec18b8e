/*
 * Files that only grow: the history of what was handed out, and the sign-offs. Only for the .c files of this folder.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the tree lives until the file's arena is freed.
 * Errors:  go to the file's sink.
 */
#ifndef SOURCE_LEDGER_H
#define SOURCE_LEDGER_H

#include "source/xml.h"

/* The root element of a ledger, with all that stands in it; of one that is not there yet, an empty one for this document. NULL after
 * an error. */
xmlNode *ledger_open(const struct xml_file *file, const char *space, const char *document);
/* Adds an element with these words (or NULL) at the end of another one. */
xmlNode *ledger_add(xmlNode *parent, const char *name, const char *words);
/* Sets an attribute; a value of NULL leaves no trace. */
void ledger_set(xmlNode *node, const char *name, const char *value);
/* Writes the whole; the file is the old or the new one, whatever happens. */
bool ledger_write(const struct xml_file *file, xmlNode *root);

#endif
