/*
 * Codes are found by a hash of their glyphs and their text. They get their numbers when all are known, so that few fonts need
 * a map from codes to glyphs.
 */
#include "pdf/code.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { SLOTS = 256 };

struct codes *codes_new(struct arena *arena, bool mirror)
{
	struct codes *codes = arena_alloc(arena, sizeof *codes);

	codes->arena = arena;
	codes->mirror = mirror;
	return codes;
}

bool code_composed(const struct code *code)
{
	return code->part_count != 1 || code->mirrored || code->parts[0].x || code->parts[0].y;
}

size_t codes_font(struct codes *codes, const struct font *font)
{
	size_t i = 0;

	while (i < codes->fonts.length && codes->fonts.data[i]->font != font)
		i++;
	if (i == codes->fonts.length) {
		struct code_font *used = arena_alloc(codes->arena, sizeof *used);

		used->font = font;
		vec_push(codes->arena, &codes->fonts, used);
	}
	return i;
}

/* A font in CFF form keeps its own character identifiers, so there one glyph has one code. */
static bool same_code(const struct code_font *font, const struct code *a, const struct code *b)
{
	return a->part_count == b->part_count && a->mirrored == b->mirrored && a->width == b->width &&
	       (!a->part_count || memcmp(a->parts, b->parts, a->part_count * sizeof *a->parts) == 0) &&
	       (font->font->cff || utf16_equal(a->text, b->text));
}

static size_t code_hash(const struct code_font *font, const struct code *code)
{
	size_t hash = code->part_count;

	for (size_t i = 0; i < code->part_count; i++)
		hash = hash * 31 + code->parts[i].gid;
	for (size_t i = 0; i < code->text.length && !font->font->cff; i++)
		hash = hash * 31 + code->text.data[i];
	return hash * 2654435761u;
}

static uint32_t *probe(const struct code_font *font, const struct code *code)
{
	for (size_t hash = code_hash(font, code);; hash++) {
		uint32_t *slot = &font->slots[(hash ^ hash >> 16) & (font->slot_count - 1)];

		if (!*slot || same_code(font, &font->codes.data[*slot - 1], code))
			return slot;
	}
}

static void grow(struct codes *codes, struct code_font *font)
{
	font->slot_count = font->slot_count ? font->slot_count * 2 : SLOTS;
	font->slots = arena_array(codes->arena, font->slot_count, sizeof *font->slots);
	for (uint32_t i = 0; i < font->codes.length; i++)
		*probe(font, &font->codes.data[i]) = i + 1;
}

uint32_t codes_find(struct codes *codes, struct code_font *font, struct code code)
{
	uint32_t *slot;

	assert(!code.part_count || code.parts[0].gid != 0);
	if (2 * (font->codes.length + 1) > font->slot_count)
		grow(codes, font);
	slot = probe(font, &code);
	if (!*slot) {
		struct part *parts = arena_array(codes->arena, code.part_count, sizeof *parts);

		if (code.part_count)
			memcpy(parts, code.parts, code.part_count * sizeof *parts);
		code.parts = parts;
		vec_push(codes->arena, &font->codes, code);
		*slot = (uint32_t)font->codes.length;
	}
	return *slot - 1;
}

static int compare_gids(const void *left, const void *right)
{
	const uint32_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

static void collect_gids(struct arena *arena, struct code_font *font)
{
	size_t length = 0;

	for (size_t i = 0; i < font->codes.length; i++)
		for (size_t j = 0; j < font->codes.data[i].part_count; j++)
			vec_push(arena, &font->gids, font->codes.data[i].parts[j].gid);
	qsort(font->gids.data, font->gids.length, sizeof *font->gids.data, compare_gids);
	for (size_t i = 0; i < font->gids.length; i++)
		if (!length || font->gids.data[i] != font->gids.data[length - 1])
			font->gids.data[length++] = font->gids.data[i];
	font->gids.length = length;
}

static size_t gid_rank(const struct code_font *font, uint32_t gid)
{
	const uint32_t *found =
	    bsearch(&gid, font->gids.data, font->gids.length, sizeof *found, compare_gids);

	return (size_t)(found - font->gids.data);
}

/* Glyphs are numbered as they will be in the subset, composed ones behind them, and then the glyphs that have a number
 * already because they stand for another text too: so the map from codes to glyphs is often the identity. */
static void number(struct arena *arena, struct code_font *font)
{
	uint16_t *taken = arena_array(arena, font->gids.length, sizeof *taken),
		 next = (uint16_t)font->gids.length;

	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < font->codes.length; i++) {
			struct code *code = &font->codes.data[i];
			size_t rank = code_composed(code) ? 0 : gid_rank(font, code->parts[0].gid);

			if (font->font->cff)
				code->cid = (uint16_t)code->parts[0].gid;
			else if (round == 0 && !code_composed(code) && !taken[rank])
				taken[rank] = code->cid = (uint16_t)(rank + 1);
			else if ((round == 1 && code_composed(code)) || (round == 2 && !code->cid))
				code->cid = ++next;
		}
	}
}

void codes_number(struct codes *codes)
{
	for (size_t i = 0; i < codes->fonts.length; i++) {
		struct code_font *font = codes->fonts.data[i];

		assert(font->codes.length + font->gids.length < UINT16_MAX);
		collect_gids(codes->arena, font);
		number(codes->arena, font);
	}
}
