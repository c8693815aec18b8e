/* verklaring kit: one print job, language after language, behind a cover that counts the pile. */
#include "cli/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/message.h"
#include "cli/adapt.h"
#include "cli/paper.h"
#include "cli/production.h"
#include "cli/selection.h"
#include "pdf/write.h"
#include "source/store.h"

enum { COPIES_MOST = 500 };

static const struct option options[] = {
    {"copies", N_("TAG=N,..."), N_("how many of each language, as so=30,ar=20; at most 500 in all")},
    {"document", N_("NAME"), N_("which document (the first that is made in every edition by default)")},
    {"edition", N_("NAME"), N_("what to make: office, screen ... (office by default)")},
    {"with", N_("TAG"), N_("a second language beside each, as nl")},
    {"back-to-back", NULL, N_("the second language behind the first, not beside it")},
    {"profile", N_("FILE"), N_("who hands it out: name, numbers and logo, see templates/README.md")},
    {"grey", NULL, N_("without colours: for a black-and-white printer, or one ink on a press")},
    {"drafts", NULL, N_("texts that are not released, too: every page of them says so")},
    {"output", N_("FOLDER"), N_("where the files go (this folder by default)")},
    {"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")},
    {0},
};

/* What --copies says. */
struct order {
	const char *tags; /* as --language takes them */
	size_t *copies;
	size_t count, total;
};

/* The pile; the cover is its first part. */
struct pile {
	struct workshop workshop;
	const struct order *order;
	const struct request *requests;
	struct production *parts;
	const struct pages **documents;
	size_t *copies;
	size_t part_count;
	bool duplex;
};

static bool read_copies(const char *text, size_t *copies)
{
	char *end;
	long number = strtol(text, &end, 10);

	*copies = number > 0 && number <= COPIES_MOST ? (size_t)number : 0;
	return *copies && !*end;
}

static bool read_order(struct context *context, struct order *order)
{
	const char *text = argument(&context->arguments, "copies");
	const char **parts = list_split(context->arena, text ? text : "", &order->count);
	struct buf tags = buf_new(context->arena);
	bool good = order->count > 0;

	order->copies = arena_array(context->arena, order->count, sizeof *order->copies);
	for (size_t i = 0; i < order->count && good; i++) {
		size_t length = strcspn(parts[i], "=");

		good = length && parts[i][length] && read_copies(parts[i] + length + 1, &order->copies[i]);
		order->total += order->copies[i];
		buf_printf(&tags, "%s%.*s", i ? "," : "", (int)length, parts[i]);
	}
	order->tags = tags.data;
	if (!good || order->total > COPIES_MOST)
		diag_add(context->diag, DIAG_COPIES_INVALID, (struct loc){0}, NULL, NULL);
	return good && order->total <= COPIES_MOST;
}

/* Without a document named, the first that has no editions of its own. */
static bool choose_document(struct context *context, const struct material *material,
			    const struct selection *selection, const struct order *order,
			    const struct request **requests)
{
	bool named = argument(&context->arguments, "document") != NULL;
	size_t from = 0, count = 0;

	while (!named && from < selection->length &&
	       (edition_of(material, selection->data[from].document) ||
		*selection->data[from].edition->templates))
		from++;
	*requests = selection->data + from;
	while (from + count < selection->length &&
	       strcmp(selection->data[from + count].document, (*requests)->document) == 0)
		count++;
	if (count == order->count && (!named || count == selection->length))
		return true;
	diag_add(context->diag, DIAG_KIT_DOCUMENT, (struct loc){0}, NULL, NULL);
	return false;
}

/* A pile is for an office printer; the sheets of a file that others join stand for themselves. */
static bool can_pile(struct diag *diag, const struct edition *edition)
{
	if (!edition->picture && !(edition->claims & CLAIM_X4) &&
	    (!edition->sheet || edition->sheet->languages <= 1))
		return true;
	diag_add(diag, DIAG_KIT_EDITION, (struct loc){0}, NULL, edition->id, NULL);
	return false;
}

/* Copies share their content, which a tagged file does not allow (ISO 32000-1, 14.7.4): a pile is for paper and claims nothing. */
static const struct edition *plain_edition(struct arena *arena, const struct edition *edition)
{
	struct edition *plain = arena_alloc(arena, sizeof *plain);

	*plain = *edition;
	plain->claims = 0;
	plain->tagged = plain->links = plain->outline = false;
	return plain;
}

static const struct edition *cover_edition(struct arena *arena, const struct edition *edition)
{
	struct edition *cover = arena_alloc(arena, sizeof *cover);

	*cover = *edition;
	cover->suffix = "";
	cover->min_scale = cover->max_scale = 0;
	cover->floor_count = 0;
	cover->title = NULL;
	cover->sheet = NULL;
	if (edition->sheet) {
		cover->width = edition->sheet->width;
		cover->height = edition->sheet->height;
	}
	return cover;
}

static size_t leaves(const struct pile *pile, size_t part)
{
	size_t sides = pile->documents[part]->length;

	return pile->duplex ? (sides + 1) / 2 : sides;
}

static void list_part(struct pile *pile, struct paper *paper, size_t part, size_t *sheet)
{
	const struct language *language = pile->requests[part - 1].language;
	size_t each = leaves(pile, part), last = *sheet + each * pile->copies[part] - 1;

	paper_add(paper, UNIT_LI,
		  arena_format(pile->workshop.arena, "%s (%s): %zu × %zu %s, blad %zu tot en met %zu",
			       language->name_nl, language->tag, pile->copies[part], each,
			       each == 1 ? "blad" : "bladen", *sheet, last));
	*sheet = last + 1;
}

