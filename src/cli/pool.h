/*
 * A pool of workers that take numbered tasks, each task once.
 *
 * Offsets: tasks and workers count from 0.  Lengths: none.
 * Memory:  none of its own.
 * Errors:  where no thread can be made the caller's own thread does the work.
 */
#ifndef CLI_POOL_H
#define CLI_POOL_H

#include <stddef.h>

struct pool {
	void (*work)(void *worker, size_t task); /* called by many threads, with different workers */
	void **workers;
	size_t worker_count, task_count;
};

/* Does all tasks and returns when the last is done. */
void pool_run(const struct pool *pool);
/* How many processors there are for us, at least 1. */
size_t pool_processors(void);

#endif
