/* The table, the help that follows from it, and the frame around every command. */
#include "cli/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/message.h"
#include "cli/place.h"

static const struct command *const commands[] = {
    &command_approve, &command_catalogue, &command_check,  &command_dossier, &command_export, &command_facts,
    &command_import,  &command_inspect,   &command_kit,    &command_list,    &command_proof,  &command_recall,
    &command_record,  &command_render,    &command_status, &command_sync,    &command_text,   &command_which,
};

enum { COMMANDS = sizeof commands / sizeof *commands };

static int compare(const void *name, const void *entry)
{
	return strcmp(name, (*(const struct command *const *)entry)->name);
}

static const struct command *command_find(const char *name)
{
	const struct command *const *found = bsearch(name, commands, COMMANDS, sizeof *commands, compare);

	return found ? *found : NULL;
}

static void print_overview(FILE *stream)
{
	fputs(_("verklaring makes print-ready leaflets in many languages.\n\nCommands:\n"), stream);
	for (size_t i = 0; i < COMMANDS; i++)
		fprintf(stream, "  %-10s %s\n", commands[i]->name, _(commands[i]->summary));
	fputs(_("\nverklaring COMMAND --help tells more of each.\n"), stream);
}

static void print_help(const struct command *command)
{
	printf("verklaring %s [OPTIONS]%s\n\n%s\n\n", command->name, command->operands, _(command->summary));
	for (const struct option *option = command->options; option->name; option++) {
		int width = printf("  --%s%s%s", option->name, option->value ? " " : "",
				   option->value ? option->value : "");

		printf("%*s%s\n", width < 26 ? 26 - width : 1, "", _(option->help));
	}
	printf("  %-24s%s\n", "--help", _("show this help"));
}

static bool wants_help(char **argv)
{
	for (; *argv && strcmp(*argv, "--") != 0; argv++)
		if (strcmp(*argv, "--help") == 0)
			return true;
	return false;
}

static int usage(void)
{
	print_overview(stderr);
	return 2;
}

/* Those that read texts to change them; two at a time would undo each other's work. */
static bool changes_texts(const struct command *command)
{
	return command == &command_approve || command == &command_import || command == &command_recall ||
	       command == &command_record || command == &command_sync;
}

/* languages.xml is there in every tree, and no command writes it. */
static bool hold_texts(struct context *context)
{
	return lock_hold(context->arena, context->diag,
			 path_join(context->arena, context->data, "translations/languages.xml"));
}

static int command_start(const struct command *command, struct context *context, char **argv)
{
	if (!arguments_parse(context->arena, command->options, argv, &context->arguments))
		return 2;
	if (context->arguments.operand_count > 0 && !*command->operands) {
		fprintf(stderr, _("verklaring: \"%s\" is not understood; see verklaring %s --help\n"),
			context->arguments.operands[0], command->name);
		return 2;
	}
	context->data = place_data(context->arena, argument(&context->arguments, "data"));
	if (!context->data || (changes_texts(command) && !hold_texts(context)))
		return 2;
	return command->run(context);
}

int command_run(char **argv)
{
	const struct command *command = argv[0] && argv[1] ? command_find(argv[1]) : NULL;
	struct context context = {0};
	int status;

	if (argv[0] && argv[1] && strcmp(argv[1], "--help") == 0) {
		print_overview(stdout);
		return 0;
	}
	if (!command)
		return usage();
	if (wants_help(argv + 2)) {
		print_help(command);
		return 0;
	}
	context.arena = arena_new();
	context.diag = diag_new();
	status = command_start(command, &context, argv + 2);
	if (!context.told)
		diag_print(context.diag, stderr);
	if (status < diag_status(context.diag))
		status = diag_status(context.diag);
	diag_free(context.diag);
	arena_free(context.arena);
	return status;
}
