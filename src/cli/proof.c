/* verklaring proof: a PDF for reviewers. For each page of the leaflet: its units in a list, and the page itself beside it with their names
 * at the lines; what stands on no page comes last. */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/message.h"
#include "cli/production.h"
#include "cli/subject.h"
#include "layout/pointers.h"
#include "layout/thumbs.h"
#include "pdf/write.h"
#include "review/proof.h"
#include "source/store.h"

enum {
	WIDTH = 297000,
	HEIGHT = 210000,
	SAFE = 5000,
	SHOWN_X = 174000,
	SHOWN_WIDTH = 113000,
	SHOWN_Y = 20000,
	SHOWN_HEIGHT = 168000
};

static const length_t name_size = 12 * LENGTH_PT;

static const struct option options[] = {
    {"edition", N_("NAME"), N_("whose pages stand beside the text (office by default)")},
    {"output", N_("FOLDER"), N_("where the files go (this folder by default)")},
    {"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")},
    {0},
};

struct proofing {
	struct context *context;
	struct workshop workshop;
	struct proof proof;
	struct production leaflet;
	struct production *parts; /* one for each page of the leaflet, and one for what is on none */
	size_t part_count;
};

static struct edition *paper_edition(struct arena *arena, const struct edition *shown)
{
	struct edition *edition = arena_alloc(arena, sizeof *edition);

	*edition = (struct edition){.id = shown->id,
				    .name_nl = shown->name_nl,
				    .name_en = shown->name_en,
				    .suffix = "",
				    .documents = "",
				    .width = length_from_mm(WIDTH),
				    .height = length_from_mm(HEIGHT),
				    .safe = length_from_mm(SAFE),
				    .color_space = COLOR_SCREEN,
				    .loc = shown->loc};
	return edition;
}

/* The pages are shown flat: neither imposed nor tagged, since marks may not be painted on the pages of another document. */
static const struct edition *flat_edition(struct arena *arena, const struct edition *shown)
{
	struct edition *flat = arena_alloc(arena, sizeof *flat);

	*flat = *shown;
	flat->claims = 0;
	flat->sheet = NULL;
	flat->bleed = 0;
	flat->tagged = flat->links = flat->outline = false;
	return flat;
}

static bool lay_out_leaflet(struct proofing *proofing, const struct edition *edition)
{
	const struct translation *translation = proofing->proof.translation;
	struct request request = {.document = translation->master->id,
				  .language = translation->language,
				  .edition = flat_edition(proofing->workshop.arena, edition)};

	if (!translation->master->template) /* the common strings have no pages of their own */
		return true;
	return produce(&proofing->workshop, &request, PRODUCTION_LAID_OUT, &proofing->leaflet);
}

static const char *title_of(const struct proofing *proofing, size_t part)
{
	const struct translation *translation = proofing->proof.translation;
	struct arena *arena = proofing->workshop.arena;
	const char *what = arena_format(arena, "Proef: %s, %s (%s)", translation->master->id,
					translation->language->name_nl, translation->language->tag);

	return part < proofing->leaflet.pages.length
		   ? arena_format(arena, "%s · bladzijde %zu", what, part + 1)
		   : arena_format(arena, "%s · staat niet op deze bladzijden", what);
}

/* Makes the list beside one page; true where there is nothing to list. */
static bool make_part(struct proofing *proofing, const struct edition *edition, size_t page)
{
	const struct translation *translation = proofing->proof.translation;
	const struct languages *languages = &proofing->workshop.material->languages;
	bool *chosen = arena_array(proofing->workshop.arena, translation->target_count, sizeof *chosen);
	struct request request = {.document = translation->master->id,
				  .language = language_find(languages, "nl"),
				  .edition = edition};
	struct proof_part part;
	bool any = false;

	for (size_t i = 0; i < translation->target_count; i++) {
		chosen[i] = pointer_page(&proofing->leaflet.pages, translation->master->units[i].id) == page;
		any |= chosen[i];
	}
	if (!any)
		return true;
	part = proof_part(&proofing->proof, title_of(proofing, page), chosen);
	request.master = part.master;
	request.beside = part.beside;
	request.second = part.beside ? translation->language : NULL;
	request.release = proofing->leaflet.released;
	return produce(&proofing->workshop, &request, PRODUCTION_IMPOSED,
		       &proofing->parts[proofing->part_count++]);
}

