/*
 * Options of the command line: "--name value", "--name=value", flags, operands.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the run's arena; values point into argv.
 * Errors:  arguments_parse writes one line to stderr and says false.
 */
#ifndef CLI_OPTION_H
#define CLI_OPTION_H

#include <stdbool.h>
#include <stddef.h>

struct arena;

struct option {
	const char *name;  /* without dashes; NULL ends a table */
	const char *value; /* what the help calls the value; NULL for a flag */
	const char *help;
};

struct arguments {
	const struct option *options;
	const char **values; /* by option; NULL: not given, "" for a flag that is */
	const char **operands;
	size_t operand_count;
};

/* Reads argv (without the program and the command). */
bool arguments_parse(struct arena *arena, const struct option *options, char **argv,
		     struct arguments *arguments);
/* The value of an option, or NULL when it was not given. */
const char *argument(const struct arguments *arguments, const char *name);
/* The same of an option that the command need not have. */
const char *argument_maybe(const struct arguments *arguments, const char *name);
/* Cuts "a,b,c" into its parts. */
const char **list_split(struct arena *arena, const char *list, size_t *count);

#endif
