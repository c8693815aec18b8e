/* Names on the command line become requests; an unknown name is the user's mistake, not the material's. */
#include "cli/selection.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/message.h"
#include "base/vec.h"
#include "cli/adapt.h"
#include "source/profile.h"
#include "source/store.h"

#include <string.h>

static const char usual_edition[] = "office";

struct choice {
	const char **documents, **tags;
	size_t document_count, tag_count;
	const char *edition; /* its id: which one it is depends on the document */
	const struct language *second;
	const char *profile;       /* path, or NULL */
	bool named, edition_asked; /* documents and edition; else all of them, in the usual one */
	struct request request;    /* what is the same for all */
};

static bool known_document(const struct material *material, const char *id)
{
	for (size_t i = 0; i < material->document_count; i++)
		if (strcmp(material->documents[i], id) == 0)
			return true;
	return false;
}

static bool choose_documents(struct context *context, const struct material *material, struct choice *choice)
{
	const char *asked = argument(&context->arguments, "document");

	if (!asked) {
		choice->documents = (const char **)material->documents;
		choice->document_count = material->document_count;
		return true;
	}
	choice->named = true;
	choice->documents = list_split(context->arena, asked, &choice->document_count);
	if (!choice->document_count) {
		diag_add(context->diag, DIAG_DOCUMENT_UNKNOWN, (struct loc){0}, NULL, asked, NULL);
		return false;
	}
	for (size_t i = 0; i < choice->document_count; i++)
		if (!known_document(material, choice->documents[i])) {
			diag_add(context->diag, DIAG_DOCUMENT_UNKNOWN, (struct loc){0}, NULL,
				 choice->documents[i], NULL);
			return false;
		}
	return true;
}

static bool choose_edition(struct context *context, const struct material *material, struct choice *choice)
{
	const char *asked = argument(&context->arguments, "edition");

	choice->edition = asked ? asked : usual_edition;
	if (!edition_find(material, choice->edition)) {
		diag_add(context->diag, DIAG_EDITION_UNKNOWN, (struct loc){0}, NULL, choice->edition, NULL);
		return false;
	}
	choice->edition_asked = asked != NULL;
	return true;
}

static bool choose_duplex(struct context *context, struct choice *choice)
{
	static const char *const words[] = {
	    [DUPLEX_NONE] = "none", [DUPLEX_LONG] = "long", [DUPLEX_SHORT] = "short"};
	const char *asked = argument_maybe(&context->arguments, "duplex");

	for (int i = DUPLEX_NONE; asked && i <= DUPLEX_SHORT; i++)
		if (strcmp(asked, words[i]) == 0)
			choice->request.duplex = (enum duplex)i;
	if (asked && choice->request.duplex == DUPLEX_UNSAID) {
		diag_add(context->diag, DIAG_DUPLEX_INVALID, (struct loc){0}, NULL, NULL);
		return false;
	}
	return true;
}

/* What is asked of every page. */
static bool choose_pages(struct context *context, struct choice *choice)
{
	choice->request.second = choice->second;
	choice->request.apart = argument(&context->arguments, "back-to-back") != NULL;
	choice->request.release = argument_maybe(&context->arguments, "release") != NULL;
	choice->request.stamp = argument_maybe(&context->arguments, "stamp") != NULL;
	choice->profile = argument_maybe(&context->arguments, "profile");
	choice->request.guides = argument_maybe(&context->arguments, "guides") != NULL;
	if (choice->request.apart && !choice->second) {
		diag_add(context->diag, DIAG_BACK_ALONE, (struct loc){0}, NULL, NULL);
		return false;
	}
	return choose_duplex(context, choice);
}

static bool translated(struct arena *arena, const struct material *material, const char *document,
		       const char *tag)
{
	const char *name = arena_format(arena, strcmp(tag, "nl") == 0 ? "%s.xml" : "%s.xlf", tag);

	return file_exists(arena_format(arena, "%s/translations/%s/%s", material->folder, document, name));
}