static void show_pages(struct proofing *proofing, size_t part, size_t page)
{
	const struct workshop *workshop = &proofing->workshop;
	const struct block *near = proofing->parts[part].document->blocks[0];
	struct style *style = arena_alloc(workshop->arena, sizeof *style);
	const struct label label = {workshop->arena, workshop->diag, workshop->fontset, near, style};
	const struct rect area = {length_from_mm(SHOWN_X), length_from_mm(SHOWN_Y),
				  length_from_mm(SHOWN_WIDTH), length_from_mm(SHOWN_HEIGHT)};

	*style = *near->style;
	style->size = name_size;
	thumbs_beside(&label, &proofing->parts[part].sheets, &proofing->leaflet.pages, page, area);
}

static void add_names(struct proofing *proofing)
{
	const struct master *master = proofing->proof.translation->master;
	struct arena *arena = proofing->workshop.arena;
	struct pointer *pointers = arena_array(arena, master->unit_count, sizeof *pointers);
	const struct block *near = proofing->parts[0].document->blocks[0];
	struct style *style = arena_alloc(arena, sizeof *style);
	struct label label = {arena, proofing->workshop.diag, proofing->workshop.fontset, near, style};

	*style = *near->style;
	style->size = name_size;
	for (size_t i = 0; i < master->unit_count; i++)
		pointers[i] = (struct pointer){master->units[i].id, proofing->proof.names[i]};
	pointers_add(&label, &proofing->leaflet.pages, pointers, master->unit_count);
}

static bool make_parts(struct proofing *proofing, const struct edition *edition)
{
	const struct edition *paper = paper_edition(proofing->workshop.arena, edition);
	size_t pages = proofing->leaflet.pages.length;
	size_t *shown = arena_array(proofing->workshop.arena, pages + 1, sizeof *shown);

	proofing->parts = arena_array(proofing->workshop.arena, pages + 1, sizeof *proofing->parts);
	for (size_t page = 0; page <= pages; page++) {
		shown[proofing->part_count] = page;
		if (!make_part(proofing, paper, page))
			return false;
	}
	add_names(proofing);
	for (size_t i = 0; i < proofing->part_count; i++)
		if (shown[i] < pages)
			show_pages(proofing, i, shown[i]);
	return true;
}

static int write_proof(struct proofing *proofing)
{
	struct context *context = proofing->context;
	struct arena *arena = proofing->workshop.arena;
	const struct translation *translation = proofing->proof.translation;
	const char *folder = argument(&context->arguments, "output");
	const char *stem =
	    arena_format(arena, "%s-%s-proof", translation->master->id, translation->language->tag);
	const char *path = arena_format(arena, "%s/%s.pdf", folder ? folder : ".", stem);
	const struct pages **documents = arena_array(arena, proofing->part_count, sizeof *documents);
	struct job job = {.documents = documents, .document_count = proofing->part_count, .stem = stem};
	struct bytes pdf;

	for (size_t i = 0; i < proofing->part_count; i++)
		documents[i] = &proofing->parts[i].sheets;
	if (!folder_make(context->diag, folder ? folder : "."))
		return 2;
	pdf = pdf_make(arena, context->diag, &job);
	if (!pdf.data || !file_write(context->diag, path, pdf))
		return 2;
	printf("%s\n", path);
	return 0;
}

static int make_proof(struct context *context, const struct material *material, const struct subject *subject,
		      const struct edition *edition)
{
	struct arena *arena = context->arena;
	struct proofing proofing = {
	    .context = context,
	    .workshop = {arena, context->diag, material, fontset_new(arena, &material->fonts)},
	    .proof = {.arena = arena, .material = material},
	};
	struct proof *proof = &proofing.proof;

	proof->translation =
	    translation_open(arena, context->diag, material, subject->document, subject->language);
	proof->signoffs = store_signoffs(material->store, context->diag, subject->document);
	if (!proof->translation || diag_failed(context->diag))
		return 1;
	proof->names = proof_names(arena, proof->translation->master);
	if (!lay_out_leaflet(&proofing, edition) || !make_parts(&proofing, edition))
		return 1;
	return write_proof(&proofing);
}

static int proof(struct context *context)
{
	const char *asked = argument(&context->arguments, "edition");
	struct material material;
	struct subject subject;
	const struct edition *edition;

	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (!subject_find(context, &material, &subject))
		return 2;
	edition = edition_of(&material, subject.document);
	if (asked || !edition)
		edition = edition_for(context->diag, &material, asked ? asked : "office", subject.document);
	if (!edition) {
		diag_add(context->diag, DIAG_EDITION_UNKNOWN, (struct loc){0}, NULL, asked ? asked : "office",
			 NULL);
		return 2;
	}
	return make_proof(context, &material, &subject, edition);
}

const struct command command_proof = {
    "proof",         N_("write a text for reviewers: numbered, beside the Dutch, with its pages"),
    " DOCUMENT TAG", options,
    proof,
};
