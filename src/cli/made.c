/* What the edition asks for, so that every command that hands out files hands out the same. */
#include "cli/made.h"

#include "base/arena.h"
#include "cli/job_sheet.h"
#include "raster/raster.h"

static bool make_pictures(const struct workshop *workshop, struct made *made)
{
	const struct production *production = &made->production;
	struct raster raster = {production->pdf, production->sheets.length,
				production->document->edition->picture, production->document->stem};
	const struct bytes *pictures = raster_draw(workshop->arena, workshop->diag, &raster);
	struct made_file *files = arena_array(workshop->arena, raster.pages, sizeof *files);

	if (!pictures)
		return false;
	for (size_t i = 0; i < raster.pages; i++)
		files[i] =
		    (struct made_file){arena_format(workshop->arena, "-%02zu.png", i + 1), pictures[i]};
	made->files = files;
	made->count = raster.pages;
	return true;
}

static bool make_press(const struct workshop *workshop, const struct request *request, struct made *made)
{
	struct made_file *files = arena_array(workshop->arena, 2, sizeof *files);

	files[0] = (struct made_file){"-job.pdf", job_sheet(workshop, request, &made->production)};
	files[1] = (struct made_file){".pdf", made->production.pdf};
	made->files = files;
	made->count = 2;
	return files[0].bytes.data != NULL;
}

bool made_files(const struct workshop *workshop, const struct request *request, struct made *made)
{
	struct made_file *file;

	if (!produce(workshop, request, PRODUCTION_WRITTEN, &made->production))
		return false;
	if (request->edition->picture)
		return make_pictures(workshop, made);
	if (request->edition->claims & CLAIM_X4)
		return make_press(workshop, request, made);
	file = arena_alloc(workshop->arena, sizeof *file);
	*file = (struct made_file){".pdf", made->production.pdf};
	made->files = file;
	made->count = 1;
	return true;
}
