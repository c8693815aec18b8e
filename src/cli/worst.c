/* Every language is laid out, then the file is made of those chosen: most and fewest letters, the smallest scale found, and of those
 * that run from right to left the one with most letters. */
#include "cli/worst.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "cli/production.h"
#include "cli/result.h"
#include "pdf/write.h"

enum { CHOSEN_MOST = 4 };

struct candidate {
	const struct request *request;
	struct production production;
	size_t letters;
};

/* The candidates of one document. */
struct field {
	struct candidate *data;
	size_t length;
};

static size_t letters_of(const struct text *text)
{
	size_t letters = 0;

	for (size_t i = 0; i < text->para_count; i++)
		if (text->paras[i])
			letters += (size_t)text->paras[i]->length;
	return letters;
}

static bool is_longer(const struct candidate *a, const struct candidate *b)
{
	return a->letters > b->letters;
}

static bool is_shorter(const struct candidate *a, const struct candidate *b)
{
	return a->letters < b->letters;
}

static bool is_taller(const struct candidate *a, const struct candidate *b)
{
	return a->production.pages.scale < b->production.pages.scale;
}

static bool is_longer_rtl(const struct candidate *a, const struct candidate *b)
{
	bool rtl = a->request->language->direction == DIRECTION_RTL;

	return rtl && (b->request->language->direction != DIRECTION_RTL || is_longer(a, b));
}

static bool (*const contests[CHOSEN_MOST])(const struct candidate *a, const struct candidate *b) = {
    is_longer, is_taller, is_shorter, is_longer_rtl};

static size_t choose(const struct field *field, const struct candidate **chosen)
{
	size_t count = 0;

	for (size_t i = 0; i < CHOSEN_MOST; i++) {
		const struct candidate *best = &field->data[0];
		bool known = false;

		for (size_t k = 1; k < field->length; k++)
			if (contests[i](&field->data[k], best))
				best = &field->data[k];
		for (size_t k = 0; k < count; k++)
			known |= chosen[k] == best;
		if (!known)
			chosen[count++] = best;
	}
	return count;
}

/* Lays out every request of one document, from first on; gives the first of the next document. */
static size_t lay_out(struct workshop *workshop, const struct selection *selection, size_t first,
		      struct field *field)
{
	struct diag *all = workshop->diag;
	size_t i = first;

	field->length = 0;
	for (; i < selection->length; i++) {
		struct candidate *candidate = &field->data[field->length];

		candidate->request = &selection->data[i];
		if (strcmp(candidate->request->document, selection->data[first].document) != 0)
			break;
		workshop->diag = diag_new();
		if (produce(workshop, candidate->request, PRODUCTION_IMPOSED, &candidate->production)) {
			candidate->letters = letters_of(&candidate->production.text);
			field->length++;
		}
		diag_merge(all, workshop->diag);
		diag_free(workshop->diag);
		workshop->diag = all;
	}
	return i;
}

static void make_file(const struct workshop *workshop, const struct field *field, const char *output)
{
	const struct candidate *chosen[CHOSEN_MOST];
	const struct pages *documents[CHOSEN_MOST];
	struct result *results = arena_array(workshop->arena, CHOSEN_MOST, sizeof *results);
	size_t count = choose(field, chosen);
	const struct document *first = chosen[0]->production.document;
	struct job job = {.documents = documents,
			  .document_count = count,
			  .stem = arena_format(workshop->arena, "%s-worst-%s%s", first->id,
					       first->edition->id, first->guide_style ? "-guides" : "")};
	const char *path = arena_format(workshop->arena, "%s/%s.pdf", output, job.stem);
	struct bytes pdf;

	for (size_t i = 0; i < count; i++)
		documents[i] = &chosen[i]->production.sheets;
	pdf = pdf_make(workshop->arena, workshop->diag, &job);
	if (!pdf.data || !file_write(workshop->diag, path, pdf))
		return;
	for (size_t i = 0; i < count; i++) {
		struct production production = chosen[i]->production;

		production.pdf = pdf;
		results[i].request = chosen[i]->request;
		result_take(workshop->arena, &results[i], &production, path);
	}
	result_print(results, count);
}

int worst_render(struct context *context, const struct material *material, const struct selection *selection,
		 const char *output)
{
	struct field field = {arena_array(context->arena, selection->length, sizeof(struct candidate)), 0};
	struct workshop workshop = {context->arena, context->diag, material,
				    fontset_new(context->arena, &material->fonts)};

	if (!folder_make(context->diag, output))
		return 2;
	for (size_t first = 0; first < selection->length;) {
		first = lay_out(&workshop, selection, first, &field);
		if (field.length)
			make_file(&workshop, &field, output);
	}
	return 0;
}
