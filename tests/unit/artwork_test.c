/* Drawings: path data of every command, arcs against the curve they stand for, transforms, shapes, paint. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "helper_source.h"
#include "source/svg.h"
#include "source/theme.h"

static const struct color colors[] = {{.id = "ink", .rgb = {0, 0, 0}},
				      {.id = "tan", .rgb = {0xE3, 0xBD, 0x93}}};
static const struct theme theme = {.colors = colors, .color_count = 2};

static void print_point(struct buf *buf, length_t x, length_t y)
{
	buf_putc(buf, ' ');
	buf_add_milli(buf, x);
	buf_putc(buf, ',');
	buf_add_milli(buf, y);
}

static const char *print_segments(struct arena *arena, const struct segment *segments, size_t count)
{
	struct buf buf = buf_new(arena);

	for (size_t i = 0; i < count; i++) {
		buf_printf(&buf, "%s%c", i ? " " : "", "MLCZ"[segments[i].kind]);
		for (int k = segments[i].kind == SEGMENT_CURVE ? 0 : 2; k < 3; k++)
			if (segments[i].kind != SEGMENT_CLOSE)
				print_point(&buf, segments[i].x[k], segments[i].y[k]);
	}
	return buf.data;
}

static void path_data_of_every_command(void **state)
{
	static const struct {
		const char *data, *segments;
	} cases[] = {
	    {"M1 2", "M 1,2"},
	    {"m1 2 3 4 5,6", "M 1,2 L 4,6 L 9,12"},
	    {"M1,2,3,4", "M 1,2 L 3,4"},
	    {"M10-5.5.5", "M 10,-5.5"},
	    {"M0 0L1e1 2.5E-1", "M 0,0 L 10,0.25"},
	    {"M1 1 H5 V7 h-1 v-2", "M 1,1 L 5,1 L 5,7 L 4,7 L 4,5"},
	    {"M0 0 C1 2 3 4 5 6 c1 1 2 2 3 3", "M 0,0 C 1,2 3,4 5,6 C 6,7 7,8 8,9"},
	    {"M0 0 C0 1 2 3 4 4 S7 8 9 9", "M 0,0 C 0,1 2,3 4,4 C 6,5 7,8 9,9"},
	    {"M1 1 S7 8 9 9", "M 1,1 C 1,1 7,8 9,9"},
	    {"M0 0 Q3 3 6 0", "M 0,0 C 2,2 4,2 6,0"},
	    {"M0 0 Q3 3 6 0 T12 0", "M 0,0 C 2,2 4,2 6,0 C 8,-2 10,-2 12,0"},
	    {"M1 1 l1 0 z l0 2", "M 1,1 L 2,1 Z L 1,3"},
	    {"M0 0 A5 0 0 0 1 3 4", "M 0,0 L 3,4"},
	    {"M0 0 A5 5 0 0 1 0 0", "M 0,0"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *arena = arena_new();
		struct outline outline = {.arena = arena, .matrix = {1, 0, 0, 1, 0, 0}};
		bool last = strcmp(cases[i].data, "M10-5.5.5") == 0; /* a number is left over */

		assert_int_equal(svg_path(&outline, cases[i].data), !last);
		assert_string_equal(print_segments(arena, outline.segments.data, outline.segments.length),
				    cases[i].segments);
		arena_free(arena);
	}
}

static void what_is_no_path_data_is_refused(void **state)
{
	static const char *const cases[] = {
	    "L1 1",     "M",       "M1",  "M1 1 L", "M1 1 X2", "M1 1,", "M1 1 A1 1 0 2 1 3 3",
	    "M1 1 Z 5", "M 1e9 0", "1 2", "M1 1 e", "M--1 1"};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *arena = arena_new();
		struct outline outline = {.arena = arena, .matrix = {1, 0, 0, 1, 0, 0}};

		if (svg_path(&outline, cases[i]))
			fail_msg("taken for path data: %s", cases[i]);
		arena_free(arena);
	}
}

static double curve_at(const length_t *c, double from, double t)
{
	double u = 1 - t;

	return u * u * u * from + 3 * u * u * t * c[0] + 3 * u * t * t * c[1] + t * t * t * c[2];
}

/* Every point of the curves that stand for an arc is on the circle, within two thousandths of its radius' thousandth. */
static void an_arc_follows_its_circle(void **state)
{
	static const struct {
		const char *data;
		double cx, cy, r;
		int parts;
	} cases[] = {
	    {"M10 0 A10 10 0 0 1 0 10", 0, 0, 10, 1},   {"M10 0 A10 10 0 1 0 0 10", 0, 0, 10, 3},
	    {"M10 0 A10 10 0 0 0 0 10", 10, 10, 10, 1}, {"M10 0 A10 10 0 1 1 0 10", 10, 10, 10, 3},
	    {"M-10 0 A10 10 0 0 1 10 0", 0, 0, 10, 2},  {"M-10 0 A1 1 30 0 1 10 0", 0, 0, 10, 2},
	    {"M-10 0 a10 10 0 0120 0", 0, 0, 10, 2},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct arena *arena = arena_new();
		struct outline outline = {.arena = arena, .matrix = {1, 0, 0, 1, 0, 0}};
		const struct segment *s;

		assert_true(svg_path(&outline, cases[i].data));
		assert_int_equal(outline.segments.length, 1 + cases[i].parts);
		for (size_t k = 1; k < outline.segments.length; k++) {
			s = &outline.segments.data[k];
			for (int step = 0; step <= 8; step++) {
				double x = curve_at(s->x, s[-1].x[2], step / 8.0) / LENGTH_PT - cases[i].cx;
				double y = curve_at(s->y, s[-1].y[2], step / 8.0) / LENGTH_PT - cases[i].cy;
				double error = x * x + y * y - cases[i].r * cases[i].r;

				assert_true(error < 0.08 && error > -0.08);
			}
		}
		arena_free(arena);
	}
}

