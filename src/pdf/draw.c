/* A form holds no marked content (14.7.4.2), so only artifacts become forms; figures are painted in place. */
#include "pdf/draw.h"

#include "base/arena.h"
#include "base/buf.h"
#include "pdf/color.h"
#include "pdf/convert.h"

static void numbers(struct buf *buf, const length_t *values, int count)
{
	for (int i = 0; i < count; i++) {
		buf_add_milli(buf, values[i]);
		buf_putc(buf, ' ');
	}
}

static void segment(struct buf *buf, const struct segment *segment)
{
	const length_t *x = segment->x, *y = segment->y;

	switch (segment->kind) {
	case SEGMENT_MOVE:
	case SEGMENT_LINE:
		numbers(buf, (const length_t[]){x[2], y[2]}, 2);
		buf_puts(buf, segment->kind == SEGMENT_MOVE ? "m\n" : "l\n");
		break;
	case SEGMENT_CURVE:
		numbers(buf, (const length_t[]){x[0], y[0], x[1], y[1], x[2], y[2]}, 6);
		buf_puts(buf, "c\n");
		break;
	case SEGMENT_CLOSE:
		buf_puts(buf, "h\n");
		break;
	}
}

static const char *painter(const struct path *path)
{
	if (!path->fill)
		return path->stroke ? "S\n" : "n\n";
	if (path->stroke)
		return path->even_odd ? "B*\n" : "B\n";
	return path->even_odd ? "f*\n" : "f\n";
}

static struct color whole(const struct drawings *drawings, const struct color *color)
{
	return drawings->converter ? converter_color(drawings->converter, color) : *color;
}

/* Says what differs from the path before. */
static void appearance(struct buf *buf, const struct path *path, const struct path *before,
		       const struct drawings *drawings)
{
	if (path->fill && (!before || path->fill != before->fill)) {
		struct color fill = whole(drawings, path->fill);

		color_fill(buf, &fill, drawings->space);
	}
	if (!path->stroke)
		return;
	if (!before || path->stroke != before->stroke) {
		struct color stroke = whole(drawings, path->stroke);

		color_stroke(buf, &stroke, drawings->space);
	}
	if (!before || !before->stroke || path->stroke_width != before->stroke_width) {
		buf_add_milli(buf, path->stroke_width);
		buf_puts(buf, " w\n");
	}
	if (!before || !before->stroke || path->cap != before->cap)
		buf_printf(buf, "%d J\n", (int)path->cap);
	if (!before || !before->stroke || path->join != before->join)
		buf_printf(buf, "%d j\n", (int)path->join);
}

static void paths(struct buf *buf, const struct artwork *artwork, const struct drawings *drawings)
{
	for (size_t i = 0; i < artwork->path_count; i++) {
		const struct path *path = &artwork->paths[i];

		appearance(buf, path, i ? path - 1 : NULL, drawings);
		for (size_t k = 0; k < path->segment_count; k++)
			segment(buf, &path->segments[k]);
		buf_puts(buf, painter(path));
	}
}

static struct drawing *find(struct drawings *drawings, const struct artwork *artwork)
{
	for (size_t i = 0; i < drawings->list.length; i++)
		if (drawings->list.data[i].artwork == artwork)
			return &drawings->list.data[i];
	return NULL;
}

static bool artifact(const struct op *op)
{
	return op->kind == OP_ARTWORK && (!op->element || op->element->role == ROLE_NONE);
}

static void count_page(struct drawings *drawings, const struct page *page)
{
	for (size_t i = 0; i < page->op_count; i++) {
		const struct op *op = &page->ops[i];
		struct drawing *drawing = artifact(op) ? find(drawings, op->artwork.artwork) : NULL;

		if (drawing)
			drawing->uses++;
		else if (artifact(op))
			vec_push(drawings->arena, &drawings->list,
				 ((struct drawing){op->artwork.artwork, 1, false}));
	}
	for (size_t i = 0; i < page->panel_count; i++)
		count_page(drawings, page->panels[i].page);
}

void drawings_count(struct drawings *drawings, const struct pages *pages)
{
	for (size_t i = 0; i < pages->length; i++)
		count_page(drawings, &pages->data[i]);
}

