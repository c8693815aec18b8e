/*
 * Where the program's own data stand: beside an installed program, or around the build folder.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  place_data writes one line to stderr and gives NULL.
 */
#ifndef CLI_PLACE_H
#define CLI_PLACE_H

struct arena;

/* The data folder: the one asked for (NULL: none), else share/verklaring beside the program, else the source tree. */
const char *place_data(struct arena *arena, const char *asked);
/* The folder with the message catalogues; it need not exist. */
const char *place_locale(struct arena *arena);

#endif
