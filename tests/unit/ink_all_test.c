/* layout/ink over everything that is offered: no letter leaves its frame or the safe area, no line touches another, and
 * no stage has anything to say. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "cli/production.h"
#include "layout/ink.h"
#include "source/edition.h"
#include "text/font.h"

struct press {
	struct arena *arena;
	struct diag *diag;
	struct material material;
	struct fontset *fontset;
};

static int press_open(void **state)
{
	struct arena *arena = arena_new();
	struct press *press = arena_alloc(arena, sizeof *press);

	press->arena = arena;
	press->diag = diag_new();
	assert_true(material_load(arena, press->diag, ".", &press->material));
	press->fontset = fontset_new(arena, &press->material.fonts);
	*state = press;
	return 0;
}

static int press_close(void **state)
{
	struct press *press = *state;
	struct arena *arena = press->arena;

	diag_free(press->diag);
	arena_free(arena);
	return 0;
}

static bool translated(struct press *press, const struct request *request)
{
	struct progress progress;

	return request->language->offered &&
	       progress_read(press->arena, press->diag, &press->material, request->document,
			     request->language, &progress) &&
	       progress.present;
}

/* Whether a document is made in an edition when nobody asks for both by name. */
static bool suits(struct press *press, const char *document, const struct edition *edition)
{
	const struct edition *own = edition_of(&press->material, document);

	if (own)
		return own == edition;
	return !*edition->documents && edition_fits(press->diag, &press->material, edition, document);
}

/* Lays one file out and looks at its ink; gives whether there was anything to say. */
static bool faulty(struct press *press, const struct request *request)
{
	struct arena *arena = arena_new();
	struct workshop workshop = {arena, press->diag, &press->material, press->fontset};
	struct production production;
	bool sound = produce(&workshop, request, PRODUCTION_LAID_OUT, &production) &&
		     ink_check(press->diag, &production.pages);

	if (!sound)
		print_error("%s %s %s\n", request->document, request->language->tag, request->edition->id);
	arena_free(arena);
	return !sound;
}

/* Looks at every language of a document in an edition; gives how many files there were. */
static size_t look(struct press *press, struct request request, size_t *faults)
{
	const struct languages *languages = &press->material.languages;
	size_t count = 0;

	if (!suits(press, request.document, request.edition))
		return 0;
	for (size_t i = 0; i < languages->length; i++) {
		request.language = &languages->data[i];
		if (!translated(press, &request))
			continue;
		count++;
		*faults += faulty(press, &request);
	}
	return count;
}

static void every_file_keeps_its_ink_apart(void **state)
{
	struct press *press = *state;
	const struct material *material = &press->material;
	size_t files = 0, faults = 0;

	for (size_t d = 0; d < material->document_count; d++)
		for (size_t e = 0; e < material->edition_count; e++)
			files += look(press,
				      (struct request){.document = material->documents[d],
						       .edition = &material->editions[e]},
				      &faults);
	if (diag_count(press->diag, DIAG_NOTE))
		diag_print(press->diag, stderr);
	assert_int_equal(faults, 0);
	assert_int_equal(diag_count(press->diag, DIAG_NOTE), 0);
	assert_true(files >= 8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(every_file_keeps_its_ink_apart)};

	return cmocka_run_group_tests_name("ink of all files", tests, press_open, press_close);
}
