/*
 * Where an author wrote something.
 *
 * Offsets: lines and columns count from 1; 0 is unknown.  Lengths: none.
 * Memory:  path lives as long as what was read from it.
 * Errors:  none.
 */
#ifndef BASE_LOC_H
#define BASE_LOC_H

struct loc {
	const char *path;
	int line;
};

#endif
