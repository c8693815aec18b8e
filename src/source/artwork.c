/* Reads an SVG by tables of what it may hold: elements, and attributes per element. Whatever is not in a table is refused by name, so
 * that nobody finds out on paper that a gradient was left out. Presentation attributes are inherited (SVG 1.1, 6.1). */
#include "source/artwork.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "source/svg.h"
#include "source/theme.h"
#include "source/xml.h"

/* What an element hands on to its children. */
struct paint {
	struct matrix matrix;
	const char *fill, *stroke;
	double stroke_width;
	enum line_cap cap;
	enum line_join join;
	bool even_odd;
};

struct drawing {
	struct arena *arena;
	struct diag *diag;
	const struct theme *theme;
	struct artwork *artwork;
	VEC(struct path) paths;
};

static void refuse(const struct drawing *drawing, enum diag_code code, const xmlNode *node, const char *name)
{
	diag_add(drawing->diag, code, xml_loc(node), NULL, name, (const char *)node->name, NULL);
}

static double number_of(const struct drawing *drawing, const xmlNode *node, const char *name)
{
	const char *text = xml_attribute(node, name, "0");
	double number = 0;

	if (!svg_number(&text, &number) || !svg_done(text))
		xml_complain(drawing->diag, node, name, "12, 3.5");
	return number;
}

static void shape_path(const struct drawing *drawing, const xmlNode *node, struct outline *outline)
{
	if (!svg_path(outline, xml_attribute(node, "d", "")))
		xml_complain(drawing->diag, node, "d", "M0 0 L10 10");
}

static void add_ellipse(struct outline *outline, struct point centre, struct point radii)
{
	struct point left = {centre.x - radii.x, centre.y}, right = {centre.x + radii.x, centre.y};

	if (radii.x <= 0 || radii.y <= 0)
		return;
	outline_move(outline, right);
	outline_arc(outline, (struct svg_arc){radii, 0, false, true, left});
	outline_arc(outline, (struct svg_arc){radii, 0, false, true, right});
	outline_close(outline);
}

static void shape_circle(const struct drawing *drawing, const xmlNode *node, struct outline *outline)
{
	double r = number_of(drawing, node, "r");

	add_ellipse(outline, (struct point){number_of(drawing, node, "cx"), number_of(drawing, node, "cy")},
		    (struct point){r, r});
}

static void shape_ellipse(const struct drawing *drawing, const xmlNode *node, struct outline *outline)
{
	add_ellipse(outline, (struct point){number_of(drawing, node, "cx"), number_of(drawing, node, "cy")},
		    (struct point){number_of(drawing, node, "rx"), number_of(drawing, node, "ry")});
}

static void shape_line(const struct drawing *drawing, const xmlNode *node, struct outline *outline)
{
	outline_move(outline, (struct point){number_of(drawing, node, "x1"), number_of(drawing, node, "y1")});
	outline_line(outline, (struct point){number_of(drawing, node, "x2"), number_of(drawing, node, "y2")});
}

static void shape_polyline(const struct drawing *drawing, const xmlNode *node, struct outline *outline)
{
	const char *text = xml_attribute(node, "points", "");
	struct point point;
	bool first = true;

	while (svg_number(&text, &point.x) && svg_number(&text, &point.y)) {
		if (first)
			outline_move(outline, point);
		else
			outline_line(outline, point);
		first = false;
	}
	if (first || !svg_done(text))
		xml_complain(drawing->diag, node, "points", "0,0 10,0 10,10");
}

static void shape_polygon(const struct drawing *drawing, const xmlNode *node, struct outline *outline)
{
	shape_polyline(drawing, node, outline);
	outline_close(outline);
}

/* A missing radius is the other one, and none is larger than half its side (SVG 1.1, 9.2). */
static struct point corner_of(const struct drawing *drawing, const xmlNode *node, double width, double height)
{
	struct point radii = {number_of(drawing, node, xml_has(node, "rx") ? "rx" : "ry"),
			      number_of(drawing, node, xml_has(node, "ry") ? "ry" : "rx")};

	return (struct point){fmin(radii.x, width / 2), fmin(radii.y, height / 2)};
}

