/* Long options alone (POSIX utility conventions, as GNU extends them); "--" ends them. */
#include "cli/option.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/message.h"
#include "base/vec.h"

static size_t option_count(const struct option *options)
{
	size_t count = 0;

	while (options[count].name)
		count++;
	return count;
}

static const struct option *option_find(const struct option *options, const char *name, size_t length)
{
	for (; options->name; options++)
		if (strlen(options->name) == length && strncmp(options->name, name, length) == 0)
			return options;
	return NULL;
}

/* Reads one option and says how many words it took, 0 after an error. */
static int option_read(struct arguments *arguments, char **argv)
{
	const char *name = argv[0] + 2, *equals = strchr(name, '=');
	size_t length = equals ? (size_t)(equals - name) : strlen(name);
	const struct option *option = option_find(arguments->options, name, length);
	const char **value;

	if (!option) {
		fprintf(stderr, _("verklaring: unknown option %s; see --help\n"), argv[0]);
		return 0;
	}
	value = &arguments->values[option - arguments->options];
	if (!option->value) {
		if (equals)
			fprintf(stderr, _("verklaring: option --%s takes no value\n"), option->name);
		*value = "";
		return equals ? 0 : 1;
	}
	*value = equals ? equals + 1 : argv[1];
	if (*value)
		return equals ? 1 : 2;
	fprintf(stderr, _("verklaring: option --%s needs a value\n"), option->name);
	return 0;
}

bool arguments_parse(struct arena *arena, const struct option *options, char **argv,
		     struct arguments *arguments)
{
	VEC(const char *) operands = {0};
	bool options_over = false;

	*arguments = (struct arguments){.options = options};
	arguments->values = arena_array(arena, option_count(options), sizeof *arguments->values);
	while (*argv) {
		int taken = 1;

		if (!options_over && strcmp(*argv, "--") == 0)
			options_over = true;
		else if (!options_over && strncmp(*argv, "--", 2) == 0)
			taken = option_read(arguments, argv);
		else
			vec_push(arena, &operands, *argv);
		if (!taken)
			return false;
		argv += taken;
	}
	arguments->operands = operands.data;
	arguments->operand_count = operands.length;
	return true;
}

const char *argument(const struct arguments *arguments, const char *name)
{
	const struct option *option = option_find(arguments->options, name, strlen(name));

	assert(option);
	return arguments->values[option - arguments->options];
}

const char *argument_maybe(const struct arguments *arguments, const char *name)
{
	const struct option *option = option_find(arguments->options, name, strlen(name));

	return option ? arguments->values[option - arguments->options] : NULL;
}

const char **list_split(struct arena *arena, const char *list, size_t *count)
{
	VEC(const char *) parts = {0};

	while (*list) {
		size_t length = strcspn(list, ",");

		if (length)
			vec_push(arena, &parts, arena_copy(arena, list, length));
		list += length + (list[length] == ',');
	}
	*count = parts.length;
	return parts.data;
}
