/* Whether a document is released: asked of every document, told only to who asked for a release. */
#include "source/compose_parts.h"

#include "base/arena.h"
#include "base/diag.h"
#include "source/history.h"
#include "source/release.h"

/* The texts of the document, the Dutch one with them, then the common strings in the same languages; false: one cannot be read. */
static bool gather(struct composer *composer, struct release *release)
{
	const struct translation *own[] = {composer->first, composer->second, NULL};
	size_t count;

	own[2] = translation_open(composer->arena, composer->diag, composer->material, composer->master->id,
				  composer->dutch);
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		if (own[i])
			release_add(release, own[i]);
	count = release->text_count;
	for (size_t i = 0; i < count; i++) {
		const struct translation *strings = compose_strings(composer, release->texts[i]->language);

		if (!strings)
			return false;
		release_add(release, strings);
	}
	return own[2] != NULL;
}

bool compose_released(struct composer *composer)
{
	const bool asked = composer->request->release;
	struct release release = {.material = composer->material, .master = composer->master};
	struct diag *diag;
	bool released;

	if ((composer->first->state != STATE_FINAL && !asked) || !gather(composer, &release) ||
	    (!release_final(&release) && !asked))
		return false;
	diag = diag_new();
	released = release_check(composer->arena, diag, &release);
	if (asked)
		diag_merge(composer->diag, diag);
	diag_free(diag);
	return released;
}

void compose_recalls(struct composer *composer)
{
	const struct translation *texts[] = {composer->first, composer->second};

	for (size_t i = 0; i < sizeof texts / sizeof *texts && texts[i]; i++) {
		const struct history_entry *recall =
		    history_recall(composer->arena, composer->diag, composer->material, texts[i]);

		if (recall)
			diag_add(composer->diag, DIAG_TEXT_RECALLED, texts[i]->loc, NULL, recall->code,
				 recall->date, recall->reason ? recall->reason : "", NULL);
	}
}