bool drawings_foreign(const struct drawings *drawings)
{
	for (size_t i = 0; i < drawings->list.length; i++) {
		const struct artwork *artwork = drawings->list.data[i].artwork;

		if (artwork->image)
			return true;
		for (size_t k = 0; k < artwork->path_count; k++)
			if ((artwork->paths[k].fill && artwork->paths[k].fill->foreign) ||
			    (artwork->paths[k].stroke && artwork->paths[k].stroke->foreign))
				return true;
	}
	return false;
}

static struct dict *make_form(struct drawings *drawings, const struct artwork *artwork)
{
	struct buf buf = buf_new(drawings->arena);
	struct dict *form;

	paths(&buf, artwork, drawings);
	form = pdf_stream(drawings->pdf, (struct bytes){(const unsigned char *)buf.data, buf.length});
	dict_name(form, "Subtype", "Form");
	dict_rect(form, "BBox", (struct rect){0, 0, artwork->width, artwork->height});
	dict_dict(form, "Resources");
	return form;
}

static struct dict *make_image(struct drawings *drawings, const struct image *image)
{
	static const char *const spaces[] = {
	    [COLOR_SCREEN] = "DeviceRGB", [COLOR_CMYK] = "DeviceCMYK", [COLOR_GREY] = "DeviceGray"};
	size_t count = (size_t)image->width * (size_t)image->height;
	size_t length = count * (size_t)converter_samples(drawings->space);
	unsigned char *samples = arena_alloc(drawings->arena, length);
	struct dict *dict;

	converter_pixels(drawings->converter, image->rgb, count, samples);
	dict = pdf_stream(drawings->pdf, (struct bytes){samples, length});
	dict_name(dict, "Subtype", "Image");
	dict_number(dict, "Width", image->width);
	dict_number(dict, "Height", image->height);
	dict_number(dict, "BitsPerComponent", 8);
	dict_name(dict, "ColorSpace", spaces[drawings->space]);
	return dict;
}

static void place(struct drawings *drawings, struct drawing *drawing, const char *name)
{
	const struct artwork *artwork = drawing->artwork;
	struct dict *object =
	    artwork->image ? make_image(drawings, artwork->image) : make_form(drawings, artwork);

	dict_name(object, "Type", "XObject");
	if (!drawings->names)
		drawings->names = dict_dict(drawings->resources, "XObject");
	dict_ref(drawings->names, name, object);
	drawing->placed = true;
}

/* Adds a ratio as a decimal with six places. */
static void ratio(struct buf *buf, length_t value, length_t of, bool negative)
{
	long long millionths = of ? ((long long)value * 1000000 + of / 2) / of : 0;

	buf_printf(buf, "%s%lld.%06lld ", negative ? "-" : "", millionths / 1000000, millionths % 1000000);
}

void draw_artwork(struct buf *buf, struct drawings *drawings, const struct op *op)
{
	const struct artwork *artwork = op->artwork.artwork;
	struct drawing *drawing = artifact(op) ? find(drawings, artwork) : NULL;
	bool mirrored = op->artwork.mirrored;

	buf_puts(buf, "q\n");
	/* the unit square of an image (8.9.5.1), the own size of a drawing */
	ratio(buf, op->artwork.width, artwork->image ? LENGTH_PT : artwork->width, mirrored);
	buf_puts(buf, "0 0 ");
	ratio(buf, op->artwork.height, artwork->image ? LENGTH_PT : artwork->height, false);
	numbers(buf, (const length_t[]){op->x + (mirrored ? op->artwork.width : 0), op->y}, 2);
	buf_puts(buf, "cm\n");
	if (drawing && (drawing->uses > 1 || artwork->image)) {
		const char *name =
		    arena_format(drawings->arena, "X%zu", (size_t)(drawing - drawings->list.data) + 1);

		if (!drawing->placed)
			place(drawings, drawing, name);
		buf_printf(buf, "/%s Do\n", name);
	} else {
		numbers(buf, (const length_t[]){0, 0, artwork->width, artwork->height}, 4);
		buf_puts(buf, "re W n\n");
		paths(buf, artwork, drawings);
	}
	buf_puts(buf, "Q\n");
}

void draw_rule(struct buf *buf, const struct op *op)
{
	numbers(buf, (const length_t[]){op->x, op->y, op->rule.width, op->rule.height}, 4);
	buf_puts(buf, "re f\n");
}
