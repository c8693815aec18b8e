/*
 * A rectangle is large enough when the ink fits; what a font may need beyond that is asked for only where there is room.
 */
#include "layout/running.h"

#include "base/arena.h"
#include "layout/report.h"

static bool counts_pages(const struct block *block)
{
	for (size_t i = 0; i < block->span_count; i++)
		if (block->spans[i].kind == SPAN_PAGE || block->spans[i].kind == SPAN_PAGES)
			return true;
	return false;
}

const struct measure *running_measure(const struct layout *layout, const struct running *running,
				      struct page_number number)
{
	const struct block *block = running->block;
	const struct para *para;

	if (!counts_pages(block))
		return layout->measures[block->index];
	para = para_shape(layout->arena, layout->diag, layout->fontset, block, number);
	return para ? measure_new(layout->scratch, layout->extents, para, block->style)
		    : layout->measures[block->index];
}

/* Height of the ink that a block may have, from its highest above the first baseline on. */
static length_t ink_height(const struct block_box *box)
{
	return length_scale(box->size, box->measure->top + box->measure->bottom, 1000) +
	       box->lines[box->line_count - 1].baseline - box->lines[0].baseline;
}

struct block_box running_lay(const struct layout *layout, const struct running *running,
			     const struct measure *measure, int32_t scale)
{
	struct block_request request = {running->block, measure, running->rect.width, scale, 0};

	return block_lay(layout, request);
}

/* The distance from the top of the rectangle to the first baseline, for a running by itself. */
static length_t own_rise(const struct running *running, const struct block_box *box)
{
	if (block_height(box, 0, box->line_count) <= running->rect.height)
		return block_rise(box, 0);
	return length_scale(box->size, box->measure->top, 1000);
}

static length_t top_of(const struct running *running)
{
	return running->rect.y + running->rect.height;
}

length_t running_rise(const struct layout *layout, const struct page_master *master,
		      const struct running *running, const struct block_box *box, int32_t scale)
{
	length_t own = own_rise(running, box), rise = own,
		 most = running->rect.height - ink_height(box) +
			length_scale(box->size, box->measure->top, 1000);

	for (size_t i = 0; i < master->running_count; i++) {
		const struct running *other = &master->runnings[i];
		struct block_box beside;
		length_t there;

		if (other == running || top_of(other) != top_of(running))
			continue;
		beside = running_lay(layout, other, layout->measures[other->block->index], scale);
		there = own_rise(other, &beside);
		rise = there > rise ? there : rise;
	}
	return rise <= most ? rise : most > own ? most : own;
}

static bool running_fits(const struct layout *layout, const struct running *running, int32_t scale,
			 bool report)
{
	struct arena_mark mark = arena_mark(layout->scratch);
	const struct block *block = running->block;
	struct block_box box = running_lay(layout, running, layout->measures[block->index], scale);
	length_t lacking = ink_height(&box) - running->rect.height;

	if (report && lacking > 0)
		report_lack(layout, block, lacking, running->id);
	if (report && box.excess > 0)
		report_word(layout, &box);
	arena_rewind(layout->scratch, mark);
	return lacking <= 0 && box.excess <= 0;
}

bool runnings_fit(const struct layout *layout, int32_t scale, bool report)
{
	const struct document *document = layout->document;
	bool fit = true;

	for (size_t i = 0; i < document->page_count; i++)
		for (size_t k = 0; k < document->pages[i].running_count && (fit || report); k++)
			fit &= running_fits(layout, &document->pages[i].runnings[k], scale, report);
	return fit;
}
