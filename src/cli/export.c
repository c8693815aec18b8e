/* verklaring export: a document on its way to a translator, in one language, with what there is already. */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/message.h"
#include "cli/selection.h"
#include "review/docx.h"
#include "review/form.h"
#include "review/sync.h"
#include "source/compose.h"
#include "source/offer.h"
#include "source/outgoing.h"

static const struct option options[] = {
    {"output", N_("FOLDER"), N_("where the file goes (this folder by default)")},
    {"xliff", N_("VERSION"), N_("2.0 (by default), or 1.2 for old tools")},
    {"docx", NULL, N_("a table for Word; of nl too, to change the Dutch")},
    {"html", NULL, N_("a page to translate on a telephone or an old laptop")},
    {"reference", N_("TAG"), N_("a second language beside the Dutch, for --docx and --html")},
    {"template", NULL, N_("the Dutch alone, without a language")},
    {"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")},
    {0},
};

/* What is asked for. */
struct sending {
	const struct master *master;
	const struct language *language, *reference; /* reference: NULL for none */
	const char *version;                         /* of XLIFF */
	bool template, docx, html;
};

/* One form at a time, and what belongs to it alone. */
static bool read_form(struct context *context, const struct material *material, struct sending *sending)
{
	const struct arguments *arguments = &context->arguments;
	const char *reference = argument(arguments, "reference");
	int forms;

	sending->docx = argument(arguments, "docx") != NULL;
	sending->html = argument(arguments, "html") != NULL;
	sending->template = argument(arguments, "template") != NULL;
	forms = sending->docx + sending->html + sending->template + (argument(arguments, "xliff") != NULL);
	if (forms > 1 || (reference && !sending->docx && !sending->html)) {
		diag_add(context->diag, DIAG_EXPORT_FORM, (struct loc){0}, NULL, NULL);
		return false;
	}
	sending->reference = reference ? selection_language(context, material, reference) : NULL;
	return !reference || sending->reference;
}

static bool read_arguments(struct context *context, const struct material *material, struct sending *sending)
{
	const struct arguments *arguments = &context->arguments;
	const char *version = argument(arguments, "xliff"), *tag;

	sending->version = version ? version : "2.0";
	if (!read_form(context, material, sending))
		return false;
	if (strcmp(sending->version, "2.0") != 0 && strcmp(sending->version, "1.2") != 0) {
		diag_add(context->diag, DIAG_EXPORT_VERSION, (struct loc){0}, NULL, sending->version, NULL);
		return false;
	}
	if (arguments->operand_count != (sending->template ? 1 : 2)) {
		diag_add(context->diag, DIAG_EXPORT_OPERANDS, (struct loc){0}, NULL, NULL);
		return false;
	}
	tag = sending->template ? "nl" : arguments->operands[1];
	sending->language = selection_language(context, material, tag);
	if (sending->language && !sending->template && !sending->docx &&
	    strcmp(sending->language->tag, "nl") == 0) {
		diag_add(context->diag, DIAG_EXPORT_DUTCH, (struct loc){0}, NULL, NULL);
		return false;
	}
	sending->master =
	    sending->language ? master_of(context->diag, material, arguments->operands[0]) : NULL;
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

static struct bytes print_xliff(const struct sending *sending, struct bitext *bitext)
{
	if (!bitext)
		return (struct bytes){0};
	if (sending->template)
		return outgoing_template(bitext);
	return strcmp(sending->version, "1.2") == 0 ? outgoing_xliff1(bitext) : outgoing_xliff2(bitext);
}

static struct bytes print_offer(struct context *context, const struct material *material,
				const struct sending *sending)
{
	struct request request = {
	    .document = sending->master->id, .language = sending->language, .second = sending->reference};
	struct offer offer;

	if (!offer_make(context->arena, context->diag, material, &request, &offer))
		return (struct bytes){0};
	return sending->docx ? docx_write(context->arena, context->diag, &offer)
			     : form_write(context->arena, &offer);
}

static int export(struct context *context)
{
	const char *folder = argument(&context->arguments, "output"), *path;
	struct material material;
	struct sending sending = {0};
	struct bytes bytes;
	bool table;

	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (!read_arguments(context, &material, &sending))
		return 2;
	table = sending.docx || sending.html;
	bytes = table ? print_offer(context, &material, &sending)
		      : print_xliff(&sending, open_synced(context, &material, &sending));
	if (!bytes.data)
		return 1;
	path = arena_format(context->arena, "%s/%s-%s.%s", folder ? folder : ".", sending.master->id,
			    sending.language->tag,
			    sending.docx   ? "docx"
			    : sending.html ? "html"
					   : "xlf");
	if (!folder_make(context->diag, folder ? folder : ".") || !file_write(context->diag, path, bytes))
		return 2;
	printf("%s\n", path);
	return 0;
}

const struct command command_export = {
    "export", N_("write a document for a translator, in one language"), " DOCUMENT TAG", options, export,
};
