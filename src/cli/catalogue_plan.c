/* A text goes on the site when it can be composed, is released (or drafts are asked for), and was not recalled. */
#include "cli/catalogue.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "review/plain.h"
#include "source/release.h"
#include "source/store.h"
#include "source/version.h"

static const char print_edition[] = "office", web_edition[] = "screen";

static const struct language *dutch_of(const struct site *site)
{
	return language_find(&site->material->languages, "nl");
}

static bool is_translated(const struct site *site, const char *document, const struct language *language)
{
	return language == dutch_of(site) ||
	       file_exists(arena_format(site->arena, "%s/translations/%s/%s.xlf", site->material->folder,
					document, language->tag));
}

/* Two languages, of which the second is Dutch, unless there is nothing but Dutch. */
static struct request request_of(const struct site *site, const char *document,
				 const struct language *language, const struct edition *edition)
{
	const struct language *dutch = dutch_of(site);

	return (struct request){.document = document,
				.language = language,
				.second = language == dutch ? NULL : dutch,
				.edition = edition};
}

/* The same on the paper that two languages ask for. */
static struct request in_two(const struct site *site, struct request request)
{
	if (request.second && request.edition)
		request.edition = edition_in_two(site->arena, site->diag, site->material, request.edition,
						 request.document);
	return request;
}

static const struct document *compose_web(const struct site *site, const char *document,
					  const struct language *language)
{
	const struct edition *own = edition_of(site->material, document);
	const struct edition *edition =
	    own ? own : edition_for(site->diag, site->material, web_edition, document);
	struct request request = in_two(site, request_of(site, document, language, edition));

	if (!edition)
		diag_add(site->diag, DIAG_EDITION_UNKNOWN, (struct loc){0}, NULL, web_edition, NULL);
	return edition ? compose(site->arena, site->diag, site->material, &request) : NULL;
}

/* The recall of a text, or of the Dutch that stands beside it. */
static const struct history_entry *recall_of(const struct site *site, const struct translation *text)
{
	const struct history_entry *recall = history_recall(site->arena, site->diag, site->material, text);
	const struct translation *beside;

	if (recall || text->language == dutch_of(site))
		return recall;
	beside = translation_open(site->arena, site->diag, site->material, text->master->id, dutch_of(site));
	return beside ? history_recall(site->arena, site->diag, site->material, beside) : NULL;
}

static void add_text(struct site *site, const struct site_document *document, const struct language *language)
{
	const struct document *web = compose_web(site, document->id, language);
	struct diag *unheard = diag_new();
	const struct translation *translation =
	    web ? translation_open(site->arena, unheard, site->material, document->id, language) : NULL;
	const struct history_entry *recalled;
	struct site_text *text;

	diag_free(unheard);
	site->output->spared |= !translation;
	if (!translation)
		return;
	recalled = recall_of(site, translation);
	if (recalled)
		vec_push(site->arena, &site->recalls, ((struct site_recall){document, language, recalled}));
	if (recalled || (!web->released && !site->drafts))
		return;
	text = vec_add(site->arena, &site->texts);
	text->document = document;
	text->language = language;
	text->web = web;
	text->code = version_code(site->arena, translation, site->material->facts);
	text->version = document->master->version;
	text->date = document->master->date;
	text->state = release_state(translation->state, web->released);
	text->recording = recording_read(site->arena, site->diag, site->material, web, text->code);
}

static bool read_document(struct site *site, const char *id, struct site_document *document)
{
	const struct master *master = store_master(site->material->store, site->diag, id);

	site->output->spared |= !master;
	if (!master)
		return false;
	document->id = id;
	document->master = master;
	document->discreet = master_discreet(master);
	document->folder = site_folder(site->arena, id, document->discreet);
	document->title = plain_text(site->arena, master->units[0].source);
	document->main = !site_main(site) && !document->discreet && !edition_of(site->material, id);
	return history_read(site->arena, site->diag, site->material, id, &document->history);
}

void catalogue_gather(struct site *site)
{
	const struct material *material = site->material;

	site->documents = arena_array(site->arena, material->document_count, sizeof *site->documents);
	for (size_t i = 0; i < material->document_count; i++)
		site->document_count +=
		    read_document(site, material->documents[i], &site->documents[site->document_count]);
	for (size_t d = 0; d < site->document_count; d++)
		for (size_t i = 0; i < material->languages.length; i++) {
			const struct language *language = &material->languages.data[i];

			if (language->offered && is_translated(site, site->documents[d].id, language))
				add_text(site, &site->documents[d], language);
		}
}

/* A leaflet is folded out of what is printed: its cover shows what it is, the sheet does not. */
static bool is_folded(const struct site *site, const char *document)
{
	const struct edition *print = edition_for(site->diag, site->material, print_edition, document);

	return print && print->sheet;
}

static bool is_shown(const struct site *site, const struct site_document *document,
		     const struct request *request, enum site_use use)
{
	if (!document->main && !document->discreet)
		return false;
	if (is_folded(site, document->id))
		return strcmp(request->edition->id, web_edition) == 0 && !request->second;
	return use == SITE_PRINT;
}

static void add_task(struct site *site, struct catalogue_tasks *tasks, size_t text, struct request request,
		     enum site_use use)
{
	const struct site_document *document = site->texts.data[text].document;
	struct catalogue_task task = {
	    .text = text, .request = request, .use = use, .shown = is_shown(site, document, &request, use)};

	vec_push(site->arena, tasks, task);
}

/* Whether an edition is made of a document, one language on a sheet. */
static bool is_made(const struct site *site, const struct request *request)
{
	const struct edition *edition = request->edition,
			     *own = edition_of(site->material, request->document);

	if (own ? !tag_listed(edition->documents, request->document) : *edition->documents != '\0')
		return false;
	if (!edition_fits(site->diag, site->material, edition, request->document))
		return false;
	if (edition->sheet && edition->sheet->languages > 1)
		return false;
	return pages_planned(site->arena, site->diag, site->material, request) > 0;
}

static void plan_edition(struct site *site, struct catalogue_tasks *tasks, size_t text,
			 const struct edition *edition)
{
	const struct site_text *at = &site->texts.data[text];
	struct request request = request_of(site, at->document->id, at->language, edition);
	bool print = edition_of(site->material, at->document->id) == edition ||
		     strcmp(edition->id, print_edition) == 0;
	struct request both = in_two(site, request);
	bool pair = request.second && !edition->picture && !(edition->claims & CLAIM_X4) &&
		    pair_planned(site->arena, site->diag, site->material, &both);

	if (!is_made(site, &request))
		return;
	request.profile = both.profile = site->profile;
	if (site->base_url)
		request.link = both.link =
		    arena_format(site->arena, "%s%s", site->base_url,
				 site_text_path(site->arena, at->document, at->language));
	if (pair)
		add_task(site, tasks, text, both, print ? SITE_PRINT : SITE_OTHER);
	request.second = NULL;
	add_task(site, tasks, text, request,
		 edition->picture ? SITE_PICTURE
		 : print && !pair ? SITE_PRINT
				  : SITE_OTHER);
}

struct catalogue_tasks catalogue_plan(struct site *site)
{
	struct catalogue_tasks tasks = {0};

	for (size_t i = 0; i < site->texts.length; i++)
		for (size_t e = 0; e < site->material->edition_count; e++)
			plan_edition(site, &tasks, i, &site->material->editions[e]);
	return tasks;
}
