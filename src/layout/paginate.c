/*
 * The whole of the layout: measure every para once; find the scale; fill the frames; draw. Lines that were cut where
 * glyphs depend on each other are known exactly only when drawn: where one comes out too wide its block is set narrower
 * and all is laid out again, which a few rounds settle.
 */
#include "layout/paginate.h"

#include "base/arena.h"
#include "layout/draw.h"
#include "layout/fit.h"
#include "layout/grow.h"
#include "layout/guides.h"
#include "layout/pagebreak.h"
#include "layout/running.h"
#include "layout/trim.h"

enum {
	ROUNDS = 4,
	WELL_FILLED = 930, /* thousandths of the worst frame */
	SMALLER =
	    100 /* by so much, in thousandths, letters may be smaller than they could, for the sake of that */
};

/* How many pages a scale takes; 0: the text does not fit. */
static size_t flow_pages(const struct layout *layout, int32_t scale)
{
	struct arena_mark mark = arena_mark(layout->scratch);
	struct filling filling = flow_fill(layout, scale, false);
	size_t pages = filling.fits ? filling.pages.length : 0;

	arena_rewind(layout->scratch, mark);
	return pages;
}

static bool keeps_pages(const struct layout *layout, int32_t scale)
{
	size_t pages = flow_pages(layout, scale);

	return pages && (!layout->page_limit || pages <= layout->page_limit);
}

static bool fits(void *context, int32_t scale)
{
	const struct layout *layout = context;
	struct arena_mark mark = arena_mark(layout->scratch);
	bool fit = runnings_fit(layout, scale, false) && keeps_pages(layout, scale);

	arena_rewind(layout->scratch, mark);
	return fit;
}

static const struct frame_use *copy_uses(const struct layout *layout, const struct filling *filling,
					 const struct filled_page *page)
{
	size_t count = page->use_to - page->use_from;
	struct frame_use *uses = arena_array(layout->arena, count, sizeof *uses);

	for (size_t i = 0; i < count; i++) {
		const struct use *use = &filling->uses.data[page->use_from + i];

		uses[i] = (struct frame_use){use->frame, use->used, use->drawn};
	}
	return uses;
}

static struct page make_page(struct drawing *drawing, const struct filling *filling,
			     const struct filled_page *filled)
{
	const struct layout *layout = drawing->layout;
	struct page page = {
	    .width = layout->document->edition->width,
	    .height = layout->document->edition->height,
	    .uses = copy_uses(layout, filling, filled),
	    .use_count = filled->use_to - filled->use_from,
	    .master = filled->master,
	};

	drawing->ops.data = NULL;
	drawing->ops.length = drawing->ops.capacity = 0;
	draw_page(drawing, filling, filled);
	page.ops = drawing->ops.data;
	page.op_count = drawing->ops.length;
	return page;
}

/* Draws all pages at a scale; false when a block had to be narrowed. */
static bool draw_all(const struct layout *layout, int32_t scale, struct pages *pages)
{
	struct filling filling = flow_fill(layout, scale, false);
	struct tree tree = tree_build(layout->arena, layout->document, layout->text);
	struct drawing drawing = {.layout = layout, .tree = &tree, .scale = scale};
	struct page *data = arena_array(layout->arena, filling.pages.length, sizeof *data);

	drawing.number.pages = (int)filling.pages.length;
	for (size_t i = 0; i < filling.pages.length; i++) {
		drawing.number.page = (int)i + 1;
		data[i] = make_page(&drawing, &filling, &filling.pages.data[i]);
	}
	*pages = (struct pages){
	    .document = layout->document,
	    .data = data,
	    .length = filling.pages.length,
	    .root = tree.root,
	    .element_count = element_number(tree.root),
	    .scale = scale,
	};
	return !drawing.too_wide;
}

/* The least room, in hundredths, that keeps a flow to its pages: so they are filled alike, not the last one least. */
static void balance_flow(const struct layout *layout, size_t flow, int32_t scale)
{
	int32_t low = 50, high = 100;

	while (low < high) {
		int32_t middle = low + (high - low) / 2;

		layout->room[flow] = middle * 10;
		if (keeps_pages(layout, scale))
			high = middle;
		else
			low = middle + 1;
	}
	layout->room[flow] = high * 10;
}

static bool goes_on(const struct document *document, size_t flow)
{
	size_t frames = 0;

	for (size_t i = 0; i < document->page_count; i++)
		for (size_t k = 0; k < document->pages[i].frame_count; k++)
			frames += document->pages[i].frames[k].flow == flow;
	return frames > 1;
}

