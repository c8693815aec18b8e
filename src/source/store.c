/* One map from path to what was read there, behind one lock: a second reader of the same file waits for the first. */
#include "source/store.h"

#include <pthread.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/map.h"
#include "source/svg.h"

struct entry {
	const void *object;
	struct diag *diag; /* NULL: nothing was wrong */
};

struct store {
	struct store_base base;
	struct arena *arena;
	pthread_mutex_t lock;
	struct map entries;
};

typedef const void *loader(struct store *store, struct diag *diag, const char *path);

/* Where files of one kind are: folder/<id>suffix. */
struct place {
	const char *folder, *suffix;
	loader *read;
};

static void free_store(void *object)
{
	struct store *store = object;

	pthread_mutex_destroy(&store->lock);
	arena_free(store->arena);
}

struct store *store_new(struct arena *arena, struct store_base base)
{
	struct store *store = arena_alloc(arena, sizeof *store);

	store->base = base;
	store->arena = arena_new();
	pthread_mutex_init(&store->lock, NULL);
	arena_defer(arena, free_store, store);
	return store;
}

struct schemas *store_schemas(const struct store *store)
{
	return store->base.schemas;
}

static void free_diag(void *diag)
{
	diag_free(diag);
}

static struct entry *load(struct store *store, const char *path, loader *read)
{
	struct entry *entry = arena_alloc(store->arena, sizeof *entry);
	struct diag *diag = diag_new();

	entry->object = read(store, diag, path);
	if (diag_count(diag, DIAG_NOTE)) {
		entry->diag = diag;
		arena_defer(store->arena, free_diag, diag);
	} else {
		diag_free(diag);
	}
	map_set(store->arena, &store->entries, path, entry);
	return entry;
}

static const void *find(struct store *store, struct diag *diag, const char *path, loader *read)
{
	const struct entry *entry = map_find(&store->entries, path);

	if (!entry)
		entry = load(store, path, read);
	if (entry->diag)
		diag_merge(diag, entry->diag);
	return entry->object;
}

/* The name of the folder that a file stands in. */
static const char *folder_of(struct store *store, const char *path)
{
	return path_name(arena_copy(store->arena, path, (size_t)(path_name(path) - path) - 1));
}

/* Where files of a document are follows from its id: a copied folder that kept the id of the first would be worked on there. */
static const struct master *read_text(struct store *store, struct diag *diag, const char *path,
				      const char *root)
{
	struct master_file file = {store->base.schemas, store->base.facts, path, root};
	const struct master *master = master_read(store->arena, diag, &file);
	const char *folder = folder_of(store, path);

	if (!master || strcmp(master->id, folder) == 0)
		return master;
	diag_add(diag, DIAG_MASTER_FOLDER, master->loc, NULL, master->id, folder, NULL);
	return NULL;
}

static const void *read_master(struct store *store, struct diag *diag, const char *path)
{
	return read_text(store, diag, path, "document");
}

static const void *read_strings(struct store *store, struct diag *diag, const char *path)
{
	return read_text(store, diag, path, "strings");
}

static const void *read_signoffs(struct store *store, struct diag *diag, const char *path)
{
	return signoffs_read(store->arena, diag,
			     &(struct signoff_file){store->base.schemas, path, folder_of(store, path)});
}

static const void *read_template(struct store *store, struct diag *diag, const char *path)
{
	return template_read(store->arena, diag, store->base.schemas, path);
}

static const void *read_artwork(struct store *store, struct diag *diag, const char *path)
{
	return artwork_read(store->arena, diag, store->base.theme, path);
}

static const void *locked_find(struct store *store, struct diag *diag, const struct place *place,
			       const char *id)
{
	const void *object;
	const char *path;

	pthread_mutex_lock(&store->lock);
	path = arena_format(store->arena, "%s/%s/%s%s", store->base.folder, place->folder, id, place->suffix);
	object = find(store, diag, path, place->read);
	pthread_mutex_unlock(&store->lock);
	return object;
}

const struct master *store_master(struct store *store, struct diag *diag, const char *document)
{
	static const struct place place = {"translations", "/nl.xml", read_master};

	return locked_find(store, diag, &place, document);
}

const struct master *store_strings(struct store *store, struct diag *diag)
{
	static const struct place place = {"translations", "/nl.xml", read_strings};

	return locked_find(store, diag, &place, "common");
}

const struct signoffs *store_signoffs(struct store *store, struct diag *diag, const char *document)
{
	static const struct place place = {"translations", "/signoff.xml", read_signoffs};

	return locked_find(store, diag, &place, document);
}

/* Named by an author: where the file is not there, that is a mistake at loc. */
static const void *named_find(struct store *store, struct diag *diag, const struct place *place,
			      const char *id, struct loc loc)
{
	struct arena *arena = arena_new();
	const char *path =
	    arena_format(arena, "%s/%s/%s%s", store->base.folder, place->folder, id, place->suffix);
	bool there = file_exists(path);

	if (!there)
		diag_add(diag, DIAG_FILE_ABSENT, loc, NULL, path_name(path), place->folder, NULL);
	arena_free(arena);
	return there ? locked_find(store, diag, place, id) : NULL;
}

const struct template *store_template(struct store *store, struct diag *diag, const char *id, struct loc loc)
{
	static const struct place place = {"templates", ".xml", read_template};

	return named_find(store, diag, &place, id, loc);
}

const struct artwork *store_artwork(struct store *store, struct diag *diag, const char *id, struct loc loc)
{
	static const struct place place = {"templates/artwork", ".svg", read_artwork};

	return named_find(store, diag, &place, id, loc);
}
