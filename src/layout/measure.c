/*
 * Shaped text is measured once, in thousandths of an em; a size only multiplies. Widths are rounded once per run and
 * line, as page.c draws them. White space at the end of a line hangs (UAX #9 L1; CSS Text 3, 4.1.3).
 */
#include "layout/measure.h"

#include <assert.h>

#include "base/arena.h"
#include "layout/extent.h"

enum { HUNDREDTH_PT = 10 };

enum cluster_flag { CLUSTER_INSIDE, CLUSTER_SAFE, CLUSTER_UNSAFE };

/* While measuring: per code unit, the advances of its run before it, and how a cut before it would do. */
struct sums {
	int32_t *prefix;
	uint8_t *flags;
};

length_t measure_size(const struct font *font, length_t size)
{
	return length_scale(length_scale(size, font->family->size, 1000), 1, HUNDREDTH_PT) * HUNDREDTH_PT;
}

length_t measure_advance(int64_t advance, length_t size)
{
	int64_t product = advance * size;

	return (length_t)((product < 0 ? product - 500 : product + 500) / 1000);
}

bool measure_blank(uint16_t unit)
{
	return unit == ' ' || (unit >= 0x09 && unit <= 0x0D) || unit == 0x85 || unit == 0x1680 ||
	       (unit >= 0x2000 && unit <= 0x200B && unit != 0x2007) || unit == 0x2028 || unit == 0x2029 ||
	       unit == 0x205F || (unit >= 0x2066 && unit <= 0x2069) || unit == 0x3000;
}

static int32_t sum_run(const struct glyph_run *run, struct sums *sums)
{
	int32_t before = 0;

	for (size_t i = 0; i < run->glyph_count; i++) {
		const struct glyph *glyph = &run->glyphs[i];

		sums->prefix[glyph->cluster] += glyph->advance;
		sums->flags[glyph->cluster] = glyph->unsafe_to_break ? CLUSTER_UNSAFE : CLUSTER_SAFE;
	}
	for (int32_t i = run->start; i < run->start + run->length; i++) {
		int32_t advance = sums->prefix[i];

		sums->prefix[i] = before;
		before += advance;
	}
	return before;
}

static int32_t run_end(const struct glyph_run *run)
{
	return run->start + run->length;
}

static void find_start(const struct para *para, const struct sums *sums, int32_t *run, struct stop *stop)
{
	while (*run < (int32_t)para->item_count && run_end(&para->runs[*run]) <= stop->offset)
		++*run;
	stop->run = *run;
	if (*run == (int32_t)para->item_count || para->runs[*run].start >= stop->offset)
		return;
	stop->prefix = sums->prefix[stop->offset];
	stop->unsafe = sums->flags[stop->offset] != CLUSTER_SAFE;
}

static void find_end(const struct measure *measure, const struct sums *sums, struct stop *stop)
{
	const struct para *para = measure->para;
	int32_t run = stop->run;

	if (run == (int32_t)para->item_count || para->runs[run].start >= stop->trimmed)
		run--;
	while (run >= 0 && para->runs[run].start >= stop->trimmed)
		run--;
	stop->end_run = run;
	if (run >= 0)
		stop->end_prefix = stop->trimmed >= run_end(&para->runs[run]) ? measure->totals[run]
									      : sums->prefix[stop->trimmed];
}

static bool stops_at(const struct para *para, int32_t offset)
{
	return offset == 0 || offset == para->length || para->opportunities[offset] != BREAK_NONE;
}

static void fill_stops(const struct measure *measure, const struct sums *sums, struct stop *stops)
{
	const struct para *para = measure->para;
	int32_t run = 0;
	size_t count = 0;

	for (int32_t offset = 0; offset <= para->length; offset++) {
		struct stop *stop = &stops[count];

		if (!stops_at(para, offset))
			continue;
		*stop = (struct stop){.offset = offset, .trimmed = offset};
		stop->kind = offset == para->length ? BREAK_MANDATORY : para->opportunities[offset];
		while (stop->trimmed > 0 && measure_blank(para->text[stop->trimmed - 1]))
			stop->trimmed--;
		find_start(para, sums, &run, stop);
		find_end(measure, sums, stop);
		count++;
	}
	if (para->length == 0)
		stops[1] = stops[0];
}

static int64_t reshaped(struct arena *arena, const struct para *para, const struct stop *stop, bool hyphen)
{
	size_t count;
	const struct glyph_run *runs =
	    para_reshape(arena, para, stop[-1].offset, stop->offset, hyphen, &count);
	int64_t width = 0;

	for (size_t i = 0; i < count; i++)
		for (size_t g = 0; g < runs[i].glyph_count; g++)
			width += (int64_t)runs[i].glyphs[g].advance * runs[i].item->font->family->size;
	return width;
}

