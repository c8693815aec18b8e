/* A line cut out of its para where HarfBuzz says that shapes depend on what stood behind the cut: the line's text alone
 * is shaped again, so that its last letter takes the form that it has at an end. */
#include <assert.h>
#include <string.h>

#include "base/arena.h"
#include "text/shape.h"

/* The hyphen of a language where it is not U+2010, whose stand-in is the one of ASCII. */
static const struct {
	const char *script;
	uint16_t hyphen;
} hyphens[] = {
    {"Armn", 0x058A},
};

static uint16_t hyphen_of(const struct item *item)
{
	for (size_t i = 0; i < sizeof hyphens / sizeof *hyphens; i++)
		if (strcmp(hyphens[i].script, item->script) == 0 && font_has(item->font, hyphens[i].hyphen))
			return hyphens[i].hyphen;
	return font_has(item->font, 0x2010) ? 0x2010 : '-';
}

static const uint16_t *with_hyphen(struct arena *arena, const uint16_t *text, int32_t length,
				   const struct item *last)
{
	uint16_t *copy = arena_array(arena, (size_t)length + 1, sizeof *copy);

	memcpy(copy, text, (size_t)length * sizeof *copy);
	copy[length] = hyphen_of(last);
	return copy;
}

static int32_t item_end(const struct item *item)
{
	return item->start + item->length;
}

const struct glyph_run *para_reshape(struct arena *arena, const struct para *para, int32_t start, int32_t end,
				     bool hyphen, size_t *run_count)
{
	struct glyph_run *runs = arena_array(arena, para->item_count, sizeof *runs);
	struct passage line = {para->text + start, end - start, 0, 0, start};
	const struct item *last = NULL;
	size_t count = 0;

	assert(start >= 0 && start <= end && end <= para->length);
	for (size_t i = 0; i < para->item_count; i++)
		if (para->items[i].start < end && item_end(&para->items[i]) > start)
			last = &para->items[i];
	if (last && hyphen)
		line.text = with_hyphen(arena, line.text, line.length++, last);
	for (const struct item *item = para->items; last && item <= last; item++) {
		if (item_end(item) <= start)
			continue;
		line.start = item->start > start ? item->start - start : 0;
		line.end = (item_end(item) < end ? item_end(item) : end) - start;
		line.end += item == last && hyphen;
		runs[count] = shape_passage(arena, item->font->handle->set, item, &line);
		runs[count++].length -= item == last && hyphen;
	}
	*run_count = count;
	return runs;
}
