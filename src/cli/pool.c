/* Threads that count a shared number up; nothing else is shared. */
#include "cli/pool.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <unistd.h>

enum { POOL_MOST = 64 };

struct queue {
	const struct pool *pool;
	atomic_size_t next;
};

struct helper {
	struct queue *queue;
	void *worker;
	pthread_t thread;
	bool running;
};

static void *drain(void *object)
{
	const struct helper *helper = object;
	const struct pool *pool = helper->queue->pool;
	size_t task;

	while ((task = atomic_fetch_add(&helper->queue->next, 1)) < pool->task_count)
		pool->work(helper->worker, task);
	return NULL;
}

void pool_run(const struct pool *pool)
{
	struct helper helpers[POOL_MOST] = {0};
	struct queue queue = {pool, 0};
	size_t count = pool->worker_count < POOL_MOST ? pool->worker_count : POOL_MOST;

	for (size_t i = 0; i < count; i++)
		helpers[i] = (struct helper){.queue = &queue, .worker = pool->workers[i]};
	for (size_t i = 1; i < count; i++)
		helpers[i].running = pthread_create(&helpers[i].thread, NULL, drain, &helpers[i]) == 0;
	drain(&helpers[0]);
	for (size_t i = 1; i < count; i++)
		if (helpers[i].running)
			pthread_join(helpers[i].thread, NULL);
}

size_t pool_processors(void)
{
	long count = sysconf(_SC_NPROCESSORS_ONLN);

	return count > 0 ? (size_t)count : 1;
}