/* One hyphen stands for all; where a font draws another one, the line is found too wide when it is cut. */
static int32_t hyphen_width(struct arena *arena, const struct measure *measure)
{
	struct arena_mark mark = arena_mark(arena);
	int32_t width = 0;

	for (size_t i = 1; i < measure->stop_count && !width; i++) {
		const struct stop *stop = &measure->stops[i];

		if (stop->kind == BREAK_HYPHEN)
			width = (int32_t)((reshaped(arena, measure->para, stop, true) -
					   reshaped(arena, measure->para, stop, false) + 999) /
					  1000);
	}
	arena_rewind(arena, mark);
	return width;
}

static void measure_ink(struct measure *measure, struct extent_cache *cache)
{
	for (size_t i = 0; i < measure->para->item_count; i++) {
		const struct glyph_run *run = &measure->para->runs[i];
		const struct font *font = run->item->font;
		int32_t top = 0, bottom = 0;

		for (size_t g = 0; g < run->glyph_count; g++) {
			struct extents ink = extents_find(cache, font, run->glyphs[g].gid);

			if (ink.ymax + run->glyphs[g].dy > top)
				top = ink.ymax + run->glyphs[g].dy;
			if (-ink.ymin - run->glyphs[g].dy > bottom)
				bottom = -ink.ymin - run->glyphs[g].dy;
		}
		top = (int32_t)(((int64_t)top * font->family->size + 999) / 1000);
		bottom = (int32_t)(((int64_t)bottom * font->family->size + 999) / 1000);
		measure->top = top > measure->top ? top : measure->top;
		measure->bottom = bottom > measure->bottom ? bottom : measure->bottom;
	}
}

const struct measure *measure_new(struct arena *arena, struct extent_cache *extents, const struct para *para,
				  const struct style *style)
{
	struct measure *measure = arena_alloc(arena, sizeof *measure);
	size_t length = (size_t)para->length;
	struct stop *stops;
	int32_t *totals;
	struct arena_mark mark;
	struct sums sums;

	for (int32_t offset = 0; offset <= para->length; offset++)
		measure->stop_count += stops_at(para, offset);
	measure->stop_count += length == 0;
	stops = arena_array(arena, measure->stop_count, sizeof *stops);
	totals = arena_array(arena, para->item_count, sizeof *totals);
	measure->para = para;
	measure->style = style;
	measure->stops = stops;
	measure->totals = totals;
	measure_ink(measure, extents);
	mark = arena_mark(arena);
	sums.prefix = arena_array(arena, length + 1, sizeof *sums.prefix);
	sums.flags = arena_array(arena, length + 1, sizeof *sums.flags);
	for (size_t i = 0; i < para->item_count; i++)
		totals[i] = sum_run(&para->runs[i], &sums);
	fill_stops(measure, &sums, stops);
	arena_rewind(arena, mark);
	measure->hyphen = hyphen_width(arena, measure);
	return measure;
}

static void place_stops(const struct ruler *ruler, const length_t *before, length_t *begin, length_t *finish)
{
	const struct measure *measure = ruler->measure;

	for (size_t i = 0; i < measure->stop_count; i++) {
		const struct stop *stop = &measure->stops[i];

		if (stop->run < (int32_t)measure->para->item_count)
			begin[i] =
			    before[stop->run + 1] - measure_advance(measure->totals[stop->run] - stop->prefix,
								    ruler->sizes[stop->run]);
		if (stop->end_run >= 0)
			finish[i] = before[stop->end_run] +
				    measure_advance(stop->end_prefix, ruler->sizes[stop->end_run]);
	}
}

struct ruler ruler_new(struct arena *arena, const struct measure *measure, length_t size)
{
	size_t runs = measure->para->item_count;
	length_t *sizes = arena_array(arena, runs, sizeof *sizes);
	length_t *begin = arena_array(arena, measure->stop_count, sizeof *begin);
	length_t *finish = arena_array(arena, measure->stop_count, sizeof *finish);
	struct arena_mark mark = arena_mark(arena);
	length_t *before = arena_array(arena, runs + 1, sizeof *before);
	struct ruler ruler = {measure, sizes, begin, finish, 0};

	for (size_t i = 0; i < runs; i++) {
		sizes[i] = measure_size(measure->para->items[i].font, size);
		before[i + 1] = before[i] + measure_advance(measure->totals[i], sizes[i]);
	}
	place_stops(&ruler, before, begin, finish);
	ruler.hyphen = measure->hyphen ? measure_advance(measure->hyphen, size) : 0;
	arena_rewind(arena, mark);
	return ruler;
}

length_t ruler_width(const struct ruler *ruler, size_t from, size_t to)
{
	const struct stop *a = &ruler->measure->stops[from], *b = &ruler->measure->stops[to];
	length_t hyphen = b->kind == BREAK_HYPHEN ? ruler->hyphen : 0;

	assert(from < to);
	if (b->trimmed <= a->offset)
		return 0;
	if (a->run == b->end_run)
		return measure_advance(b->end_prefix - a->prefix, ruler->sizes[a->run]) + hyphen;
	return ruler->finish[to] - ruler->begin[from] + hyphen;
}
