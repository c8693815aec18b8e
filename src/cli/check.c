/* verklaring check: the words, and then the real pipeline without a writer, so that glyphs, fit and ink are checked by it. */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/message.h"
#include "cli/production.h"
#include "cli/selection.h"
#include "layout/ink.h"
#include "review/review.h"
#include "source/glossary.h"

static const struct option options[] = {
    SELECTION_OPTIONS,
    {0},
};

static void check_words(const struct workshop *workshop, const struct request *request)
{
	const struct material *material = workshop->material;
	const struct translation *translation =
	    translation_open(workshop->arena, workshop->diag, material, request->document, request->language);
	struct glossary glossary;

	if (!translation)
		return;
	if (strcmp(request->language->tag, "nl") == 0)
		review_reading(workshop->arena, workshop->diag, translation->master);
	if (glossary_read(workshop->arena, workshop->diag, material, request->language->tag, &glossary))
		review_glossary(workshop->arena, workshop->diag, translation, &glossary);
}

static void check_pages(const struct workshop *workshop, const struct request *request)
{
	struct production production;

	if (produce(workshop, request, PRODUCTION_LAID_OUT, &production))
		ink_check(workshop->diag, &production.pages);
}

/* Words and pages have a sink each, since a wrong word does not keep the pages from being looked at. */
static void check_request(struct context *context, const struct material *material,
			  const struct request *request)
{
	struct arena *arena = arena_new();
	struct diag *words = diag_new(), *pages = diag_new();
	struct workshop workshop = {arena, words, material, fontset_new(arena, &material->fonts)};

	check_words(&workshop, request);
	workshop.diag = pages;
	check_pages(&workshop, request);
	printf("%-12s %-8s %s\n", request->document, request->language->tag,
	       diag_failed(words) || diag_failed(pages) ? _("something is wrong") : _("good"));
	diag_merge(context->diag, words);
	diag_merge(context->diag, pages);
	diag_free(words);
	diag_free(pages);
	arena_free(arena);
}

static int check(struct context *context)
{
	struct material material;
	struct selection selection;

	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (!selection_make(context, &material, &selection))
		return 2;
	for (size_t i = 0; i < selection.length; i++)
		check_request(context, &material, &selection.data[i]);
	return 0;
}

const struct command command_check = {
    "check", N_("check words, letters and pages without making files"), "", options, check,
};
