/* The list of our files stands in the folder itself. It may have been changed by anybody, so a path in it that leads out of the folder, or to
 * what is no file, is not followed. */
#include "site/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

static const char list_name[] = "bestanden.txt";

enum { LIST_MOST = 4 << 20, FILE_MOST = 256 << 20 };

bool output_open(struct arena *arena, struct diag *diag, const char *folder, struct output *output)
{
	*output = (struct output){.arena = arena, .diag = diag, .folder = folder};
	return folder_make(diag, folder);
}

static bool is_same(const char *path, struct bytes bytes)
{
	struct arena *arena = arena_new();
	struct bytes there = file_map(arena, path);
	bool same =
	    there.data && there.length == bytes.length && memcmp(there.data, bytes.data, bytes.length) == 0;

	arena_free(arena);
	return same;
}

static bool make_folder_of(struct output *output, const char *path)
{
	const char *slash = strrchr(path, '/');

	return folder_make(output->diag, arena_copy(output->arena, path, (size_t)(slash - path)));
}

/* A file that was not there before is in the list before it is on the site: a run that is cut off leaves none that no later run knows. */
static bool announce(struct output *output, const char *path)
{
	const char *whole = path_join(output->arena, output->folder, list_name);
	int file = open(whole, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0644);
	const char *line = arena_format(output->arena, "%s\n", path);
	bool done = file >= 0 && write(file, line, strlen(line)) == (ssize_t)strlen(line);

	if (file >= 0)
		done &= close(file) == 0;
	if (!done)
		diag_add(output->diag, DIAG_FILE_UNWRITABLE, (struct loc){whole, 0}, NULL, whole,
			 strerror(errno), NULL);
	return done;
}

static bool write_changed(struct output *output, const char *path, struct bytes bytes)
{
	const char *whole = path_join(output->arena, output->folder, path);

	if (is_same(whole, bytes)) {
		output->kept++;
		return true;
	}
	if (!file_exists(whole) && !announce(output, path))
		return false;
	if (!make_folder_of(output, whole) || !file_write(output->diag, whole, bytes))
		return false;
	output->written++;
	return true;
}

bool output_put(struct output *output, const char *path, struct bytes bytes)
{
	bool done = write_changed(output, path, bytes);

	if (done) {
		const char *kept = arena_string(output->arena, path);

		vec_push(output->arena, &output->paths, kept);
		map_set(output->arena, &output->known, kept, output);
	}
	output->failed |= !done;
	return done;
}

/* A relative path without "." and "..", of characters that our own names have. */
static bool is_ours(const char *path)
{
	static const char good[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-+_./";

	return *path && *path != '/' && *path != '.' && !strstr(path, "/.") && !strstr(path, "//") &&
	       strspn(path, good) == strlen(path);
}

/* No part of a path may be a link: it could lead anywhere. */
static bool is_plain(struct arena *arena, const char *folder, const char *path)
{
	struct stat status;

	for (const char *slash = strchr(path, '/'); slash; slash = strchr(slash + 1, '/')) {
		const char *part = path_join(arena, folder, arena_copy(arena, path, (size_t)(slash - path)));

		if (lstat(part, &status) != 0 || !S_ISDIR(status.st_mode))
			return false;
	}
	return lstat(path_join(arena, folder, path), &status) == 0 && S_ISREG(status.st_mode);
}

/* Folders that are empty now go as well, up to the site's own. */
static void remove_file(struct output *output, const char *path)
{
	struct arena *arena = output->arena;
	char *part = arena_string(arena, path), *slash;

	if (!is_plain(arena, output->folder, path))
		return;
	output->removed += unlink(path_join(arena, output->folder, path)) == 0;
	while ((slash = strrchr(part, '/'))) {
		*slash = '\0';
		if (rmdir(path_join(arena, output->folder, part)) != 0)
			return;
	}
}

static bool remove_stale(struct output *output)
{
	const char *whole = path_join(output->arena, output->folder, list_name);
	struct bytes list;
	char *rest;

	if (!file_exists(whole))
		return true;
	list = file_read(output->arena, output->diag, whole, LIST_MOST);
	if (!list.data)
		return false;
	rest = arena_copy(output->arena, (const char *)list.data, list.length);
	for (char *path = strsep(&rest, "\n"); path; path = strsep(&rest, "\n")) {
		if (!*path || map_find(&output->known, path))
			continue;
		if (!is_ours(path)) {
			diag_add(output->diag, DIAG_SITE_LIST, (struct loc){whole, 0}, NULL, path, NULL);
			return false;
		}
		remove_file(output, path);
	}
	return true;
}

static int compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

bool output_close(struct output *output)
{
	struct buf list = buf_new(output->arena);

	if (output->failed)
		return false;
	if (output->spared) {
		diag_add(output->diag, DIAG_SITE_SPARED, (struct loc){0}, NULL, NULL);
		return true;
	}
	if (!remove_stale(output))
		return false;
	if (output->paths.length)
		qsort(output->paths.data, output->paths.length, sizeof *output->paths.data, compare);
	for (size_t i = 0; i < output->paths.length; i++)
		buf_printf(&list, "%s\n", output->paths.data[i]);
	return write_changed(output, list_name,
			     (struct bytes){(const unsigned char *)list.data, list.length});
}
