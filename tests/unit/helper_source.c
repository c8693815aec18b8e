#include "helper_source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"

static const char *const files[] = {
    "translations/languages.xml", "translations/facts.xml",   "translations/common/nl.xml",
    "translations/common/ar.xlf", "translations/leaf/nl.xml", "translations/leaf/ar.xlf",
    "templates/theme.xml",        "templates/editions.xml",   "templates/leaf.xml",
    "templates/artwork/hand.svg", "fonts/fonts.xml",
};

static const char *read_text(struct tree *tree, const char *path)
{
	struct bytes bytes = file_read(tree->arena, tree->diag, path, 1 << 20);

	assert_non_null(bytes.data);
	return (const char *)bytes.data;
}

const char *tree_path(struct tree *tree, const char *name)
{
	return path_join(tree->arena, tree->folder, name);
}

void tree_write(struct tree *tree, const char *name, const char *text)
{
	const char *path = tree_path(tree, name);
	const char *folder = arena_copy(tree->arena, path, (size_t)(path_name(path) - path - 1));
	FILE *stream;

	assert_true(folder_make(tree->diag, folder));
	stream = fopen(path, "w");
	assert_non_null(stream);
	fputs(text, stream);
	fclose(stream);
}

struct tree *tree_open(void)
{
	struct arena *arena = arena_new();
	struct tree *tree = arena_alloc(arena, sizeof *tree);
	const char *temporary = getenv("TMPDIR");
	char *folder = arena_format(arena, "%s/tree-XXXXXX", temporary ? temporary : "/tmp");

	tree->arena = arena;
	tree->diag = diag_new();
	assert_non_null(mkdtemp(folder));
	tree->folder = folder;
	for (size_t i = 0; i < sizeof files / sizeof *files; i++)
		tree_write(tree, files[i], read_text(tree, path_join(arena, "tests/unit/data", files[i])));
	return tree;
}

void tree_close(struct tree *tree)
{
	static const char *const folders[] = {"translations/common", "translations/leaf", "templates/artwork",
					      "translations",        "templates",         "fonts"};

	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		const char *folder = tree_path(tree, folders[i]);
		const char *const *names;
		size_t count;

		names = folder_list(tree->arena, folder, "", &count);
		for (size_t k = 0; k < count; k++)
			unlink(path_join(tree->arena, folder, names[k]));
		rmdir(folder);
	}
	rmdir(tree->folder);
	diag_free(tree->diag);
	arena_free(tree->arena);
}

void tree_replace(struct tree *tree, const char *name, const char *old, const char *new)
{
	const char *text = read_text(tree, tree_path(tree, name)), *found = strstr(text, old);
	struct buf buf = buf_new(tree->arena);

	if (!found)
		fail_msg("%s does not hold: %s", name, old);
	buf_add(&buf, text, (size_t)(found - text));
	buf_puts(&buf, new);
	buf_puts(&buf, found + strlen(old));
	tree_write(tree, name, buf.data);
}

const struct document *tree_compose(struct tree *tree, const char *language, const char *second,
				    const char *edition)
{
	struct request request = {.document = "leaf"};

	if (!material_load(tree->arena, tree->diag, tree->folder, &tree->material))
		return NULL;
	request.language = language_find(&tree->material.languages, language);
	request.second = second ? language_find(&tree->material.languages, second) : NULL;
	request.edition = edition_find(&tree->material, edition);
	assert_non_null(request.language);
	assert_non_null(request.edition);
	return compose(tree->arena, tree->diag, &tree->material, &request);
}

const char *tree_said(struct tree *tree)
{
	struct buf buf = buf_new(tree->arena);
	const char *prefix = arena_format(tree->arena, "%s/", tree->folder), *text;
	char *said = NULL;
	size_t length = 0;
	FILE *stream = open_memstream(&said, &length);

	assert_non_null(stream);
	diag_print(tree->diag, stream);
	fclose(stream);
	text = arena_copy(tree->arena, said, length);
	free(said);
	for (const char *found; (found = strstr(text, prefix)); text = found + strlen(prefix))
		buf_add(&buf, text, (size_t)(found - text));
	buf_puts(&buf, text);
	return buf.data;
}
