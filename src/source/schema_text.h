/*
 * The texts of the schemas in templates/schemas, made into C by schema_text.cmake.
 *
 * Offsets: none.  Lengths: bytes.
 * Memory:  constant.
 * Errors:  none.
 */
#ifndef SOURCE_SCHEMA_TEXT_H
#define SOURCE_SCHEMA_TEXT_H

#include "base/file.h"

struct schema_text {
	const char *name; /* of the file, without ".xsd" */
	struct bytes bytes;
};

extern const struct schema_text schema_texts[];
extern const size_t schema_text_count;

#endif
