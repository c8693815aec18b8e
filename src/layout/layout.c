/* Takes down what does not change with the scale. */
#include "layout/layout.h"

#include "base/arena.h"
#include "layout/extent.h"
#include "layout/grow.h"

int32_t layout_flow_scale(const struct layout *layout, size_t flow, int32_t scale)
{
	return (int32_t)((int64_t)scale * layout->growth[flow] / 1000);
}

length_t layout_scaled(const struct style *style, length_t length, int32_t scale)
{
	return style->fixed ? length : length_scale(length, scale, 1000);
}

length_t layout_size(const struct style *style, int32_t scale)
{
	return style->fixed ? style->size : length_scale(length_scale(style->size, scale, 1000), 1, 10) * 10;
}

static const struct measure *measure_label(const struct layout *layout, const struct block *block)
{
	const struct style *style = layout->document->number_style;
	const char *number = arena_format(layout->arena, "%d", block->number);
	const struct para *para =
	    para_label(layout->arena, layout->diag, layout->fontset, block, style, number);

	return para ? measure_new(layout->scratch, layout->extents, para, style) : NULL;
}

void layout_measure(struct layout *layout)
{
	size_t count = layout->document->block_count;

	layout->extents = extents_new(layout->scratch);
	layout->measures = arena_array(layout->scratch, count, sizeof *layout->measures);
	layout->labels = arena_array(layout->scratch, count, sizeof *layout->labels);
	layout->room = arena_array(layout->scratch, layout->document->flow_count, sizeof *layout->room);
	layout->ends = arena_array(layout->scratch, layout->document->flow_count, sizeof *layout->ends);
	layout->growth = arena_array(layout->scratch, layout->document->flow_count, sizeof *layout->growth);
	for (size_t i = 0; i < layout->document->flow_count; i++)
		layout->room[i] = 1000;
	grow_none(layout);
	layout->slack = arena_array(layout->scratch, count, sizeof *layout->slack);
	for (size_t i = 0; i < count; i++) {
		const struct block *block = layout->document->blocks[i];
		const struct para *para = layout->text->paras[i];

		if (para)
			layout->measures[i] =
			    measure_new(layout->scratch, layout->extents, para, block->style);
		if (para && block->number > 0 && layout->document->number_style)
			layout->labels[i] = measure_label(layout, block);
	}
}
