/* What is read is held to limits before it is unpacked, and unpacked no further than them, whatever size the directory claims. */
#include "review/archive.h"

#include <dlfcn.h>
#include <string.h>
#include <zip.h>

#include "base/arena.h"
#include "base/diag.h"

enum { FILE_LIMIT = 16 * 1024 * 1024, PART_LIMIT = 4 * 1024 * 1024, PARTS_LIMIT = 400, NAME_LIMIT = 200 };

/* The functions of libzip that are used here. */
#define FUNCTIONS(X)                                                                                         \
	X(zip_source_buffer_create)                                                                          \
	X(zip_source_buffer)                                                                                 \
	X(zip_source_free)                                                                                   \
	X(zip_source_keep)                                                                                   \
	X(zip_source_open)                                                                                   \
	X(zip_source_stat)                                                                                   \
	X(zip_source_read)                                                                                   \
	X(zip_source_close)                                                                                  \
	X(zip_open_from_source)                                                                              \
	X(zip_close)                                                                                         \
	X(zip_discard)                                                                                       \
	X(zip_get_num_entries)                                                                               \
	X(zip_stat_index)                                                                                    \
	X(zip_name_locate)                                                                                   \
	X(zip_fopen_index)                                                                                   \
	X(zip_fread)                                                                                         \
	X(zip_fclose)                                                                                        \
	X(zip_file_add)                                                                                      \
	X(zip_file_set_dostime)

struct library {
#define X(name) __typeof__(name) *name;
	FUNCTIONS(X)
#undef X
};

struct archive {
	struct arena *arena;
	const char *path;
	struct library zip;
	zip_t *file;
};

static void close_library(void *handle)
{
	dlclose(handle);
}

static bool library_open(struct arena *arena, struct diag *diag, struct library *library)
{
	static const char *const names[] = {
#define X(name) #name,
	    FUNCTIONS(X)
#undef X
	};
	void *handle = dlopen(LIBZIP, RTLD_NOW | RTLD_LOCAL), *function;
	unsigned char *to = (unsigned char *)library;
	bool whole = handle != NULL;

	if (handle)
		arena_defer(arena, close_library, handle);
	for (size_t i = 0; whole && i < sizeof names / sizeof *names; i++) {
		function = dlsym(handle, names[i]);
		memcpy(to + i * sizeof function, &function, sizeof function);
		whole = function != NULL;
	}
	if (!whole)
		diag_add(diag, DIAG_ZIP_MISSING, (struct loc){0}, NULL, LIBZIP, NULL);
	return whole;
}

/* Takes the bytes that a finished archive left in its source. */
static struct bytes take_bytes(struct arena *arena, const struct library *zip, zip_source_t *source)
{
	struct bytes bytes = {0};
	unsigned char *data;
	zip_stat_t about;

	if (zip->zip_source_stat(source, &about) || zip->zip_source_open(source))
		return bytes;
	data = arena_alloc(arena, about.size);
	if (zip->zip_source_read(source, data, about.size) == (zip_int64_t)about.size)
		bytes = (struct bytes){data, about.size};
	zip->zip_source_close(source);
	return bytes;
}

/* The time is 1 January 1980, the earliest that a zip file can say: what is in it does not hang on the clock. */
static bool add_part(const struct library *zip, zip_t *file, const struct archive_part *part)
{
	zip_source_t *source = zip->zip_source_buffer(file, part->bytes.data, part->bytes.length, 0);
	zip_int64_t index = zip->zip_file_add(file, part->name, source, ZIP_FL_ENC_UTF_8);

	if (index < 0)
		zip->zip_source_free(source);
	return index >= 0 && zip->zip_file_set_dostime(file, (zip_uint64_t)index, 0, 0x21, 0) == 0;
}

struct bytes archive_make(struct arena *arena, struct diag *diag, const struct archive_part *parts,
			  size_t count)
{
	struct library zip;
	struct bytes bytes = {0};
	zip_source_t *source;
	zip_t *file;
	bool good = true;

	if (!library_open(arena, diag, &zip))
		return bytes;
	source = zip.zip_source_buffer_create(NULL, 0, 0, NULL);
	file = source ? zip.zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, NULL) : NULL;
	if (!file)
		arena_exhausted();
	zip.zip_source_keep(source);
	for (size_t i = 0; i < count; i++)
		good &= add_part(&zip, file, &parts[i]);
	if (good && zip.zip_close(file) == 0)
		bytes = take_bytes(arena, &zip, source);
	else
		zip.zip_discard(file);
	zip.zip_source_free(source);
	if (!bytes.data)
		arena_exhausted();
	return bytes;
}

