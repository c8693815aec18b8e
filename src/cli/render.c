/* verklaring render: every request becomes a file, or a message and no file. */
#include "cli/command.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/message.h"
#include "cli/adapt.h"
#include "cli/made.h"
#include "cli/pool.h"
#include "cli/progress.h"
#include "cli/result.h"
#include "cli/selection.h"
#include "cli/worst.h"

enum { JOBS_MOST = 64 };

static const struct option options[] = {
    SELECTION_OPTIONS,
    PAGE_OPTIONS,
    ADAPT_OPTIONS,
    {"duplex", N_("EDGE"),
     N_("none, long or short: how the printer turns a leaf (as the edition says by default)")},
    {"output", N_("FOLDER"), N_("where the files go (this folder by default)")},
    {"jobs", N_("N"), N_("how many at once (one per processor by default)")},
    {0},
};

/* What all workers share; the lock guards everything below it. */
struct run {
	const struct material *material;
	const struct request *requests;
	const char *output;
	struct result *results;
	pthread_mutex_t lock;
	struct arena *arena;
	struct diag *diag;
	struct progress_bar bar;
};

struct worker {
	struct run *run;
	struct arena *arena;
	struct fontset *fontset;
};

/* All files or none: what is written already goes when one cannot be. */
static bool write_files(const struct workshop *workshop, const struct made *made, const char *output,
			const char **path)
{
	const char *stem = made->production.document->stem;

	for (size_t i = 0; i < made->count; i++) {
		*path = arena_format(workshop->arena, "%s/%s%s", output, stem, made->files[i].suffix);
		if (file_write(workshop->diag, *path, made->files[i].bytes))
			continue;
		while (i-- > 0)
			remove(arena_format(workshop->arena, "%s/%s%s", output, stem, made->files[i].suffix));
		return false;
	}
	return true;
}

static void work(void *object, size_t task)
{
	struct worker *worker = object;
	struct run *run = worker->run;
	struct arena *arena = arena_new();
	struct workshop workshop = {arena, diag_new(), run->material, worker->fontset};
	struct made files = {0};
	const char *path = NULL;
	bool made = made_files(&workshop, &run->requests[task], &files) &&
		    write_files(&workshop, &files, run->output, &path);

	pthread_mutex_lock(&run->lock);
	run->results[task].request = &run->requests[task];
	if (made)
		result_take(run->arena, &run->results[task], &files.production, path);
	diag_merge(run->diag, workshop.diag);
	progress_step(&run->bar, made ? path_name(path) : run->requests[task].language->tag, made);
	pthread_mutex_unlock(&run->lock);
	diag_free(workshop.diag);
	arena_free(arena);
}

static void run_all(struct run *run, size_t task_count, size_t jobs)
{
	struct worker workers[JOBS_MOST];
	void *handles[JOBS_MOST];
	struct pool pool = {work, handles, jobs < task_count ? jobs : task_count, task_count};

	for (size_t i = 0; i < pool.worker_count; i++) {
		workers[i] = (struct worker){run, arena_new(), NULL};
		workers[i].fontset = fontset_new(workers[i].arena, &run->material->fonts);
		handles[i] = &workers[i];
	}
	pool_run(&pool);
	for (size_t i = 0; i < pool.worker_count; i++)
		arena_free(workers[i].arena);
}

/* Reads --jobs; 0 when it is no number from 1 to 64. */
static size_t read_jobs(const char *text)
{
	size_t processors = pool_processors();
	char *end;
	long jobs;

	if (!text)
		return processors < JOBS_MOST ? processors : JOBS_MOST;
	jobs = strtol(text, &end, 10);
	return *text && !*end && jobs >= 1 && jobs <= JOBS_MOST ? (size_t)jobs : 0;
}

static const char *output_folder(const struct context *context)
{
	const char *output = argument(&context->arguments, "output");

	return output ? output : ".";
}

static int render_all(struct context *context, const struct material *material,
		      const struct selection *selection, size_t jobs)
{
	struct run run = {.material = material,
			  .requests = selection->data,
			  .output = output_folder(context),
			  .lock = PTHREAD_MUTEX_INITIALIZER,
			  .arena = context->arena,
			  .diag = context->diag,
			  .bar = progress_start(selection->length)};

	if (!folder_make(context->diag, run.output))
		return 2;
	run.results = arena_array(context->arena, selection->length, sizeof *run.results);
	if (selection->length)
		run_all(&run, selection->length, jobs);
	progress_end(&run.bar);
	result_print(run.results, selection->length);
	return 0;
}

static int render(struct context *context)
{
	size_t jobs = read_jobs(argument(&context->arguments, "jobs"));
	struct material material;
	struct selection selection;

	if (!jobs) {
		diag_add(context->diag, DIAG_JOBS_INVALID, (struct loc){0}, NULL, NULL);
		return 2;
	}
	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (!selection_make(context, &material, &selection))
		return 2;
	selection_join(context->arena, &selection);
	if (selection.worst)
		return worst_render(context, &material, &selection, output_folder(context));
	return render_all(context, &material, &selection, jobs);
}

const struct command command_render = {
    "render", N_("make the PDF files"), "", options, render,
};
