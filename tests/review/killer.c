/* Loaded before libc (LD_PRELOAD): ends the process at its KILL_AT-th call that touches files, like a machine that loses power. A write is
 * half done first. */
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static int calls;

static int is_due(void)
{
	const char *at = getenv("KILL_AT");

	return at && ++calls == atoi(at);
}

static void end(void)
{
	kill(getpid(), SIGKILL);
}

ssize_t write(int fd, const void *bytes, size_t length)
{
	ssize_t (*real)(int, const void *, size_t) =
	    (ssize_t(*)(int, const void *, size_t))dlsym(RTLD_NEXT, "write");

	if (fd > 2 && is_due()) {
		(void)!real(fd, bytes, length / 2);
		end();
	}
	return real(fd, bytes, length);
}

#define BEFORE(type, name, parameters, arguments)                                                            \
	type name parameters;                                                                                \
	type name parameters                                                                                 \
	{                                                                                                    \
		type(*real) parameters = (type(*) parameters)dlsym(RTLD_NEXT, #name);                        \
                                                                                                             \
		if (is_due())                                                                                \
			end();                                                                               \
		return real arguments;                                                                       \
	}

/* A network folder that knows no locks. */
int flock(int fd, int operation)
{
	int (*real)(int, int) = (int (*)(int, int))dlsym(RTLD_NEXT, "flock");

	if (!getenv("NO_LOCKS"))
		return real(fd, operation);
	errno = ENOLCK;
	return -1;
}

BEFORE(int, fsync, (int fd), (fd))
BEFORE(int, mkdir, (const char *path, mode_t mode), (path, mode))
BEFORE(int, rename, (const char *from, const char *to), (from, to))
BEFORE(int, linkat, (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags))
BEFORE(int, unlink, (const char *path), (path))
