/* POSIX files. A reader of our output sees the old file or the new one, never a part (rename(2)). */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"

static struct bytes read_all(struct arena *arena, int fd, size_t size)
{
	unsigned char *data = arena_alloc(arena, size + 1);
	size_t have = 0;
	ssize_t n = 1;

	while (have < size && n > 0) {
		n = read(fd, data + have, size - have);
		if (n > 0)
			have += (size_t)n;
		else if (n < 0 && errno == EINTR)
			n = 1;
	}
	return n < 0 ? (struct bytes){NULL, 0} : (struct bytes){data, have};
}

struct bytes file_read(struct arena *arena, struct diag *diag, const char *path, size_t limit)
{
	struct loc loc = {path, 0};
	struct bytes bytes = {NULL, 0};
	struct stat status;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0 || fstat(fd, &status) != 0) {
		diag_add(diag, DIAG_FILE_UNREADABLE, loc, NULL, strerror(errno), NULL);
	} else if (!S_ISREG(status.st_mode)) {
		diag_add(diag, DIAG_FILE_UNREADABLE, loc, NULL, strerror(EINVAL), NULL);
	} else if ((size_t)status.st_size > limit) {
		diag_add(diag, DIAG_FILE_TOO_LARGE, loc, NULL, arena_format(arena, "%zu", limit), NULL);
	} else {
		bytes = read_all(arena, fd, (size_t)status.st_size);
		if (!bytes.data)
			diag_add(diag, DIAG_FILE_UNREADABLE, loc, NULL, strerror(errno), NULL);
	}
	if (fd >= 0)
		close(fd);
	return bytes;
}

struct mapping {
	void *data;
	size_t length;
};

static void unmap(void *object)
{
	struct mapping *mapping = object;

	munmap(mapping->data, mapping->length);
}

struct bytes file_map(struct arena *arena, const char *path)
{
	struct mapping *mapping = arena_alloc(arena, sizeof *mapping);
	struct stat status;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return (struct bytes){NULL, 0};
	mapping->data = MAP_FAILED;
	if (fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0) {
		mapping->length = (size_t)status.st_size;
		mapping->data = mmap(NULL, mapping->length, PROT_READ, MAP_PRIVATE, fd, 0);
	}
	close(fd);
	if (mapping->data == MAP_FAILED)
		return (struct bytes){NULL, 0};
	arena_defer(arena, unmap, mapping);
	return (struct bytes){mapping->data, mapping->length};
}

static bool write_all(int fd, struct bytes bytes)
{
	while (bytes.length) {
		ssize_t n = write(fd, bytes.data, bytes.length);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		bytes.data += n;
		bytes.length -= (size_t)n;
	}
	return fsync(fd) == 0;
}

static bool replaceable(const char *path)
{
	struct stat status;

	if (lstat(path, &status) != 0)
		return errno == ENOENT;
	errno = EEXIST;
	return S_ISREG(status.st_mode);
}

static void sync_folder(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	(void)fsync(fd);
	close(fd);
}

static const char *folder_of(struct arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return ".";
	return slash == path ? "/" : arena_copy(arena, path, (size_t)(slash - path));
}

/* A file without a name, so that a killed process leaves nothing behind; a named one where the file system has no
 * such files (open(2), O_TMPFILE). The name is empty for the first kind. */
static int open_temporary(const char *folder, char *name)
{
	int fd = open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0644);

	if (fd >= 0) {
		*name = '\0';
		return fd;
	}
	fd = mkstemp(name);
	if (fd >= 0 && fchmod(fd, 0644) != 0) {
		close(fd);
		unlink(name);
		return -1;
	}
	return fd;
}

/* Gives a file without a name the name that rename needs. */
static bool link_temporary(struct arena *arena, int fd, const char *name)
{
	const char *self = arena_format(arena, "/proc/self/fd/%d", fd);

	return linkat(AT_FDCWD, self, AT_FDCWD, name, AT_SYMLINK_FOLLOW) == 0;
}

static bool write_by_temporary(struct arena *arena, const char *path, struct bytes bytes)
{
	const char *folder = folder_of(arena, path);
	char *name = arena_format(arena, "%s/.verklaring-XXXXXX", folder);
	const char *spare =
	    arena_format(arena, "%s/.verklaring-%ld-%s", folder, (long)getpid(), path_name(path));
	int fd = replaceable(path) ? open_temporary(folder, name) : -1;
	int error;
	bool done;

	if (fd < 0)
		return false;
	done = write_all(fd, bytes) && (*name || link_temporary(arena, fd, spare));
	spare = *name ? name : spare;
	done = done && rename(spare, path) == 0;
	error = errno;
	close(fd);
	if (done)
		sync_folder(folder);
	else
		unlink(spare);
	errno = error;
	return done;
}

bool file_write(struct diag *diag, const char *path, struct bytes bytes)
{
	struct arena *arena = arena_new();
	bool done = write_by_temporary(arena, path, bytes);

	if (!done)
		diag_add(diag, DIAG_FILE_UNWRITABLE, (struct loc){path, 0}, NULL, path, strerror(errno),
			 NULL);
	arena_free(arena);
	return done;
}

bool file_exists(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISREG(status.st_mode);
}

bool folder_exists(const char *path)
{
	struct stat status;

	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool make_path(char *path)
{
	for (char *p = path + 1; *p; p++) {
		if (*p != '/')
			continue;
		*p = '\0';
		if (mkdir(path, 0777) != 0 && errno != EEXIST)
			return false;
		*p = '/';
	}
	if (mkdir(path, 0777) == 0)
		return true;
	return errno == EEXIST && (folder_exists(path) || (errno = ENOTDIR, false));
}

bool folder_make(struct diag *diag, const char *path)
{
	struct arena *arena = arena_new();
	bool made = make_path(arena_string(arena, path));

	if (!made)
		diag_add(diag, DIAG_FILE_UNWRITABLE, (struct loc){path, 0}, NULL, path, strerror(errno),
			 NULL);
	arena_free(arena);
	return made;
}

static int compare_names(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool ends_in(const char *name, const char *suffix)
{
	size_t length = strlen(name), tail = strlen(suffix);

	return length >= tail && strcmp(name + length - tail, suffix) == 0;
}

const char *const *folder_list(struct arena *arena, const char *path, const char *suffix, size_t *count)
{
	VEC(const char *) names = {0};
	DIR *folder = opendir(path);
	struct dirent *entry;

	*count = 0;
	if (!folder)
		return NULL;
	while ((entry = readdir(folder)))
		if (entry->d_name[0] != '.' && ends_in(entry->d_name, suffix))
			vec_push(arena, &names, arena_string(arena, entry->d_name));
	closedir(folder);
	if (names.length)
		qsort(names.data, names.length, sizeof *names.data, compare_names);
	*count = names.length;
	return names.data;
}

const char *path_join(struct arena *arena, const char *folder, const char *name)
{
	return arena_format(arena, "%s/%s", folder, name);
}

const char *path_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}
