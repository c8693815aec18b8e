/*
 * The plan gives each place of a sheet a page number; direction mirrors the columns, the duplexer turns the backs, creep moves the inner
 * pages of a folded pile to its spine. A back is planned as it lies behind its front when the sheet is turned like a page of a book,
 * about its vertical axis; a printer that turns it about the other axis needs the back upside down.
 */
#include "layout/impose.h"

#include "base/arena.h"
#include "layout/marks.h"

struct imposer {
	struct arena *arena;
	const struct document *document;
	const struct sheet_plan *plan;
	const struct page **pages;
	size_t page_count, padded; /* pages that there are, and places for them */
	struct rect grid;
	bool mirrored, turn_backs;
};

static size_t panels_of(const struct sheet_plan *plan)
{
	return (size_t)(plan->columns * plan->rows) * (plan->back ? 2 : 1);
}

/* The page, counted from 1, that a number of the plan means on a sheet. */
static size_t page_at(const struct imposer *imposer, const struct sheet_panel *panel, size_t sheet)
{
	size_t on = sheet * (size_t)imposer->plan->step;

	return panel->page > 0 ? (size_t)panel->page + on : imposer->padded + 1 - (size_t)-panel->page - on;
}

/* Folded sheets lie in each other: the n-th from outside sticks out by n - 1 thicknesses. */
static length_t creep_of(const struct imposer *imposer, size_t page, int column)
{
	size_t from_end = imposer->padded + 1 - page;
	size_t depth = ((page < from_end ? page : from_end) - 1) / 2;
	length_t creep = imposer->plan->creep * (length_t)depth;

	return 2 * column < imposer->plan->columns ? creep : -creep;
}

static struct panel place(const struct imposer *imposer, const struct sheet_panel *planned, int index,
			  size_t number)
{
	const struct edition *edition = imposer->document->edition;
	const struct sheet_plan *plan = imposer->plan;
	int column = index % plan->columns, row = index / plan->columns;

	if (imposer->mirrored)
		column = plan->columns - 1 - column;
	return (struct panel){
	    .page = imposer->pages[number - 1],
	    .x = imposer->grid.x + column * edition->width + creep_of(imposer, number, column),
	    .y = imposer->grid.y + (plan->rows - 1 - row) * edition->height,
	    .turned = planned->turned,
	};
}

static struct panel turn(const struct sheet_plan *plan, struct panel panel)
{
	panel.x = plan->width - panel.x - panel.page->width;
	panel.y = plan->height - panel.y - panel.page->height;
	panel.turned = !panel.turned;
	return panel;
}

static struct page make_side(const struct imposer *imposer, size_t sheet, bool back)
{
	const struct sheet_plan *plan = imposer->plan;
	const struct sheet_panel *planned = back ? plan->back : plan->front;
	int count = plan->columns * plan->rows;
	struct panel *panels = arena_array(imposer->arena, (size_t)count, sizeof *panels);
	struct page side = {.width = plan->width, .height = plan->height, .panels = panels};
	op_vec marks = {0};

	for (int i = 0; i < count; i++) {
		size_t number = page_at(imposer, &planned[i], sheet);

		if (number > imposer->page_count)
			continue;
		panels[side.panel_count] = place(imposer, &planned[i], i, number);
		if (back && imposer->turn_backs)
			panels[side.panel_count] = turn(plan, panels[side.panel_count]);
		side.panel_count++;
	}
	if (!back)
		marks_add(imposer->arena, &marks, plan, imposer->grid, imposer->mirrored);
	side.ops = marks.data;
	side.op_count = marks.length;
	return side;
}

/* All pages in a row. Where languages share a sheet, those that come first fill what the others leave. */
static void gather(struct imposer *imposer, const struct signature *signature)
{
	size_t panels = panels_of(imposer->plan), count = 0;

	for (size_t i = 0; i < signature->document_count; i++)
		imposer->page_count += signature->documents[i]->length;
	imposer->padded = (imposer->page_count + panels - 1) / panels * panels;
	imposer->pages = arena_array(imposer->arena, imposer->padded, sizeof *imposer->pages);
	for (size_t i = 0; i < signature->document_count; i++)
		for (size_t k = 0; k < signature->documents[i]->length; k++)
			imposer->pages[count++] = &signature->documents[i]->data[k];
	if (imposer->plan->languages == 1)
		return;
	for (; count < imposer->padded; count++)
		imposer->pages[count] = imposer->pages[count - imposer->page_count];
	imposer->page_count = imposer->padded;
}

static bool backs_are_turned(const struct sheet_plan *plan, enum duplex duplex)
{
	bool landscape = plan->width > plan->height;

	return duplex == DUPLEX_LONG ? landscape : duplex == DUPLEX_SHORT && !landscape;
}

struct rect impose_grid(const struct edition *edition)
{
	const struct sheet_plan *plan = edition->sheet;
	length_t width = edition->width * plan->columns, height = edition->height * plan->rows;

	return (struct rect){(plan->width - width) / 2, (plan->height - height) / 2, width, height};
}

struct pages impose(struct arena *arena, const struct signature *signature)
{
	const struct document *document = signature->documents[0]->document;
	const struct sheet_plan *plan = document->edition->sheet;
	struct pages sheets = *signature->documents[0];
	struct imposer imposer = {.arena = arena, .document = document, .plan = plan};
	struct page *sides;

	if (!plan)
		return sheets;
	imposer.grid = impose_grid(document->edition);
	imposer.mirrored = document->language->direction == DIRECTION_RTL;
	imposer.turn_backs = backs_are_turned(plan, document->duplex);
	gather(&imposer, signature);
	sheets.length = imposer.padded / panels_of(plan) * (plan->back ? 2 : 1);
	sheets.data = sides = arena_array(arena, sheets.length, sizeof *sides);
	for (size_t i = 0; i < sheets.length; i++)
		sides[i] = plan->back ? make_side(&imposer, i / 2, i % 2) : make_side(&imposer, i, false);
	return sheets;
}
