/*
 * A fingerprint of bytes: SHA-256 (FIPS 180-4).
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  none.
 */
#ifndef SOURCE_DIGEST_H
#define SOURCE_DIGEST_H

#include "base/file.h"

struct arena;

/* The digest in base64, as a content security policy names a script. */
const char *digest_base64(struct arena *arena, struct bytes bytes);

#endif
