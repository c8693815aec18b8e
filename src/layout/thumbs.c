/* Each thumbnail is a panel on a smaller scale, in a hairline where it is trimmed, above its number. */
#include "layout/thumbs.h"

#include "base/arena.h"
#include "base/vec.h"

enum {
	GAP = 12 * LENGTH_PT,
	FOOT = 26 * LENGTH_PT,
	HAIRLINE = LENGTH_PT / 2,
	COLUMNS_MOST = 4,
	DROP = 12 * LENGTH_PT
};

struct thumbs {
	const struct label *label;
	struct rect area;
	size_t columns;
	length_t cell_width, cell_height;
	int32_t scale;
	size_t number; /* of the first */
	VEC(struct op) ops;
	VEC(struct panel) panels;
};

static void measure(struct thumbs *thumbs, const struct pages *shown)
{
	const struct page *page = &shown->data[0];
	size_t rows;
	int32_t wide, high;

	thumbs->columns = shown->length < COLUMNS_MOST ? shown->length : COLUMNS_MOST;
	rows = (shown->length + thumbs->columns - 1) / thumbs->columns;
	wide = length_scale((thumbs->area.width + GAP) / (length_t)thumbs->columns - GAP, 1000, page->width);
	high = length_scale(thumbs->area.height / (length_t)rows - FOOT, 1000, page->height);
	thumbs->scale = wide < high ? wide : high;
	thumbs->cell_width = length_scale(page->width, thumbs->scale, 1000) + GAP;
	thumbs->cell_height = length_scale(page->height, thumbs->scale, 1000) + FOOT;
}

static void add_rule(struct thumbs *thumbs, struct rect rect)
{
	struct op *op = vec_add(thumbs->label->arena, &thumbs->ops);

	*op = (struct op){.kind = OP_RULE, .x = rect.x, .y = rect.y};
	op->rule.width = rect.width;
	op->rule.height = rect.height;
	op->rule.color = thumbs->label->style->color;
}

static void add_thumb(struct thumbs *thumbs, const struct page *page, size_t index)
{
	struct arena *arena = thumbs->label->arena;
	length_t width = thumbs->cell_width - GAP, height = thumbs->cell_height - FOOT;
	length_t x = thumbs->area.x + (length_t)(index % thumbs->columns) * thumbs->cell_width;
	length_t y = thumbs->area.y + thumbs->area.height -
		     (length_t)(index / thumbs->columns) * thumbs->cell_height - height;
	struct label_ops number =
	    label_draw(thumbs->label, x, y - DROP, arena_format(arena, "%zu", thumbs->number + index));

	vec_push(arena, &thumbs->panels, ((struct panel){page, x, y, false, thumbs->scale}));
	add_rule(thumbs, (struct rect){x - HAIRLINE, y - HAIRLINE, width + 2 * HAIRLINE, HAIRLINE});
	add_rule(thumbs, (struct rect){x - HAIRLINE, y + height, width + 2 * HAIRLINE, HAIRLINE});
	add_rule(thumbs, (struct rect){x - HAIRLINE, y, HAIRLINE, height});
	add_rule(thumbs, (struct rect){x + width, y, HAIRLINE, height});
	for (size_t i = 0; i < number.length; i++)
		vec_push(arena, &thumbs->ops, number.data[i]);
}

/* Fills the area of a page with shown pages, the first of which has this number. */
static void fill(const struct label *label, struct page *page, const struct pages *shown, size_t number,
		 struct rect area)
{
	struct thumbs thumbs = {.label = label, .area = area, .number = number};

	for (size_t i = 0; i < page->op_count; i++)
		vec_push(label->arena, &thumbs.ops, page->ops[i]);
	measure(&thumbs, shown);
	for (size_t i = 0; i < shown->length; i++)
		add_thumb(&thumbs, &shown->data[i], i);
	page->ops = thumbs.ops.data;
	page->op_count = thumbs.ops.length;
	page->panels = thumbs.panels.data;
	page->panel_count = thumbs.panels.length;
}

static struct page *copy_pages(struct arena *arena, struct pages *pages)
{
	struct page *data = arena_array(arena, pages->length, sizeof *data);

	for (size_t i = 0; i < pages->length; i++)
		data[i] = pages->data[i];
	pages->data = data;
	return data;
}

void thumbs_add(const struct label *label, struct pages *pages, const struct pages *shown, struct rect area)
{
	struct page *data = copy_pages(label->arena, pages);

	fill(label, &data[pages->length - 1], shown, 1, area);
}

void thumbs_beside(const struct label *label, struct pages *pages, const struct pages *shown, size_t index,
		   struct rect area)
{
	struct page *data = copy_pages(label->arena, pages);
	struct pages one = *shown;

	one.data = &shown->data[index];
	one.length = 1;
	for (size_t i = 0; i < pages->length; i++)
		fill(label, &data[i], &one, index + 1, area);
}
