/*
 * The PDF goes in and the picture comes out through files in memory, so nothing is left behind on disk, whatever becomes of the child. What
 * it gives is looked at before it is believed: a PNG of the width that was asked for, whole to its last chunk.
 */
#include "raster/raster.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"

extern char **environ;

enum { PICTURE_MOST = 64 << 20, HEADER = 24, END = 12 };

/* The child's ends. */
struct ends {
	int in, out;
};

static bool write_all(int file, struct bytes bytes)
{
	size_t done = 0;

	while (done < bytes.length) {
		ssize_t count = write(file, bytes.data + done, bytes.length - done);

		if (count < 0 && errno != EINTR)
			return false;
		done += count > 0 ? (size_t)count : 0;
	}
	return lseek(file, 0, SEEK_SET) == 0;
}

static struct bytes read_all(struct arena *arena, int file)
{
	struct stat status;
	unsigned char *data;
	size_t done = 0, length;

	if (fstat(file, &status) != 0 || status.st_size <= 0 || status.st_size > PICTURE_MOST)
		return (struct bytes){NULL, 0};
	length = (size_t)status.st_size;
	data = arena_alloc(arena, length);
	while (done < length) {
		ssize_t count = pread(file, data + done, length - done, (off_t)done);

		if (count <= 0)
			return (struct bytes){NULL, 0};
		done += (size_t)count;
	}
	return (struct bytes){data, length};
}

/* Runs the program to its end; its exit status, or -1 and errno when it cannot be run. */
static int run(char *const *arguments, struct ends ends)
{
	posix_spawn_file_actions_t actions;
	int error, status = 0;
	pid_t child;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_adddup2(&actions, ends.in, STDIN_FILENO);
	posix_spawn_file_actions_adddup2(&actions, ends.out, STDOUT_FILENO);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	error = posix_spawnp(&child, arguments[0], &actions, NULL, arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	if (error) {
		errno = error;
		return -1;
	}
	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static bool is_picture(struct bytes png, int width)
{
	static const unsigned char begin[] = "\x89PNG\r\n\x1A\n";
	const unsigned char *wide = png.data + 16;

	return png.length > HEADER + END && memcmp(png.data, begin, 8) == 0 &&
	       (wide[0] << 24 | wide[1] << 16 | wide[2] << 8 | wide[3]) == width &&
	       memcmp(png.data + png.length - 8, "IEND", 4) == 0;
}

static struct bytes draw(struct arena *arena, struct diag *diag, const struct raster *raster, size_t page)
{
	char *number = arena_format(arena, "%zu", page), *width = arena_format(arena, "%d", raster->width);
	char *arguments[] = {arena_string(arena, "pdftocairo"),
			     arena_string(arena, "-png"),
			     arena_string(arena, "-singlefile"),
			     arena_string(arena, "-f"),
			     number,
			     arena_string(arena, "-l"),
			     number,
			     arena_string(arena, "-scale-to-x"),
			     width,
			     arena_string(arena, "-scale-to-y"),
			     arena_string(arena, "-1"),
			     arena_string(arena, "-"),
			     arena_string(arena, "-"),
			     NULL};
	struct ends ends = {memfd_create("in", MFD_CLOEXEC), memfd_create("out", MFD_CLOEXEC)};
	bool ready = ends.in >= 0 && ends.out >= 0 && write_all(ends.in, raster->pdf);
	int status = ready ? run(arguments, ends) : -1;
	bool missing = status < 0 && errno == ENOENT;
	struct bytes png = status == 0 ? read_all(arena, ends.out) : (struct bytes){NULL, 0};

	close(ends.in);
	close(ends.out);
	if (png.data && is_picture(png, raster->width))
		return png;
	if (missing)
		diag_add(diag, DIAG_RASTER_MISSING, (struct loc){raster->name, 0}, NULL, NULL);
	else
		diag_add(diag, DIAG_RASTER_FAILED, (struct loc){raster->name, 0}, NULL, number,
			 arena_format(arena, "%d", status), NULL);
	return (struct bytes){NULL, 0};
}

const struct bytes *raster_draw(struct arena *arena, struct diag *diag, const struct raster *raster)
{
	struct bytes *pictures = arena_array(arena, raster->pages, sizeof *pictures);

	for (size_t i = 0; i < raster->pages; i++) {
		pictures[i] = draw(arena, diag, raster, i + 1);
		if (!pictures[i].data)
			return NULL;
	}
	return pictures;
}
