/*
 * Text is written in logical order (14.8.2.3). Every glyph is shown where the layout wants its origin: the pen stands
 * behind the glyph before, by that glyph's own width, and TJ moves it, back if the text runs to the left. A cluster whose
 * codes do not give its text is a sequence of its own with ActualText, beside those of its paragraph and not inside them:
 * readers of the structure lose the text behind a nested one.
 */
#include "pdf/content.h"

#include "base/arena.h"
#include "base/buf.h"
#include "pdf/color.h"

/* The state of the operators written so far. */
struct pen {
	const struct content *content;
	size_t page;
	bool tagged;
	struct buf out;
	bool text, marked;             /* inside BT, inside a marked-content sequence */
	bool mirrored;                 /* the text matrix turns left and right about */
	const struct element *element; /* of that sequence; NULL for an artifact */
	const struct font *font;
	length_t size, rise;
	const struct color *color;
	bool overprint;
	length_t x, y; /* start of the text line */
};

static void close_mark(struct pen *pen)
{
	if (pen->marked)
		buf_puts(&pen->out, "EMC\n");
	pen->marked = false;
}

static void end_text(struct pen *pen)
{
	if (!pen->text)
		return;
	close_mark(pen);
	buf_puts(&pen->out, "ET\n");
	pen->text = false;
}

static void begin_text(struct pen *pen)
{
	if (pen->text)
		return;
	close_mark(pen);
	buf_puts(&pen->out, "BT\n");
	pen->text = true;
	pen->mirrored = false;
	pen->x = pen->y = 0;
}

static const struct element *marking(const struct op *op)
{
	return op->element && op->element->role != ROLE_NONE ? op->element : NULL;
}

static void open_mark(struct pen *pen, const struct element *element)
{
	struct output *output = pen->content->output;

	if (!pen->tagged || (pen->marked && pen->element == element))
		return;
	close_mark(pen);
	if (element)
		buf_printf(&pen->out, "/%s <</MCID %d>> BDC\n", structure_type(element->role),
			   structure_mark(output, pen->page, element));
	else
		buf_puts(&pen->out, "/Artifact BMC\n");
	pen->marked = true;
	pen->element = element;
}

static void open_actual(struct pen *pen, const struct element *element, struct utf16 text)
{
	close_mark(pen);
	buf_puts(&pen->out, "/Span <<");
	if (pen->tagged && element)
		buf_printf(&pen->out, "/MCID %d ", structure_mark(pen->content->output, pen->page, element));
	buf_puts(&pen->out, "/ActualText ");
	string_text(&pen->out, text);
	buf_puts(&pen->out, ">> BDC\n");
	pen->marked = true;
	pen->element = NULL;
}

static void set_color(struct pen *pen, const struct color *color)
{
	if (pen->color != color)
		color_fill(&pen->out, color, pen->content->drawings->space);
	pen->color = color;
}

/* Black ink alone is printed over what is below it, so that no white shows beside it where the plates do not meet. */
static void set_overprint(struct pen *pen, bool overprint)
{
	if (pen->overprint == overprint || !pen->content->overprints)
		return;
	buf_puts(&pen->out, overprint ? "/" OVERPRINT " gs\n" : "/" KNOCKOUT " gs\n");
	pen->overprint = overprint;
}

static bool is_black(const struct color *color)
{
	return color->cmyk[0] + color->cmyk[1] + color->cmyk[2] == 0 && color->cmyk[3] == 100;
}

static void set_font(struct pen *pen, const struct op_glyphs *op, size_t index)
{
	if (pen->font == op->font && pen->size == op->size)
		return;
	buf_printf(&pen->out, "/F%zu ", index + 1);
	buf_add_milli(&pen->out, op->size);
	buf_puts(&pen->out, " Tf\n");
	pen->font = op->font;
	pen->size = op->size;
}

static void set_rise(struct pen *pen, length_t rise)
{
	if (pen->rise == rise)
		return;
	buf_add_milli(&pen->out, rise);
	buf_puts(&pen->out, " Ts\n");
	pen->rise = rise;
}

