/* verklaring check: the words, and then the real pipeline without a writer, so that glyphs, fit and ink are checked by it. */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/json.h"
#include "base/message.h"
#include "cli/check_parts.h"
#include "cli/selection.h"
#include "source/xliff.h"

static const struct option options[] = {
    SELECTION_OPTIONS,
    {"json", NULL, N_("print what was found as JSON")},
    {0},
};

struct checker {
	struct context *context;
	const struct material *material;
	bool quiet; /* what is printed is JSON */
};

static void tell(const struct checker *checker, const char *what, const char *tag, struct diag *diag)
{
	if (!checker->quiet)
		printf("%-12s %-8s %s\n", what, tag, diag_failed(diag) ? _("something is wrong") : _("good"));
	diag_merge(checker->context->diag, diag);
	diag_free(diag);
}

static struct workshop workshop_of(const struct checker *checker, struct arena *arena, struct diag *diag)
{
	return (struct workshop){arena, diag, checker->material,
				 fontset_new(arena, &checker->material->fonts)};
}

/* Words and pages have a sink each, since a wrong word does not keep the pages from being looked at. */
static void check_request(const struct checker *checker, struct arena *arena, const struct request *request,
			  struct map *said)
{
	struct diag *diag = diag_new();
	struct workshop workshop = workshop_of(checker, arena, diag);
	const struct translation *translation =
	    translation_open(arena, diag, checker->material, request->document, request->language);

	if (translation)
		check_words(&workshop, translation, said);
	check_pages(&workshop, request);
	tell(checker, request->document, request->language->tag, diag);
}

/* The strings that every paper of a language shares. */
static void check_common(const struct checker *checker, struct arena *arena, const struct language *language,
			 struct map *said)
{
	bool dutch = strcmp(language->tag, "nl") == 0;
	const char *path = arena_format(arena, "%s/translations/common/%s%s", checker->material->folder,
					language->tag, dutch ? ".xml" : ".xlf");
	struct diag *diag;
	struct workshop workshop;
	const struct translation *translation;

	if (!file_exists(path))
		return;
	diag = diag_new();
	workshop = workshop_of(checker, arena, diag);
	translation = translation_open(arena, diag, checker->material, "common", language);
	if (translation)
		check_words(&workshop, translation, said);
	tell(checker, "common", language->tag, diag);
}

/* Everything that was asked for in the language of one request, so that what its papers say can be compared. */
static void check_language(const struct checker *checker, const struct selection *selection, size_t first)
{
	struct arena *arena = arena_new();
	const struct language *language = selection->data[first].language;
	struct map said = {0};

	check_common(checker, arena, language, &said);
	for (size_t i = first; i < selection->length; i++)
		if (selection->data[i].language == language)
			check_request(checker, arena, &selection->data[i], &said);
	arena_free(arena);
}

static bool asked_before(const struct selection *selection, size_t at)
{
	for (size_t i = 0; i < at; i++)
		if (selection->data[i].language == selection->data[at].language)
			return true;
	return false;
}

static void check_files(const struct checker *checker)
{
	const struct arguments *arguments = &checker->context->arguments;

	for (size_t i = 0; i < arguments->operand_count; i++) {
		struct arena *arena = arena_new();
		struct diag *diag = diag_new();
		struct workshop workshop = workshop_of(checker, arena, diag);

		check_file(&workshop, arguments->operands[i]);
		tell(checker, arguments->operands[i], "", diag);
		arena_free(arena);
	}
}

static void print_json(struct context *context)
{
	struct buf buf = buf_new(context->arena);
	struct json json = json_new(&buf);
	size_t count;
	const struct diag_entry *entries = diag_entries(context->arena, context->diag, &count);

	json_array(&json, NULL);
	for (size_t i = 0; i < count; i++) {
		json_object(&json, NULL);
		json_string(&json, "file", entries[i].loc.path);
		json_number(&json, "line", entries[i].loc.line);
		json_string(&json, "unit", entries[i].unit);
		json_string(&json, "level", entries[i].level);
		json_string(&json, "code", entries[i].word);
		json_string(&json, "message", entries[i].sentence);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	fputs(buf.data, stdout);
}

static int check_all(struct checker *checker)
{
	struct context *context = checker->context;
	struct material material;
	struct selection selection;

	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	checker->material = &material;
	if (context->arguments.operand_count) {
		check_files(checker);
		return 0;
	}
	if (!selection_make(context, &material, &selection))
		return 2;
	for (size_t i = 0; i < selection.length; i++)
		if (!asked_before(&selection, i))
			check_language(checker, &selection, i);
	return 0;
}

static int check(struct context *context)
{
	struct checker checker = {.context = context, .quiet = argument(&context->arguments, "json") != NULL};
	int status = check_all(&checker);

	if (checker.quiet)
		print_json(context);
	context->told = checker.quiet;
	return status;
}

const struct command command_check = {
    "check", N_("check words, letters and pages without making files"), " [FILE...]", options, check,
};
