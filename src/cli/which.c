/* verklaring which, record, recall: what a code on a paper is, and whether the paper may still be used. */
#include "cli/command.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/diag.h"
#include "base/message.h"
#include "cli/selection.h"
#include "source/characters.h"
#include "source/history.h"
#include "source/release.h"
#include "source/version.h"
#include "source/xliff.h"

static const struct option which_options[] = {
    {"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")},
    {0},
};

static const struct option recall_options[] = {
    {"reason", N_("TEXT"), N_("why, in a sentence for whoever holds the paper")},
    {"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")},
    {0},
};

static const struct option record_options[] = {
    SELECTION_OPTIONS,
    {0},
};

/* Where a code was found: the text as it is now, or entries of a history. */
struct finding {
	const char *document;
	const struct language *language; /* of the current text, or NULL */
	const char *version;
	const struct history_entry *recorded, *recalled;
};

/* Codes are read aloud: case, and what Crockford's base 32 takes for the same digit, do not matter. */
static const char *normalize(struct arena *arena, const char *code)
{
	char *normal = arena_string(arena, code);

	for (char *c = normal; *c; c++) {
		*c = (char)toupper((unsigned char)*c);
		*c = *c == 'O' ? '0' : *c == 'I' || *c == 'L' ? '1' : *c;
	}
	return normal;
}

static bool find_current(struct context *context, const struct material *material, const char *code,
			 struct finding *finding)
{
	for (size_t i = 0; i < material->languages.length; i++) {
		const struct language *language = &material->languages.data[i];
		struct progress progress = {0};

		progress_read(context->arena, context->diag, material, finding->document, language,
			      &progress);
		if (!progress.present || !progress.code || strcmp(progress.code, code) != 0)
			continue;
		finding->language = language;
		finding->version = progress.version;
		return true;
	}
	return false;
}

static bool find_code(struct context *context, const struct material *material, const char *code,
		      struct finding *finding)
{
	for (size_t i = 0; i < material->document_count; i++) {
		struct history history;

		*finding = (struct finding){.document = material->documents[i]};
		if (!history_read(context->arena, context->diag, material, finding->document, &history))
			continue;
		finding->recorded = history_find(&history, code, EVENT_RECORDED);
		finding->recalled = history_find(&history, code, EVENT_RECALLED);
		if (find_current(context, material, code, finding) || finding->recorded || finding->recalled)
			return true;
	}
	diag_add(context->diag, DIAG_CODE_UNKNOWN, (struct loc){0}, NULL, code, NULL);
	return false;
}

static const char *language_of(const struct material *material, const struct finding *finding)
{
	const struct history_entry *entry = finding->recorded ? finding->recorded : finding->recalled;
	const struct language *language =
	    finding->language ? finding->language : language_find(&material->languages, entry->language);

	return language ? language->name_nl : entry->language;
}

/* What a paper with the words of now is worth. */
static const char *worth_of(struct context *context, const struct material *material,
			    const struct finding *finding)
{
	const char *worth = _("draft: this text is not released; do not hand it out");
	struct diag *unheard = diag_new(), *missing = diag_new();
	struct release release;

	if (release_open(context->arena, unheard, material, finding->document, finding->language, &release) &&
	    release_final(&release)) {
		if (release_check(context->arena, missing, &release))
			worth = _("current: the text on this paper is the text as it is now");
		else if (release_overdue(context->arena, missing))
			worth = _("to be checked anew: the text is as it is now, but something that it says "
				  "had to be looked at again; do not hand it out before that");
	}
	diag_free(unheard);
	diag_free(missing);
	return worth;
}

static void print_finding(struct context *context, const struct material *material, const char *code,
			  const struct finding *finding)
{
	const struct history_entry *entry = finding->recorded ? finding->recorded : finding->recalled;

	printf(_("%s: %s, %s, version %s\n"), code, finding->document, language_of(material, finding),
	       finding->language ? finding->version : entry->version);
	if (finding->recorded)
		printf(_("handed out since %s\n"), finding->recorded->date);
	if (finding->recalled)
		printf(_("RECALLED on %s: %s\nDo not use this paper any more.\n"), finding->recalled->date,
		       finding->recalled->reason ? finding->recalled->reason : "");
	else if (finding->language)
		puts(worth_of(context, material, finding));
	else
		puts(_("replaced: the text has changed since; print a new one"));
}

static bool one_code(struct context *context, const char **code)
{
	if (context->arguments.operand_count != 1) {
		diag_add(context->diag, DIAG_CODE_MISSING, (struct loc){0}, NULL, NULL);
		return false;
	}
	*code = normalize(context->arena, context->arguments.operands[0]);
	return true;
}

static int which(struct context *context)
{
	struct material material;
	struct finding finding;
	const char *code;

	if (!one_code(context, &code))
		return 2;
	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (!find_code(context, &material, code, &finding))
		return 1;
	print_finding(context, &material, code, &finding);
	return 0;
}

static int recall(struct context *context)
{
	const char *reason = argument(&context->arguments, "reason"), *code;
	struct material material;
	struct finding finding;
	struct history_entry entry = {.event = EVENT_RECALLED, .reason = reason};

	if (!one_code(context, &code))
		return 2;
	if (!reason || !*reason) {
		diag_add(context->diag, DIAG_REASON_MISSING, (struct loc){0}, NULL, NULL);
		return 2;
	}
	if (!characters_line(reason)) {
		diag_add(context->diag, DIAG_REASON_INVALID, (struct loc){0}, NULL, NULL);
		return 2;
	}
	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (!find_code(context, &material, code, &finding))
		return 1;
	entry.code = code;
	entry.language = finding.language   ? finding.language->tag
			 : finding.recorded ? finding.recorded->language
					    : finding.recalled->language;
	entry.version = finding.language   ? finding.version
			: finding.recorded ? finding.recorded->version
					   : finding.recalled->version;
	entry.date = date_today(context->arena);
	if (!history_add(context->arena, context->diag, &material, finding.document, &entry))
		return 2;
	finding.recalled = &entry;
	print_finding(context, &material, code, &finding);
	return 0;
}

/* Enters the present text of one request; a code that stands there already is left alone. */
static void record_one(struct context *context, const struct material *material,
		       const struct request *request)
{
	struct progress progress = {0};
	struct history history;

	if (!progress_read(context->arena, context->diag, material, request->document, request->language,
			   &progress) ||
	    !progress.code ||
	    !history_read(context->arena, context->diag, material, request->document, &history) ||
	    history_find(&history, progress.code, EVENT_RECORDED))
		return;
	if (history_add(context->arena, context->diag, material, request->document,
			&(struct history_entry){EVENT_RECORDED, progress.code, request->language->tag,
						progress.version, date_today(context->arena), NULL}))
		printf("%s  %s  %s\n", progress.code, request->document, request->language->name_nl);
}

static int record(struct context *context)
{
	struct material material;
	struct selection selection;

	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (!selection_make(context, &material, &selection))
		return 2;
	for (size_t i = 0; i < selection.length; i++)
		record_one(context, &material, &selection.data[i]);
	return 0;
}

const struct command command_which = {
    "which", N_("tell what the code on a paper is, and whether it is current"), " CODE", which_options, which,
};

const struct command command_recall = {
    "recall", N_("mark a code as one that must not be used any more"), " CODE", recall_options, recall,
};

const struct command command_record = {
    "record", N_("enter the present codes into the history of what was handed out"), "", record_options,
    record,
};
