/* compose -> shape -> lay out -> write: the pipeline, and nothing else. */
#include "cli/production.h"

#include "base/diag.h"
#include "layout/paginate.h"
#include "pdf/write.h"

static bool write_pdf(const struct workshop *workshop, struct production *production)
{
	const struct pages *documents[] = {&production->pages};
	struct job job = {documents, 1, production->document->stem};

	production->pdf = pdf_make(workshop->arena, workshop->diag, &job);
	return production->pdf.data != NULL;
}

bool produce(const struct workshop *workshop, const struct request *request, enum production_end end,
	     struct production *production)
{
	struct arena *arena = workshop->arena;
	struct diag *diag = workshop->diag;

	*production = (struct production){0};
	production->document = compose(arena, diag, workshop->material, request);
	if (!production->document || diag_failed(diag) || end == PRODUCTION_COMPOSED)
		return production->document && !diag_failed(diag);
	if (!text_shape(arena, diag, workshop->fontset, production->document, &production->text) ||
	    end == PRODUCTION_SHAPED)
		return !diag_failed(diag);
	if (!layout_pages(arena, diag, workshop->fontset, production->document, &production->text,
			  &production->pages) ||
	    end == PRODUCTION_LAID_OUT)
		return !diag_failed(diag);
	return write_pdf(workshop, production) && !diag_failed(diag);
}
