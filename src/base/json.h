/*
 * JSON out (RFC 8259), indented by two, keys in the order written.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the buffer given.
 * Errors:  none; opening and closing must pair (asserted).
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>

struct buf;

struct json {
	struct buf *buf;
	int depth;
	bool filled;
};

struct json json_new(struct buf *buf);
/* A key of NULL is for array items and the outermost value. */
void json_object(struct json *json, const char *key);
void json_array(struct json *json, const char *key);
/* Closes the innermost object or array with '}' or ']'. */
void json_close(struct json *json, char bracket);
/* A NULL value is written as null. */
void json_string(struct json *json, const char *key, const char *value);
void json_number(struct json *json, const char *key, long value);
void json_bool(struct json *json, const char *key, bool value);

#endif
