/* base/file: what is read and written, and what must never happen to a file. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"

struct place {
	struct arena *arena;
	struct diag *diag;
	char folder[200];
};

static int set_up(void **state)
{
	struct place *place = calloc(1, sizeof *place);
	const char *parent = getenv("TMPDIR");

	if (!place)
		return -1;
	place->arena = arena_new();
	place->diag = diag_new();
	strcpy(place->folder, parent && strlen(parent) < 150 ? parent : "/tmp");
	strcat(place->folder, "/file_test-XXXXXX");
	*state = place;
	return mkdtemp(place->folder) ? 0 : -1;
}

static int tear_down(void **state)
{
	struct place *place = *state;
	size_t count;
	const char *const *names = folder_list(place->arena, place->folder, "", &count);

	for (size_t i = 0; i < count; i++)
		if (unlink(path_join(place->arena, place->folder, names[i])) != 0)
			rmdir(path_join(place->arena, place->folder, names[i]));
	rmdir(place->folder);
	diag_free(place->diag);
	arena_free(place->arena);
	free(place);
	return 0;
}

static struct bytes bytes_of(const char *text)
{
	return (struct bytes){(const unsigned char *)text, strlen(text)};
}

/* How many names stand in the folder, hidden ones too. */
static nlink_t names_in(const struct place *place)
{
	char command[300];
	char line[32] = "";
	FILE *pipe;

	snprintf(command, sizeof command, "ls -A '%s' | wc -l", place->folder);
	pipe = popen(command, "r");
	assert_non_null(pipe);
	assert_non_null(fgets(line, sizeof line, pipe));
	pclose(pipe);
	return (nlink_t)atoi(line);
}

static void what_is_written_is_read(void **state)
{
	struct place *place = *state;
	const char *path = path_join(place->arena, place->folder, "a.pdf");

	assert_true(file_write(place->diag, path, bytes_of("old")));
	assert_true(file_write(place->diag, path, bytes_of("new words")));
	assert_string_equal((const char *)file_read(place->arena, place->diag, path, 100).data, "new words");
	assert_int_equal(names_in(place), 1);
	assert_null(file_read(place->arena, place->diag, path, 5).data);
	assert_int_equal(diag_status(place->diag), 1);
}

static void nothing_replaces_a_folder_or_a_link(void **state)
{
	struct place *place = *state;
	const char *folder = path_join(place->arena, place->folder, "folder");
	const char *link = path_join(place->arena, place->folder, "link");

	assert_int_equal(mkdir(folder, 0777), 0);
	assert_int_equal(symlink("folder", link), 0);
	assert_false(file_write(place->diag, folder, bytes_of("x")));
	assert_false(file_write(place->diag, link, bytes_of("x")));
	assert_int_equal(diag_status(place->diag), 2);
	assert_int_equal(names_in(place), 2);
}

static void a_full_disk_leaves_the_old_file(void **state)
{
	struct place *place = *state;
	const char *path = path_join(place->arena, place->folder, "a.pdf");
	const struct rlimit small = {1000, RLIM_INFINITY};
	struct rlimit before;
	static char large[5000];

	assert_true(file_write(place->diag, path, bytes_of("old")));
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &before);
	setrlimit(RLIMIT_FSIZE, &small);
	assert_false(file_write(place->diag, path, (struct bytes){(unsigned char *)large, sizeof large}));
	setrlimit(RLIMIT_FSIZE, &before);
	assert_string_equal((const char *)file_read(place->arena, place->diag, path, 100).data, "old");
	assert_int_equal(names_in(place), 1);
}

static void folders_are_made_with_those_above(void **state)
{
	struct place *place = *state;
	const char *deep = path_join(place->arena, place->folder, "x/y");

	assert_true(folder_make(place->diag, deep));
	assert_true(folder_make(place->diag, deep));
	assert_true(folder_exists(deep));
	assert_int_equal(rmdir(deep), 0);
	assert_true(file_write(place->diag, path_join(place->arena, place->folder, "x/f"), bytes_of("")));
	assert_false(folder_make(place->diag, path_join(place->arena, place->folder, "x/f")));
	assert_false(folder_make(place->diag, path_join(place->arena, place->folder, "x/f/deeper")));
	unlink(path_join(place->arena, place->folder, "x/f"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(what_is_written_is_read, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(nothing_replaces_a_folder_or_a_link, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(a_full_disk_leaves_the_old_file, set_up, tear_down),
	    cmocka_unit_test_setup_teardown(folders_are_made_with_those_above, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