/* Not every document is there in every language: one that is not is passed over where others are. */
static bool is_elsewhere(struct arena *arena, const struct material *material, const char *document,
			 const char *tag)
{
	if (translated(arena, material, document, tag))
		return false;
	for (size_t i = 0; i < material->document_count; i++)
		if (translated(arena, material, material->documents[i], tag))
			return true;
	return false;
}

static void tell_editions(struct context *context, const struct material *material, const char *asked,
			  const char *document)
{
	struct buf names = buf_new(context->arena);

	for (size_t i = 0; i < material->edition_count; i++)
		if (edition_fits(context->diag, material, &material->editions[i], document))
			buf_printf(&names, "%s%s", names.length ? ", " : "", material->editions[i].id);
	diag_add(context->diag, DIAG_EDITION_OTHER, (struct loc){0}, NULL, document, asked, names.data, NULL);
}

/* The edition to make of a document; NULL: none, since one was asked for that others are made in. Who names both gets both. */
static const struct edition *choose_for(struct context *context, const struct material *material,
					const struct choice *choice, const char *document)
{
	const struct edition *own = edition_of(material, document);
	const struct edition *edition = edition_for(context->diag, material, choice->edition, document);

	if (!choice->edition_asked && own)
		return own;
	if (choice->named && !edition)
		tell_editions(context, material, choice->edition, document);
	if (choice->named || !choice->edition_asked || edition == own ||
	    (edition && !own && !*edition->documents))
		return edition;
	return NULL;
}

const struct language *selection_language(struct context *context, const struct material *material,
					  const char *tag)
{
	const struct language *language = language_find(&material->languages, tag);

	if (!language)
		diag_add(context->diag, DIAG_LANGUAGE_UNKNOWN, (struct loc){0}, NULL, tag, NULL);
	return language;
}

static bool choose_second(struct context *context, const struct material *material, struct choice *choice)
{
	const char *asked = argument(&context->arguments, "with");

	if (asked)
		choice->second = selection_language(context, material, asked);
	return !asked || choice->second;
}

typedef VEC(struct request) request_vec;

/* Whether the same file was asked for before; on a sheet that several share, a language may stand twice. */
static bool is_repeated(const request_vec *requests, const struct request *request)
{
	if (request->edition->sheet && request->edition->sheet->languages > 1)
		return false;
	for (size_t i = 0; i < requests->length; i++)
		if (requests->data[i].language == request->language &&
		    strcmp(requests->data[i].document, request->document) == 0)
			return true;
	return false;
}

static bool add_asked(struct context *context, const struct material *material, const struct choice *choice,
		      struct request request, request_vec *requests)
{
	bool found = true;

	for (size_t i = 0; i < choice->tag_count; i++) {
		request.language = selection_language(context, material, choice->tags[i]);
		if (!request.language) {
			found = false;
		} else if (request.language == choice->second) {
			diag_add(context->diag, DIAG_LANGUAGE_TWICE, (struct loc){0}, NULL, choice->tags[i],
				 NULL);
			found = false;
		} else if (!choice->named &&
			   is_elsewhere(context->arena, material, request.document, request.language->tag)) {
			continue;
		} else if (!is_repeated(requests, &request)) {
			vec_push(context->arena, requests, request);
		}
	}
	return found;
}

static void add_all(struct arena *arena, const struct material *material, struct request request,
		    request_vec *requests)
{
	const char *tags = request.edition->languages;

	for (size_t i = 0; i < material->languages.length; i++) {
		request.language = &material->languages.data[i];
		if (request.language->offered && request.language != request.second &&
		    (!*tags || tag_listed(tags, request.language->tag)) &&
		    translated(arena, material, request.document, request.language->tag))
			vec_push(arena, requests, request);
	}
}

