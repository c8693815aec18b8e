/* UAX #24, 5.1 and 5.2: common and inherited characters take the script of the text before them, and a closing bracket
 * that of its opening one. An isolate is a text of its own: it begins in its language's script (a literal in Latin, so
 * that a telephone number comes whole from one font), and behind it the outer script goes on. */
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/arena.h"
#include "text/stage.h"

enum { DEPTH = 64 };

static const struct {
	uint16_t open, close;
} pairs[] = {
    {'(', ')'},       {'[', ']'},       {'{', '}'},       {0x00AB, 0x00BB},
    {0x2018, 0x2019}, {0x201C, 0x201D}, {0x201E, 0x201C}, {0x201E, 0x201D},
    {0x2039, 0x203A}, {0x300C, 0x300D}, {0x3008, 0x3009}, {0x300A, 0x300B},
};

struct opened {
	uint16_t script;
	UChar32 open; /* the bracket or isolate control */
};

struct resolver {
	struct opened stack[DEPTH];
	int depth;
	uint16_t script;
};

static uint16_t script_code(const char *name)
{
	int32_t value = u_getPropertyValueEnum(UCHAR_SCRIPT, name);

	return value < 0 ? USCRIPT_COMMON : (uint16_t)value;
}

static void push(struct resolver *resolver, UChar32 open)
{
	if (resolver->depth < DEPTH)
		resolver->stack[resolver->depth++] = (struct opened){resolver->script, open};
}

static bool opens(UChar32 c)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i].open == c)
			return true;
	return false;
}

static bool closes(UChar32 c, UChar32 open)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (pairs[i].close == c && pairs[i].open == open)
			return true;
	return false;
}

static bool isolates(UChar32 c)
{
	return c >= CHAR_LRI && c <= CHAR_FSI;
}

static void leave_isolate(struct resolver *resolver)
{
	for (int i = resolver->depth - 1; i >= 0; i--) {
		if (!isolates(resolver->stack[i].open))
			continue;
		resolver->depth = i;
		resolver->script = resolver->stack[i].script;
		return;
	}
}

static void resolve_common(struct resolver *resolver, UChar32 c)
{
	for (int i = resolver->depth - 1; i >= 0 && !isolates(resolver->stack[i].open); i--) {
		if (!closes(c, resolver->stack[i].open))
			continue;
		resolver->depth = i;
		resolver->script = resolver->stack[i].script;
		return;
	}
	if (opens(c))
		push(resolver, c);
}

/* Letters and digits have no business in the table of pairs. */
static bool may_pair(UChar32 c)
{
	return c < 0x80 ? !(c == ' ' || (c >= '0' && c <= '9'))
			: c == 0xAB || c == 0xBB || (c >= 0x2018 && c < 0x3100);
}

static uint16_t resolve(struct resolver *resolver, UChar32 c)
{
	UErrorCode status = U_ZERO_ERROR;
	UScriptCode script = uscript_getScript(c, &status);

	if (script > USCRIPT_INHERITED && script != USCRIPT_UNKNOWN)
		resolver->script = (uint16_t)script;
	else if (c == CHAR_PDI)
		leave_isolate(resolver);
	else if (may_pair(c))
		resolve_common(resolver, c);
	return resolver->script;
}

static void resolve_span(const struct stage *stage, const struct para_span *part, struct resolver *resolver,
			 uint16_t *scripts)
{
	const uint16_t *text = stage->para->text;
	int32_t i = part->start, end = part->start + part->length;

	if (part->length && isolates(text[i])) {
		push(resolver, text[i]);
		resolver->script = part->span->kind == SPAN_LITERAL
				       ? USCRIPT_LATIN
				       : script_code(span_language(stage, part->span)->script);
		scripts[i++] = resolver->script;
	}
	while (i < end) {
		int32_t start = i;
		uint16_t script;
		UChar32 c;

		c = char_next(text, &i, end);
		script = resolve(resolver, c);
		for (; start < i; start++)
			scripts[start] = script;
	}
}

void script_resolve(struct stage *stage)
{
	const struct para *para = stage->para;
	uint16_t *scripts = arena_array(stage->fontset->scratch, (size_t)para->length, sizeof *scripts);
	struct resolver resolver = {.script = script_code(para->block->language->script)};

	for (size_t i = 0; i < para->span_count; i++)
		resolve_span(stage, &para->spans[i], &resolver, scripts);
	stage->scripts = scripts;
}
