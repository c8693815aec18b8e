/* verklaring status: which texts are translated, reviewed, final, stale, and since when. */
#include "cli/command.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/json.h"
#include "base/message.h"
#include "review/status.h"

static const struct option options[] = {
    {"json", NULL, N_("for programs: JSON instead of tables")},
    {"html", N_("FILE"), N_("write a page for a browser, in Dutch")},
    {"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")},
    {0},
};

static const char *state_word(enum text_state state)
{
	static const char *const words[TEXT_STATES] = {
	    [TEXT_ABSENT] = N_("none"),       [TEXT_INCOMPLETE] = N_("not complete"),
	    [TEXT_STALE] = N_("stale"),       [TEXT_TRANSLATED] = N_("translated"),
	    [TEXT_REVIEWED] = N_("reviewed"), [TEXT_FINAL] = N_("final"),
	    [TEXT_RELEASED] = N_("released")};

	return _(words[state]);
}

static void print_text(const struct language *language, const struct text_status *text)
{
	const struct progress *progress = &text->progress;

	if (text->state != TEXT_ABSENT)
		printf("  %-11s %-26s %5zu %5zu %5zu %5zu %5zu  %-12s %s\n", language->tag, language->name_nl,
		       progress->units, progress->translated, progress->reviewed, progress->final,
		       progress->stale, state_word(text->state), progress->since ? progress->since : "-");
}

static void print_tables(const struct status *status)
{
	for (size_t d = 0; d < status->document_count; d++) {
		printf("%s%s\n", d ? "\n" : "", status->documents[d].id);
		printf("  %-11s %-26s %5s %5s %5s %5s %5s  %-12s %s\n", _("tag"), _("language"), _("units"),
		       _("tran."), _("rev."), _("final"), _("stale"), _("state"), _("since"));
		for (size_t i = 0; i < status->language_count; i++)
			print_text(status->languages[i], &status->documents[d].texts[i]);
	}
}

static void json_text(struct json *json, const struct language *language, const struct text_status *text)
{
	const struct progress *progress = &text->progress;

	if (text->state == TEXT_ABSENT)
		return;
	json_object(json, NULL);
	json_string(json, "language", language->tag);
	json_string(json, "state", text_state_word(text->state));
	json_string(json, "since", progress->since);
	json_number(json, "units", (long)progress->units);
	json_number(json, "translated", (long)progress->translated);
	json_number(json, "reviewed", (long)progress->reviewed);
	json_number(json, "final", (long)progress->final);
	json_number(json, "stale", (long)progress->stale);
	json_close(json, '}');
}

static void print_json(struct arena *arena, const struct status *status)
{
	struct buf buf = buf_new(arena);
	struct json json = json_new(&buf);

	json_object(&json, NULL);
	json_string(&json, "date", status->material->today);
	json_array(&json, "documents");
	for (size_t d = 0; d < status->document_count; d++) {
		json_object(&json, NULL);
		json_string(&json, "id", status->documents[d].id);
		json_array(&json, "texts");
		for (size_t i = 0; i < status->language_count; i++)
			json_text(&json, status->languages[i], &status->documents[d].texts[i]);
		json_close(&json, ']');
		json_close(&json, '}');
	}
	json_close(&json, ']');
	json_close(&json, '}');
	fputs(buf.data, stdout);
}

static bool write_html(struct context *context, const struct status *status, const char *path)
{
	struct buf buf = buf_new(context->arena);

	status_html(&buf, status);
	if (!file_write(context->diag, path, (struct bytes){(const unsigned char *)buf.data, buf.length}))
		return false;
	printf("%s\n", path);
	return true;
}

static int status(struct context *context)
{
	const char *path = argument(&context->arguments, "html");
	struct material material;
	struct status all;

	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	all = status_read(context->arena, context->diag, &material);
	if (path)
		return write_html(context, &all, path) ? 0 : 2;
	if (argument(&context->arguments, "json"))
		print_json(context->arena, &all);
	else
		print_tables(&all);
	return 0;
}

const struct command command_status = {
    "status", N_("show which texts are translated, reviewed, final or stale, and since when"), "", options,
    status,
};
