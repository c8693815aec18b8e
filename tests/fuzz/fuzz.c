/*
 * One file of a small data tree is replaced by what libFuzzer makes up, and the whole pipeline runs over the tree: whatever
 * the file says, it ends in a PDF or in diagnostics. FUZZ_FILE and FUZZ_LANGUAGE are set for each target; the tree, a copy of
 * tests/golden/page, is named by FUZZ_TREE in the environment.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "layout/paginate.h"
#include "pdf/write.h"
#include "source/compose.h"
#include "source/store.h"
#include "text/para.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size);

struct fuzz {
	struct arena *arena;
	struct material material;
	struct fontset *fontset;
	struct request request;
	const char *path;
};

/* What all runs share; libFuzzer hands nothing through. */
static struct fuzz fuzz;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	const char *tree = getenv("FUZZ_TREE");
	struct diag *diag = diag_new();

	(void)argc, (void)argv;
	fuzz.arena = arena_new();
	if (!tree || !material_load(fuzz.arena, diag, tree, &fuzz.material)) {
		diag_print(diag, stderr);
		fputs("FUZZ_TREE names no data tree\n", stderr);
		exit(2);
	}
	diag_free(diag);
	fuzz.fontset = fontset_new(fuzz.arena, &fuzz.material.fonts);
	fuzz.path = arena_format(fuzz.arena, "%s/%s", tree, FUZZ_FILE);
	fuzz.request = (struct request){
	    .document = "note",
	    .language = language_find(&fuzz.material.languages, FUZZ_LANGUAGE),
	    .edition = &fuzz.material.editions[0],
	};
	return 0;
}

static void put(const unsigned char *data, size_t size)
{
	FILE *file = fopen(fuzz.path, "wb");

	if (!file || fwrite(data, 1, size, file) != size || fclose(file) != 0)
		abort();
}

static void produce(struct arena *arena, struct diag *diag, const struct material *material)
{
	const struct document *document = compose(arena, diag, material, &fuzz.request);
	struct text text;
	struct pages pages;

	if (document && !diag_failed(diag) && text_shape(arena, diag, fuzz.fontset, document, &text) &&
	    layout_pages(arena, diag, fuzz.fontset, document, &text, &pages)) {
		const struct pages *documents[] = {&pages};
		struct job job = {.documents = documents, .document_count = 1, .stem = document->stem};

		pdf_make(arena, diag, &job);
	}
}

int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new();
	struct material material = fuzz.material;
	struct store_base base = {material.folder, material.facts, material.theme,
				  store_schemas(material.store)};

	material.store = store_new(arena, base);
	put(data, size);
	produce(arena, diag, &material);
	diag_free(diag);
	arena_free(arena);
	return 0;
}