static void shape_rect(const struct drawing *drawing, const xmlNode *node, struct outline *outline)
{
	double x = number_of(drawing, node, "x"), y = number_of(drawing, node, "y");
	double width = number_of(drawing, node, "width"), height = number_of(drawing, node, "height");
	struct point r = corner_of(drawing, node, width, height);
	struct point corners[4][2] = {
	    {{x + width - r.x, y}, {x + width, y + r.y}},
	    {{x + width, y + height - r.y}, {x + width - r.x, y + height}},
	    {{x + r.x, y + height}, {x, y + height - r.y}},
	    {{x, y + r.y}, {x + r.x, y}},
	};

	if (width <= 0 || height <= 0)
		return;
	outline_move(outline, corners[3][1]);
	for (int i = 0; i < 4; i++) {
		if (i < 3 || r.y > 0)
			outline_line(outline, corners[i][0]);
		if (r.x > 0 && r.y > 0)
			outline_arc(outline, (struct svg_arc){r, 0, false, true, corners[i][1]});
	}
	outline_close(outline);
}

static const struct shape {
	const char *name, *attributes;
	void (*add)(const struct drawing *drawing, const xmlNode *node, struct outline *outline);
} shapes[] = {
    {"path", "d", shape_path},
    {"rect", "x y width height rx ry", shape_rect},
    {"circle", "cx cy r", shape_circle},
    {"ellipse", "cx cy rx ry", shape_ellipse},
    {"line", "x1 y1 x2 y2", shape_line},
    {"polyline", "points", shape_polyline},
    {"polygon", "points", shape_polygon},
    {"g", "", NULL},
};

static const char common_attributes[] =
    "id transform fill stroke stroke-width stroke-linecap stroke-linejoin fill-rule";

static bool in_list(const char *list, const char *name)
{
	size_t length = strlen(name);

	for (const char *p = list; (p = strstr(p, name)); p += length)
		if ((p == list || p[-1] == ' ') && (p[length] == ' ' || p[length] == '\0'))
			return true;
	return false;
}

static void check_attributes(const struct drawing *drawing, const xmlNode *node, const char *own,
			     const char *common)
{
	for (const xmlAttr *a = node->properties; a; a = a->next) {
		const char *name = (const char *)a->name;

		if (a->ns || (!in_list(own, name) && !in_list(common, name)))
			refuse(drawing, DIAG_SVG_ATTRIBUTE, node, name);
	}
}

static struct paint read_paint(const struct drawing *drawing, const xmlNode *node, struct paint paint)
{
	static const char *const caps[] = {"butt", "round", "square", NULL};
	static const char *const joins[] = {"miter", "round", "bevel", NULL};
	static const char *const rules[] = {"nonzero", "evenodd", NULL};

	paint.fill = xml_attribute(node, "fill", paint.fill);
	paint.stroke = xml_attribute(node, "stroke", paint.stroke);
	if (xml_has(node, "stroke-width"))
		paint.stroke_width = number_of(drawing, node, "stroke-width");
	paint.cap = (enum line_cap)xml_choice(drawing->diag, node, "stroke-linecap", caps, (int)paint.cap);
	paint.join =
	    (enum line_join)xml_choice(drawing->diag, node, "stroke-linejoin", joins, (int)paint.join);
	paint.even_odd = xml_choice(drawing->diag, node, "fill-rule", rules, paint.even_odd) == 1;
	if (!svg_transform(&paint.matrix, xml_attribute(node, "transform", "")))
		xml_complain(drawing->diag, node, "transform", "translate(10 0) rotate(45)");
	return paint;
}

/* Without a theme any colour may stand: then it is known for the screen alone. */
static const struct color *foreign_color(struct arena *arena, const uint8_t rgb[3])
{
	struct color *color = arena_alloc(arena, sizeof *color);

	*color = (struct color){.id = "", .rgb = {rgb[0], rgb[1], rgb[2]}, .foreign = true};
	return color;
}

static const struct color *color_of(const struct drawing *drawing, const xmlNode *node, const char *value)
{
	const struct color *color = NULL;
	uint8_t rgb[3] = {0};

	if (strcmp(value, "none") == 0)
		return NULL;
	if (color_parse(value, rgb))
		color = drawing->theme ? color_of_screen(drawing->theme, rgb)
				       : foreign_color(drawing->arena, rgb);
	if (!color)
		refuse(drawing, DIAG_SVG_COLOR, node, value);
	return color;
}

