/* verklaring catalogue: files by the pipeline that render has, then the pages that lead to them. */
#include "cli/catalogue.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/message.h"
#include "cli/command.h"
#include "cli/made.h"
#include "cli/pool.h"
#include "cli/progress.h"
#include "raster/raster.h"
#include "source/profile.h"
#include "source/store.h"

enum { WORKERS_MOST = 16, THUMBNAIL_WIDTH = 480 };

static const struct option options[] = {
    {"output", N_("FOLDER"), N_("where the files go (this folder by default)")},
    {"base-url", N_("URL"), N_("where the site will stand; then leaflets bear a QR code to their page")},
    {"profile", N_("FILE"), N_("who hands it out: name, numbers and logo, see templates/README.md")},
    {"drafts", NULL, N_("texts that are not released, too: every page of them says so")},
    {"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")},
    {0},
};

/* What all workers share; the lock guards the site and its output. */
struct run {
	struct site *site;
	struct catalogue_task *tasks;
	pthread_mutex_t lock;
	struct progress_bar bar;
};

struct worker {
	struct run *run;
	struct fontset *fontset;
};

/* folder/[document-]so+nl-office.pdf; a discreet name leaves the document out. */
static const char *path_of(struct arena *arena, const struct site_text *text, const struct request *request,
			   const char *suffix)
{
	const struct site_document *document = text->document;

	return arena_format(arena, "%s/%s%s%s%s%s-%s%s", document->folder,
			    document->discreet ? "" : document->id, document->discreet ? "" : "-",
			    text->language->tag, request->second ? "+" : "",
			    request->second ? request->second->tag : "", request->edition->id, suffix);
}

static void take_files(struct run *run, struct catalogue_task *task, const struct made *made)
{
	struct site *site = run->site;
	const struct site_text *text = &site->texts.data[task->text];
	struct site_file *files = arena_array(site->arena, made->count, sizeof *files);

	for (size_t i = 0; i < made->count; i++) {
		const char *path = path_of(site->arena, text, &task->request, made->files[i].suffix);

		files[i] = (struct site_file){
		    .use = task->use,
		    .path = path,
		    .edition = task->request.edition,
		    .second = task->request.second,
		    .pages = task->use == SITE_PICTURE ? 1 : made->production.sheets.length,
		    .bytes = made->files[i].bytes.length,
		    .job = strcmp(made->files[i].suffix, "-job.pdf") == 0,
		};
		output_put(site->output, path, made->files[i].bytes);
	}
	task->files = files;
	task->file_count = made->count;
}

/* The first page as a small picture, for the page that offers it. */
static struct bytes draw_thumbnail(const struct workshop *workshop, const struct catalogue_task *task,
				   const struct made *made)
{
	struct raster raster = {made->production.pdf, 1, THUMBNAIL_WIDTH, made->production.document->stem};
	const struct bytes *picture =
	    task->shown ? raster_draw(workshop->arena, workshop->diag, &raster) : NULL;

	return picture ? *picture : (struct bytes){NULL, 0};
}

static void put_thumbnail(struct run *run, struct catalogue_task *task, struct bytes picture)
{
	struct site *site = run->site;
	const struct site_text *text = &site->texts.data[task->text];

	if (!picture.data)
		return;
	task->thumbnail = arena_format(site->arena, "%s/%s.png", text->document->folder, text->language->tag);
	output_put(site->output, task->thumbnail, picture);
}

static void work(void *object, size_t index)
{
	struct worker *worker = object;
	struct run *run = worker->run;
	struct catalogue_task *task = &run->tasks[index];
	const struct site_text *text = &run->site->texts.data[task->text];
	struct arena *arena = arena_new();
	struct workshop workshop = {arena, diag_new(), run->site->material, worker->fontset};
	struct made made = {0};
	struct bytes thumbnail = {NULL, 0};
	struct request request = task->request;
	bool good;

	request.file = path_name(path_of(arena, text, &request, ""));
	good = made_files(&workshop, &request, &made);
	if (good)
		thumbnail = draw_thumbnail(&workshop, task, &made);
	pthread_mutex_lock(&run->lock);
	run->site->output->spared |= !good;
	if (good) {
		take_files(run, task, &made);
		put_thumbnail(run, task, thumbnail);
	}
	diag_merge(run->site->diag, workshop.diag);
	progress_step(&run->bar, good ? path_name(task->files->path) : task->request.language->tag, good);
	pthread_mutex_unlock(&run->lock);
	diag_free(workshop.diag);
	arena_free(arena);
}

