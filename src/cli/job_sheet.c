/* Size, inks, binding and the pages in their order, in Dutch: what an operator asks by telephone when it is not written down. */
#include "cli/job_sheet.h"

#include "base/arena.h"
#include "base/buf.h"
#include "cli/paper.h"
#include "layout/thumbs.h"
#include "pdf/write.h"
#include "source/store.h"

/* On A4, with the thumbnails in its lower half. */
enum { WIDTH = 210000, HEIGHT = 297000, SIDE = 18000, FOOT = 24000, THUMBS = 120000 };

static const char *millimetres(struct arena *arena, length_t length)
{
	struct buf buf = buf_new(arena);

	buf_add_milli(&buf, (length_to_mm100(length) + 5) / 10 * 100L);
	return buf.data;
}

static void add_paper(struct paper *paper, const struct production *production)
{
	const struct edition *edition = production->document->edition;
	struct arena *arena = paper->arena;

	paper_add(paper, UNIT_LI,
		  arena_format(arena, "Formaat: %s × %s mm schoongesneden, met %s mm afloop rondom%s.",
			       millimetres(arena, edition->width), millimetres(arena, edition->height),
			       millimetres(arena, edition->bleed),
			       edition->marks ? " en snijtekens" : ", zonder snijtekens"));
	paper_add(paper, UNIT_LI,
		  arena_format(arena, "Bladzijden: %zu, los en in leesvolgorde; bladzijde 2 staat achter 1.",
			       production->pages.length));
}

static void add_inks(struct paper *paper, const struct document *document)
{
	if (document->edition->grey)
		paper_add(paper, UNIT_LI, "Inkt: 1/1, alleen zwart.");
	else
		paper_add(
		    paper, UNIT_LI,
		    "Inkt: 4/4. Tekst is 100 % zwart en overdrukt; beeld in CMYK, samen hoogstens 260 %.");
	paper_add(
	    paper, UNIT_LI,
	    arena_format(paper->arena, "Profiel in het bestand: %s. Norm: PDF/X-4.",
			 document->output_intent ? "dat van uw drukkerij" : "FOGRA39, gestreken papier"));
}

static void add_reading(struct paper *paper, const struct production *production)
{
	bool rtl = production->document->language->direction == DIRECTION_RTL;

	if (production->pages.length <= 2)
		paper_add(paper, UNIT_LI, "Vouwen en binden: niet.");
	else
		paper_add(paper, UNIT_LI,
			  arena_format(paper->arena, "Vouwen, nieten of binden: aan de %s.",
				       rtl ? "rechterkant" : "linkerkant"));
	paper_add(paper, UNIT_LI,
		  rtl ? "De taal leest van rechts naar links." : "De taal leest van links naar rechts.");
}

static const struct master *write_sheet(const struct workshop *workshop, const struct request *request,
					const struct production *production)
{
	const struct document *document = production->document;
	struct arena *arena = workshop->arena;
	struct paper paper =
	    paper_begin(arena, store_master(workshop->material->store, workshop->diag, request->document),
			"job", "Voor de drukker");

	paper_add(&paper, UNIT_LI,
		  arena_format(arena, "Bestand: %s.pdf, %s%s%s.",
			       request->file ? request->file : document->stem, request->language->name_nl,
			       request->second ? " met " : "",
			       request->second ? request->second->name_nl : ""));
	add_paper(&paper, production);
	add_inks(&paper, document);
	add_reading(&paper, production);
	if (!production->released)
		paper_add(&paper, UNIT_LI, "Let op: de tekst is concept; elke bladzijde zegt dat.");
	paper_add(&paper, UNIT_H2, "De bladzijden in hun volgorde");
	return paper_master(&paper);
}

/* It holds pages of another document, whose marks it cannot have: untagged (ISO 32000-1, 14.7.4). */
static const struct edition *sheet_edition(struct arena *arena, const struct edition *press)
{
	struct edition *edition = arena_alloc(arena, sizeof *edition);

	*edition = (struct edition){.id = press->id,
				    .name_nl = press->name_nl,
				    .name_en = press->name_en,
				    .suffix = "",
				    .documents = "",
				    .width = length_from_mm(WIDTH),
				    .height = length_from_mm(HEIGHT),
				    .safe = press->safe,
				    .color_space = press->grey ? COLOR_GREY : COLOR_SCREEN,
				    .loc = press->loc};
	return edition;
}

struct bytes job_sheet(const struct workshop *workshop, const struct request *request,
		       const struct production *production)
{
	struct arena *arena = workshop->arena;
	struct request sheet_request = {.document = request->document,
					.master = write_sheet(workshop, request, production),
					.language = language_find(&workshop->material->languages, "nl"),
					.edition = sheet_edition(arena, request->edition),
					.release = production->released};
	struct rect area = {length_from_mm(SIDE), length_from_mm(FOOT), length_from_mm(WIDTH - 2 * SIDE),
			    length_from_mm(THUMBS)};
	struct production sheet;
	const struct pages *documents[] = {&sheet.sheets};
	struct job job = {.documents = documents, .document_count = 1, .stem = production->document->stem};
	struct label label = {arena, workshop->diag, workshop->fontset, NULL, NULL};

	if (!produce(workshop, &sheet_request, PRODUCTION_IMPOSED, &sheet))
		return (struct bytes){NULL, 0};
	label.near = sheet.document->blocks[1];
	label.style = label.near->style;
	thumbs_add(&label, &sheet.sheets, &production->pages, area);
	return pdf_make(arena, workshop->diag, &job);
}