static bool is_draft(const struct pile *pile)
{
	for (size_t i = 1; i < pile->part_count; i++)
		if (!pile->parts[i].released)
			return true;
	return false;
}

static const struct master *cover_master(struct pile *pile)
{
	const struct workshop *workshop = &pile->workshop;
	struct arena *arena = workshop->arena;
	const struct request *first = &pile->requests[0];
	struct paper paper =
	    paper_begin(arena, store_master(workshop->material->store, workshop->diag, first->document),
			"kit", arena_format(arena, "Stapel van %zu exemplaren", pile->order->total));
	size_t sheet = 2;

	paper_add(&paper, UNIT_P,
		  arena_format(arena, "%s · %s%s%s · %s.", first->document, first->edition->name_nl,
			       first->second ? " · met " : "", first->second ? first->second->name_nl : "",
			       pile->duplex ? "dubbelzijdig" : "enkelzijdig"));
	if (is_draft(pile))
		paper_add(&paper, UNIT_P, "Let op: hier zitten teksten bij die nog concept zijn.");
	paper_add(&paper, UNIT_H2, "Zo ligt de stapel");
	for (size_t i = 1; i < pile->part_count; i++)
		list_part(pile, &paper, i, &sheet);
	paper_add(&paper, UNIT_P,
		  arena_format(arena, "Samen %zu bladen; dit voorblad is blad 1.", sheet - 1));
	return paper_master(&paper);
}

static bool make_cover(struct pile *pile)
{
	const struct material *material = pile->workshop.material;
	const struct request *first = &pile->requests[0];
	struct request request = {.document = first->document,
				  .master = cover_master(pile),
				  .language = language_find(&material->languages, "nl"),
				  .edition = cover_edition(pile->workshop.arena, first->edition),
				  .duplex = first->duplex,
				  .release = !is_draft(pile)};

	pile->copies[0] = 1;
	pile->documents[0] = &pile->parts[0].sheets;
	return produce(&pile->workshop, &request, PRODUCTION_IMPOSED, &pile->parts[0]);
}

static bool make_parts(struct pile *pile, bool drafts)
{
	const struct edition *edition = plain_edition(pile->workshop.arena, pile->requests[0].edition);
	struct diag *diag = pile->workshop.diag;

	for (size_t i = 1; i < pile->part_count; i++) {
		struct request request = pile->requests[i - 1];
		struct production *part = &pile->parts[i];

		request.edition = edition;
		pile->copies[i] = pile->order->copies[i - 1];
		pile->documents[i] = &part->sheets;
		if (!produce(&pile->workshop, &request, PRODUCTION_IMPOSED, part))
			return false;
		if (!part->released && !drafts)
			diag_add(diag, DIAG_KIT_DRAFT, part->document->loc, NULL, NULL);
		pile->duplex = part->document->duplex > DUPLEX_NONE;
	}
	return !diag_failed(diag);
}

static int write_pile(struct context *context, const struct pile *pile)
{
	const struct request *first = &pile->requests[0];
	const char *folder = argument(&context->arguments, "output");
	struct arena *arena = context->arena;
	const char *stem = arena_format(arena, "%s-kit%s%s-%s%s", first->document, first->second ? "+" : "",
					first->second ? first->second->tag : "", first->edition->id,
					first->edition->grey ? "-grey" : "");
	const char *path = arena_format(arena, "%s/%s.pdf", folder ? folder : ".", stem);
	struct job job = {pile->documents, pile->part_count, stem, pile->copies, pile->duplex};
	struct bytes pdf;

	if (!folder_make(context->diag, folder ? folder : "."))
		return 2;
	pdf = pdf_make(arena, context->diag, &job);
	if (!pdf.data || !file_write(context->diag, path, pdf))
		return 2;
	printf(_("%s: %zu copies, %zu KB\n"), path, pile->order->total, (pdf.length + 512) / 1024);
	return 0;
}

static int make_kit(struct context *context, const struct material *material, const struct order *order,
		    const struct request *requests)
{
	struct arena *arena = context->arena;
	size_t count = order->count + 1;
	struct pile pile = {
	    .workshop = {arena, context->diag, material, fontset_new(arena, &material->fonts)},
	    .order = order,
	    .requests = requests,
	    .parts = arena_array(arena, count, sizeof *pile.parts),
	    .documents = arena_array(arena, count, sizeof *pile.documents),
	    .copies = arena_array(arena, count, sizeof *pile.copies),
	    .part_count = count,
	};

	if (!make_parts(&pile, argument(&context->arguments, "drafts") != NULL) || !make_cover(&pile))
		return 1;
	return write_pile(context, &pile);
}

static int kit(struct context *context)
{
	struct material material;
	struct selection selection;
	struct order order = {0};
	const struct request *requests;

	if (!read_order(context, &order))
		return 2;
	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (!selection_of(context, &material, order.tags, &selection) ||
	    !choose_document(context, &material, &selection, &order, &requests) ||
	    !can_pile(context->diag, requests->edition))
		return 2;
	return make_kit(context, &material, &order, requests);
}

const struct command command_kit = {
    "kit", N_("make one print job of many copies, with a cover that counts them"), "", options, kit,
};
