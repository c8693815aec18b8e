/*
 * Translations on their way out: XLIFF for tools of any age. Each unit carries the code of its text and its state (attributes of a namespace of
 * our own), by which one knows, when it comes back, what was written since.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena of the bitext.
 * Errors:  none.
 */
#ifndef SOURCE_OUTGOING_H
#define SOURCE_OUTGOING_H

#include "source/bitext.h"

struct _xmlNode;

/* XLIFF 2.0; the bitext itself is marked, and must not be saved any more. */
struct bytes outgoing_xliff2(struct bitext *bitext);
/* XLIFF 1.2, strict but for our attributes. */
struct bytes outgoing_xliff1(const struct bitext *bitext);
/* XLIFF 2.0 without a language: the Dutch alone. */
struct bytes outgoing_template(struct bitext *bitext);

/* What a unit carried out, by the name of the attribute, "base" or "state"; NULL: nothing. */
const char *outgoing_mark(struct arena *arena, const struct _xmlNode *unit, const char *name);

#endif
