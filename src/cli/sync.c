/* verklaring sync: every translation follows the Dutch. */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/message.h"
#include "review/sync.h"
#include "source/compose.h"

static const struct option options[] = {
    {"minor", NULL, N_("the Dutch had slips of the pen only: translations stay as good as they were")},
    {"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")},
    {0},
};

struct totals {
	size_t files, changed;
};

static void print_count(size_t count, const char *words)
{
	if (count)
		printf("    %4zu  %s\n", count, words);
}

static void print_synced(const char *path, const struct synced *synced)
{
	printf("%s\n", path);
	print_count(synced->stale, _("to be read again: the Dutch has changed"));
	print_count(synced->source, _("with other Dutch, not translated yet"));
	print_count(synced->minor, _("with a slip of the pen mended in the Dutch"));
	print_count(synced->restored, _("good again: the Dutch is what it was"));
	print_count(synced->added, _("new, to be translated"));
	print_count(synced->returned, _("back again, with the translation that was kept"));
	print_count(synced->removed, _("gone from the Dutch; translations are kept in the attic"));
}

static const struct language *language_of_file(struct context *context, const struct material *material,
					       const char *path)
{
	const char *name = path_name(path);
	const char *tag = arena_copy(context->arena, name, strlen(name) - strlen(".xlf"));
	const struct language *language = language_find(&material->languages, tag);

	if (!language || strcmp(language->tag, tag) != 0) {
		diag_add(context->diag, DIAG_DELIVERY_LANGUAGE, (struct loc){path, 0}, NULL, tag, NULL);
		return NULL;
	}
	return language;
}

static void sync_file(struct context *context, const struct material *material, const struct master *master,
		      const char *name, struct totals *totals)
{
	const char *path =
	    arena_format(context->arena, "%s/translations/%s/%s", material->folder, master->id, name);
	const struct language *language = language_of_file(context, material, path);
	size_t failures = diag_count(context->diag, DIAG_ERROR);
	struct syncing syncing = {.diag = context->diag,
				  .minor = argument(&context->arguments, "minor") != NULL};
	struct synced synced = {0};
	struct translation_file file;

	if (!language)
		return;
	file = translation_file_of(context->arena, material, master, language);
	syncing.bitext = bitext_open(context->arena, context->diag, &file);
	syncing.attic = attic_open(context->arena, context->diag, &file);
	if (!syncing.bitext || !syncing.attic || diag_count(context->diag, DIAG_ERROR) > failures)
		return;
	sync_units(&syncing, &synced);
	totals->files++;
	totals->changed += syncing.bitext->changed;
	if (attic_save(context->diag, syncing.attic) && bitext_save(context->diag, syncing.bitext) &&
	    syncing.bitext->changed)
		print_synced(path, &synced);
}

static void sync_document(struct context *context, const struct material *material, const char *document,
			  struct totals *totals)
{
	const struct master *master = master_of(context->diag, material, document);
	const char *folder = arena_format(context->arena, "%s/translations/%s", material->folder, document);
	const char *const *names;
	size_t count;

	if (!master)
		return;
	names = folder_list(context->arena, folder, ".xlf", &count);
	for (size_t i = 0; i < count; i++)
		sync_file(context, material, master, names[i], totals);
}

static int sync_documents(struct context *context)
{
	const struct arguments *arguments = &context->arguments;
	struct material material;
	struct totals totals = {0};

	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	for (size_t i = 0; i < arguments->operand_count; i++)
		sync_document(context, &material, arguments->operands[i], &totals);
	for (size_t i = 0; arguments->operand_count == 0 && i < material.document_count; i++)
		sync_document(context, &material, material.documents[i], &totals);
	if (arguments->operand_count == 0)
		sync_document(context, &material, "common", &totals);
	if (!totals.changed)
		printf(_("%zu files; each follows the Dutch already\n"), totals.files);
	return 0;
}

const struct command command_sync = {
    "sync",           N_("make every translation follow a change of the Dutch, or of a number"),
    " [DOCUMENT...]", options,
    sync_documents,
};
