/*
 * Minimum raggedness: the square of what a line leaves empty, summed over all lines but the last, is least (Knuth and
 * Plass, "Breaking Paragraphs into Lines", without stretch). Dynamic programming over stops and three classes of
 * fullness: neighbouring lines of the first and the last class cost extra, which keeps the rag calm.
 */
#include "layout/linebreak.h"

#include <assert.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"

enum { FULL, MIDDLE, SHORT, CLASSES };

/* Penalties in hundredths of the square of the column. */
enum {
	PER_LINE = 25, /* an extra line must save a gap of half a column */
	HYPHEN = 6,
	HYPHEN_AGAIN = 12,
	RESORT = 1000, /* an address is divided only where it would be too wide */
	UNCALM = 3,
	LONELY_WORD = 20,     /* as last line */
	LONELY_LONG_WORD = 5, /* rather than a hyphen */
	TOO_WIDE = 100000
};

/* Lengths are shortened before squaring, so that sums stay far within 64 bits. */
enum { SQUARE_SHIFT = 6 };

struct node {
	int64_t least; /* of the costs */
	int64_t cost[CLASSES];
	size_t from[CLASSES];    /* the stop where the line begins that ends here */
	uint8_t before[CLASSES]; /* the class of the line before that */
};

struct chooser {
	const struct ruler *ruler;
	const struct stop *stops;
	size_t first;
	length_t column;
	int64_t hundredth;  /* of the square of the column */
	struct node *nodes; /* by stop, from first */
	size_t from;        /* lines that begin before this stop are too wide */
};

static struct chooser chooser_new(const struct ruler *ruler, size_t first, length_t column)
{
	int64_t side = column >> SQUARE_SHIFT;

	return (struct chooser){ruler, ruler->measure->stops, first, column, side * side / 100 + 1, NULL,
				first};
}

static bool is_last(const struct chooser *chooser, size_t to)
{
	return chooser->stops[to].kind == BREAK_MANDATORY;
}

static int fullness(const struct chooser *chooser, length_t rest)
{
	return rest * 8 < chooser->column ? FULL : rest * 3 < chooser->column ? MIDDLE : SHORT;
}

/* What a word costs that stands alone on the last line. */
static int64_t loneliness(const struct chooser *chooser, struct piece line)
{
	if (line.from == chooser->first || line.to != line.from + 1)
		return 0;
	if (line.width * 4 < chooser->column)
		return LONELY_WORD;
	return line.width * 5 < chooser->column * 2 ? LONELY_LONG_WORD : 0;
}

/* Cost of a line, whatever stands above it. */
static int64_t line_cost(const struct chooser *chooser, struct piece line)
{
	int64_t rest = (chooser->column - line.width) >> SQUARE_SHIFT;
	int64_t penalty = PER_LINE;

	if (line.width > chooser->column)
		return chooser->hundredth * TOO_WIDE;
	if (is_last(chooser, line.to))
		return chooser->hundredth * (penalty + loneliness(chooser, line));
	if (chooser->stops[line.to].kind == BREAK_HYPHEN)
		penalty += chooser->stops[line.from].kind == BREAK_HYPHEN && line.from > chooser->first
			       ? HYPHEN + HYPHEN_AGAIN
			       : HYPHEN;
	if (chooser->stops[line.to].kind == BREAK_RESORT)
		penalty += RESORT;
	return rest * rest + chooser->hundredth * penalty;
}

static int line_class(const struct chooser *chooser, struct piece line)
{
	return is_last(chooser, line.to) ? MIDDLE : fullness(chooser, chooser->column - line.width);
}

static bool uncalm(int above, int below)
{
	return above - below == 2 || below - above == 2;
}

static void try_line(const struct chooser *chooser, struct piece line)
{
	const struct node *above = &chooser->nodes[line.from - chooser->first];
	struct node *node = &chooser->nodes[line.to - chooser->first];
	int64_t cost = line_cost(chooser, line);
	int class = line_class(chooser, line);

	if (above->least + cost >= node->cost[class])
		return;
	for (uint8_t before = 0; before < CLASSES; before++) {
		int64_t sum = cost + (uncalm(before, class) ? chooser->hundredth * UNCALM : 0);

		if (above->cost[before] >= node->cost[class] - sum)
			continue;
		sum += above->cost[before];
		node->cost[class] = sum;
		node->from[class] = line.from;
		node->before[class] = before;
	}
}

/* The first stop from which a line to this one is not too wide; it never moves back as lines end later. */
static size_t widest_from(struct chooser *chooser, size_t to)
{
	size_t from;

	if (to - 1 > chooser->first && chooser->stops[to - 1].kind == BREAK_MANDATORY)
		chooser->from = to - 1;
	from = chooser->from;
	while (from + 1 < to && ruler_width(chooser->ruler, from, to) > chooser->column)
		from++;
	if (chooser->stops[to].kind != BREAK_HYPHEN)
		chooser->from = from;
	return from;
}

