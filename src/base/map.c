/* Open addressing with linear probing over FNV-1a; the load stays under one half. */
#include "base/map.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"

struct map_entry {
	const char *key;
	void *value;
};

static size_t hash(const char *key)
{
	uint64_t h = 14695981039346656037u;

	while (*key)
		h = (h ^ (unsigned char)*key++) * 1099511628211u;
	return (size_t)(h ^ h >> 32);
}

static struct map_entry *probe(const struct map *map, const char *key)
{
	size_t i = hash(key) & (map->capacity - 1);

	while (map->entries[i].key && strcmp(map->entries[i].key, key) != 0)
		i = (i + 1) & (map->capacity - 1);
	return &map->entries[i];
}

void *map_find(const struct map *map, const char *key)
{
	return map->length ? probe(map, key)->value : NULL;
}

static void grow(struct arena *arena, struct map *map)
{
	struct map larger = {NULL, map->length, map->capacity ? map->capacity * 2 : 16};

	larger.entries = arena_array(arena, larger.capacity, sizeof *larger.entries);
	for (size_t i = 0; i < map->capacity; i++)
		if (map->entries[i].key)
			*probe(&larger, map->entries[i].key) = map->entries[i];
	*map = larger;
}

void *map_set(struct arena *arena, struct map *map, const char *key, void *value)
{
	struct map_entry *entry;
	void *before;

	if (2 * (map->length + 1) > map->capacity)
		grow(arena, map);
	entry = probe(map, key);
	before = entry->value;
	map->length += !entry->key;
	*entry = (struct map_entry){entry->key ? entry->key : key, value};
	return before;
}
