/* verklaring inspect: prints what a stage made of a request. */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/message.h"
#include "cli/adapt.h"
#include "cli/print.h"
#include "cli/production.h"
#include "cli/selection.h"

static const struct option options[] = {
    {"stage", N_("NAME"), N_("units, blocks, items, breaks, glyphs, lines, pages, tags or sheets")},
    SELECTION_OPTIONS,
    PAGE_OPTIONS,
    ADAPT_OPTIONS,
    {0},
};

static void print_blocks(struct buf *buf, const struct production *production)
{
	blocks_print(buf, production->document);
}

static void print_items(struct buf *buf, const struct production *production)
{
	items_print(buf, &production->text);
}

static void print_breaks(struct buf *buf, const struct production *production)
{
	breaks_print(buf, &production->text);
}

static void print_glyphs(struct buf *buf, const struct production *production)
{
	glyphs_print(buf, &production->text);
}

static void print_lines(struct buf *buf, const struct production *production)
{
	lines_print(buf, &production->pages);
}

static void print_pages(struct buf *buf, const struct production *production)
{
	pages_print(buf, &production->pages);
}

static void print_sheets(struct buf *buf, const struct production *production)
{
	sheets_print(buf, &production->sheets);
}

static void print_tags(struct buf *buf, const struct production *production)
{
	tags_print(buf, &production->pages);
}

struct stage {
	const char *name;
	enum production_end end;
	void (*print)(struct buf *buf, const struct production *production);
};

static const struct stage stages[] = {
    {"blocks", PRODUCTION_COMPOSED, print_blocks}, {"items", PRODUCTION_SHAPED, print_items},
    {"breaks", PRODUCTION_SHAPED, print_breaks},   {"glyphs", PRODUCTION_SHAPED, print_glyphs},
    {"lines", PRODUCTION_LAID_OUT, print_lines},   {"pages", PRODUCTION_LAID_OUT, print_pages},
    {"tags", PRODUCTION_LAID_OUT, print_tags},     {"sheets", PRODUCTION_IMPOSED, print_sheets},
};

static const struct stage *stage_find(const char *name)
{
	for (size_t i = 0; i < sizeof stages / sizeof *stages; i++)
		if (strcmp(stages[i].name, name) == 0)
			return &stages[i];
	return NULL;
}

/* Units are read before anything is composed, so a text with mistakes can still be looked at. */
static void inspect_units(struct context *context, const struct material *material,
			  const struct request *request)
{
	const struct translation *translation =
	    translation_open(context->arena, context->diag, material, request->document, request->language);
	struct buf buf = buf_new(context->arena);

	if (translation)
		units_print(&buf, translation);
	fputs(buf.data, stdout);
}

static void inspect_request(struct context *context, const struct material *material,
			    const struct request *request, const struct stage *stage)
{
	struct arena *arena = arena_new();
	struct fontset *fontset = fontset_new(arena, &material->fonts);
	struct workshop workshop = {arena, diag_new(), material, fontset};
	struct production production;
	struct buf buf = buf_new(arena);

	if (produce(&workshop, request, stage->end, &production))
		stage->print(&buf, &production);
	fputs(buf.data, stdout);
	diag_merge(context->diag, workshop.diag);
	diag_free(workshop.diag);
	arena_free(arena);
}

static int inspect(struct context *context)
{
	const char *name = argument(&context->arguments, "stage");
	const struct stage *stage = name ? stage_find(name) : NULL;
	bool units = name && strcmp(name, "units") == 0;
	struct material material;
	struct selection selection;

	if (!stage && !units) {
		diag_add(context->diag, DIAG_STAGE_UNKNOWN, (struct loc){0}, NULL, NULL);
		return 2;
	}
	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (!selection_make(context, &material, &selection))
		return 2;
	for (size_t i = 0; i < selection.length; i++)
		if (units)
			inspect_units(context, &material, &selection.data[i]);
		else
			inspect_request(context, &material, &selection.data[i], stage);
	return 0;
}

const struct command command_inspect = {
    "inspect", N_("print what a stage of the program makes of a text"), "", options, inspect,
};