static void make_all(struct run *run, size_t task_count)
{
	struct worker workers[WORKERS_MOST];
	void *handles[WORKERS_MOST];
	struct arena *arenas[WORKERS_MOST];
	size_t count = pool_processors();
	struct pool pool = {work, handles, count < WORKERS_MOST ? count : WORKERS_MOST, task_count};

	for (size_t i = 0; i < pool.worker_count; i++) {
		arenas[i] = arena_new();
		workers[i] = (struct worker){run, fontset_new(arenas[i], &run->site->material->fonts)};
		handles[i] = &workers[i];
	}
	pool_run(&pool);
	for (size_t i = 0; i < pool.worker_count; i++)
		arena_free(arenas[i]);
}

/* Files in the order of the plan, whatever the order in which they were ready. */
static void make_files(struct site *site)
{
	struct catalogue_tasks tasks = catalogue_plan(site);
	struct run run = {site, tasks.data, PTHREAD_MUTEX_INITIALIZER, progress_start(tasks.length)};

	if (tasks.length)
		make_all(&run, tasks.length);
	progress_end(&run.bar);
	for (size_t i = 0; i < tasks.length; i++) {
		const struct catalogue_task *task = &tasks.data[i];
		struct site_text *text = &site->texts.data[task->text];

		for (size_t k = 0; k < task->file_count; k++)
			vec_push(site->arena, &text->files, task->files[k]);
		if (task->thumbnail)
			text->thumbnail = task->thumbnail;
	}
}

/* An address that may stand in a link and in a QR code, with a slash at its end; NULL for anything else. */
static const char *read_base(struct arena *arena, const char *asked)
{
	static const char good[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/:%";
	const char *host = strstr(asked, "://");
	size_t length = strlen(asked);

	if ((strncmp(asked, "https://", 8) != 0 && strncmp(asked, "http://", 7) != 0) || !host[3] ||
	    host[3] == '/' || strspn(asked, good) != length)
		return NULL;
	return asked[length - 1] == '/' ? asked : arena_format(arena, "%s/", asked);
}

/* A logo goes with released texts alone, so a site that shows drafts has none. */
static bool read_profile(struct context *context, struct site *site)
{
	const char *path = argument(&context->arguments, "profile");

	if (path)
		site->profile =
		    profile_read(context->arena, context->diag, store_schemas(site->material->store), path);
	if (site->drafts && site->profile && site->profile->logo) {
		diag_add(context->diag, DIAG_LOGO_DRAFTS, site->profile->loc, NULL, NULL);
		return false;
	}
	return !path || site->profile;
}

static bool open_site(struct context *context, struct site *site)
{
	const char *base = argument(&context->arguments, "base-url");
	const char *folder = argument(&context->arguments, "output");

	if (base && !(site->base_url = read_base(context->arena, base))) {
		diag_add(context->diag, DIAG_BASE_URL, (struct loc){0}, NULL, NULL);
		return false;
	}
	if (!read_profile(context, site))
		return false;
	site->fontset = fontset_new(context->arena, &site->material->fonts);
	return output_open(context->arena, context->diag, folder ? folder : ".", site->output);
}

static int catalogue(struct context *context)
{
	struct material material;
	struct output output;
	struct site site = {.arena = context->arena,
			    .diag = context->diag,
			    .material = &material,
			    .drafts = argument(&context->arguments, "drafts") != NULL,
			    .output = &output};

	if (!material_load(context->arena, context->diag, context->data, &material))
		return 1;
	if (!open_site(context, &site))
		return 2;
	catalogue_gather(&site);
	make_files(&site);
	site_write(&site);
	if (!output_close(&output))
		return 2;
	printf(_("%zu texts; %zu files written, %zu unchanged, %zu removed\n"), site.texts.length,
	       output.written, output.kept, output.removed);
	return 0;
}

const struct command command_catalogue = {
    "catalogue", N_("make the web pages where a nurse finds the right sheet"), "", options, catalogue,
};
