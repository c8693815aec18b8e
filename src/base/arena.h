/*
 * Arenas: memory by lifetime (run, job, document, scratch).
 *
 * Offsets: none.  Lengths: bytes.
 * Memory:  everything allocated lives until the arena is freed or rewound past it.
 * Errors:  out of memory ends the program with one line and status 2.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena_mark {
	void *chunk;
	size_t used;
	void *deferred;
};

/* Makes an empty arena; the caller frees it. */
struct arena *arena_new(void);
/* Runs what was deferred, newest first, and gives all memory back; NULL is accepted. */
void arena_free(struct arena *arena);
/* Allocates zeroed memory, aligned for any object; size 0 gives a valid pointer. */
void *arena_alloc(struct arena *arena, size_t size);
/* Allocates a zeroed array of count objects; an overflowing product counts as out of memory. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/* Copies length bytes and adds a NUL. */
char *arena_copy(struct arena *arena, const char *text, size_t length);
/* Copies a NUL-terminated string. */
char *arena_string(struct arena *arena, const char *text);
/* Formats into the arena, as printf does. */
char *arena_format(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Calls release(object) when the arena is freed or rewound past this point. */
void arena_defer(struct arena *arena, void (*release)(void *object), void *object);
/* Remembers the present fill, for scratch memory inside a function. */
struct arena_mark arena_mark(struct arena *arena);
/* Gives back what was allocated since the mark, running what was deferred since. */
void arena_rewind(struct arena *arena, struct arena_mark mark);
/* Ends the program: the one line and status for an empty memory. */
_Noreturn void arena_exhausted(void);

#endif
