/* Transform lists (SVG 1.1, 7.6): each is applied to what the ones behind it gave. */
#include "source/svg.h"

#include <math.h>
#include <string.h>

struct matrix matrix_multiply(struct matrix outer, struct matrix inner)
{
	return (struct matrix){
	    outer.a * inner.a + outer.c * inner.b,           outer.b * inner.a + outer.d * inner.b,
	    outer.a * inner.c + outer.c * inner.d,           outer.b * inner.c + outer.d * inner.d,
	    outer.a * inner.e + outer.c * inner.f + outer.e, outer.b * inner.e + outer.d * inner.f + outer.f,
	};
}

struct point matrix_apply(struct matrix m, struct point p)
{
	return (struct point){m.a * p.x + m.c * p.y + m.e, m.b * p.x + m.d * p.y + m.f};
}

static double radians(double degrees)
{
	return degrees * 3.14159265358979323846 / 180;
}

static struct matrix make_matrix(const double *n, int count)
{
	(void)count;
	return (struct matrix){n[0], n[1], n[2], n[3], n[4], n[5]};
}

static struct matrix make_translate(const double *n, int count)
{
	return (struct matrix){1, 0, 0, 1, n[0], count > 1 ? n[1] : 0};
}

static struct matrix make_scale(const double *n, int count)
{
	return (struct matrix){n[0], 0, 0, count > 1 ? n[1] : n[0], 0, 0};
}

static struct matrix make_rotate(const double *n, int count)
{
	double c = cos(radians(n[0])), s = sin(radians(n[0]));
	struct matrix turn = {c, s, -s, c, 0, 0};

	if (count < 3)
		return turn;
	turn.e = n[1] - c * n[1] + s * n[2];
	turn.f = n[2] - s * n[1] - c * n[2];
	return turn;
}

static struct matrix make_skew_x(const double *n, int count)
{
	(void)count;
	return (struct matrix){1, 0, tan(radians(n[0])), 1, 0, 0};
}

static struct matrix make_skew_y(const double *n, int count)
{
	(void)count;
	return (struct matrix){1, tan(radians(n[0])), 0, 1, 0, 0};
}

/* counts: the bits of how many numbers may stand there. */
static const struct function {
	const char *name;
	unsigned counts;
	struct matrix (*make)(const double *numbers, int count);
} functions[] = {
    {"matrix", 1u << 6, make_matrix},         {"translate", 1u << 1 | 1u << 2, make_translate},
    {"scale", 1u << 1 | 1u << 2, make_scale}, {"rotate", 1u << 1 | 1u << 3, make_rotate},
    {"skewX", 1u << 1, make_skew_x},          {"skewY", 1u << 1, make_skew_y},
};

static const struct function *find_function(const char *name, size_t length)
{
	for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
		if (strlen(functions[i].name) == length && strncmp(functions[i].name, name, length) == 0)
			return &functions[i];
	return NULL;
}

bool svg_transform(struct matrix *matrix, const char *text)
{
	while (!svg_done(text)) {
		const struct function *function;
		double numbers[6];
		int count = 0;

		text += strspn(text, " ,\t\r\n");
		function = find_function(text, strcspn(text, " ("));
		text += strcspn(text, "(");
		if (!function || *text++ != '(')
			return false;
		while (count < 6 && svg_number(&text, &numbers[count]))
			count++;
		text += strspn(text, " \t\r\n");
		if (!(function->counts >> count & 1) || *text++ != ')')
			return false;
		*matrix = matrix_multiply(*matrix, function->make(numbers, count));
	}
	return true;
}