static void an_arc_turns_with_its_ellipse(void **state)
{
	struct arena *arena = arena_new();
	struct outline outline = {.arena = arena, .matrix = {1, 0, 0, 1, 0, 0}};
	(void)state;

	assert_true(svg_path(&outline, "M0 -20 A20 10 90 0 1 0 20"));
	assert_string_equal(print_segments(arena, outline.segments.data, outline.segments.length),
			    "M 0,-20 C 5.523,-20 10,-11.046 10,0 C 10,11.046 5.523,20 0,20");
	arena_free(arena);
}

static void transforms_apply_from_the_inside(void **state)
{
	static const struct {
		const char *text;
		double x, y; /* where 1,0 goes */
	} cases[] = {
	    {"", 1, 0},
	    {"translate(3)", 4, 0},
	    {"translate(3, 4)", 4, 4},
	    {"scale(2)", 2, 0},
	    {"scale(2 3) translate(1,1)", 4, 3},
	    {"translate(1,1) scale(2,3)", 3, 1},
	    {"rotate(90)", 0, 1},
	    {"rotate(90 1 1)", 2, 1},
	    {"matrix(1 2 3 4 5 6)", 6, 8},
	    {"skewY(45)", 1, 1},
	    {"translate(0 1) skewX(45)", 1, 1},
	};
	static const char *const wrong[] = {"turn(3)",       "rotate(1 2)", "scale()", "translate(1 2 3)",
					    "matrix(1 2 3)", "rotate 90",   "scale(2", "scale(2)x"};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct matrix matrix = {1, 0, 0, 1, 0, 0};
		struct point point;

		assert_true(svg_transform(&matrix, cases[i].text));
		point = matrix_apply(matrix, (struct point){1, 0});
		assert_float_equal(point.x, cases[i].x, 1e-9);
		assert_float_equal(point.y, cases[i].y, 1e-9);
	}
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct matrix matrix = {1, 0, 0, 1, 0, 0};

		if (svg_transform(&matrix, wrong[i]))
			fail_msg("taken for a transform: %s", wrong[i]);
	}
}

static const struct artwork *read(struct tree *tree, const char *root, const char *body)
{
	tree_write(
	    tree, "templates/artwork/try.svg",
	    arena_format(tree->arena, "<svg xmlns=\"http://www.w3.org/2000/svg\" %s>%s</svg>", root, body));
	return artwork_read(tree->arena, tree->diag, &theme, tree_path(tree, "templates/artwork/try.svg"));
}

