/*
 * What the catalogue is made of: the texts that may be handed out, and the files of each.
 *
 * Offsets: none.  Lengths: files.
 * Memory:  the site's arena.
 * Errors:  of a text go to the sink, and the text is left out.
 */
#ifndef CLI_CATALOGUE_H
#define CLI_CATALOGUE_H

#include "base/vec.h"
#include "site/site.h"

/* One request, the text that it is for, and what came of it. */
struct catalogue_task {
	size_t text; /* in site.texts */
	struct request request;
	enum site_use use;
	bool shown; /* its first page is the picture on the page of the language */
	const struct site_file *files;
	size_t file_count;
	const char *thumbnail;
};

struct catalogue_tasks {
	struct catalogue_task *data;
	size_t length, capacity;
};

/* Finds documents and texts. */
void catalogue_gather(struct site *site);
/* What is to be made of each text. */
struct catalogue_tasks catalogue_plan(struct site *site);

#endif
