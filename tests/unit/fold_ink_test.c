/* Whole sheets of everything that is offered: no letter within 2 mm of a fold or cut, and on every page of a draft its mark. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "cli/production.h"
#include "layout/impose.h"
#include "layout/ink.h"
#include "text/font.h"

struct folder {
	struct arena *arena;
	struct diag *diag;
	struct material material;
	struct fontset *fontset;
	size_t panels, glyphs;
};

static struct rect on_sheet(const struct panel *panel, struct rect ink)
{
	const struct page *page = panel->page;

	if (panel->turned) {
		ink.x = page->width - ink.x - ink.width;
		ink.y = page->height - ink.y - ink.height;
	}
	return (struct rect){panel->x + ink.x, panel->y + ink.y, ink.width, ink.height};
}

/* The distance from a line that runs between two columns or rows of panels. */
static length_t distance(const struct edition *edition, const struct sheet_line *line, struct rect ink)
{
	struct rect grid = impose_grid(edition);
	const struct sheet_plan *plan = edition->sheet;
	length_t at = line->vertical ? grid.x + line->after * edition->width
				     : grid.y + (plan->rows - line->after) * edition->height;
	length_t low = line->vertical ? ink.x : ink.y;
	length_t high = low + (line->vertical ? ink.width : ink.height);

	return high <= at ? at - high : low >= at ? low - at : 0;
}

static void check_panel(struct folder *folder, const struct edition *edition, const struct panel *panel)
{
	bool marked = false;

	for (size_t i = 0; i < panel->page->op_count; i++) {
		const struct op *op = &panel->page->ops[i];
		struct rect ink;

		if (op->kind != OP_GLYPHS)
			continue;
		marked |= strcmp(op->glyphs.para->block->unit, "draft.mark") == 0;
		ink = ink_rect(op);
		if (ink.width == 0)
			continue;
		folder->glyphs++;
		for (size_t k = 0; k < edition->sheet->line_count; k++)
			assert_true(distance(edition, &edition->sheet->lines[k], on_sheet(panel, ink)) >=
				    length_from_mm(2000));
	}
	assert_true(marked);
	folder->panels++;
}

static void look(struct folder *folder, const struct request *request)
{
	struct arena *arena = arena_new();
	struct workshop workshop = {arena, folder->diag, &folder->material, folder->fontset};
	struct production production;

	assert_true(produce(&workshop, request, PRODUCTION_IMPOSED, &production));
	assert_false(production.document->released);
	assert_false(request->edition->tagged);
	for (size_t i = 0; i < production.sheets.length; i++)
		for (size_t k = 0; k < production.sheets.data[i].panel_count; k++)
			check_panel(folder, request->edition, &production.sheets.data[i].panels[k]);
	arena_free(arena);
}

static void every_sheet_can_be_folded(void **state)
{
	static const char *const tags[] = {"nl", "so", "ar", "ckb", "ti", "fr"};
	struct folder *folder = *state;

	for (size_t e = 0; e < folder->material.edition_count; e++) {
		struct request request = {.document = "verklaring", .edition = &folder->material.editions[e]};

		if (!edition_fits(folder->diag, &folder->material, request.edition, request.document))
			continue;
		for (size_t i = 0; request.edition->sheet && i < sizeof tags / sizeof *tags; i++) {
			request.language = language_find(&folder->material.languages, tags[i]);
			look(folder, &request);
		}
	}
	assert_true(folder->panels >= 6 * (4 + 8 + 8 + 8 + 4));
	assert_true(folder->glyphs > 10 * folder->panels);
}

static int folder_open(void **state)
{
	struct arena *arena = arena_new();
	struct folder *folder = arena_alloc(arena, sizeof *folder);

	folder->arena = arena;
	folder->diag = diag_new();
	assert_true(material_load(arena, folder->diag, ".", &folder->material));
	folder->fontset = fontset_new(arena, &folder->material.fonts);
	*state = folder;
	return 0;
}

static int folder_close(void **state)
{
	struct folder *folder = *state;
	struct arena *arena = folder->arena;

	diag_free(folder->diag);
	arena_free(arena);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_sheet_can_be_folded)};

	return cmocka_run_group_tests_name("ink and folds", tests, folder_open, folder_close);
}
