/*
 * All guides are artifacts in one colour, drawn before everything else, so that text stays readable on them. A frame tells
 * its name, how full it is (before and after spare room was shared out), and the styles in it with the size on paper.
 */
#include "layout/guides.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "layout/grid.h"
#include "layout/label.h"

enum { HAIRLINE = LENGTH_PT / 4, LABEL_RISE = LENGTH_PT, SIZES = 16 };

struct guide {
	const struct layout *layout;
	const struct page *page;
	const struct style *style;
	const struct block *near; /* whose language labels are set in */
	VEC(struct op) ops;
};

static void add_rule(struct guide *guide, length_t x, length_t y, length_t width, length_t height)
{
	struct op *op = vec_add(guide->layout->arena, &guide->ops);

	op->kind = OP_RULE;
	op->x = x;
	op->y = y;
	op->rule.width = width;
	op->rule.height = height;
	op->rule.color = guide->style->color;
}

static void add_box(struct guide *guide, struct rect rect)
{
	add_rule(guide, rect.x, rect.y, rect.width, HAIRLINE);
	add_rule(guide, rect.x, rect.y + rect.height - HAIRLINE, rect.width, HAIRLINE);
	add_rule(guide, rect.x, rect.y, HAIRLINE, rect.height);
	add_rule(guide, rect.x + rect.width - HAIRLINE, rect.y, HAIRLINE, rect.height);
}

static void add_label(struct guide *guide, length_t x, length_t y, const char *text)
{
	const struct layout *layout = guide->layout;
	struct label label = {layout->arena, layout->diag, layout->fontset, guide->near, guide->style};
	struct label_ops ops = label_draw(&label, x, y, text);

	for (size_t i = 0; i < ops.length; i++)
		vec_push(layout->arena, &guide->ops, ops.data[i]);
}

static bool is_inside(const struct op *op, struct rect rect)
{
	return op->x >= rect.x && op->x <= rect.x + rect.width && op->y >= rect.y &&
	       op->y <= rect.y + rect.height;
}

/* A style is named with the size of its first letters: in two languages these are those of the first. */
static void add_sizes(struct guide *guide, struct buf *text, struct rect rect)
{
	const char *seen[SIZES];
	size_t count = 0;

	for (size_t i = 0; i < guide->page->op_count; i++) {
		const struct op *op = &guide->page->ops[i];
		const char *id = op->kind == OP_GLYPHS ? op->glyphs.para->block->style->id : NULL;
		bool known = !id || count == SIZES || !is_inside(op, rect);

		for (size_t k = 0; k < count && !known; k++)
			known = strcmp(seen[k], id) == 0;
		if (known)
			continue;
		seen[count++] = id;
		buf_printf(text, " · %s ", id);
		buf_add_milli(text, op->glyphs.size / 10 * 10);
	}
}

static void add_frame(struct guide *guide, const struct frame_use *use)
{
	const struct frame *frame = use->frame;
	struct buf text = buf_new(guide->layout->scratch);

	add_box(guide, frame->rect);
	for (int i = 0; i < frame->columns; i++) {
		struct area area = area_of(guide->layout->document, frame, i);

		add_rule(guide, area.rtl ? area.x + area.width : area.x, frame->rect.y, HAIRLINE,
			 frame->rect.height);
	}
	buf_printf(&text, "%s %d > %d %%", frame->id, length_scale(use->used, 100, frame->rect.height),
		   length_scale(use->drawn, 100, frame->rect.height));
	add_sizes(guide, &text, frame->rect);
	add_label(guide, frame->rect.x, frame->rect.y + frame->rect.height + LABEL_RISE, text.data);
}

static void add_baseline(struct guide *guide, const struct op *op)
{
	int64_t advance = 0;

	for (size_t i = 0; i < op->glyphs.run.glyph_count; i++)
		advance += op->glyphs.run.glyphs[i].advance;
	add_rule(guide, op->x, op->y - HAIRLINE, measure_advance(advance, op->glyphs.size), HAIRLINE);
}

/* Labels are in Latin letters: a block in such a script has fonts and a direction for them. */
static const struct block *latin_block(const struct document *document)
{
	for (size_t i = 0; i < document->block_count; i++)
		if (strcmp(document->blocks[i]->language->script, "Latn") == 0)
			return document->blocks[i];
	return document->blocks[0];
}

static void guide_page(const struct layout *layout, const struct pages *pages, struct page *page)
{
	struct guide guide = {
	    layout, page, layout->document->guide_style, latin_block(layout->document), {0}};
	const char *scale = arena_format(layout->arena, "%s · %s · scale %d.%03d", pages->document->stem,
					 page->master->id, pages->scale / 1000, pages->scale % 1000);

	for (size_t i = 0; i < page->op_count; i++)
		if (page->ops[i].kind == OP_GLYPHS)
			add_baseline(&guide, &page->ops[i]);
	for (size_t i = 0; i < page->use_count; i++)
		add_frame(&guide, &page->uses[i]);
	for (size_t i = 0; i < page->master->running_count; i++)
		add_box(&guide, page->master->runnings[i].rect);
	add_label(&guide, layout->document->edition->safe, layout->document->edition->safe, scale);
	for (size_t i = 0; i < page->op_count; i++)
		vec_push(layout->arena, &guide.ops, page->ops[i]);
	page->ops = guide.ops.data;
	page->op_count = guide.ops.length;
}

void guides_add(const struct layout *layout, struct pages *pages)
{
	struct page *data;

	if (!layout->document->guide_style || !layout->document->block_count)
		return;
	data = arena_array(layout->arena, pages->length, sizeof *data);
	for (size_t i = 0; i < pages->length; i++) {
		data[i] = pages->data[i];
		guide_page(layout, pages, &data[i]);
	}
	pages->data = data;
}
