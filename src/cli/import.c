/* verklaring import: what translators send back goes into translations/, each file whole or not at all. */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/message.h"
#include "review/docx.h"
#include "review/take.h"
#include "review/take_master.h"
#include "source/compose.h"

static const struct option options[] = {
    {"older", NULL,
     N_("take translations of an older Dutch too, to be read again, and texts over others where marks were "
	"lost")},
    {"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")},
    {0},
};

static void print_count(size_t count, const char *words)
{
	if (count)
		printf("    %4zu  %s\n", count, words);
}

static void print_taken(const struct delivery *delivery, const char *path, const struct taken *taken)
{
	printf(_("%s: taken for %s, language %s\n"), path, delivery->document, delivery->tag);
	if (taken->fresh)
		printf(_("    this is the first file of the language\n"));
	print_count(taken->changed, _("new or other texts"));
	print_count(taken->older, _("texts for an older Dutch, to be read again"));
	print_count(taken->confirmed, _("texts with another state"));
	print_count(taken->remarks, _("new remarks, as questions on their units"));
	print_count(taken->same, _("nothing new"));
	if (taken->changed && strcmp(delivery->tag, "nl") == 0)
		printf(_("    now raise version and date at the head of nl.xml, then: verklaring sync %s\n"),
		       delivery->document);
}

static bool take(struct context *context, const struct material *material, const struct delivery *delivery,
		 struct taken *taken)
{
	bool older = argument(&context->arguments, "older") != NULL;

	if (strcmp(delivery->tag, "nl") == 0)
		return master_take(context->arena, context->diag, material, delivery, taken);
	return delivery_take(context->arena, context->diag, material, delivery, older, taken);
}

/* Each file meets the texts as the one before it left them. */
static bool import_file(struct context *context, const char *path)
{
	struct material material;
	struct delivery delivery;
	struct taken taken;

	if (!material_load(context->arena, context->diag, context->data, &material))
		return false;
	if ((docx_is(path) ? docx_read : delivery_read_xliff)(context->arena, context->diag, path,
							      &delivery) &&
	    take(context, &material, &delivery, &taken))
		print_taken(&delivery, path, &taken);
	else
		printf(_("%s: nothing is taken\n"), path);
	return true;
}

static int import(struct context *context)
{
	const struct arguments *arguments = &context->arguments;

	if (arguments->operand_count == 0) {
		diag_add(context->diag, DIAG_IMPORT_OPERANDS, (struct loc){0}, NULL, NULL);
		return 2;
	}
	for (size_t i = 0; i < arguments->operand_count; i++)
		if (!import_file(context, arguments->operands[i]))
			return 1;
	return 0;
}

const struct command command_import = {
    "import", N_("take in what translators sent back"), " FILE...", options, import,
};
