/*
 * XML in: a hardened reader (UTF-8 only, no DTD, no entities of its own, no network, limits on size and depth) and what the
 * readers of each kind of file need. libxml2's tree is the tree. Only for the .c files of this folder.
 *
 * Offsets: lines count from 1.  Lengths: length_t.
 * Memory:  trees live until the arena given is freed; attribute values point into them.
 * Errors:  go to the sink with file and line.
 */
#ifndef SOURCE_XML_H
#define SOURCE_XML_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/file.h"
#include "base/length.h"

struct arena;

/* The largest sizes, spaces, factors and scales that are more than a slip of the pen; with them no sum of lengths overflows. */
enum { SIZE_MOST = 500, SPACE_MOST = 1000, FACTOR_MOST = 5, SCALE_MOST = 10 };

enum schema {
	SCHEMA_FOREIGN =
	    -1, /* made by a program of others: no schema, and the caller judges the characters */
	SCHEMA_NONE,
	SCHEMA_MASTER,
	SCHEMA_XLIFF,
	SCHEMA_XLIFF_22,
	SCHEMA_FACTS,
	SCHEMA_LANGUAGES,
	SCHEMA_FONTS,
	SCHEMA_TEMPLATE,
	SCHEMA_HISTORY,
	SCHEMA_GLOSSARY,
	SCHEMA_PROFILE,
	SCHEMA_SIGNOFF,
	SCHEMA_ATTIC,
	SCHEMA_RETURNED, /* none: XLIFF from elsewhere, in which white space counts */
	SCHEMA_RECORDING,
	SCHEMAS
};

/* The schemas of a run, each compiled when it is first needed; several threads may share them. */
struct schemas;

/* A file to be read. */
struct xml_file {
	struct arena *arena;
	struct diag *diag;
	struct schemas *schemas;
	const char *path;
	enum schema schema;
	const char *root; /* name of the root element; NULL: any */
};

/* No schema compiled yet. */
struct schemas *schemas_new(struct arena *arena);
/* Checks a tree against its schema; false after a diagnostic. */
bool schema_check(const struct xml_file *file, xmlDoc *tree);

/* Reads a file whole and checks it; the root element, or NULL after a diagnostic. */
xmlNode *xml_read(const struct xml_file *file);
/* The same of bytes that stand in memory; file->path says where they are from. */
xmlNode *xml_read_bytes(const struct xml_file *file, struct bytes bytes);
/* Where a node stands. */
struct loc xml_loc(const xmlNode *node);
/* Whether a node is an element of this name. */
bool xml_is(const xmlNode *node, const char *name);
/* Whether an element stands among words: its id is no unit's. */
bool xml_is_inline(const xmlNode *node);
/* The first child element, and the next sibling element; NULL when there is none. */
xmlNode *xml_first(const xmlNode *node);
xmlNode *xml_next(const xmlNode *node);
/* All words inside an element, white space collapsed. */
const char *xml_text(struct arena *arena, xmlNode *node);

/* The value of an attribute without a namespace, or the fallback. */
const char *xml_attribute(const xmlNode *node, const char *name, const char *fallback);
/* Whether the attribute is there. */
bool xml_has(const xmlNode *node, const char *name);
/* Each of these leaves the value alone when the attribute is absent, or wrong (with a diagnostic). */
void xml_length(struct diag *diag, const xmlNode *node, const char *name, length_t *value);
void xml_milli(struct diag *diag, const xmlNode *node, const char *name, int most, int32_t *value);
void xml_int(struct diag *diag, const xmlNode *node, const char *name, int *value);
void xml_yes(struct diag *diag, const xmlNode *node, const char *name, bool *value);
/* The index of the value among words, which NULL ends; the fallback when absent or wrong. */
int xml_choice(struct diag *diag, const xmlNode *node, const char *name, const char *const *words,
	       int fallback);
/* The diagnostic that the above give: this value is not what is expected here. */
void xml_complain(struct diag *diag, const xmlNode *node, const char *name, const char *expected);

#endif