static void shapes_stand_on_paper(void **state)
{
	static const struct {
		const char *body, *segments;
	} cases[] = {
	    {"<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\"/>", "M 1,8 L 4,8 L 4,4 L 1,4 Z"},
	    {"<rect width=\"4\" height=\"4\" rx=\"9\"/>",
	     "M 2,10 L 2,10 C 3.105,10 4,9.105 4,8 L 4,8 C 4,6.895 3.105,6 2,6 L 2,6 C 0.895,6 0,6.895 0,8 L "
	     "0,8 "
	     "C 0,9.105 0.895,10 2,10 Z"},
	    {"<circle cx=\"5\" cy=\"5\" r=\"5\"/>", "M 10,5 C 10,2.239 7.761,0 5,0 C 2.239,0 0,2.239 0,5 C "
						    "0,7.761 2.239,10 5,10 C 7.761,10 10,7.761 10,5 Z"},
	    {"<ellipse cx=\"5\" cy=\"5\" rx=\"5\" ry=\"0\"/><line x1=\"1\" y1=\"1\" x2=\"2\" y2=\"3\"/>",
	     "M 1,9 L 2,7"},
	    {"<polyline points=\"0,0 1,0 1 1\"/>", "M 0,10 L 1,10 L 1,9"},
	    {"<polygon points=\"0,0 1,0 1 1\"/>", "M 0,10 L 1,10 L 1,9 Z"},
	    {"<g transform=\"translate(1 1)\"><g transform=\"scale(2)\"><path d=\"M1 1L2 2\"/></g></g>",
	     "M 3,7 L 5,5"},
	    {"<title>naam</title><desc>uitleg</desc><!-- niets --><path d=\"M1 1\"/>", "M 1,9"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct tree *tree = tree_open();
		const struct artwork *artwork = read(tree, "viewBox=\"0 0 10 10\"", cases[i].body);

		assert_non_null(artwork);
		assert_int_equal(artwork->path_count, 1);
		assert_string_equal(
		    print_segments(tree->arena, artwork->paths[0].segments, artwork->paths[0].segment_count),
		    cases[i].segments);
		tree_close(tree);
	}
}

static void the_view_is_put_on_paper(void **state)
{
	struct tree *tree = tree_open();
	const struct artwork *artwork = read(tree, "viewBox=\"-10 -20 20 40\" width=\"10mm\" height=\"20mm\"",
					     "<path d=\"M-10 -20L10 20\"/>");
	(void)state;

	assert_non_null(artwork);
	assert_string_equal(artwork->id, "try");
	assert_false(artwork->directional);
	assert_int_equal(artwork->width, length_from_mm(10000));
	assert_int_equal(artwork->height, length_from_mm(20000));
	assert_string_equal(print_segments(tree->arena, artwork->paths[0].segments, 2),
			    "M 0,56.693 L 28.346,0");
	tree_close(tree);
}

static void paint_is_inherited(void **state)
{
	struct tree *tree = tree_open();
	const struct artwork *artwork = read(
	    tree, "viewBox=\"0 0 10 10\" data-directional=\"yes\" fill=\"none\"",
	    "<g stroke=\"#e3bd93\" stroke-width=\"3\" stroke-linecap=\"round\" transform=\"scale(2 0.5)\">"
	    "<path d=\"M1 1L2 2\" stroke-linejoin=\"bevel\" fill-rule=\"evenodd\"/>"
	    "<path d=\"M1 1L2 2\" stroke=\"none\"/><path d=\"M1 1L2 2\" stroke=\"none\" fill=\"#000000\"/>"
	    "<path d=\"M1 1L2 2\" stroke-width=\"0\"/></g>");
	const struct path *path;
	(void)state;

	assert_non_null(artwork);
	assert_true(artwork->directional);
	assert_int_equal(artwork->path_count, 2);
	path = &artwork->paths[0];
	assert_null(path->fill);
	assert_ptr_equal(path->stroke, &colors[1]);
	assert_int_equal(path->stroke_width, 3 * LENGTH_PT);
	assert_int_equal(path->cap, CAP_ROUND);
	assert_int_equal(path->join, JOIN_BEVEL);
	assert_true(path->even_odd);
	assert_ptr_equal(artwork->paths[1].fill, &colors[0]);
	assert_null(artwork->paths[1].stroke);
	tree_close(tree);
}

static void what_the_subset_lacks_is_refused_by_name(void **state)
{
	static const struct {
		const char *body, *name;
	} cases[] = {
	    {"<text>a</text>", "<text>"},
	    {"<use href=\"#a\"/>", "<use>"},
	    {"<image href=\"x.png\"/>", "<image>"},
	    {"<defs/>", "<defs>"},
	    {"<linearGradient/>", "<linearGradient>"},
	    {"<script>x</script>", "<script>"},
	    {"<style>x</style>", "<style>"},
	    {"<path d=\"M0 0\" style=\"fill:none\"/>", "attribute style on <path>"},
	    {"<path d=\"M0 0\" class=\"a\"/>", "attribute class on <path>"},
	    {"<path d=\"M0 0\" opacity=\"0.5\"/>", "attribute opacity on <path>"},
	    {"<path d=\"M0 0\" onclick=\"x\"/>", "attribute onclick on <path>"},
	    {"<path d=\"M0 0\" xml:space=\"preserve\"/>", "attribute space on <path>"},
	    {"<circle r=\"1\" d=\"M0 0\"/>", "attribute d on <circle>"},
	    {"<path d=\"M0 0\" fill=\"url(#a)\"/>", "url(#a) on <path>"},
	    {"<path d=\"M0 0\" fill=\"#00f\"/>", "#00f on <path>"},
	    {"<path d=\"M0 0\" fill=\"#+0+0+0\"/>", "#+0+0+0 on <path>"},
	    {"<path d=\"M0 0\" stroke=\"#123456\"/>", "#123456 on <path>"},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct tree *tree = tree_open();

		assert_null(read(tree, "viewBox=\"0 0 10 10\"", cases[i].body));
		if (!strstr(tree_said(tree), cases[i].name))
			fail_msg("expected %s, got %s", cases[i].name, tree_said(tree));
		tree_close(tree);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(path_data_of_every_command),
	    cmocka_unit_test(what_is_no_path_data_is_refused),
	    cmocka_unit_test(an_arc_follows_its_circle),
	    cmocka_unit_test(an_arc_turns_with_its_ellipse),
	    cmocka_unit_test(transforms_apply_from_the_inside),
	    cmocka_unit_test(shapes_stand_on_paper),
	    cmocka_unit_test(the_view_is_put_on_paper),
	    cmocka_unit_test(paint_is_inherited),
	    cmocka_unit_test(what_the_subset_lacks_is_refused_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