static void move(struct pen *pen, length_t x, length_t y)
{
	buf_add_milli(&pen->out, x - pen->x);
	buf_putc(&pen->out, ' ');
	buf_add_milli(&pen->out, y - pen->y);
	buf_puts(&pen->out, " Td\n");
	pen->x = x;
	pen->y = y;
}

/* Puts the pen where a run begins, at a distance from the run's left end in the direction in which it goes. */
static void place(struct pen *pen, const struct op *op, bool mirrored, length_t at)
{
	length_t x = mirrored ? op->x - at : op->x + at;

	if (!mirrored && !pen->mirrored) {
		move(pen, x, op->y);
		return;
	}
	buf_puts(&pen->out, mirrored ? "-1 0 0 1 " : "1 0 0 1 ");
	buf_add_milli(&pen->out, x);
	buf_putc(&pen->out, ' ');
	buf_add_milli(&pen->out, op->y);
	buf_puts(&pen->out, " Tm\n");
	pen->mirrored = mirrored;
	pen->x = x;
	pen->y = op->y;
}

/* Whether two glyphs can stand in one TJ. */
static bool together(const struct coded_run *run, size_t a, size_t b)
{
	const struct coded_glyph *left = &run->glyphs[a], *right = &run->glyphs[b];

	return left->y == right->y &&
	       (left->cluster == right->cluster ||
		(run->clusters[left->cluster].exact && run->clusters[right->cluster].exact));
}

static void show_code(struct buf *out, uint16_t cid)
{
	const char bytes[] = {(char)(cid >> 8), (char)cid};
	char escaped[4];
	size_t length = 0;

	for (int i = 0; i < 2; i++) {
		bool special = bytes[i] == '(' || bytes[i] == ')' || bytes[i] == '\\' || bytes[i] == '\r';

		if (special)
			escaped[length++] = '\\';
		escaped[length++] = bytes[i] == '\r' ? 'r' : bytes[i];
	}
	buf_add(out, escaped, length);
}

/* Shows the glyphs from and up to an index; at is where the pen stands, and stands afterwards. */
static void show(struct pen *pen, const struct coded_run *run, size_t from, size_t to, int32_t *at)
{
	const struct code_font *font = pen->content->codes->fonts.data[run->font];
	bool open = false;

	buf_putc(&pen->out, '[');
	for (size_t i = from; i < to; i++) {
		const struct coded_glyph *glyph = &run->glyphs[i];
		const struct code *code = &font->codes.data[glyph->code];

		if (*at != glyph->x) {
			if (open)
				buf_putc(&pen->out, ')');
			buf_add_milli(&pen->out, 1000L * (*at - glyph->x));
			open = false;
		}
		if (!open)
			buf_putc(&pen->out, '(');
		open = true;
		show_code(&pen->out, code->cid);
		*at = glyph->x + code->width;
	}
	buf_puts(&pen->out, open ? ")]TJ\n" : "]TJ\n");
}

static void glyphs(struct pen *pen, const struct op *op, const struct coded_run *run)
{
	const struct op_glyphs *text = &op->glyphs;
	const struct element *element = marking(op);
	int32_t at = run->glyph_count ? run->glyphs[0].x : 0;

	begin_text(pen);
	set_color(pen, text->color);
	set_overprint(pen, is_black(text->color));
	set_font(pen, text, run->font);
	place(pen, op, run->mirrored, length_scale(text->size, at, 1000));
	for (size_t from = 0, to; from < run->glyph_count; from = to) {
		const struct coded_cluster *cluster = &run->clusters[run->glyphs[from].cluster];

		for (to = from + 1; to < run->glyph_count && together(run, to - 1, to);)
			to++;
		if (cluster->exact)
			open_mark(pen, element);
		else if (!from || run->glyphs[from - 1].cluster != run->glyphs[from].cluster)
			open_actual(pen, element, cluster->text);
		set_rise(pen, length_scale(text->size, run->glyphs[from].y, 1000));
		show(pen, run, from, to, &at);
		if (!cluster->exact &&
		    (to == run->glyph_count || run->glyphs[to].cluster != run->glyphs[from].cluster))
			close_mark(pen);
	}
	set_rise(pen, 0);
}

