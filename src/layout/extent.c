/* A hash table over font and glyph: a text draws the same hundred glyphs again and again. */
#include "layout/extent.h"

#include <stdint.h>

#include "base/arena.h"

struct entry {
	const struct font *font;
	uint32_t gid;
	struct extents extents;
};

struct extent_cache {
	struct arena *arena;
	struct entry *entries;
	size_t length, capacity;
};

enum { FIRST_CAPACITY = 512 };

struct extent_cache *extents_new(struct arena *arena)
{
	struct extent_cache *cache = arena_alloc(arena, sizeof *cache);

	cache->arena = arena;
	cache->capacity = FIRST_CAPACITY;
	cache->entries = arena_array(arena, cache->capacity, sizeof *cache->entries);
	return cache;
}

static struct entry *probe(const struct extent_cache *cache, const struct font *font, uint32_t gid)
{
	size_t i = (gid * 2654435761u ^ (uintptr_t)font >> 4) & (cache->capacity - 1);

	while (cache->entries[i].font && (cache->entries[i].font != font || cache->entries[i].gid != gid))
		i = (i + 1) & (cache->capacity - 1);
	return &cache->entries[i];
}

static void grow(struct extent_cache *cache)
{
	struct extent_cache larger = {cache->arena, NULL, cache->length, cache->capacity * 2};

	larger.entries = arena_array(cache->arena, larger.capacity, sizeof *larger.entries);
	for (size_t i = 0; i < cache->capacity; i++)
		if (cache->entries[i].font)
			*probe(&larger, cache->entries[i].font, cache->entries[i].gid) = cache->entries[i];
	*cache = larger;
}

struct extents extents_find(struct extent_cache *cache, const struct font *font, uint32_t gid)
{
	struct entry *entry = probe(cache, font, gid);

	if (entry->font)
		return entry->extents;
	if (2 * (cache->length + 1) > cache->capacity) {
		grow(cache);
		entry = probe(cache, font, gid);
	}
	cache->length++;
	*entry = (struct entry){font, gid, font_extents(font, gid)};
	return entry->extents;
}
