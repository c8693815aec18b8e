/*
 * Commands: a sorted table, one file for each.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the run's arena.
 * Errors:  a command gives the exit status: 0 clean, 1 something wrong in the material, 2 usage or environment.
 */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include "cli/option.h"

struct arena;
struct diag;

/* What every command is given. */
struct context {
	struct arena *arena;
	struct diag *diag;
	const char *data; /* folder with translations/, templates/ and fonts/ */
	struct arguments arguments;
	bool told; /* the command has shown the diagnostics itself */
};

struct command {
	const char *name, *summary, *operands;
	const struct option *options;
	int (*run)(struct context *context);
};

extern const struct command command_catalogue;
extern const struct command command_approve, command_check, command_dossier, command_export, command_facts,
    command_import, command_inspect, command_kit, command_list;
extern const struct command command_proof, command_recall, command_record, command_render, command_status,
    command_sync, command_text, command_which;

/* Finds the command that argv names and runs it; argv as main has it. */
int command_run(char **argv);

#endif
