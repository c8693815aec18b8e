/* Path data (SVG 1.1, 8.3): a command letter, then as many times its numbers as stand there; a moveto's further pairs are linetos. */
#include <string.h>

#include "source/svg.h"

enum { LIMIT = 100000 };

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool svg_done(const char *text)
{
	while (is_space(*text))
		text++;
	return *text == '\0';
}

static double power_of_ten(int exponent)
{
	double power = 1;

	for (int i = 0; i < (exponent < 0 ? -exponent : exponent); i++)
		power *= 10;
	return power;
}

static const char *scan_exponent(const char *p, int *exponent)
{
	const char *digits = p + 1;
	int value = 0;

	if (*p != 'e' && *p != 'E')
		return p;
	digits += *digits == '-' || *digits == '+';
	if (*digits < '0' || *digits > '9')
		return p;
	for (; *digits >= '0' && *digits <= '9'; digits++)
		value = value < 40 ? value * 10 + (*digits - '0') : value;
	*exponent += p[1] == '-' ? -value : value;
	return digits;
}

bool svg_number(const char **text, double *number)
{
	const char *p = *text;
	double value = 0;
	int digits = 0, exponent = 0;
	bool minus, point = false;

	while (is_space(*p))
		p++;
	if (*p == ',')
		p++;
	while (is_space(*p))
		p++;
	minus = *p == '-';
	p += *p == '-' || *p == '+';
	for (; (*p >= '0' && *p <= '9') || (*p == '.' && !point); p++) {
		if (*p == '.') {
			point = true;
			continue;
		}
		digits++;
		exponent -= point;
		if (value < 1e15)
			value = value * 10 + (*p - '0');
		else
			exponent++;
	}
	if (!digits)
		return false;
	p = scan_exponent(p, &exponent);
	value = exponent < 0 ? value / power_of_ten(exponent) : value * power_of_ten(exponent);
	*number = minus ? -value : value;
	*text = p;
	return value <= LIMIT;
}

/* A flag is one digit and needs nothing behind it: "a1 1 0 01.5.5". */
static bool read_flag(const char **text, double *flag)
{
	const char *p = *text;

	while (is_space(*p) || *p == ',')
		p++;
	if (*p != '0' && *p != '1')
		return false;
	*flag = *p - '0';
	*text = p + 1;
	return true;
}

struct path_reader {
	struct outline *outline;
	struct point control; /* of the last curve, for S and T */
	char last;            /* upper-case command before, 0 at the start */
	double n[7];
};

static struct point reflected(const struct path_reader *reader, const char *commands)
{
	struct point current = reader->outline->current;

	if (!reader->last || !strchr(commands, reader->last))
		return current;
	return (struct point){2 * current.x - reader->control.x, 2 * current.y - reader->control.y};
}

static void add_cubic(struct path_reader *reader, struct point first, struct point second, struct point to)
{
	outline_curve(reader->outline, first, second, to);
	reader->control = second;
}

static void add_quadratic(struct path_reader *reader, struct point control, struct point to)
{
	struct point from = reader->outline->current;
	struct point first = {from.x + 2 * (control.x - from.x) / 3, from.y + 2 * (control.y - from.y) / 3};
	struct point second = {to.x + 2 * (control.x - to.x) / 3, to.y + 2 * (control.y - to.y) / 3};

	outline_curve(reader->outline, first, second, to);
	reader->control = control;
}

static void do_move(struct path_reader *r)
{
	outline_move(r->outline, (struct point){r->n[0], r->n[1]});
}
static void do_line(struct path_reader *r)
{
	outline_line(r->outline, (struct point){r->n[0], r->n[1]});
}

static void do_horizontal(struct path_reader *r)
{
	outline_line(r->outline, (struct point){r->n[0], r->outline->current.y});
}

static void do_vertical(struct path_reader *r)
{
	outline_line(r->outline, (struct point){r->outline->current.x, r->n[0]});
}

static void do_cubic(struct path_reader *r)
{
	add_cubic(r, (struct point){r->n[0], r->n[1]}, (struct point){r->n[2], r->n[3]},
		  (struct point){r->n[4], r->n[5]});
}

static void do_smooth_cubic(struct path_reader *r)
{
	add_cubic(r, reflected(r, "CS"), (struct point){r->n[0], r->n[1]}, (struct point){r->n[2], r->n[3]});
}

static void do_quadratic(struct path_reader *r)
{
	add_quadratic(r, (struct point){r->n[0], r->n[1]}, (struct point){r->n[2], r->n[3]});
}

static void do_smooth_quadratic(struct path_reader *r)
{
	add_quadratic(r, reflected(r, "QT"), (struct point){r->n[0], r->n[1]});
}

static void do_arc(struct path_reader *r)
{
	outline_arc(
	    r->outline,
	    (struct svg_arc){{r->n[0], r->n[1]}, r->n[2], r->n[3] != 0, r->n[4] != 0, {r->n[5], r->n[6]}});
}

static void do_close(struct path_reader *r)
{
	outline_close(r->outline);
}

/* axes: per number x, y, or - for what is no coordinate, f for a flag. */
static const struct command {
	char letter;
	const char *axes;
	void (*add)(struct path_reader *reader);
} commands[] = {
    {'M', "xy", do_move},        {'L', "xy", do_line},
    {'H', "x", do_horizontal},   {'V', "y", do_vertical},
    {'C', "xyxyxy", do_cubic},   {'S', "xyxy", do_smooth_cubic},
    {'Q', "xyxy", do_quadratic}, {'T', "xy", do_smooth_quadratic},
    {'A', "---ffxy", do_arc},    {'Z', "", do_close},
};

static const struct command *find_command(char letter)
{
	for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
		if (commands[i].letter == letter)
			return &commands[i];
	return NULL;
}

static bool read_numbers(struct path_reader *reader, const struct command *command, bool relative,
			 const char **text)
{
	struct point origin = relative ? reader->outline->current : (struct point){0, 0};

	for (int i = 0; command->axes[i]; i++) {
		bool flag = command->axes[i] == 'f';

		if (!(flag ? read_flag(text, &reader->n[i]) : svg_number(text, &reader->n[i])))
			return false;
		if (command->axes[i] == 'x')
			reader->n[i] += origin.x;
		else if (command->axes[i] == 'y')
			reader->n[i] += origin.y;
	}
	return true;
}

static bool read_command(struct path_reader *reader, const char **text)
{
	const char letter = **text;
	const bool relative = letter >= 'a' && letter <= 'z';
	const struct command *command = find_command((char)(relative ? letter - 'a' + 'A' : letter));
	double ahead;

	if (!command || (!reader->last && command->letter != 'M'))
		return false;
	for (++*text;;) {
		const char *probe;

		if (!read_numbers(reader, command, relative, text))
			return false;
		command->add(reader);
		reader->last = command->letter;
		probe = *text;
		if (command->letter == 'Z' || !svg_number(&probe, &ahead))
			return true;
		if (command->letter == 'M')
			command = find_command('L');
	}
}

bool svg_path(struct outline *outline, const char *data)
{
	struct path_reader reader = {.outline = outline};

	while (!svg_done(data)) {
		while (is_space(*data))
			data++;
		if (!read_command(&reader, &data))
			return false;
	}
	return true;
}
