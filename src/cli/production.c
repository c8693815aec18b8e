/* compose -> shape -> lay out -> impose -> write: the pipeline, and nothing else. */
#include "cli/production.h"

#include "base/arena.h"
#include "base/diag.h"
#include "layout/impose.h"
#include "layout/paginate.h"
#include "pdf/write.h"

static bool write_pdf(const struct workshop *workshop, struct production *production)
{
	const struct pages *documents[] = {&production->sheets};
	struct job job = {.documents = documents, .document_count = 1, .stem = production->document->stem};

	production->pdf = pdf_make(workshop->arena, workshop->diag, &job);
	return production->pdf.data != NULL;
}

/* The other languages of a sheet go the same way on their own, up to here. */
static bool impose_all(const struct workshop *workshop, const struct request *request,
		       struct production *production)
{
	size_t count = request->other_count + 1;
	struct production *parts = arena_array(workshop->arena, count, sizeof *parts);
	const struct pages **documents = arena_array(workshop->arena, count, sizeof *documents);

	documents[0] = &production->pages;
	for (size_t i = 1; i < count; i++) {
		struct request part = *request;

		part.language = request->others[i - 1];
		part.other_count = 0;
		if (!produce(workshop, &part, PRODUCTION_LAID_OUT, &parts[i]))
			return false;
		documents[i] = &parts[i].pages;
		production->released &= parts[i].released;
	}
	production->sheets = impose(workshop->arena, &(struct signature){documents, count});
	return true;
}

bool produce(const struct workshop *workshop, const struct request *request, enum production_end end,
	     struct production *production)
{
	struct arena *arena = workshop->arena;
	struct diag *diag = workshop->diag;

	*production = (struct production){0};
	production->document = compose(arena, diag, workshop->material, request);
	if (!production->document || diag_failed(diag))
		return false;
	production->released = production->document->released;
	if (end == PRODUCTION_COMPOSED)
		return true;
	if (!text_shape(arena, diag, workshop->fontset, production->document, &production->text))
		return false;
	if (end == PRODUCTION_SHAPED)
		return !diag_failed(diag);
	if (!layout_pages(arena, diag, workshop->fontset, production->document, &production->text,
			  &production->pages))
		return false;
	if (end == PRODUCTION_LAID_OUT)
		return !diag_failed(diag);
	if (!impose_all(workshop, request, production))
		return false;
	if (end == PRODUCTION_IMPOSED)
		return !diag_failed(diag);
	return write_pdf(workshop, production) && !diag_failed(diag);
}
