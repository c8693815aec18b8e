/* verklaring list: what there is, and how complete. */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/json.h"
#include "base/message.h"
#include "source/compose.h"

static const struct option options[] = {
    {"json", NULL, N_("for programs: JSON instead of tables")},
    {"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")},
    {0},
};

/* What printing needs at every step. */
struct listing {
	struct context *context;
	const struct material *material;
};

static struct progress progress_of(const struct listing *listing, const char *document,
				   const struct language *language)
{
	struct progress progress = {0};

	progress_read(listing->context->arena, listing->context->diag, listing->material, document, language,
		      &progress);
	return progress;
}

static const char *state_word(const struct progress *progress)
{
	if (progress->final == progress->units)
		return _("final");
	if (progress->reviewed + progress->final == progress->units)
		return _("reviewed");
	if (progress->translated + progress->reviewed + progress->final == progress->units)
		return _("translated");
	return _("not complete");
}

static void print_language(const struct listing *listing, const char *document,
			   const struct language *language)
{
	struct progress progress = progress_of(listing, document, language);
	size_t done = progress.translated + progress.reviewed + progress.final;

	if (!progress.present)
		return;
	printf("  %-8s %-28s %4zu/%-4zu %-14s %-7s", language->tag, language->name_nl, done, progress.units,
	       state_word(&progress), progress.code ? progress.code : "-");
	if (progress.stale)
		printf(_(" %zu stale"), progress.stale);
	printf(" %s\n", language->autonym);
}

static void print_wanted(const struct languages *languages)
{
	puts(_("\nWanted: no translation yet; hand over meanwhile"));
	for (size_t i = 0; i < languages->length; i++) {
		const struct language *language = &languages->data[i];

		if (!language->offered)
			printf("  %-10s %-28s %-10s %s\n", language->tag, language->name_nl,
			       language->meanwhile, language->autonym);
		if (!language->offered && *language->kept_out)
			printf("             %s\n", language->kept_out);
	}
}

/* Languages in which some papers are kept out of print. */
static void print_partly(const struct languages *languages)
{
	for (size_t i = 0; i < languages->length; i++) {
		const struct language *language = &languages->data[i];

		if (language->offered && *language->kept_out)
			printf("  %-10s %-28s %s\n             %s\n", language->tag, language->name_nl,
			       language->autonym, language->kept_out);
	}
}

/* A request for an edition of a document; in two languages it may be on other paper. */
static struct request request_for(const struct listing *listing, const char *document,
				  const struct edition *edition, bool two)
{
	struct context *context = listing->context;
	const struct material *material = listing->material;
	const struct language *dutch = language_find(&material->languages, "nl");

	if (two)
		edition = edition_in_two(context->arena, context->diag, material, edition, document);
	return (struct request){
	    .document = document, .language = dutch, .second = two ? dutch : NULL, .edition = edition};
}

/* How many pages an edition of a document has; 0: none, or none in two languages. */
static size_t pages_of(const struct listing *listing, const struct request *request,
		       const struct edition *edition)
{
	struct context *context = listing->context;
	const struct material *material = listing->material;

	if (!edition_fits(context->diag, material, edition, request->document) ||
	    (request->second && !pair_planned(context->arena, context->diag, material, request)))
		return 0;
	return pages_planned(context->arena, context->diag, material, request);
}

static size_t share(size_t count, size_t size)
{
	return (count + size - 1) / size;
}

/* Leaves of paper: one or two pages on each, or as the scheme says. */
static size_t sheets_of(const struct edition *edition, size_t pages)
{
	const struct sheet_plan *plan = edition->sheet;
	size_t sides = edition->duplex ? 2 : 1;

	if (plan)
		return share(pages, (size_t)(plan->columns * plan->rows) * (plan->back ? 2 : 1));
	return share(pages, sides);
}

static void print_pages(const struct listing *listing, const char *document)
{
	for (size_t i = 0; i < listing->material->edition_count; i++) {
		const struct edition *edition = &listing->material->editions[i];
		struct request one = request_for(listing, document, edition, false);
		struct request two = request_for(listing, document, edition, true);
		size_t pages = pages_of(listing, &one, edition), paired = pages_of(listing, &two, edition);

		if (!pages)
			continue;
		printf(_("  %-8s pages %zu, sheets %zu"), edition->id, pages, sheets_of(edition, pages));
		if (paired)
			printf(_("; in two languages pages %zu, sheets %zu"), paired,
			       sheets_of(two.edition, paired));
		putchar('\n');
	}
}

