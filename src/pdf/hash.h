/*
 * A hash of content: FNV-1a in 128 bits, in which equal content means equal bytes in the file. No secret hangs on it.
 *
 * Offsets: none.  Lengths: bytes.
 * Memory:  none.
 * Errors:  none.
 */
#ifndef PDF_HASH_H
#define PDF_HASH_H

#include <stddef.h>

enum { HASH_SIZE = 16 };

struct hash {
	unsigned __int128 state;
};

/* The hash of nothing. */
struct hash hash_new(void);
/* Takes more bytes in. */
void hash_add(struct hash *hash, const void *bytes, size_t length);
/* The result, most significant byte first. */
void hash_result(const struct hash *hash, unsigned char result[HASH_SIZE]);

#endif
