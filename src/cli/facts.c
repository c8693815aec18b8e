/* verklaring facts: what the texts state, who must confirm it, and what a change of it touches. */
#include "cli/command.h"

#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/json.h"
#include "base/message.h"
#include "source/compose.h"
#include "source/facts.h"
#include "source/xliff.h"

static const struct option options[] = {
    {"impact", N_("KEY"), N_("the units, languages and editions that a change of this fact touches")},
    {"json", NULL, N_("for programs: JSON instead of tables")},
    {"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")},
    {0},
};

static const char *confidence_word(enum confidence confidence)
{
	static const char *const words[] = {
	    [CONFIDENCE_H] = "H", [CONFIDENCE_M] = "M", [CONFIDENCE_L] = "L", [CONFIDENCE_GK] = "GK"};

	return words[confidence];
}

static const char *permission(const struct fact *fact, const char *today)
{
	if (fact_may_stand(fact, true))
		return fact_timely(fact, today) ? _("may be released") : _("to be reviewed");
	return fact_may_stand(fact, false) ? _("drafts only") : _("not to be printed");
}

static void print_fact(const struct fact *fact, const char *today)
{
	printf("%-26s %-9s %-2s  %-18s %s\n", fact->key, fact_kind_word(fact->kind),
	       confidence_word(fact->confidence), permission(fact, today), fact->value ? fact->value : "");
	if (fact->statement && *fact->statement)
		printf("    %s\n", fact->statement);
	printf(_("    source: %s (as of %s)\n"), fact->source ? fact->source : "?",
	       fact->as_of ? fact->as_of : "?");
	if (fact->confirmed_by)
		printf(_("    confirmed by %s on %s\n"), fact->confirmed_by,
		       fact->confirmed_on ? fact->confirmed_on : "?");
	else
		printf(_("    to be confirmed by %s\n"), fact->confirm_by ? fact->confirm_by : "?");
	if (fact->review_by)
		printf(_("    to be reviewed by %s\n"), fact->review_by);
}

static void json_fact(struct json *json, const struct fact *fact, const char *today)
{
	json_object(json, NULL);
	json_string(json, "key", fact->key);
	json_string(json, "kind", fact_kind_word(fact->kind));
	json_string(json, "value", fact->value);
	json_string(json, "statement", fact->statement);
	json_string(json, "source", fact->source);
	json_string(json, "as-of", fact->as_of);
	json_string(json, "confidence", confidence_word(fact->confidence));
	json_string(json, "confirm-by", fact->confirm_by);
	json_string(json, "confirmed-by", fact->confirmed_by);
	json_string(json, "review-by", fact->review_by);
	json_bool(json, "draft", fact_may_stand(fact, false));
	json_bool(json, "release", fact_may_stand(fact, true) && fact_timely(fact, today));
	json_close(json, '}');
}

static void print_json(struct context *context, const struct material *material)
{
	struct buf buf = buf_new(context->arena);
	struct json json = json_new(&buf);

	json_array(&json, NULL);
	for (size_t i = 0; i < material->facts->length; i++)
		json_fact(&json, &material->facts->data[i], material->today);
	json_close(&json, ']');
	fputs(buf.data, stdout);
}

static void print_editions(struct diag *diag, const struct material *material, const char *document,
			   const struct unit *unit)
{
	printf(_("; editions:"));
	for (size_t i = 0; i < material->edition_count; i++)
		if (edition_fits(diag, material, &material->editions[i], document) &&
		    (!*unit->editions || tag_listed(unit->editions, material->editions[i].id)))
			printf(" %s", material->editions[i].id);
	putchar('\n');
}

static size_t print_units(struct diag *diag, const struct material *material, const struct master *master,
			  const struct fact *fact)
{
	size_t count = 0;

	for (size_t i = 0; i < master->unit_count; i++) {
		const struct unit *unit = &master->units[i];
		bool printed = unit_prints(unit, fact->key);

		if (!printed && !tag_listed(unit->basis, fact->key))
			continue;
		count++;
		printf("  %-18s %s", unit->id, printed ? _("prints it") : _("stands on it"));
		print_editions(diag, material, master->id, unit);
	}
	return count;
}

static void print_languages(struct context *context, const struct material *material, const char *document)
{
	fputs(_("  languages:"), stdout);
	for (size_t i = 0; i < material->languages.length; i++) {
		struct progress progress = {0};
		const struct language *language = &material->languages.data[i];

		progress_read(context->arena, context->diag, material, document, language, &progress);
		if (progress.present)
			printf(" %s", language->tag);
	}
	putchar('\n');
}

/* The master of a document, by way of its Dutch translation. */
static const struct master *open_master(struct context *context, const struct material *material,
					const char *document)
{
	const struct language *dutch = language_find(&material->languages, "nl");
	const struct translation *translation =
	    dutch ? translation_open(context->arena, context->diag, material, document, dutch) : NULL;

	return translation ? translation->master : NULL;
}

static int print_impact(struct context *context, const struct material *material, const char *key)
{
	const struct fact *fact = fact_find(material->facts, key);

	if (!fact) {
		diag_add(context->diag, DIAG_FACT_UNKNOWN_HERE, (struct loc){0}, NULL, key, NULL);
		return 2;
	}
	print_fact(fact, material->today);
	puts(fact->kind == FACT_NUMBER
		 ? _("A change of this number makes the units that print it stale in every language.")
		 : _("A change of this fact makes no translation stale; it changes the version code."));
	for (size_t i = 0; i < material->document_count; i++) {
		const struct master *master = open_master(context, material, material->documents[i]);

		printf("\n%s\n", material->documents[i]);
		if (master && print_units(context->diag, material, master, fact))
			print_languages(context, material, material->documents[i]);
	}
	return 0;
}

static int facts(struct context *context)
{
	const char *key = argument(&context->arguments, "impact");
	struct material material;

	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (key)
		return print_impact(context, &material, key);
	if (argument(&context->arguments, "json"))
		print_json(context, &material);
	else
		for (size_t i = 0; i < material.facts->length; i++)
			print_fact(&material.facts->data[i], material.today);
	return 0;
}

const struct command command_facts = {
    "facts", N_("show the facts: source, how sure, who must confirm them"), "", options, facts,
};
