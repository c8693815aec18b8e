/*
 * Results: what was made of each request, and the table that shows it.
 *
 * Offsets: none.  Lengths: bytes, pages; scale and fill are thousandths.
 * Memory:  the run's arena.
 * Errors:  none.
 */
#ifndef CLI_RESULT_H
#define CLI_RESULT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct request;
struct production;
struct arena;

struct result {
	const struct request *request;
	const char *path, *version;
	size_t pages, bytes;
	int32_t scale;
	int32_t fill; /* of the emptiest frame */
	bool made, released;
};

/* Fills a result in from what was produced; the path is copied into the arena. */
void result_take(struct arena *arena, struct result *result, const struct production *production,
		 const char *path);
/* Prints a line for each result, and how many were not made. */
void result_print(const struct result *results, size_t count);

#endif
