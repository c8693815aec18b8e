/* A figure keeps its proportions and stays inside its column. Text grows in steps, each tried on the pages as they are then. */
#include "layout/grow.h"

#include "base/arena.h"

enum { STEP = 10, AIR = 500 }; /* thousandths: of the scale; of a space, which grows by so much first */

static length_t least(length_t a, length_t b)
{
	return a < b ? a : b;
}

/* How much taller a figure may become. */
static length_t growth_of(const struct place *place)
{
	const struct row_box *box = place->row;
	const struct style *style = box->row->first->style;
	length_t most, width = box->figure_width;

	if (box->cell_count || box->beside || !style->grow || width <= 0)
		return 0;
	most = least(length_scale(width, style->grow, 1000), place->area.width);
	return most > width ? length_scale(box->figure_height, most - width, width) : 0;
}

static const struct row_box *grown(struct arena *arena, const struct place *place, length_t taller)
{
	struct row_box *box = arena_alloc(arena, sizeof *box);

	*box = *place->row;
	box->plain = place->row;
	box->figure_width += length_scale(box->figure_width, taller, box->figure_height);
	box->figure_height += taller;
	box->height += taller;
	box->figure_x = grid_figure_x(box, box->row->first->style, &place->area);
	return box;
}

length_t grow_figures(struct arena *arena, struct place *places, size_t count, length_t spare)
{
	length_t taken = 0;

	for (size_t i = 0; i < count; i++)
		spare -= length_scale(places[i].gap, AIR, 1000);
	for (size_t i = 0; i < count; i++) {
		length_t taller = least(growth_of(&places[i]), spare - taken);

		places[i].top += taken;
		if (taller <= 0)
			continue;
		places[i].row = grown(arena, &places[i], taller);
		taken += taller;
	}
	return taken;
}

static bool fits_grown(const struct layout *layout, int32_t scale)
{
	struct arena_mark mark = arena_mark(layout->scratch);
	bool fits = flow_fill(layout, scale, false).fits;

	arena_rewind(layout->scratch, mark);
	return fits;
}

static void grow_flow(const struct layout *layout, size_t flow, int32_t most, int32_t scale)
{
	int32_t low = 0, high = (most - 1000) / STEP;

	while (low < high) {
		int32_t middle = low + (high - low + 1) / 2;

		layout->growth[flow] = 1000 + middle * STEP;
		if (fits_grown(layout, scale))
			low = middle;
		else
			high = middle - 1;
	}
	layout->growth[flow] = 1000 + low * STEP;
}

void grow_none(const struct layout *layout)
{
	for (size_t i = 0; i < layout->document->flow_count; i++)
		layout->growth[i] = 1000;
}

void grow_text(const struct layout *layout, int32_t scale)
{
	const struct document *document = layout->document;

	for (size_t i = 0; i < document->page_count; i++)
		for (size_t k = 0; k < document->pages[i].frame_count; k++)
			if (document->pages[i].frames[k].grow > 1000)
				grow_flow(layout, document->pages[i].frames[k].flow,
					  document->pages[i].frames[k].grow, scale);
}
