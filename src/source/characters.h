/*
 * What may stand in a text: a scan of UTF-8, without Unicode's tables (normal form and the like are text/alphabet's).
 *
 * Offsets: bytes from the start.  Lengths: bytes.
 * Memory:  none.
 * Errors:  none here; the caller knows the place.
 */
#ifndef SOURCE_CHARACTERS_H
#define SOURCE_CHARACTERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/diag.h"
#include "base/file.h"

/* Why a code point may not stand in a text, and which. */
struct forbidden {
	enum diag_code code;
	uint32_t code_point;
};

/* Where the bytes stop being UTF-8 (RFC 3629); their length when all of them are. */
size_t characters_valid(struct bytes bytes);
/* Finds the first forbidden code point of valid UTF-8; false when there is none. */
bool characters_forbidden(struct bytes bytes, struct forbidden *found);
/* Whether words from a command line can be kept in XML and read back: one line of valid UTF-8 without control characters. */
bool characters_line(const char *words);

#endif
