/* Two hairlines at each corner point at the trim edges and end where the bleed begins. They are black alone: they need no register. */
#include "layout/trim.h"

#include "base/arena.h"

enum { HAIRLINE = LENGTH_PT / 4, MARK = 14 * LENGTH_PT };

static const struct color black = {.id = "mark", .cmyk = {0, 0, 0, 100}};

static void add_rule(struct op *op, struct rect rect)
{
	*op = (struct op){.kind = OP_RULE, .x = rect.x, .y = rect.y};
	op->rule.width = rect.width;
	op->rule.height = rect.height;
	op->rule.color = &black;
}

static void mark_page(struct arena *arena, struct page *page, length_t bleed)
{
	struct op *ops = arena_array(arena, page->op_count + 8, sizeof *ops), *op = ops;

	for (size_t i = 0; i < page->op_count; i++)
		*op++ = page->ops[i];
	for (int corner = 0; corner < 4; corner++) {
		bool right = corner & 1, top = corner & 2;
		length_t x = right ? page->width : 0, y = top ? page->height : 0;

		add_rule(op++, (struct rect){right ? x + bleed : x - bleed - MARK, y - HAIRLINE / 2, MARK,
					     HAIRLINE});
		add_rule(op++,
			 (struct rect){x - HAIRLINE / 2, top ? y + bleed : y - bleed - MARK, HAIRLINE, MARK});
	}
	page->ops = ops;
	page->op_count += 8;
}

void trim_add(const struct layout *layout, struct pages *pages)
{
	const struct edition *edition = layout->document->edition;
	struct page *data;

	if (!edition->marks)
		return;
	data = arena_array(layout->arena, pages->length, sizeof *data);
	for (size_t i = 0; i < pages->length; i++) {
		data[i] = pages->data[i];
		mark_page(layout->arena, &data[i], edition->bleed);
	}
	pages->data = data;
}