static void artwork(struct pen *pen, const struct op *op)
{
	end_text(pen);
	set_overprint(pen, false);
	open_mark(pen, marking(op));
	draw_artwork(&pen->out, pen->content->drawings, op);
}

static void rule(struct pen *pen, const struct op *op)
{
	end_text(pen);
	set_overprint(pen, false);
	open_mark(pen, marking(op));
	set_color(pen, op->rule.color);
	draw_rule(&pen->out, op);
}

static struct rect around(struct rect a, struct rect b)
{
	length_t right = a.x + a.width > b.x + b.width ? a.x + a.width : b.x + b.width;
	length_t top = a.y + a.height > b.y + b.height ? a.y + a.height : b.y + b.height;
	length_t x = a.x < b.x ? a.x : b.x, y = a.y < b.y ? a.y : b.y;

	return a.width ? (struct rect){x, y, right - x, top - y} : b;
}

/* Where elements begin: for outlines, and the boxes of figures. */
static void trace(struct pen *pen, const struct op *op)
{
	struct structure *structure = pen->content->output->pages.data[pen->page].structure;
	length_t top = op->y + (op->kind == OP_GLYPHS ? op->glyphs.size : 0);

	if (marking(op) && op->kind == OP_GLYPHS)
		structure_trace(structure, marking(op))->words = true;
	for (const struct element *element = marking(op); element; element = element->parent) {
		struct trace *trace = structure_trace(structure, element);

		if (op->kind == OP_ARTWORK)
			trace->box = around(
			    trace->box, (struct rect){op->x, op->y, op->artwork.width, op->artwork.height});
		if (trace->begun)
			continue;
		trace->begun = true;
		trace->page = pen->page;
		trace->top = top;
	}
}

static const struct coded_run *draw_ops(struct pen *pen, const struct page *laid,
					const struct coded_run *runs)
{
	for (size_t i = 0; i < laid->op_count; i++) {
		const struct op *op = &laid->ops[i];

		switch (op->kind) {
		case OP_GLYPHS:
			glyphs(pen, op, runs++);
			break;
		case OP_ARTWORK:
			artwork(pen, op);
			break;
		case OP_RULE:
			rule(pen, op);
			break;
		case OP_LINK:
			break;
		}
	}
	end_text(pen);
	close_mark(pen);
	return runs;
}

/* A page on a sheet is drawn by the same operators in moved, or turned, coordinates; it has no marks, so they need not be unique. */
static const struct coded_run *draw_panel(struct pen *pen, const struct panel *panel,
					  const struct coded_run *runs)
{
	struct pen outside = *pen;
	int32_t scale = panel->turned ? -1000 : panel->scale ? panel->scale : 1000;

	buf_puts(&pen->out, "q ");
	buf_add_milli(&pen->out, scale);
	buf_puts(&pen->out, " 0 0 ");
	buf_add_milli(&pen->out, scale);
	buf_putc(&pen->out, ' ');
	buf_add_milli(&pen->out, panel->x + (panel->turned ? panel->page->width : 0));
	buf_putc(&pen->out, ' ');
	buf_add_milli(&pen->out, panel->y + (panel->turned ? panel->page->height : 0));
	buf_puts(&pen->out, " cm\n");
	runs = draw_ops(pen, panel->page, runs);
	buf_puts(&pen->out, "Q\n");
	outside.out = pen->out;
	*pen = outside;
	return runs;
}

struct bytes content_page(const struct content *content, size_t page, const struct page *laid,
			  const struct coded_run *runs)
{
	struct output *output = content->output;
	struct pen pen = {.content = content, .page = page, .out = buf_new(output->arena)};

	pen.tagged = output->pages.data[page].structure->pages->document->edition->tagged;
	for (size_t i = 0; i < laid->op_count; i++)
		trace(&pen, &laid->ops[i]);
	runs = draw_ops(&pen, laid, runs);
	for (size_t i = 0; i < laid->panel_count; i++)
		runs = draw_panel(&pen, &laid->panels[i], runs);
	return (struct bytes){(const unsigned char *)pen.out.data, pen.out.length};
}
