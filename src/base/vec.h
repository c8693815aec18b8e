/*
 * A growing array of any type in an arena: VEC(struct unit) units = {0}.
 *
 * Offsets: elements.  Lengths: elements.
 * Memory:  the arena given to vec_push; growing moves the elements, so keep indices, not pointers, while pushing.
 * Errors:  none but an empty memory.
 */
#ifndef BASE_VEC_H
#define BASE_VEC_H

#include <stddef.h>

struct arena;

#define VEC(type)                                                                                            \
	struct {                                                                                             \
		type *data;                                                                                  \
		size_t length, capacity;                                                                     \
	}

/* Makes room for one more element and gives a pointer to it, zeroed. */
#define vec_add(arena, vec)                                                                                  \
	((vec)->data = vec_grow((arena), (vec)->data, (vec)->length, &(vec)->capacity, sizeof *(vec)->data), \
	 &(vec)->data[(vec)->length++])

/* Adds a value. */
#define vec_push(arena, vec, value) ((void)(*vec_add((arena), (vec)) = (value)))

/* The last element; the vector must not be empty. */
#define vec_last(vec) (&(vec)->data[(vec)->length - 1])

/* Serves vec_add: the array, moved to a larger place if it was full. */
void *vec_grow(struct arena *arena, void *data, size_t length, size_t *capacity, size_t size);

#endif
