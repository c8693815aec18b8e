/* Grows by doubling. */
#include "base/vec.h"

#include <string.h>

#include "base/arena.h"

void *vec_grow(struct arena *arena, void *data, size_t length, size_t *capacity, size_t size)
{
	void *larger;

	if (length < *capacity)
		return data;
	*capacity = *capacity ? *capacity * 2 : 8;
	larger = arena_array(arena, *capacity, size);
	if (length)
		memcpy(larger, data, length * size);
	return larger;
}
