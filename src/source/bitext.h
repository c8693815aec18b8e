/*
 * A translation file open for editing: libxml2's tree with its units found. What is not touched stays as it is, and a file in which
 * nothing changed is not written.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given; slots are stable.
 * Errors:  go to the sink. A unit that is missing, unknown or out of date is no error here.
 */
#ifndef SOURCE_BITEXT_H
#define SOURCE_BITEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"
#include "base/map.h"
#include "source/xliff.h"

struct material;

/* A unit as the file has it. */
struct slot {
	const char *id;
	struct words source, target;
	bool translate;           /* false: translate="no" */
	enum state state;         /* as written */
	const char *sub_state;    /* or NULL */
	struct loc loc, unit_loc; /* of the <target> or else the segment; of the <unit> */
	struct _xmlNode *unit,
	    *segment;      /* segment NULL: the unit is not built as it must be, the sink says so */
	struct slot *next; /* in the order in which they were found or added */
};

struct bitext {
	struct arena *arena;
	const struct translation_file *file;
	struct _xmlNode *root, *body; /* <xliff>, <file> */
	struct slot *first, *last;
	struct map ids; /* of struct slot */
	bool changed;
};

/* Whether there is such a document; "common" is one here. */
bool document_known(const struct material *material, const char *document);
/* The master of a document, or of "common"; NULL after an error. */
const struct master *master_of(struct diag *diag, const struct material *material, const char *document);
/* Where a translation of a master is, or would be. */
struct translation_file translation_file_of(struct arena *arena, const struct material *material,
					    const struct master *master, const struct language *language);
/* Reads a file; NULL when it is not XLIFF, or not of this document and language. */
struct bitext *bitext_open(struct arena *arena, struct diag *diag, const struct translation_file *file);
/* An empty one, with its head. */
struct bitext *bitext_new(struct arena *arena, const struct translation_file *file);
/* The unit with this id, or NULL. */
struct slot *bitext_find(const struct bitext *bitext, const char *id);
/* The file's text. */
struct bytes bitext_print(struct arena *arena, const struct bitext *bitext);
/* Writes the file when anything changed; false when it could not. */
bool bitext_save(struct diag *diag, const struct bitext *bitext);

/* Whether another tool marked words of the target (<mrk>), which new words would lose. */
bool bitext_has_marks(const struct slot *slot);

/* Each of these changes what differs, and nothing else. Words of none take the target away. */
/* The head says for whom, and which way the language runs, as master and languages.xml have it. */
void bitext_put_head(struct bitext *bitext);
/* The unit's name, type and instruction as the master has them. */
void bitext_put_unit(struct bitext *bitext, struct slot *slot, const struct unit *unit);
void bitext_put_source(struct bitext *bitext, struct slot *slot, struct words words);
void bitext_put_target(struct bitext *bitext, struct slot *slot, struct words words);
void bitext_put_state(struct bitext *bitext, struct slot *slot, enum state state, const char *sub_state);
/* Placeholders get the values that their facts have now. */
void bitext_refresh(struct bitext *bitext, struct slot *slot);
/* The text of the first note of a category, or NULL; makes it so (NULL takes the note away). */
const char *bitext_note(const struct bitext *bitext, const struct slot *slot, const char *category);
void bitext_put_note(struct bitext *bitext, struct slot *slot, const char *category, const char *text);
/* Adds a note, unless one of any category says the same; whether it did. */
bool bitext_add_note(struct bitext *bitext, struct slot *slot, const char *category, const char *text);
/* All notes of a category, in order. */
const char *const *bitext_notes(struct arena *arena, const struct bitext *bitext, const struct slot *slot,
				const char *category, size_t *count);
/* Adds a unit of the master, without a target, behind another (NULL: as the first). */
struct slot *bitext_add(struct bitext *bitext, const struct unit *unit, const struct slot *after);
/* Moves a unit behind another (NULL: to the front), unless only units that the master does not know stand between. */
void bitext_place(struct bitext *bitext, struct slot *slot, const struct slot *after);
/* Takes a unit out. */
void bitext_remove(struct bitext *bitext, struct slot *slot);

#endif
