/*
 * Files: read whole, written whole or not at all.
 *
 * Offsets: none.  Lengths: bytes.
 * Memory:  what is read lives in the arena given.
 * Errors:  go to the sink; functions then give NULL or false and leave no file behind.
 */
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include <stdbool.h>
#include <stddef.h>

struct arena;
struct diag;

struct bytes {
	const unsigned char *data;
	size_t length;
};

/* Reads a regular file of at most limit bytes; data is NULL after an error. A NUL follows the bytes. */
struct bytes file_read(struct arena *arena, struct diag *diag, const char *path, size_t limit);
/* Maps a file into memory until the arena is freed; data is NULL, without a diagnostic, when it cannot. */
struct bytes file_map(struct arena *arena, const char *path);
/* Writes a file by a temporary one in the same folder, fsync and rename; never over what is no regular file. */
bool file_write(struct diag *diag, const char *path, struct bytes bytes);
/* Whether a regular file (or folder) is there. */
bool file_exists(const char *path);
bool folder_exists(const char *path);
/* Makes a folder and those above it. */
bool folder_make(struct diag *diag, const char *path);
/* The names in a folder that end in suffix ("" for all; none that begin with a dot), sorted by bytes; count may be 0. */
const char *const *folder_list(struct arena *arena, const char *path, const char *suffix, size_t *count);
/* folder "/" name. */
const char *path_join(struct arena *arena, const char *folder, const char *name);
/* The part behind the last slash. */
const char *path_name(const char *path);

#endif
