/* verklaring export: a document on its way to a translator, in one language, with what there is already. */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/message.h"
#include "review/sync.h"
#include "source/compose.h"
#include "source/outgoing.h"

static const struct option options[] = {
    {"output", N_("FOLDER"), N_("where the file goes (this folder by default)")},
    {"xliff", N_("VERSION"), N_("2.0 (by default), or 1.2 for old tools")},
    {"template", NULL, N_("the Dutch alone, without a language")},
    {"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")},
    {0},
};

/* What is asked for. */
struct sending {
	const struct master *master;
	const struct language *language;
	const char *version; /* of XLIFF */
	bool template;
};

static bool read_arguments(struct context *context, const struct material *material, struct sending *sending)
{
	const struct arguments *arguments = &context->arguments;
	const char *version = argument(arguments, "xliff"), *tag;

	sending->version = version ? version : "2.0";
	sending->template = argument(arguments, "template") != NULL;
	if (strcmp(sending->version, "2.0") != 0 && strcmp(sending->version, "1.2") != 0) {
		diag_add(context->diag, DIAG_EXPORT_VERSION, (struct loc){0}, NULL, sending->version, NULL);
		return false;
	}
	if (arguments->operand_count != (sending->template ? 1 : 2)) {
		diag_add(context->diag, DIAG_EXPORT_OPERANDS, (struct loc){0}, NULL, NULL);
		return false;
	}
	tag = sending->template ? "nl" : arguments->operands[1];
	sending->language = language_find(&material->languages, tag);
	if (!sending->language || (!sending->template && strcmp(sending->language->tag, "nl") == 0)) {
		diag_add(context->diag, DIAG_LANGUAGE_UNKNOWN, (struct loc){0}, NULL, tag, NULL);
		return false;
	}
	sending->master = master_of(context->diag, material, arguments->operands[0]);
	return sending->master != NULL;
}

/* The translation as sync would leave it, in memory; nothing is written to translations/. */
static struct bitext *open_synced(struct context *context, const struct material *material,
				  const struct sending *sending)
{
	struct translation_file *file = arena_alloc(context->arena, sizeof *file);
	struct syncing syncing = {.diag = context->diag};
	struct synced synced = {0};
	size_t failures = diag_count(context->diag, DIAG_ERROR);

	*file = translation_file_of(context->arena, material, sending->master, sending->language);
	syncing.bitext = file_exists(file->path) ? bitext_open(context->arena, context->diag, file)
						 : bitext_new(context->arena, file);
	syncing.attic = attic_open(context->arena, context->diag, file);
	if (!syncing.bitext || !syncing.attic || diag_count(context->diag, DIAG_ERROR) > failures)
		return NULL;
	sync_units(&syncing, &synced);
	return syncing.bitext;
}

static struct bytes print(const struct sending *sending, struct bitext *bitext)
{
	if (sending->template)
		return outgoing_template(bitext);
	return strcmp(sending->version, "1.2") == 0 ? outgoing_xliff1(bitext) : outgoing_xliff2(bitext);
}

static int export(struct context *context)
{
	const char *folder = argument(&context->arguments, "output");
	struct material material;
	struct sending sending;
	struct bitext *bitext;
	const char *path;

	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (!read_arguments(context, &material, &sending))
		return 2;
	bitext = open_synced(context, &material, &sending);
	if (!bitext)
		return 1;
	path = arena_format(context->arena, "%s/%s-%s.xlf", folder ? folder : ".", sending.master->id,
			    sending.language->tag);
	if (!folder_make(context->diag, folder ? folder : ".") ||
	    !file_write(context->diag, path, print(&sending, bitext)))
		return 2;
	printf("%s\n", path);
	return 0;
}

const struct command command_export = {
    "export", N_("write a document for a translator, in one language"), " DOCUMENT TAG", options, export,
};
