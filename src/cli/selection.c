/* Names on the command line become requests; an unknown name is the user's mistake, not the material's. */
#include "cli/selection.h"

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/message.h"
#include "base/vec.h"

#include <string.h>

struct choice {
	const char **documents, **tags;
	size_t document_count, tag_count;
	const struct edition *edition;
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
	choice->documents = list_split(context->arena, asked, &choice->document_count);
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

	choice->edition = edition_find(material, asked ? asked : "office");
	if (!choice->edition)
		diag_add(context->diag, DIAG_EDITION_UNKNOWN, (struct loc){0}, NULL, asked ? asked : "office",
			 NULL);
	return choice->edition != NULL;
}

static bool translated(struct arena *arena, const struct material *material, const char *document,
		       const char *tag)
{
	const char *name = arena_format(arena, strcmp(tag, "nl") == 0 ? "%s.xml" : "%s.xlf", tag);

	return file_exists(arena_format(arena, "%s/translations/%s/%s", material->folder, document, name));
}

typedef VEC(struct request) request_vec;

static bool add_asked(struct context *context, const struct material *material, const struct choice *choice,
		      struct request request, request_vec *requests)
{
	bool found = true;

	for (size_t i = 0; i < choice->tag_count; i++) {
		request.language = language_find(&material->languages, choice->tags[i]);
		if (request.language) {
			vec_push(context->arena, requests, request);
			continue;
		}
		diag_add(context->diag, DIAG_LANGUAGE_UNKNOWN, (struct loc){0}, NULL, choice->tags[i], NULL);
		found = false;
	}
	return found;
}

static void add_all(struct arena *arena, const struct material *material, struct request request,
		    request_vec *requests)
{
	for (size_t i = 0; i < material->languages.length; i++) {
		request.language = &material->languages.data[i];
		if (request.language->offered &&
		    translated(arena, material, request.document, request.language->tag))
			vec_push(arena, requests, request);
	}
}

bool selection_make(struct context *context, const struct material *material, struct selection *selection)
{
	const char *tags = argument(&context->arguments, "language");
	struct choice choice = {0};
	request_vec requests = {0};

	if (!choose_documents(context, material, &choice) || !choose_edition(context, material, &choice))
		return false;
	if (tags)
		choice.tags = list_split(context->arena, tags, &choice.tag_count);
	for (size_t i = 0; i < choice.document_count; i++) {
		struct request request = {.document = choice.documents[i], .edition = choice.edition};

		if (!tags)
			add_all(context->arena, material, request, &requests);
		else if (!add_asked(context, material, &choice, request, &requests))
			return false;
	}
	*selection = (struct selection){requests.data, requests.length};
	return true;
}