static void print_tables(const struct listing *listing)
{
	const struct material *material = listing->material;

	puts(_("Editions"));
	for (size_t i = 0; i < material->edition_count; i++)
		printf("  %-12s %s\n", material->editions[i].id, material->editions[i].name_nl);
	for (size_t d = 0; d < material->document_count; d++) {
		printf("\n%s\n", material->documents[d]);
		print_pages(listing, material->documents[d]);
		for (size_t i = 0; i < material->languages.length; i++)
			print_language(listing, material->documents[d], &material->languages.data[i]);
	}
	print_wanted(&material->languages);
	print_partly(&material->languages);
}

static void json_language(struct json *json, const struct listing *listing, const char *document,
			  const struct language *language)
{
	struct progress progress = progress_of(listing, document, language);

	if (!progress.present)
		return;
	json_object(json, NULL);
	json_string(json, "language", language->tag);
	json_string(json, "code", progress.code);
	json_number(json, "units", (long)progress.units);
	json_number(json, "translated", (long)progress.translated);
	json_number(json, "reviewed", (long)progress.reviewed);
	json_number(json, "final", (long)progress.final);
	json_number(json, "stale", (long)progress.stale);
	json_close(json, '}');
}

static void json_pages(struct json *json, const struct listing *listing, const char *document)
{
	json_array(json, "editions");
	for (size_t i = 0; i < listing->material->edition_count; i++) {
		const struct edition *edition = &listing->material->editions[i];

		struct request one = request_for(listing, document, edition, false);
		struct request two = request_for(listing, document, edition, true);

		if (!pages_of(listing, &one, edition))
			continue;
		json_object(json, NULL);
		json_string(json, "id", edition->id);
		json_number(json, "sides", edition->duplex ? 2 : 1);
		json_number(json, "pages", (long)pages_of(listing, &one, edition));
		json_number(json, "pages-with", (long)pages_of(listing, &two, edition));
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void json_documents(struct json *json, const struct listing *listing)
{
	const struct material *material = listing->material;

	json_array(json, "documents");
	for (size_t d = 0; d < material->document_count; d++) {
		json_object(json, NULL);
		json_string(json, "id", material->documents[d]);
		json_pages(json, listing, material->documents[d]);
		json_array(json, "translations");
		for (size_t i = 0; i < material->languages.length; i++)
			json_language(json, listing, material->documents[d], &material->languages.data[i]);
		json_close(json, ']');
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void json_languages(struct json *json, const struct languages *languages)
{
	json_array(json, "languages");
	for (size_t i = 0; i < languages->length; i++) {
		const struct language *language = &languages->data[i];

		json_object(json, NULL);
		json_string(json, "tag", language->tag);
		json_string(json, "name-nl", language->name_nl);
		json_string(json, "name-en", language->name_en);
		json_string(json, "autonym", language->autonym);
		json_string(json, "script", language->script);
		json_string(json, "direction", language->direction == DIRECTION_RTL ? "rtl" : "ltr");
		json_bool(json, "offered", language->offered);
		json_string(json, "meanwhile", language->meanwhile);
		json_string(json, "variety", language->variety);
		json_string(json, "readers", language->readers);
		json_string(json, "not-for", language->not_for);
		json_string(json, "countries", language->countries);
		json_string(json, "kept-out", language->kept_out);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void json_editions(struct json *json, const struct material *material)
{
	json_array(json, "editions");
	for (size_t i = 0; i < material->edition_count; i++) {
		json_object(json, NULL);
		json_string(json, "id", material->editions[i].id);
		json_string(json, "name-nl", material->editions[i].name_nl);
		json_string(json, "name-en", material->editions[i].name_en);
		json_string(json, "documents", material->editions[i].documents);
		json_string(json, "templates", material->editions[i].templates);
		json_close(json, '}');
	}
	json_close(json, ']');
}

static void print_json(const struct listing *listing)
{
	struct buf buf = buf_new(listing->context->arena);
	struct json json = json_new(&buf);

	json_object(&json, NULL);
	json_editions(&json, listing->material);
	json_languages(&json, &listing->material->languages);
	json_documents(&json, listing);
	json_close(&json, '}');
	fputs(buf.data, stdout);
}

static int list(struct context *context)
{
	struct material material;
	struct listing listing = {context, &material};

	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (argument(&context->arguments, "json"))
		print_json(&listing);
	else
		print_tables(&listing);
	return 0;
}

const struct command command_list = {
    "list", N_("show documents, languages and editions, and how complete they are"), "", options, list,
};
