/* verklaring dossier: the grounds of a document, as a page for the screen and as one for paper. */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/message.h"
#include "cli/production.h"
#include "review/dossier.h"

static const struct option options[] = {
    {"output", N_("FOLDER"), N_("where the files go (this folder by default)")},
    {"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")},
    {0},
};

static bool known(const struct material *material, const char *document)
{
	for (size_t i = 0; i < material->document_count; i++)
		if (strcmp(material->documents[i], document) == 0)
			return true;
	return false;
}

static bool write_file(struct context *context, const char *document, const char *suffix, struct bytes bytes)
{
	const char *folder = argument(&context->arguments, "output");
	const char *path =
	    arena_format(context->arena, "%s/%s-dossier.%s", folder ? folder : ".", document, suffix);

	if (!folder_make(context->diag, folder ? folder : ".") || !file_write(context->diag, path, bytes))
		return false;
	printf("%s\n", path);
	return true;
}

static bool write_html(struct context *context, const struct dossier *dossier)
{
	struct buf buf = buf_new(context->arena);

	dossier_html(&buf, dossier);
	return write_file(context, dossier->master->id, "html",
			  (struct bytes){(const unsigned char *)buf.data, buf.length});
}

static bool write_pdf(struct context *context, const struct dossier *dossier)
{
	const struct material *material = dossier->material;
	struct request request = {.document = dossier->master->id,
				  .master = dossier_master(context->arena, dossier),
				  .language = language_find(&material->languages, "nl"),
				  .edition = edition_find(material, "screen")};
	struct workshop workshop = {context->arena, context->diag, material,
				    fontset_new(context->arena, &material->fonts)};
	struct production production;

	if (!request.edition) {
		diag_add(context->diag, DIAG_EDITION_UNKNOWN, (struct loc){0}, NULL, "screen", NULL);
		return false;
	}
	return produce(&workshop, &request, PRODUCTION_WRITTEN, &production) &&
	       write_file(context, dossier->master->id, "pdf", production.pdf);
}

static int dossier(struct context *context)
{
	const struct arguments *arguments = &context->arguments;
	const char *document = arguments->operand_count == 1 ? arguments->operands[0] : "";
	struct material material;
	struct dossier gathered;

	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (!known(&material, document)) {
		diag_add(context->diag, DIAG_DOCUMENT_UNKNOWN, (struct loc){0}, NULL, document, NULL);
		return 2;
	}
	if (!dossier_make(context->arena, context->diag, &material, document, &gathered))
		return 1;
	return write_html(context, &gathered) && write_pdf(context, &gathered) ? 0 : 1;
}

const struct command command_dossier = {
    "dossier", N_("write every sentence with its ground and state, as HTML and PDF"), " DOCUMENT", options,
    dossier,
};
