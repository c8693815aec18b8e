/* A writer without a tree: commas and indents follow from depth and whether something was written there. */
#include "base/json.h"

#include <assert.h>

#include "base/buf.h"

struct json json_new(struct buf *buf)
{
	return (struct json){buf, 0, false};
}

static void new_line(struct json *json)
{
	buf_putc(json->buf, '\n');
	for (int i = 0; i < json->depth; i++)
		buf_puts(json->buf, "  ");
}

static void quote(struct buf *buf, const char *text)
{
	buf_putc(buf, '"');
	for (; *text; text++) {
		unsigned char c = (unsigned char)*text;

		if (c == '"' || c == '\\')
			buf_printf(buf, "\\%c", c);
		else if (c < 0x20)
			buf_printf(buf, "\\u%04x", c);
		else
			buf_putc(buf, (char)c);
	}
	buf_putc(buf, '"');
}

static void begin(struct json *json, const char *key)
{
	if (json->filled)
		buf_putc(json->buf, ',');
	if (json->depth)
		new_line(json);
	if (key) {
		quote(json->buf, key);
		buf_puts(json->buf, ": ");
	}
	json->filled = true;
}

static void open_bracket(struct json *json, const char *key, char bracket)
{
	begin(json, key);
	buf_putc(json->buf, bracket);
	json->depth++;
	json->filled = false;
}

void json_object(struct json *json, const char *key)
{
	open_bracket(json, key, '{');
}

void json_array(struct json *json, const char *key)
{
	open_bracket(json, key, '[');
}

void json_close(struct json *json, char bracket)
{
	assert(json->depth > 0);
	json->depth--;
	if (json->filled)
		new_line(json);
	buf_putc(json->buf, bracket);
	json->filled = true;
	if (json->depth == 0)
		buf_putc(json->buf, '\n');
}

void json_string(struct json *json, const char *key, const char *value)
{
	begin(json, key);
	if (value)
		quote(json->buf, value);
	else
		buf_puts(json->buf, "null");
}

void json_number(struct json *json, const char *key, long value)
{
	begin(json, key);
	buf_printf(json->buf, "%ld", value);
}

void json_bool(struct json *json, const char *key, bool value)
{
	begin(json, key);
	buf_puts(json->buf, value ? "true" : "false");
}
