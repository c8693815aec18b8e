/*
 * Zip files (APPNOTE 6.3), which Word's are: made in memory, and read with the distrust that a file from outside deserves.
 *
 * Offsets: none.  Lengths: bytes.
 * Memory:  the arena given.
 * Errors:  go to the sink.
 *
 * libzip does the work and is loaded when it is first needed: with it comes a library of ciphers, which would take more than half as long
 * again to start as a whole leaflet takes, and hardly any run opens a zip file.
 */
#ifndef REVIEW_ARCHIVE_H
#define REVIEW_ARCHIVE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/file.h"

struct arena;
struct diag;
struct archive;

/* A file in a zip file. */
struct archive_part {
	const char *name;
	struct bytes bytes;
};

/* Makes a zip file of these, the same bytes for the same parts; data is NULL after an error. */
struct bytes archive_make(struct arena *arena, struct diag *diag, const struct archive_part *parts,
			  size_t count);
/* Opens one; NULL after an error, also when names or sizes in it are not what a word processor writes. */
struct archive *archive_open(struct arena *arena, struct diag *diag, const char *path);
/* A part's bytes; data is NULL, without a diagnostic, when there is none, and with one when it is damaged. */
struct bytes archive_part(struct archive *archive, struct diag *diag, const char *name);

#endif
