/* A file that lies elsewhere is held against the tree's own master, facts, glossary and layouts, and goes through the pipeline as if it
 * lay there. */
#include "cli/check_parts.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "layout/ink.h"
#include "review/review.h"
#include "source/editions.h"
#include "source/facts.h"
#include "source/glossary.h"
#include "source/identity.h"
#include "source/store.h"
#include "source/svg.h"
#include "source/xliff.h"

void check_words(const struct workshop *workshop, const struct translation *translation, struct map *said)
{
	const char *tag = translation->language->tag;
	struct glossary glossary;
	struct review review = {.translation = translation,
				.glossary = &glossary,
				.facts = workshop->material->facts,
				.said = said};

	if (strcmp(tag, "nl") == 0)
		review_reading(workshop->arena, workshop->diag, translation->master);
	if (glossary_read(workshop->arena, workshop->diag, workshop->material, tag, &glossary))
		review_translation(workshop->arena, workshop->diag, &review);
}

/* Words and pages have a sink each, since a wrong word does not keep the pages from being looked at. */
void check_pages(const struct workshop *workshop, const struct request *request)
{
	struct diag *diag = diag_new();
	struct workshop own = {workshop->arena, diag, workshop->material, workshop->fontset};
	struct production production;

	if (produce(&own, request, PRODUCTION_LAID_OUT, &production))
		ink_check(diag, &production.pages);
	diag_merge(workshop->diag, diag);
	diag_free(diag);
}

static const struct edition *usual_edition(const struct workshop *workshop, const char *document)
{
	const struct edition *own = edition_of(workshop->material, document);

	return own ? own : edition_for(workshop->diag, workshop->material, "office", document);
}

static void check_text(const struct workshop *workshop, const struct translation *translation,
		       struct request request)
{
	struct map said = {0};

	check_words(workshop, translation, &said);
	request.document = translation->master->id;
	request.language = translation->language;
	if (strcmp(request.document, "common") == 0)
		return;
	request.edition = usual_edition(workshop, request.document);
	if (request.edition)
		check_pages(workshop, &request);
}

static const struct master *master_named(const struct workshop *workshop, const char *document)
{
	const struct material *material = workshop->material;

	if (strcmp(document, "common") == 0)
		return store_strings(material->store, workshop->diag);
	for (size_t i = 0; i < material->document_count; i++)
		if (strcmp(material->documents[i], document) == 0)
			return store_master(material->store, workshop->diag, document);
	diag_add(workshop->diag, DIAG_DOCUMENT_UNKNOWN, (struct loc){0}, NULL, document, NULL);
	return NULL;
}

static const struct language *language_named(const struct workshop *workshop, const char *tag)
{
	const struct language *language = language_find(&workshop->material->languages, tag);

	if (!language)
		diag_add(workshop->diag, DIAG_LANGUAGE_UNKNOWN, (struct loc){0}, NULL, tag, NULL);
	return language;
}

static void check_translation(const struct workshop *workshop, const char *path,
			      const struct identity *identity)
{
	struct translation_file file = {.schemas = store_schemas(workshop->material->store),
					.facts = workshop->material->facts,
					.master = master_named(workshop, identity->document),
					.language = language_named(workshop, identity->language),
					.path = path};
	const struct translation *translation;

	if (!file.master || !file.language)
		return;
	file.signoffs = store_signoffs(workshop->material->store, workshop->diag, identity->document);
	translation = translation_read(workshop->arena, workshop->diag, &file);
	if (translation)
		check_text(workshop, translation, (struct request){.translation = translation});
}

static void check_master(const struct workshop *workshop, const char *path, const struct identity *identity)
{
	const char *root = identity->kind == FILE_MASTER ? "document" : "strings";
	struct master_file file = {store_schemas(workshop->material->store), workshop->material->facts, path,
				   root};
	const struct master *master = master_read(workshop->arena, workshop->diag, &file);
	const struct language *dutch = language_named(workshop, "nl");

	if (master && dutch)
		check_text(
		    workshop,
		    translation_of_master(workshop->arena,
					  &(struct translation_file){.master = master, .language = dutch}),
		    (struct request){.master = master});
}

/* These are sound when their readers say so. */
static void check_data(const struct workshop *workshop, const char *path, enum file_kind kind)
{
	struct arena *arena = workshop->arena;
	struct diag *diag = workshop->diag;
	const struct material *material = workshop->material;
	struct schemas *schemas = store_schemas(material->store);

	if (kind == FILE_FACTS)
		facts_load(arena, diag, schemas, path, &(struct facts){0});
	else if (kind == FILE_LANGUAGES)
		languages_load(arena, diag, path, &(struct languages){0});
	else if (kind == FILE_GLOSSARY)
		glossary_load(arena, diag, material, path, &(struct glossary){0});
	else if (kind == FILE_TEMPLATE)
		template_read(arena, diag, schemas, path);
	else if (kind == FILE_THEME)
		theme_load(arena, diag, schemas, path);
	else if (kind == FILE_EDITIONS)
		editions_load(arena, diag, schemas, path, &(struct editions){0});
	else if (kind == FILE_FONTS)
		fontlist_load(arena, diag, path, &(struct fontlist){0});
	else if (kind == FILE_ARTWORK)
		artwork_read(arena, diag, material->theme, path);
	else
		diag_add(diag, DIAG_FILE_UNKNOWN, (struct loc){path, 0}, NULL, NULL);
}

void check_file(const struct workshop *workshop, const char *path)
{
	struct identity identity;

	if (!identity_read(workshop->arena, workshop->diag, path, &identity))
		return;
	if (identity.kind == FILE_TRANSLATION)
		check_translation(workshop, path, &identity);
	else if (identity.kind == FILE_MASTER || identity.kind == FILE_STRINGS)
		check_master(workshop, path, &identity);
	else
		check_data(workshop, path, identity.kind);
}