static void add_path(struct drawing *drawing, const xmlNode *node, const struct shape *shape,
		     struct paint paint)
{
	struct outline outline = {.arena = drawing->arena, .matrix = paint.matrix};
	struct path path = {.cap = paint.cap, .join = paint.join, .even_odd = paint.even_odd};
	double area = fabs(paint.matrix.a * paint.matrix.d - paint.matrix.b * paint.matrix.c);

	shape->add(drawing, node, &outline);
	path.fill = color_of(drawing, node, paint.fill);
	path.stroke = color_of(drawing, node, paint.stroke);
	path.stroke_width = svg_length(paint.stroke_width * sqrt(area));
	if (path.stroke_width <= 0)
		path.stroke = NULL;
	path.segments = outline.segments.data;
	path.segment_count = outline.segments.length;
	if (path.segment_count && (path.fill || path.stroke))
		vec_push(drawing->arena, &drawing->paths, path);
}

static const struct shape *find_shape(const xmlNode *node)
{
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		if (xml_is(node, shapes[i].name))
			return &shapes[i];
	return NULL;
}

static void read_children(struct drawing *drawing, const xmlNode *parent, struct paint paint)
{
	for (xmlNode *node = xml_first(parent); node; node = xml_next(node)) {
		const struct shape *shape = find_shape(node);

		if (xml_is(node, "title") || xml_is(node, "desc"))
			continue;
		if (!shape) {
			refuse(drawing, DIAG_SVG_ELEMENT, node, (const char *)node->name);
			continue;
		}
		check_attributes(drawing, node, shape->attributes, common_attributes);
		if (shape->add)
			add_path(drawing, node, shape, read_paint(drawing, node, paint));
		else
			read_children(drawing, node, read_paint(drawing, node, paint));
	}
}

/* The user units' place on paper: one is a point, unless width and height say otherwise. */
static bool read_view(struct drawing *drawing, const xmlNode *root, struct matrix *matrix)
{
	const char *text = xml_attribute(root, "viewBox", "");
	struct artwork *artwork = drawing->artwork;
	double x, y, width, height;

	if (!svg_number(&text, &x) || !svg_number(&text, &y) || !svg_number(&text, &width) ||
	    !svg_number(&text, &height) || !svg_done(text) || width <= 0 || height <= 0) {
		xml_complain(drawing->diag, root, "viewBox", "0 0 48 48");
		return false;
	}
	artwork->width = svg_length(width);
	artwork->height = svg_length(height);
	if (xml_has(root, "width") && xml_has(root, "height")) {
		xml_length(drawing->diag, root, "width", &artwork->width);
		xml_length(drawing->diag, root, "height", &artwork->height);
	}
	*matrix = (struct matrix){.a = (double)artwork->width / LENGTH_PT / width,
				  .d = -(double)artwork->height / LENGTH_PT / height};
	matrix->e = -x * matrix->a;
	matrix->f = -(y + height) * matrix->d;
	return true;
}

static bool read_drawing(struct drawing *drawing, const xmlNode *root)
{
	struct artwork *artwork = drawing->artwork;
	struct paint paint = {.fill = "#000000", .stroke = "none", .stroke_width = 1};
	size_t failures = diag_count(drawing->diag, DIAG_ERROR);

	artwork->loc = xml_loc(root);
	check_attributes(drawing, root, "viewBox width height version data-directional", common_attributes);
	xml_yes(drawing->diag, root, "data-directional", &artwork->directional);
	if (read_view(drawing, root, &paint.matrix))
		read_children(drawing, root, read_paint(drawing, root, paint));
	artwork->paths = drawing->paths.data;
	artwork->path_count = drawing->paths.length;
	return diag_count(drawing->diag, DIAG_ERROR) == failures;
}

/* Nothing of the tree outlives this function: there are many drawings, and the next one can use its memory. */
const struct artwork *artwork_read(struct arena *arena, struct diag *diag, const struct theme *theme,
				   const char *path)
{
	struct arena *scratch = arena_new();
	struct xml_file file = {scratch, diag, NULL, path, SCHEMA_NONE, "svg"};
	struct artwork *artwork = arena_alloc(arena, sizeof *artwork);
	struct drawing drawing = {.arena = arena, .diag = diag, .theme = theme, .artwork = artwork};
	const char *name = path_name(path);
	const xmlNode *root = xml_read(&file);
	bool read = root && read_drawing(&drawing, root);

	artwork->id = arena_copy(arena, name, strcspn(name, "."));
	arena_free(scratch);
	return read ? artwork : NULL;
}
