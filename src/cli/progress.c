/* Written to stderr, so that stdout holds the table alone. */
#include "cli/progress.h"

#include <stdio.h>
#include <unistd.h>

#include "base/message.h"

enum { BAR_WIDTH = 30 };

struct progress_bar progress_start(size_t total)
{
	return (struct progress_bar){0, total, isatty(STDERR_FILENO) == 1};
}

static void draw(const struct progress_bar *bar, const char *name)
{
	size_t filled = bar->total ? bar->done * BAR_WIDTH / bar->total : BAR_WIDTH;

	fputs("\r[", stderr);
	for (size_t i = 0; i < BAR_WIDTH; i++)
		fputc(i < filled ? '#' : '.', stderr);
	fprintf(stderr, "] %zu/%zu %.40s\033[K", bar->done, bar->total, name);
	fflush(stderr);
}

void progress_step(struct progress_bar *bar, const char *name, bool good)
{
	bar->done++;
	if (bar->terminal)
		draw(bar, name);
	else
		fprintf(stderr, good ? "%s\n" : _("%s: not made\n"), name);
}

void progress_end(struct progress_bar *bar)
{
	if (bar->terminal)
		fputs("\r\033[K", stderr);
}
