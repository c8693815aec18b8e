/* An installation may be moved: everything is found from the program's own path (proc(5), /proc/self/exe). */
#include "cli/place.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/message.h"

/* The folder of the program, with tail behind it. */
static const char *beside_program(struct arena *arena, const char *tail)
{
	char path[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
	char *slash;

	if (length <= 0)
		return tail;
	path[length] = '\0';
	slash = strrchr(path, '/');
	if (slash)
		*slash = '\0';
	return path_join(arena, path, tail);
}

static bool is_data(struct arena *arena, const char *folder)
{
	return file_exists(path_join(arena, folder, "translations/languages.xml"));
}

const char *place_data(struct arena *arena, const char *asked)
{
	const char *installed = beside_program(arena, "../share/verklaring");
	const char *source = beside_program(arena, "..");

	if (asked) {
		if (is_data(arena, asked))
			return asked;
		fprintf(stderr, _("verklaring: %s holds no translations/languages.xml\n"), asked);
		return NULL;
	}
	if (is_data(arena, installed))
		return installed;
	if (is_data(arena, source))
		return source;
	fputs(_("verklaring: the program's data are not found; name their folder with --data\n"), stderr);
	return NULL;
}

const char *place_locale(struct arena *arena)
{
	const char *installed = beside_program(arena, "../share/locale");

	return folder_exists(installed) ? installed : beside_program(arena, "locale");
}
