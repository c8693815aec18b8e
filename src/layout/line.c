/*
 * Cuts a line: slices of the para's glyphs where that is safe, text shaped anew where it is not. White space at the
 * end takes the level of the para and hangs beyond it (UAX #9 L1); the other runs are put side by side in visual
 * order (L2).
 */
#include "layout/line.h"

#include <stdint.h>

#include "base/arena.h"
#include "layout/measure.h"

/* The glyphs of a run whose clusters lie in the text from start to end: neighbours, as clusters only rise or fall. */
static struct glyph_run slice(const struct glyph_run *run, int32_t start, int32_t end)
{
	struct glyph_run part = *run;
	size_t first = 0, last = run->glyph_count;

	part.start = start > run->start ? start : run->start;
	part.length = (end < run->start + run->length ? end : run->start + run->length) - part.start;
	while (first < last && (run->glyphs[first].cluster < start || run->glyphs[first].cluster >= end))
		first++;
	while (last > first &&
	       (run->glyphs[last - 1].cluster < start || run->glyphs[last - 1].cluster >= end))
		last--;
	part.glyphs = run->glyphs + first;
	part.glyph_count = last - first;
	return part;
}

static length_t run_width(const struct glyph_run *run, length_t size)
{
	int64_t advance = 0;

	for (size_t i = 0; i < run->glyph_count; i++)
		advance += run->glyphs[i].advance;
	return measure_advance(advance, size);
}

static void add_part(struct line *line, struct line_run *runs, struct glyph_run part, length_t size)
{
	const struct font *font = part.item->font;
	struct line_run *run;
	length_t ascent, descent;

	if (!part.glyph_count)
		return;
	run = &runs[line->run_count++];
	run->run = part;
	run->size = measure_size(font, size);
	run->width = run_width(&part, run->size);
	ascent = length_scale(run->size, font->family->ascent, 1000);
	descent = length_scale(run->size, font->family->descent, 1000);
	line->ascent = ascent > line->ascent ? ascent : line->ascent;
	line->descent = descent > line->descent ? descent : line->descent;
}

static void reverse(struct line_run **order, size_t from, size_t to)
{
	while (from + 1 < to) {
		struct line_run *run = order[from];

		order[from++] = order[--to];
		order[to] = run;
	}
}

/* L2: from the highest level down to the lowest odd one, turn round what stands at that level or above. */
static void reorder(struct line_run **order, size_t count)
{
	uint8_t highest = 0;

	for (size_t i = 0; i < count; i++)
		if (order[i]->run.item->level > highest)
			highest = order[i]->run.item->level;
	for (uint8_t level = highest; level > 0; level--) {
		for (size_t from = 0, to; from < count; from = to + 1) {
			for (to = from; to < count && order[to]->run.item->level >= level; to++)
				;
			reverse(order, from, to);
		}
	}
}

/* Runs from text_count on are white space at the end: to the right of the words, or to their left. */
static void place(struct arena *arena, struct line *line, struct line_run *runs, size_t text_count)
{
	struct arena_mark mark = arena_mark(arena);
	struct line_run **order = arena_array(arena, text_count, sizeof *order);
	length_t x = 0;

	for (size_t i = 0; i < text_count; i++)
		order[i] = &runs[i];
	reorder(order, text_count);
	for (size_t i = 0; i < text_count; i++) {
		order[i]->x = x;
		x += order[i]->width;
	}
	line->width = x;
	if (line->para->direction == DIRECTION_RTL)
		x = 0;
	for (size_t i = text_count; i < line->run_count; i++) {
		if (line->para->direction == DIRECTION_RTL)
			runs[i].x = x -= runs[i].width;
		else
			runs[i].x = x, x += runs[i].width;
	}
	arena_rewind(arena, mark);
}

/* Text is cut from what lies inside it; a hyphen may stand behind its end. */
static size_t skip_outside(const struct glyph_run **runs, size_t count, struct cut cut)
{
	while (count && (*runs)->start + (*runs)->length <= cut.start) {
		++*runs;
		count--;
	}
	while (count && (*runs)[count - 1].start >= cut.end)
		count--;
	return count;
}

struct line line_cut(struct arena *arena, const struct para *para, length_t size, struct cut cut)
{
	struct line line = {.para = para, .start = cut.start, .end = cut.end, .hyphen = cut.hyphen};
	const struct glyph_run *source = para->runs;
	size_t count = para->item_count, text_count;
	struct line_run *runs;

	if (cut.reshape || cut.hyphen)
		source = para_reshape(arena, para, cut.start, cut.end, cut.hyphen, &count);
	if (cut.hyphen)
		cut.trimmed = cut.end = INT32_MAX;
	count = skip_outside(&source, count, cut);
	runs = arena_array(arena, 2 * count, sizeof *runs);
	for (size_t i = 0; i < count && source[i].start < cut.trimmed; i++)
		add_part(&line, runs, slice(&source[i], cut.start, cut.trimmed), size);
	text_count = line.run_count;
	if (cut.hyphen && text_count)
		runs[text_count - 1].hyphen = true;
	for (size_t i = 0; i < count; i++)
		if (source[i].start + source[i].length > cut.trimmed)
			add_part(&line, runs, slice(&source[i], cut.trimmed, cut.end), size);
	place(arena, &line, runs, text_count);
	line.runs = runs;
	return line;
}
