/* Arcs become cubic Beziers of at most a quarter turn each (SVG 1.1, F.6: from end points to centre). */
#include "source/svg.h"

#include <math.h>

#include "base/arena.h"

static const double pi = 3.14159265358979323846;

length_t svg_length(double points)
{
	const double limit = 14400;

	points = points > limit ? limit : points < -limit ? -limit : points;
	return (length_t)lround(points * LENGTH_PT);
}

static void add(struct outline *outline, enum segment_kind kind, const struct point *points, int count)
{
	struct segment segment = {.kind = kind};

	for (int i = 0; i < count; i++) {
		struct point point = matrix_apply(outline->matrix, points[i]);

		segment.x[3 - count + i] = svg_length(point.x);
		segment.y[3 - count + i] = svg_length(point.y);
	}
	vec_push(outline->arena, &outline->segments, segment);
}

void outline_move(struct outline *outline, struct point to)
{
	add(outline, SEGMENT_MOVE, &to, 1);
	outline->current = outline->start = to;
}

void outline_line(struct outline *outline, struct point to)
{
	add(outline, SEGMENT_LINE, &to, 1);
	outline->current = to;
}

void outline_curve(struct outline *outline, struct point first, struct point second, struct point to)
{
	const struct point points[] = {first, second, to};

	add(outline, SEGMENT_CURVE, points, 3);
	outline->current = to;
}

void outline_close(struct outline *outline)
{
	add(outline, SEGMENT_CLOSE, NULL, 0);
	outline->current = outline->start;
}

/* The ellipse as a matrix from the unit circle: centre, radii, rotation. */
static struct matrix ellipse_of(const struct outline *outline, const struct svg_arc *arc, double *from,
				double *sweep)
{
	double angle = arc->rotation * pi / 180, c = cos(angle), s = sin(angle);
	double rx = fabs(arc->radii.x), ry = fabs(arc->radii.y);
	double dx = (outline->current.x - arc->to.x) / 2, dy = (outline->current.y - arc->to.y) / 2;
	double x = (c * dx + s * dy) / rx, y = (c * dy - s * dx) / ry; /* on the unit circle */
	double square = x * x + y * y, factor, cx, cy, end;

	if (square > 1) {
		rx *= sqrt(square);
		ry *= sqrt(square);
		x /= sqrt(square);
		y /= sqrt(square);
		square = 1;
	}
	factor = sqrt((1 - square) / square) * (arc->large == arc->sweep ? -1 : 1);
	cx = factor * y;
	cy = -factor * x;
	*from = atan2(y - cy, x - cx);
	end = atan2(-y - cy, -x - cx);
	*sweep = end - *from;
	if (arc->sweep && *sweep < 0)
		*sweep += 2 * pi;
	else if (!arc->sweep && *sweep > 0)
		*sweep -= 2 * pi;
	return (struct matrix){
	    rx * c,
	    rx * s,
	    -ry * s,
	    ry * c,
	    c * rx * cx - s * ry * cy + (outline->current.x + arc->to.x) / 2,
	    s * rx * cx + c * ry * cy + (outline->current.y + arc->to.y) / 2,
	};
}

void outline_arc(struct outline *outline, struct svg_arc arc)
{
	const struct point start = outline->current;
	struct matrix ellipse;
	double from, sweep, step, handle;
	int parts;

	if (start.x == arc.to.x && start.y == arc.to.y)
		return;
	if (arc.radii.x == 0 || arc.radii.y == 0) {
		outline_line(outline, arc.to);
		return;
	}
	ellipse = ellipse_of(outline, &arc, &from, &sweep);
	parts = (int)ceil(fabs(sweep) / (pi / 2) - 1e-9);
	parts = parts < 1 ? 1 : parts;
	step = sweep / parts;
	handle = 4.0 / 3 * tan(step / 4);
	for (int i = 0; i < parts; i++) {
		double a = from + i * step, b = a + step;
		struct point first = {cos(a) - handle * sin(a), sin(a) + handle * cos(a)};
		struct point second = {cos(b) + handle * sin(b), sin(b) - handle * cos(b)};
		struct point to = {cos(b), sin(b)};

		outline_curve(outline, matrix_apply(ellipse, first), matrix_apply(ellipse, second),
			      i == parts - 1 ? arc.to : matrix_apply(ellipse, to));
	}
}