static void discard(void *object)
{
	struct archive *archive = object;

	archive->zip.zip_discard(archive->file);
}

static bool bad_name(const char *name)
{
	size_t length = strlen(name);

	return !length || length > NAME_LIMIT || *name == '/' || strpbrk(name, "\\:") ||
	       strncmp(name, "../", 3) == 0 || strstr(name, "/../");
}

/* What is not as a word processor writes it: the name of a part, or their number; NULL when all is well. */
static const char *suspicion(const struct archive *archive)
{
	const struct library *zip = &archive->zip;
	zip_int64_t count = zip->zip_get_num_entries(archive->file, 0);

	if (count < 1 || count > PARTS_LIMIT)
		return arena_format(archive->arena, "%lld", (long long)count);
	for (zip_uint64_t i = 0; i < (zip_uint64_t)count; i++) {
		zip_stat_t about;

		if (zip->zip_stat_index(archive->file, i, ZIP_FL_ENC_GUESS, &about))
			return arena_format(archive->arena, "%lld", (long long)i);
		if (bad_name(about.name) || (about.encryption_method != ZIP_EM_NONE) ||
		    zip->zip_name_locate(archive->file, about.name, ZIP_FL_NOCASE) != (zip_int64_t)i)
			return about.name;
	}
	return NULL;
}

struct archive *archive_open(struct arena *arena, struct diag *diag, const char *path)
{
	static const unsigned char compound[] = {0xD0, 0xCF, 0x11, 0xE0};
	struct bytes bytes = file_read(arena, diag, path, FILE_LIMIT);
	struct archive *archive = arena_alloc(arena, sizeof *archive);
	const struct loc loc = {path, 0};
	zip_source_t *source;
	const char *why;

	*archive = (struct archive){.arena = arena, .path = path};
	if (!bytes.data || !library_open(arena, diag, &archive->zip))
		return NULL;
	if (bytes.length > sizeof compound && memcmp(bytes.data, compound, sizeof compound) == 0) {
		diag_add(diag, DIAG_DOCX_LOCKED, loc, NULL, NULL);
		return NULL;
	}
	source = archive->zip.zip_source_buffer_create(bytes.data, bytes.length, 0, NULL);
	archive->file = source ? archive->zip.zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
	if (!archive->file) {
		archive->zip.zip_source_free(source);
		diag_add(diag, DIAG_DOCX_BROKEN, loc, NULL, NULL);
		return NULL;
	}
	arena_defer(arena, discard, archive);
	why = suspicion(archive);
	if (why)
		diag_add(diag, DIAG_DOCX_UNSAFE, loc, NULL, why, NULL);
	return why ? NULL : archive;
}

/* One byte more than the limit is asked for, so that a part that goes on beyond it is found out. */
static struct bytes unpack(struct archive *archive, struct diag *diag, const char *name, zip_uint64_t index)
{
	const struct loc loc = {archive->path, 0};
	zip_file_t *file = archive->zip.zip_fopen_index(archive->file, index, 0);
	unsigned char *data;
	zip_int64_t length = -1;

	if (!file) {
		diag_add(diag, DIAG_DOCX_BROKEN, loc, NULL, NULL);
		return (struct bytes){0};
	}
	data = arena_alloc(archive->arena, PART_LIMIT + 1);
	length = archive->zip.zip_fread(file, data, PART_LIMIT + 1);
	if (archive->zip.zip_fclose(file) || length < 0)
		diag_add(diag, DIAG_DOCX_BROKEN, loc, NULL, NULL);
	else if (length > PART_LIMIT)
		diag_add(diag, DIAG_DOCX_UNSAFE, loc, NULL, name, NULL);
	else
		return (struct bytes){data, (size_t)length};
	return (struct bytes){0};
}

struct bytes archive_part(struct archive *archive, struct diag *diag, const char *name)
{
	zip_int64_t index = archive->zip.zip_name_locate(archive->file, name, ZIP_FL_NOCASE);

	return index < 0 ? (struct bytes){0} : unpack(archive, diag, name, (zip_uint64_t)index);
}
