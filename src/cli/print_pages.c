/* Laid-out pages: lines, marks and tags. */
#include "cli/print.h"

#include "base/buf.h"
#include "cli/words.h"
#include "layout/page.h"

static void print_point(struct buf *buf, length_t x, length_t y)
{
	buf_add_milli(buf, x);
	buf_putc(buf, ' ');
	buf_add_milli(buf, y);
}

/* Adds the text of a line, which ends with the op that says line_end; gives the index of that op. */
static size_t print_line(struct buf *buf, const struct page *page, size_t first)
{
	size_t i = first;

	buf_printf(buf, "  %s ", page->ops[i].glyphs.para->block->unit);
	print_point(buf, page->ops[i].x, page->ops[i].y);
	buf_puts(buf, " size ");
	buf_add_milli(buf, page->ops[i].glyphs.size);
	buf_putc(buf, ' ');
	for (;; i++) {
		const struct op_glyphs *glyphs = &page->ops[i].glyphs;

		if (page->ops[i].kind != OP_GLYPHS)
			continue;
		utf16_print(buf, glyphs->para->text + glyphs->run.start, glyphs->run.length);
		if (glyphs->hyphen)
			buf_puts(buf, "<hyphen>");
		if (glyphs->line_end)
			break;
	}
	buf_putc(buf, '\n');
	return i;
}

void lines_print(struct buf *buf, const struct pages *pages)
{
	for (size_t p = 0; p < pages->length; p++) {
		const struct page *page = &pages->data[p];

		buf_printf(buf, "page %zu\n", p + 1);
		for (size_t i = 0; i < page->op_count; i++)
			if (page->ops[i].kind == OP_GLYPHS)
				i = print_line(buf, page, i);
	}
}

static void print_glyphs(struct buf *buf, const struct op *op)
{
	buf_puts(buf, " size ");
	buf_add_milli(buf, op->glyphs.size);
	buf_printf(buf, " \"%s\"%s %s %zu glyphs ", op->glyphs.font->family->name,
		   op->glyphs.font->weight == WEIGHT_BOLD ? " bold" : "", op->glyphs.color->id,
		   op->glyphs.run.glyph_count);
	utf16_print(buf, op->glyphs.para->text + op->glyphs.run.start, op->glyphs.run.length);
}

static void print_op(struct buf *buf, const struct op *op)
{
	static const char *const words[] = {
	    [OP_GLYPHS] = "glyphs", [OP_ARTWORK] = "artwork", [OP_RULE] = "rule", [OP_LINK] = "link"};

	buf_printf(buf, "  %s ", words[op->kind]);
	if (op->element)
		buf_printf(buf, "#%zu %s at ", op->element->index, role_word(op->element->role));
	else
		buf_puts(buf, "artifact at ");
	print_point(buf, op->x, op->y);
	switch (op->kind) {
	case OP_GLYPHS:
		print_glyphs(buf, op);
		break;
	case OP_ARTWORK:
		buf_printf(buf, " %s%s ", op->artwork.artwork->id, op->artwork.mirrored ? " mirrored" : "");
		print_point(buf, op->artwork.width, op->artwork.height);
		break;
	case OP_RULE:
		buf_printf(buf, " %s ", op->rule.color->id);
		print_point(buf, op->rule.width, op->rule.height);
		break;
	case OP_LINK:
		buf_printf(buf, " %s ", op->link.uri);
		print_point(buf, op->link.width, op->link.height);
		break;
	}
	buf_putc(buf, '\n');
}

static void print_use(struct buf *buf, const struct frame_use *use)
{
	buf_printf(buf, "  frame %s used ", use->frame->id);
	buf_add_milli(buf, use->used);
	buf_puts(buf, " drawn ");
	buf_add_milli(buf, use->drawn);
	buf_puts(buf, " of ");
	buf_add_milli(buf, use->frame->rect.height);
	buf_putc(buf, '\n');
}

void pages_print(struct buf *buf, const struct pages *pages)
{
	buf_printf(buf, "scale %d\n", pages->scale);
	for (size_t p = 0; p < pages->length; p++) {
		const struct page *page = &pages->data[p];

		buf_printf(buf, "page %zu %s ", p + 1, page->master->id);
		print_point(buf, page->width, page->height);
		buf_putc(buf, '\n');
		for (size_t i = 0; i < page->use_count; i++)
			print_use(buf, &page->uses[i]);
		for (size_t i = 0; i < page->op_count; i++)
			print_op(buf, &page->ops[i]);
	}
}

static void print_panel(struct buf *buf, const struct panel *panel)
{
	buf_printf(buf, "  page %s at ", panel->page->master->id);
	print_point(buf, panel->x, panel->y);
	buf_puts(buf, panel->turned ? " turned\n" : "\n");
}

void sheets_print(struct buf *buf, const struct pages *pages)
{
	for (size_t p = 0; p < pages->length; p++) {
		const struct page *side = &pages->data[p];

		buf_printf(buf, "side %zu ", p + 1);
		print_point(buf, side->width, side->height);
		buf_putc(buf, '\n');
		for (size_t i = 0; i < side->panel_count; i++)
			print_panel(buf, &side->panels[i]);
		for (size_t i = 0; i < side->op_count && side->panel_count; i++)
			print_op(buf, &side->ops[i]);
	}
}

static void print_element(struct buf *buf, const struct element *element, int depth)
{
	buf_printf(buf, "%*s#%zu %s", 2 * depth, "", element->index, role_word(element->role));
	if (element->language)
		buf_printf(buf, " lang=%s", element->language->tag);
	if (element->unit)
		buf_printf(buf, " %s", element->unit);
	if (element->uri)
		buf_printf(buf, " <%s>", element->uri);
	if (element->alt)
		buf_printf(buf, " alt=\"%s\"", element->alt);
	buf_putc(buf, '\n');
	for (size_t i = 0; i < element->children.length; i++)
		print_element(buf, element->children.data[i], depth + 1);
}

void tags_print(struct buf *buf, const struct pages *pages)
{
	print_element(buf, pages->root, 0);
}
