/* Codes first, then fonts, then content: a page can only be written when every glyph of the job has its number. */
#include "pdf/write.h"

#include "base/arena.h"
#include "base/diag.h"
#include "pdf/coding.h"
#include "pdf/content.h"
#include "pdf/convert.h"
#include "pdf/draw.h"
#include "pdf/font.h"
#include "pdf/metadata.h"
#include "pdf/navigate.h"
#include "pdf/object.h"
#include "pdf/profile.h"
#include "pdf/structure.h"

/* A page that looks like another, or is blank but for its size. */
struct repeat {
	struct dict *dict;
	size_t page;
	bool blank;
};

/* A job on its way: what its documents share. */
struct making {
	struct arena *arena;
	struct output *output;
	struct codes *codes;
	struct drawings drawings;
	struct dict *resources;
	bool overprints;
	VEC(struct coded_run) runs; /* of all glyph ops of the job */
	VEC(struct repeat) repeats;
	struct dict **contents; /* by page */
};

static void code_page(struct making *making, const struct page *page)
{
	for (size_t i = 0; i < page->op_count; i++)
		if (page->ops[i].kind == OP_GLYPHS)
			vec_push(making->arena, &making->runs,
				 codes_run(making->codes, &page->ops[i].glyphs));
	for (size_t i = 0; i < page->panel_count; i++)
		code_page(making, page->panels[i].page);
}

static void write_page(struct making *making, size_t index, const struct page *page,
		       const struct coded_run *runs)
{
	const struct content content = {making->output, making->codes, &making->drawings, making->overprints};
	struct output_page *output_page = &making->output->pages.data[index];
	struct pdf *pdf = making->output->pdf;

	profile_page(output_page->dict, page, output_page->structure->pages->document->edition);
	dict_ref(output_page->dict, "Resources", making->resources);
	making->contents[index] = pdf_stream(pdf, content_page(&content, index, page, runs));
	dict_ref(output_page->dict, "Contents", making->contents[index]);
	navigate_links(making->output, index, page);
}

static void add_repeat(struct making *making, size_t page, bool blank)
{
	vec_push(making->arena, &making->repeats,
		 ((struct repeat){pdf_page(making->output->pdf), page, blank}));
}

/* What follows the first copy of a document: the back of its last leaf, and the other copies. */
static void add_copies(struct making *making, const struct job *job, size_t document)
{
	size_t count = job->documents[document]->length, copies = job->copies ? job->copies[document] : 1;
	size_t first = making->output->pages.length - count;

	for (size_t copy = 0; copy < copies; copy++) {
		for (size_t i = 0; i < count && copy; i++)
			add_repeat(making, first + i, false);
		if (job->duplex && count % 2)
			add_repeat(making, first, true);
	}
}

static void write_repeats(const struct making *making)
{
	for (size_t i = 0; i < making->repeats.length; i++) {
		const struct repeat *repeat = &making->repeats.data[i];
		const struct output_page *page = &making->output->pages.data[repeat->page];
		const struct pages *pages = page->structure->pages;

		profile_page(repeat->dict, &pages->data[repeat->page - page->structure->first_page],
			     pages->document->edition);
		dict_ref(repeat->dict, "Resources", making->resources);
		if (!repeat->blank)
			dict_ref(repeat->dict, "Contents", making->contents[repeat->page]);
	}
}

static void add_documents(struct making *making, const struct job *job)
{
	for (size_t i = 0; i < job->document_count; i++) {
		const struct pages *pages = job->documents[i];

		output_add(making->output, pages);
		drawings_count(&making->drawings, pages);
		for (size_t j = 0; j < pages->length; j++)
			code_page(making, &pages->data[j]);
		add_copies(making, job, i);
	}
	codes_number(making->codes);
}

static size_t glyph_ops(const struct page *page)
{
	size_t count = 0;

	for (size_t i = 0; i < page->op_count; i++)
		count += page->ops[i].kind == OP_GLYPHS;
	for (size_t i = 0; i < page->panel_count; i++)
		count += glyph_ops(page->panels[i].page);
	return count;
}

static void write_pages(struct making *making, const struct job *job)
{
	size_t index = 0, run = 0;

	making->contents = arena_array(making->arena, making->output->pages.length, sizeof *making->contents);
	for (size_t i = 0; i < job->document_count; i++) {
		for (size_t j = 0; j < job->documents[i]->length; j++) {
			const struct page *page = &job->documents[i]->data[j];

			write_page(making, index++, page, making->runs.data + run);
			run += glyph_ops(page);
		}
	}
}

/* With mode 1 an ink of nothing leaves what is below it as it is. */
static void add_states(struct making *making)
{
	struct dict *states = dict_dict(making->resources, "ExtGState");

	dict_syntax(states, OVERPRINT, "<</Type /ExtGState /OP true /op true /OPM 1>>");
	dict_syntax(states, KNOCKOUT, "<</Type /ExtGState /OP false /op false /OPM 1>>");
}

/* A job with a logo converts its colours, to the very profile that stands in the file. */
static bool prepare_colors(struct making *making, struct diag *diag)
{
	const struct document *document = making->output->documents.data[0]->pages->document;
	struct bytes profile = {NULL, 0};

	if (!drawings_foreign(&making->drawings))
		return true;
	if (making->drawings.space == COLOR_CMYK) {
		profile = profile_of_press(making->arena, diag, document->output_intent);
		if (!profile.data)
			return false;
	}
	making->drawings.converter = converter_new(making->arena, making->drawings.space, profile);
	if (!making->drawings.converter)
		diag_add(diag, DIAG_ICC_BROKEN, (struct loc){document->output_intent, 0}, NULL, NULL);
	return making->drawings.converter != NULL;
}

static struct bytes make(struct arena *arena, struct arena *scratch, struct diag *diag, const struct job *job)
{
	struct pdf *pdf = pdf_open(scratch);
	struct making making = {
	    .arena = scratch,
	    .output = output_new(scratch, pdf),
	    .codes = codes_new(scratch, job->documents[0]->document->edition->claims & CLAIM_A2A)};

	making.resources = pdf_dict(pdf);
	making.drawings = (struct drawings){.arena = scratch,
					    .pdf = pdf,
					    .resources = making.resources,
					    .space = job->documents[0]->document->edition->color_space};
	making.overprints = making.drawings.space == COLOR_CMYK;
	if (making.overprints)
		add_states(&making);
	add_documents(&making, job);
	if (!prepare_colors(&making, diag))
		return (struct bytes){NULL, 0};
	write_pages(&making, job);
	write_repeats(&making);
	structure_write(making.output);
	navigate_outline(making.output);
	metadata_write(making.output);
	if (!profile_catalog(making.output, diag) ||
	    !font_embed(scratch, diag, pdf, making.codes, making.resources))
		return (struct bytes){NULL, 0};
	return pdf_save(arena, diag, job->stem, pdf);
}

struct bytes pdf_make(struct arena *arena, struct diag *diag, const struct job *job)
{
	struct arena *scratch = arena_new();
	struct bytes bytes = make(arena, scratch, diag, job);

	arena_free(scratch);
	return bytes;
}
