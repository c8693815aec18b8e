/* The table at the end of a run. */
#include "cli/result.h"

#include <stdio.h>

#include "base/arena.h"
#include "base/message.h"
#include "cli/production.h"

static int32_t emptiest(const struct pages *pages)
{
	int32_t fill = 1000;

	for (size_t i = 0; i < pages->length; i++)
		for (size_t k = 0; k < pages->data[i].use_count; k++) {
			const struct frame_use *use = &pages->data[i].uses[k];
			int32_t one = length_scale(use->drawn, 1000, use->frame->rect.height);

			fill = one < fill ? one : fill;
		}
	return fill;
}

void result_take(struct arena *arena, struct result *result, const struct production *production,
		 const char *path)
{
	result->path = arena_string(arena, path);
	result->version = arena_string(arena, production->document->version);
	result->pages = production->sheets.length;
	result->bytes = production->pdf.length;
	result->scale = production->pages.scale;
	result->fill = emptiest(&production->pages);
	result->released = production->released;
	result->made = true;
}

static void print_row(const struct result *result)
{
	const struct language *language = result->request->language;

	if (!result->made) {
		printf("%-8s %-22s %s\n", language->tag, language->name_nl,
		       _("not made; see the messages above"));
		return;
	}
	printf("%-8s %-22s %5zu %5zu KB %4d %% %4d %%  %-10s %s\n", language->tag, language->name_nl,
	       result->pages, (result->bytes + 512) / 1024, result->scale / 10, result->fill / 10,
	       result->released ? _("released") : _("draft"), result->path);
}

void result_print(const struct result *results, size_t count)
{
	size_t failed = 0;

	if (!count)
		return;
	printf("%-8s %-22s %5s %8s %6s %6s  %-10s %s\n", _("tag"), _("language"), _("pages"), _("size"),
	       _("scale"), _("fill"), _("state"), _("file"));
	for (size_t i = 0; i < count; i++) {
		print_row(&results[i]);
		failed += !results[i].made;
	}
	if (failed)
		printf(_("%zu of %zu not made\n"), failed, count);
}