/* Flows of more than one frame, on pages made once or again: by the best page breaks where rows can be moved. */
static void balance(struct layout *layout, int32_t scale)
{
	size_t limit = layout->page_limit;

	struct filling filling = flow_fill(layout, scale, false);

	if (limit)
		layout->page_limit = filling.pages.length;
	for (size_t i = 0; i < layout->document->flow_count; i++) {
		struct frame_ends ends = {0};

		if (!limit && !goes_on(layout->document, i))
			continue;
		ends = pagebreak(layout->scratch, &filling, i, layout->document->stretch);
		if (!ends.count)
			balance_flow(layout, i, scale);
		layout->ends[i] = ends;
	}
	layout->page_limit = limit;
}

/* How full the worst frame is, in thousandths, once spare room is shared out. */
static int32_t worst_fill(const struct layout *layout, int32_t scale)
{
	struct filling filling = flow_fill(layout, scale, false);
	int32_t worst = 1000;

	for (size_t i = 0; i < filling.uses.length; i++) {
		const struct use *use = &filling.uses.data[i];
		int32_t fill = length_scale(use->drawn, 1000, use->frame->rect.height);

		worst = fill < worst ? fill : worst;
	}
	return worst;
}

static void unbalance(struct layout *layout)
{
	for (size_t i = 0; i < layout->document->flow_count; i++) {
		layout->ends[i] = (struct frame_ends){0};
		layout->room[i] = 1000;
	}
}

/* Where rows stay whole the largest letters may leave a page half empty: then the largest that fill all pages well are
 * taken, or else those that fill the worst best. */
static int32_t settle(struct layout *layout, int32_t largest)
{
	int32_t least = length_scale(largest, 1000 - SMALLER, 1000), best = largest, most = -1;

	least = least > layout->document->min_scale ? least : layout->document->min_scale;
	for (int32_t scale = largest; scale >= least && most < WELL_FILLED; scale -= FIT_STEP) {
		struct arena_mark mark = arena_mark(layout->scratch);
		int32_t fill;

		if (fits(layout, scale)) {
			balance(layout, scale);
			fill = worst_fill(layout, scale);
			best = fill > most ? scale : best;
			most = fill > most ? fill : most;
		}
		unbalance(layout);
		arena_rewind(layout->scratch, mark);
	}
	return best;
}

static void report(const struct layout *layout)
{
	int32_t scale = layout->document->min_scale;

	runnings_fit(layout, scale, true);
	flow_fill(layout, scale, true);
}

/* Where pages are made again while there is text, larger letters could always have more of them: they get as many as the
 * smallest scale needs. */
static void limit_pages(struct layout *layout)
{
	bool repeats = false;

	for (size_t i = 0; i < layout->document->page_count; i++)
		repeats |= layout->document->pages[i].repeat;
	if (!repeats)
		return;
	layout->page_limit = flow_pages(layout, layout->document->min_scale);
	if (layout->document->edition->duplex)
		layout->page_limit += layout->page_limit % 2;
}

static bool lay_out(struct layout *layout, struct pages *pages)
{
	struct fit fit = {layout->document->min_scale, layout->document->max_scale, fits, layout};

	layout_measure(layout);
	limit_pages(layout);
	for (int round = 1;; round++) {
		int32_t scale;
		struct arena_mark marks[2];

		grow_none(layout);
		scale = fit_search(&fit);
		marks[0] = arena_mark(layout->arena);
		marks[1] = arena_mark(layout->scratch);
		if (!scale) {
			report(layout);
			return false;
		}
		if (layout->page_limit)
			scale = settle(layout, scale);
		grow_text(layout, scale);
		balance(layout, scale);
		if (draw_all(layout, scale, pages) || round == ROUNDS) {
			guides_add(layout, pages);
			trim_add(layout, pages);
			return true;
		}
		arena_rewind(layout->arena, marks[0]);
		arena_rewind(layout->scratch, marks[1]);
		unbalance(layout);
		fit.max = scale;
	}
}

bool layout_pages(struct arena *arena, struct diag *diag, struct fontset *fontset,
		  const struct document *document, const struct text *text, struct pages *pages)
{
	struct layout layout = {
	    .arena = arena,
	    .scratch = arena_new(),
	    .diag = diag,
	    .fontset = fontset,
	    .document = document,
	    .text = text,
	};
	bool done = lay_out(&layout, pages);

	arena_free(layout.scratch);
	return done;
}
