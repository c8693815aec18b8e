/* Collects, sorts and prints; the table comes from diag.def. */
#include "base/diag.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/map.h"
#include "base/message.h"
#include "base/vec.h"

struct entry {
	enum diag_code code;
	struct loc loc;
	const char *unit, *text;
	size_t order;
};

struct diag {
	struct arena *arena;
	VEC(struct entry) entries;
	struct map known;              /* by all that is said */
	size_t counts[DIAG_FATAL + 1]; /* by level; what is said again counts again */
};

static const struct {
	const char *word, *sentence;
	enum diag_level level;
} table[] = {
#define DIAG(code, word, level, sentence) {word, sentence, DIAG_##level},
#include "base/diag.def"
#undef DIAG
};

static const char *const level_names[] = {
    N_("note"), N_("style"), N_("warning"), N_("error"), N_("fatal"),
};

enum { ARGUMENTS = 4 };

struct diag *diag_new(void)
{
	struct arena *arena = arena_new();
	struct diag *diag = arena_alloc(arena, sizeof *diag);

	diag->arena = arena;
	return diag;
}

void diag_free(struct diag *diag)
{
	if (diag)
		arena_free(diag->arena);
}

static const char *fill(struct arena *arena, const char *sentence, const char **arguments)
{
	struct buf buf = buf_new(arena);

	for (; *sentence; sentence++) {
		if (sentence[0] == '{' && sentence[1] >= '1' && sentence[1] <= '0' + ARGUMENTS &&
		    sentence[2] == '}') {
			buf_puts(&buf, arguments[sentence[1] - '1']);
			sentence += 2;
		} else {
			buf_putc(&buf, *sentence);
		}
	}
	return buf.data;
}

static const char *name_of(const struct diag *diag, const struct entry *entry)
{
	return arena_format(diag->arena, "%d\n%s\n%d\n%s\n%s", (int)entry->code,
			    entry->loc.path ? entry->loc.path : "", entry->loc.line,
			    entry->unit ? entry->unit : "", entry->text);
}

static void add(struct diag *diag, struct entry entry)
{
	struct arena_mark mark = arena_mark(diag->arena);
	const char *name = name_of(diag, &entry);

	diag->counts[table[entry.code].level]++;
	if (map_find(&diag->known, name)) {
		arena_rewind(diag->arena, mark);
		return;
	}
	map_set(diag->arena, &diag->known, name, diag);
	entry.order = diag->entries.length;
	entry.loc.path = entry.loc.path ? arena_string(diag->arena, entry.loc.path) : NULL;
	entry.unit = entry.unit ? arena_string(diag->arena, entry.unit) : NULL;
	entry.text = arena_string(diag->arena, entry.text);
	vec_push(diag->arena, &diag->entries, entry);
}

void diag_add(struct diag *diag, enum diag_code code, struct loc loc, const char *unit, ...)
{
	const char *arguments[ARGUMENTS] = {"", "", "", ""};
	const char *argument;
	va_list list;
	int count = 0;

	va_start(list, unit);
	while ((argument = va_arg(list, const char *)) && count < ARGUMENTS)
		arguments[count++] = argument;
	va_end(list);
	add(diag, (struct entry){code, loc, unit, fill(diag->arena, _(table[code].sentence), arguments), 0});
}

void diag_merge(struct diag *diag, const struct diag *other)
{
	for (size_t i = 0; i < other->entries.length; i++)
		add(diag, other->entries.data[i]);
}

size_t diag_count(const struct diag *diag, enum diag_level level)
{
	size_t count = 0;

	for (size_t i = level; i <= DIAG_FATAL; i++)
		count += diag->counts[i];
	return count;
}

bool diag_failed(const struct diag *diag)
{
	return diag_count(diag, DIAG_ERROR) > 0;
}

int diag_status(const struct diag *diag)
{
	return diag_count(diag, DIAG_FATAL) ? 2 : diag_failed(diag) ? 1 : 0;
}

static int compare(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = strcmp(a->loc.path ? a->loc.path : "", b->loc.path ? b->loc.path : "");

	if (order == 0)
		order = (a->loc.line > b->loc.line) - (a->loc.line < b->loc.line);
	return order ? order : (a->order > b->order) - (a->order < b->order);
}

static void print_entry(const struct entry *entry, FILE *stream)
{
	if (entry->loc.path && entry->loc.line)
		fprintf(stream, "%s:%d: ", entry->loc.path, entry->loc.line);
	else
		fprintf(stream, "%s: ", entry->loc.path ? entry->loc.path : "verklaring");
	fprintf(stream, "%s: ", _(level_names[table[entry->code].level]));
	if (entry->unit)
		fprintf(stream, _("unit %s: "), entry->unit);
	fprintf(stream, "%s [%s]\n", entry->text, table[entry->code].word);
}

static struct entry *sorted(struct arena *arena, const struct diag *diag)
{
	struct entry *entries = arena_array(arena, diag->entries.length, sizeof *entries);

	if (diag->entries.length)
		memcpy(entries, diag->entries.data, diag->entries.length * sizeof *entries);
	qsort(entries, diag->entries.length, sizeof *entries, compare);
	return entries;
}

void diag_print(const struct diag *diag, FILE *stream)
{
	struct arena *arena = arena_new();
	const struct entry *entries = sorted(arena, diag);

	for (size_t i = 0; i < diag->entries.length; i++)
		print_entry(&entries[i], stream);
	arena_free(arena);
}

const struct diag_entry *diag_entries(struct arena *arena, const struct diag *diag, size_t *count)
{
	const struct entry *entries = sorted(arena, diag);
	struct diag_entry *shown = arena_array(arena, diag->entries.length, sizeof *shown);

	*count = diag->entries.length;
	for (size_t i = 0; i < *count; i++)
		shown[i] = (struct diag_entry){.loc = entries[i].loc,
					       .unit = entries[i].unit,
					       .level = level_names[table[entries[i].code].level],
					       .word = table[entries[i].code].word,
					       .sentence = entries[i].text};
	return shown;
}

const char *diag_word(enum diag_code code)
{
	return table[code].word;
}
