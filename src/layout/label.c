/* A label is a para of its own, cut into one line that is never broken. */
#include "layout/label.h"

#include "base/arena.h"
#include "layout/line.h"

struct label_ops label_draw(const struct label *label, length_t x, length_t y, const char *text)
{
	const struct para *para =
	    para_label(label->arena, label->diag, label->fontset, label->near, label->style, text);
	struct line line;
	struct op *ops;

	if (!para)
		return (struct label_ops){NULL, 0};
	line = line_cut(label->arena, para, label->style->size,
			(struct cut){0, para->length, para->length, false, false});
	ops = arena_array(label->arena, line.run_count, sizeof *ops);
	for (size_t i = 0; i < line.run_count; i++) {
		ops[i] = (struct op){.kind = OP_GLYPHS, .x = x + line.runs[i].x, .y = y};
		ops[i].glyphs = (struct op_glyphs){
		    .para = para,
		    .run = line.runs[i].run,
		    .font = line.runs[i].run.item->font,
		    .size = line.runs[i].size,
		    .color = label->style->color,
		    .line_end = i + 1 == line.run_count,
		};
	}
	return (struct label_ops){ops, line.run_count};
}