/* The fullest lines come first: what follows is mostly dearer at once. */
static void try_lines_to(struct chooser *chooser, size_t to)
{
	struct node *node = &chooser->nodes[to - chooser->first];

	node->cost[FULL] = node->cost[MIDDLE] = node->cost[SHORT] = INT64_MAX;
	for (size_t from = widest_from(chooser, to); from < to; from++)
		try_line(chooser, (struct piece){from, to, ruler_width(chooser->ruler, from, to)});
	node->least = node->cost[FULL];
	for (int class = MIDDLE; class < CLASSES; class ++)
		node->least = node->cost[class] < node->least ? node->cost[class] : node->least;
}

static size_t trace(const struct chooser *chooser, size_t to, struct piece *lines, size_t capacity)
{
	const struct node *node = &chooser->nodes[to - chooser->first];
	size_t at = capacity;
	int class = FULL;

	for (int other = MIDDLE; other < CLASSES; other++)
		if (node->cost[other] < node->cost[class])
			class = other;
	while (to > chooser->first) {
		size_t from = node->from[class];

		lines[--at] = (struct piece){from, to, ruler_width(chooser->ruler, from, to)};
		class = node->before[class];
		to = from;
		node = &chooser->nodes[to - chooser->first];
	}
	return at;
}

int64_t linebreak_cost(const struct ruler *ruler, length_t column, const struct piece *lines, size_t count)
{
	struct chooser chooser = chooser_new(ruler, lines[0].from, column);
	int64_t sum = 0;
	int class = MIDDLE;

	for (size_t i = 0; i < count; i++) {
		int next = line_class(&chooser, lines[i]);

		sum += line_cost(&chooser, lines[i]) + (uncalm(class, next) ? chooser.hundredth * UNCALM : 0);
		class = next;
	}
	return sum;
}

static bool fits_one_line(const struct chooser *chooser, size_t last)
{
	for (size_t i = chooser->first + 1; i < last; i++)
		if (chooser->stops[i].kind == BREAK_MANDATORY)
			return false;
	return ruler_width(chooser->ruler, chooser->first, last) <= chooser->column;
}

struct pieces linebreak(struct arena *arena, const struct ruler *ruler, size_t first, length_t column)
{
	struct chooser chooser = chooser_new(ruler, first, column);
	size_t last = ruler->measure->stop_count - 1, at;
	struct piece *lines;
	struct arena_mark mark;

	assert(first < last);
	if (fits_one_line(&chooser, last)) {
		lines = arena_alloc(arena, sizeof *lines);
		*lines = (struct piece){first, last, ruler_width(ruler, first, last)};
		return (struct pieces){lines, 1};
	}
	lines = arena_array(arena, last - first, sizeof *lines);
	mark = arena_mark(arena);
	chooser.nodes = arena_array(arena, last - first + 1, sizeof *chooser.nodes);
	chooser.nodes[0] = (struct node){.cost = {INT64_MAX, 0, INT64_MAX}};
	for (size_t to = first + 1; to <= last; to++)
		try_lines_to(&chooser, to);
	at = trace(&chooser, last, lines, last - first);
	arena_rewind(arena, mark);
	return (struct pieces){lines + at, last - first - at};
}

static bool too_wide(struct pieces pieces, length_t column)
{
	for (size_t i = 0; i < pieces.length; i++)
		if (pieces.data[i].width > column)
			return true;
	return false;
}

/* A colon or a question mark, of Latin, Arabic and Ethiopic script. */
static bool ends_clause(uint16_t c)
{
	return c == ':' || c == '?' || c == 0x061F || c == 0x1366 || c == 0x1367;
}

/* Two lines of which the first is a clause; length 0: there are none that fit. */
static struct pieces by_clause(struct arena *arena, const struct ruler *ruler, size_t first, length_t column)
{
	size_t last = ruler->measure->stop_count - 1;

	for (size_t i = first + 1; i < last; i++) {
		int32_t end = ruler->measure->stops[i].trimmed;
		struct piece lines[] = {{first, i, ruler_width(ruler, first, i)},
					{i, last, ruler_width(ruler, i, last)}};
		struct piece *data;

		if (!ends_clause(ruler->measure->para->text[end - 1]) || lines[0].width > column ||
		    lines[1].width > column)
			continue;
		data = arena_array(arena, 2, sizeof *data);
		memcpy(data, lines, sizeof lines);
		return (struct pieces){data, 2};
	}
	return (struct pieces){NULL, 0};
}

/* As CSS Text 4 describes for text-wrap: balance: the narrowest column in which there are no more lines. Two lines
 * rather part where the sense does. */
struct pieces linebreak_balanced(struct arena *arena, const struct ruler *ruler, size_t first,
				 length_t column)
{
	struct pieces best = linebreak(arena, ruler, first, column);
	length_t low = column / (length_t)(best.length + 1), high = column;
	struct pieces clauses =
	    best.length == 2 ? by_clause(arena, ruler, first, column) : (struct pieces){NULL, 0};

	if (clauses.length)
		return clauses;
	while (best.length > 1 && high - low > LENGTH_PT) {
		length_t middle = low + (high - low) / 2;
		struct pieces trial = linebreak(arena, ruler, first, middle);

		if (trial.length > best.length || too_wide(trial, middle)) {
			low = middle;
		} else {
			best = trial;
			high = middle;
		}
	}
	return best;
}
