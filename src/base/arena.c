/* A chain of chunks that grow; zeroed once, so that rewound memory is zeroed again on reuse. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ARENA_CHUNK = 64 * 1024 };

struct chunk {
	struct chunk *before;
	size_t size, used;
	max_align_t data[];
};

struct deferred {
	struct deferred *before;
	void (*release)(void *object);
	void *object;
};

struct arena {
	struct chunk *chunk;
	struct deferred *deferred;
};

_Noreturn void arena_exhausted(void)
{
	fputs("verklaring: fatal: out of memory\n", stderr);
	exit(2);
}

static struct chunk *chunk_new(struct chunk *before, size_t size)
{
	struct chunk *chunk;

	if (size < ARENA_CHUNK)
		size = ARENA_CHUNK;
	if (size > SIZE_MAX - sizeof *chunk)
		arena_exhausted();
	chunk = malloc(sizeof *chunk + size);
	if (!chunk)
		arena_exhausted();
	chunk->before = before;
	chunk->size = size;
	chunk->used = 0;
	return chunk;
}

struct arena *arena_new(void)
{
	struct arena *arena = calloc(1, sizeof *arena);

	if (!arena)
		arena_exhausted();
	arena->chunk = chunk_new(NULL, ARENA_CHUNK);
	return arena;
}

void *arena_alloc(struct arena *arena, size_t size)
{
	const size_t unit = _Alignof(max_align_t);
	struct chunk *chunk = arena->chunk;
	void *memory;

	if (size > SIZE_MAX - unit)
		arena_exhausted();
	size = (size + unit - 1) / unit * unit;
	if (size > chunk->size - chunk->used)
		chunk = arena->chunk = chunk_new(chunk, size);
	memory = (char *)chunk->data + chunk->used;
	chunk->used += size;
	return memset(memory, 0, size);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		arena_exhausted();
	return arena_alloc(arena, count * size);
}

char *arena_copy(struct arena *arena, const char *text, size_t length)
{
	char *copy = arena_alloc(arena, length + 1);

	if (length)
		memcpy(copy, text, length);
	return copy;
}

char *arena_string(struct arena *arena, const char *text)
{
	return arena_copy(arena, text, strlen(text));
}

char *arena_format(struct arena *arena, const char *format, ...)
{
	va_list arguments, again;
	int length;
	char *text;

	va_start(arguments, format);
	va_copy(again, arguments);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length < 0)
		arena_exhausted();
	text = arena_alloc(arena, (size_t)length + 1);
	vsnprintf(text, (size_t)length + 1, format, again);
	va_end(again);
	return text;
}

void arena_defer(struct arena *arena, void (*release)(void *object), void *object)
{
	struct deferred *deferred = arena_alloc(arena, sizeof *deferred);

	*deferred = (struct deferred){arena->deferred, release, object};
	arena->deferred = deferred;
}

struct arena_mark arena_mark(struct arena *arena)
{
	return (struct arena_mark){arena->chunk, arena->chunk->used, arena->deferred};
}

static void run_deferred(struct arena *arena, const void *until)
{
	while (arena->deferred != until) {
		struct deferred *deferred = arena->deferred;

		arena->deferred = deferred->before;
		deferred->release(deferred->object);
	}
}

void arena_rewind(struct arena *arena, struct arena_mark mark)
{
	run_deferred(arena, mark.deferred);
	while (arena->chunk != mark.chunk) {
		struct chunk *chunk = arena->chunk;

		arena->chunk = chunk->before;
		free(chunk);
	}
	arena->chunk->used = mark.used;
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	run_deferred(arena, NULL);
	while (arena->chunk) {
		struct chunk *chunk = arena->chunk;

		arena->chunk = chunk->before;
		free(chunk);
	}
	free(arena);
}
