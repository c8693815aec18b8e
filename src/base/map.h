/*
 * A map from strings to pointers in an arena.
 *
 * Offsets: none.  Lengths: entries.
 * Memory:  the arena given to map_set; keys are not copied and must live as long as the map.
 * Errors:  none but an empty memory.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>

struct arena;

struct map {
	struct map_entry *entries;
	size_t length, capacity;
};

/* The value of a key, or NULL. */
void *map_find(const struct map *map, const char *key);
/* Sets the value of a key and gives the value it had before, or NULL. */
void *map_set(struct arena *arena, struct map *map, const char *key, void *value);

#endif
