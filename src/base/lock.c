/* flock(2) on a file that is never replaced. It is opened for writing where that is allowed, since NFS locks no other. */
#include "base/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/diag.h"

enum { ATTEMPTS = 200, PAUSE = 50 * 1000 * 1000 }; /* ten seconds, in nanoseconds */

static void release(void *object)
{
	close(*(const int *)object);
}

static int open_held(struct arena *arena, const char *path)
{
	int *fd = arena_alloc(arena, sizeof *fd);

	*fd = open(path, O_RDWR | O_CLOEXEC | O_NONBLOCK);
	if (*fd < 0)
		*fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (*fd >= 0)
		arena_defer(arena, release, fd);
	return *fd;
}

/* 0, or why not. */
static int wait_for(int fd)
{
	struct timespec pause = {0, PAUSE};

	for (int i = 0; i < ATTEMPTS; i++) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0)
			return 0;
		if (errno != EWOULDBLOCK && errno != EINTR)
			return errno;
		nanosleep(&pause, NULL);
	}
	return EWOULDBLOCK;
}

bool lock_hold(struct arena *arena, struct diag *diag, const char *path)
{
	int fd = open_held(arena, path);
	int error = fd >= 0 ? wait_for(fd) : 0;

	if (error == EWOULDBLOCK)
		diag_add(diag, DIAG_TEXTS_BUSY, (struct loc){path, 0}, NULL, NULL);
	else if (error)
		diag_add(diag, DIAG_TEXTS_UNLOCKED, (struct loc){path, 0}, NULL, strerror(error), NULL);
	return error != EWOULDBLOCK;
}
