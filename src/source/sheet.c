/* A scheme is a grid of page numbers for each side. Numbers below 0 count from the last page, so one line of numbers tells
 * a booklet of any length; the largest number tells where the next sheet goes on. */
#include "source/sheet.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

enum { PANELS_MOST = 64 };

struct reader {
	struct arena *arena;
	struct diag *diag;
	const xmlNode *node;
	const struct edition *edition;
	struct sheet_plan *plan;
	bool sound;
};

static void complain(struct reader *reader, const xmlNode *node, const char *name, const char *expected)
{
	xml_complain(reader->diag, node, name, expected);
	reader->sound = false;
}

static int magnitude(int page)
{
	return page < 0 ? -page : page;
}

/* Reads "v5 v4 1 -1" and gives how many there are; 0 when something else stands there. */
static int read_panels(struct reader *reader, const char *text, struct sheet_panel *panels)
{
	int count = 0;

	for (char *end; *text && count < PANELS_MOST; text = end) {
		struct sheet_panel *panel = &panels[count++];
		long page;

		panel->turned = *text == 'v';
		page = strtol(text + panel->turned, &end, 10);
		if (end == text + panel->turned || (*end && *end != ' ') || page > PANELS_MOST ||
		    page < -PANELS_MOST || !page)
			return 0;
		panel->page = (int)page;
		end += *end == ' ';
		if (magnitude(panel->page) > reader->plan->step)
			reader->plan->step = magnitude(panel->page);
	}
	return *text ? 0 : count;
}

static bool stands_twice(const struct sheet_plan *plan, int count)
{
	struct sheet_panel all[2 * PANELS_MOST];
	int length = 0;

	for (int i = 0; i < count; i++) {
		all[length++] = plan->front[i];
		if (plan->back)
			all[length++] = plan->back[i];
	}
	for (int i = 0; i < length; i++)
		for (int k = 0; k < i; k++)
			if (all[i].page == all[k].page)
				return true;
	return false;
}

static void read_sides(struct reader *reader)
{
	static const char wanted[] = "-1 1";
	struct sheet_plan *plan = reader->plan;
	struct sheet_panel *front = arena_array(reader->arena, PANELS_MOST, sizeof *front);
	struct sheet_panel *back = arena_array(reader->arena, PANELS_MOST, sizeof *back);
	int count = read_panels(reader, xml_attribute(reader->node, "front", ""), front);

	plan->front = front;
	plan->columns = 1;
	xml_int(reader->diag, reader->node, "columns", &plan->columns);
	if (!count || plan->columns < 1 || count % plan->columns) {
		complain(reader, reader->node, "front", wanted);
		return;
	}
	plan->rows = count / plan->columns;
	if (xml_has(reader->node, "back")) {
		plan->back = back;
		if (read_panels(reader, xml_attribute(reader->node, "back", ""), back) != count)
			complain(reader, reader->node, "back", wanted);
	}
	if (reader->sound && (plan->step > count * (plan->back ? 2 : 1) || stands_twice(plan, count)))
		complain(reader, reader->node, "front", wanted);
}

static void read_size(struct reader *reader)
{
	const char *text = xml_attribute(reader->node, "size", ""), *space = strchr(text, ' ');
	struct sheet_plan *plan = reader->plan;
	const char *width = space ? arena_copy(reader->arena, text, (size_t)(space - text)) : "";

	if (!space || !length_parse(width, &plan->width) || !length_parse(space + 1, &plan->height) ||
	    plan->width / plan->columns + LENGTH_PT < reader->edition->width ||
	    plan->height / plan->rows + LENGTH_PT < reader->edition->height)
		complain(reader, reader->node, "size", "210mm 297mm");
}

static void read_line(struct reader *reader, const xmlNode *node, struct sheet_line *line)
{
	const struct sheet_plan *plan = reader->plan;
	const char *name = xml_has(node, "column") ? "column" : "row";
	int most, along;

	line->cut = xml_is(node, "cut");
	line->vertical = strcmp(name, "column") == 0;
	most = line->vertical ? plan->columns : plan->rows;
	along = line->vertical ? plan->rows : plan->columns;
	line->to = along;
	xml_int(reader->diag, node, name, &line->after);
	xml_int(reader->diag, node, "from", &line->from);
	xml_int(reader->diag, node, "to", &line->to);
	if (line->after < 1 || line->after >= most)
		complain(reader, node, name, "1");
	if (line->from < 0 || line->to > along || line->from >= line->to)
		complain(reader, node, "to", "2");
}

static void read_lines(struct reader *reader)
{
	size_t count = xmlChildElementCount((xmlNode *)(uintptr_t)reader->node);
	struct sheet_line *lines = arena_array(reader->arena, count, sizeof *lines);

	reader->plan->lines = lines;
	for (xmlNode *node = xml_first(reader->node); node; node = xml_next(node))
		read_line(reader, node, &lines[reader->plan->line_count++]);
}

const struct sheet_plan *sheet_read(struct arena *arena, struct diag *diag, const xmlNode *edition_node,
				    const struct edition *edition)
{
	struct sheet_plan *plan = arena_alloc(arena, sizeof *plan);
	struct reader reader = {arena, diag, xml_first(edition_node), edition, plan, true};

	while (reader.node && !xml_is(reader.node, "sheet"))
		reader.node = xml_next(reader.node);
	if (!reader.node)
		return NULL;
	plan->languages = 1;
	xml_length(diag, reader.node, "creep", &plan->creep);
	xml_int(diag, reader.node, "languages", &plan->languages);
	if (plan->languages < 1)
		complain(&reader, reader.node, "languages", "4");
	if (edition->tagged)
		complain(&reader, edition_node, "tagged", "no");
	read_sides(&reader);
	if (!reader.sound)
		return NULL;
	read_size(&reader);
	read_lines(&reader);
	return reader.sound ? plan : NULL;
}