static bool choose_profile(struct context *context, const struct material *material, struct choice *choice)
{
	if (choice->profile)
		choice->request.profile = profile_read(context->arena, context->diag,
						       store_schemas(material->store), choice->profile);
	return !choice->profile || choice->request.profile;
}

/* In two languages the edition may be another of the same name. NULL where the layout of an edition is for one language:
 * then who named the document is told, and of all the others those are made that can be. */
static const struct edition *choose_in_two(struct context *context, const struct material *material,
					   const struct choice *choice, const struct request *asked)
{
	struct request request = *asked;
	bool designed;

	if (!request.apart)
		request.edition = edition_in_two(context->arena, context->diag, material, request.edition,
						 request.document);
	designed = pair_planned(context->arena, context->diag, material, &request);
	if (designed || (!request.apart && !*request.edition->suffix))
		return request.edition;
	if (choice->named)
		diag_add(context->diag, request.apart ? DIAG_BACK_NONE : DIAG_PAIR_NONE, (struct loc){0},
			 NULL, request.edition->id, request.document, NULL);
	return NULL;
}

/* False after an error; the edition of the request is NULL where the document is not made. */
static bool choose_paper(struct context *context, const struct material *material,
			 const struct choice *choice, struct adaption *adaption, struct request *request)
{
	request->edition = choose_for(context, material, choice, request->document);
	if (request->edition && request->second)
		request->edition = choose_in_two(context, material, choice, request);
	if (!request->edition)
		return !diag_failed(context->diag);
	return adapt(context, adaption, request);
}

bool selection_of(struct context *context, const struct material *material, const char *tags,
		  struct selection *selection)
{
	struct choice choice = {0};
	struct adaption adaption = {0};
	request_vec requests = {0};

	if (!choose_documents(context, material, &choice) || !choose_edition(context, material, &choice) ||
	    !choose_second(context, material, &choice) || !choose_pages(context, &choice) ||
	    !choose_profile(context, material, &choice))
		return false;
	selection->worst = tags && strcmp(tags, "worst") == 0;
	if (selection->worst)
		tags = NULL;
	if (tags)
		choice.tags = list_split(context->arena, tags, &choice.tag_count);
	if (tags && !choice.tag_count) {
		diag_add(context->diag, DIAG_LANGUAGE_UNKNOWN, (struct loc){0}, NULL, tags, NULL);
		return false;
	}
	for (size_t i = 0; i < choice.document_count; i++) {
		struct request request = choice.request;

		request.document = choice.documents[i];
		if (!choose_paper(context, material, &choice, &adaption, &request))
			return false;
		if (!request.edition)
			continue;
		if (!tags)
			add_all(context->arena, material, request, &requests);
		else if (!add_asked(context, material, &choice, request, &requests))
			return false;
	}
	selection->data = requests.data;
	selection->length = requests.length;
	return true;
}

bool selection_make(struct context *context, const struct material *material, struct selection *selection)
{
	return selection_of(context, material, argument(&context->arguments, "language"), selection);
}

static bool can_join(const struct request *to, const struct request *request)
{
	const struct sheet_plan *sheet = to->edition->sheet;

	return sheet && to->other_count + 1 < (size_t)sheet->languages &&
	       strcmp(to->document, request->document) == 0 && to->edition == request->edition;
}

void selection_join(struct arena *arena, struct selection *selection)
{
	struct request *joined = arena_array(arena, selection->length, sizeof *joined);
	const struct language **others = arena_array(arena, selection->length, sizeof *others);
	size_t count = 0;

	for (size_t i = 0; i < selection->length; i++) {
		const struct request *request = &selection->data[i];

		others[i] = request->language;
		if (count && can_join(&joined[count - 1], request)) {
			joined[count - 1].other_count++;
			continue;
		}
		joined[count] = *request;
		joined[count++].others = &others[i + 1];
	}
	selection->data = joined;
	selection->length = count;
}
