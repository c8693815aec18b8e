/* verklaring text: the words without pages, for a message or to be recorded. */
#include "cli/command.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/message.h"
#include "cli/leaflet.h"
#include "cli/production.h"
#include "cli/selection.h"

static const struct option options[] = {
    SELECTION_OPTIONS,
    {"release", NULL, N_("only what is released; else a list of all that is missing")},
    {"script", NULL, N_("sentence by sentence with numbers, to record it aloud")},
    {"output", N_("FOLDER"), N_("where the files go (printed by default)")},
    {0},
};

static bool put(struct context *context, const struct document *document, const char *kind,
		const struct buf *buf)
{
	const char *folder = argument(&context->arguments, "output");
	const char *second = document->second ? document->second->tag : "";
	const char *path;

	if (!folder) {
		fwrite(buf->data, 1, buf->length, stdout);
		return true;
	}
	path = arena_format(context->arena, "%s/%s-%s%s%s-%s.txt", folder, document->id,
			    document->language->tag, *second ? "+" : "", second, kind);
	if (!folder_make(context->diag, folder) ||
	    !file_write(context->diag, path, (struct bytes){(const unsigned char *)buf->data, buf->length}))
		return false;
	printf("%s\n", path);
	return true;
}

static bool write_request(struct context *context, const struct material *material,
			  const struct request *request, bool behind)
{
	struct arena *arena = arena_new();
	struct workshop workshop = {arena, diag_new(), material, fontset_new(arena, &material->fonts)};
	struct production production;
	struct buf buf = buf_new(arena);
	bool script = argument(&context->arguments, "script") != NULL;
	bool made = produce(&workshop, request, PRODUCTION_SHAPED, &production);

	if (made) {
		if (behind && !argument(&context->arguments, "output"))
			putchar('\n');
		(script ? leaflet_script : leaflet_message)(&buf, production.document, &production.text);
		made = put(context, production.document, script ? "script" : "text", &buf);
	}
	diag_merge(context->diag, workshop.diag);
	diag_free(workshop.diag);
	arena_free(arena);
	return made;
}

static int text(struct context *context)
{
	struct material material;
	struct selection selection;
	bool made = true;

	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (!selection_make(context, &material, &selection))
		return 2;
	for (size_t i = 0; i < selection.length; i++)
		made &= write_request(context, &material, &selection.data[i], i > 0);
	return made ? 0 : 1;
}

const struct command command_text = {
    "text", N_("write the words as plain text, for a message or to be recorded"), "", options, text,
};
