/*
 * What a file is: told by its root element and what stands there, wherever it lies and whatever its name.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  of a file that is no XML go to the sink.
 */
#ifndef SOURCE_IDENTITY_H
#define SOURCE_IDENTITY_H

#include <stdbool.h>

struct arena;
struct diag;

enum file_kind {
	FILE_TRANSLATION,
	FILE_MASTER,
	FILE_STRINGS,
	FILE_FACTS,
	FILE_LANGUAGES,
	FILE_GLOSSARY,
	FILE_TEMPLATE,
	FILE_THEME,
	FILE_EDITIONS,
	FILE_FONTS,
	FILE_ARTWORK,
	FILE_OTHER
};

struct identity {
	enum file_kind kind;
	const char *document; /* of a translation, a master and common strings: "common"; else "" */
	const char *language; /* tag, of a translation and a glossary; else "" */
};

/* Looks at a file; false when it cannot be read. */
bool identity_read(struct arena *arena, struct diag *diag, const char *path, struct identity *identity);

#endif
