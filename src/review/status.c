/* Counts come from the sign-offs; whether a final text is released is asked of its facts and its head, too. */
#include "review/status.h"

#include "base/arena.h"
#include "base/diag.h"
#include "source/release.h"

const char *text_state_word(enum text_state state)
{
	static const char *const words[TEXT_STATES] = {
	    [TEXT_ABSENT] = "absent",         [TEXT_INCOMPLETE] = "incomplete", [TEXT_STALE] = "stale",
	    [TEXT_TRANSLATED] = "translated", [TEXT_REVIEWED] = "reviewed",     [TEXT_FINAL] = "final",
	    [TEXT_RELEASED] = "released"};

	return words[state];
}

/* What a release lacks is of no interest here; the command that makes one tells it. */
static bool is_released(struct arena *arena, const struct material *material, const char *document,
			const struct language *language)
{
	struct release release;
	struct diag *diag = diag_new();
	bool released = release_open(arena, diag, material, document, language, &release) &&
			release_final(&release) && release_check(arena, diag, &release);

	diag_free(diag);
	return released;
}

static enum text_state state_of(struct arena *arena, const struct material *material, const char *document,
				const struct language *language, const struct progress *progress)
{
	size_t done = progress->translated + progress->reviewed + progress->final;

	if (!progress->present)
		return TEXT_ABSENT;
	if (progress->stale)
		return TEXT_STALE;
	if (done < progress->units)
		return TEXT_INCOMPLETE;
	if (progress->translated)
		return TEXT_TRANSLATED;
	if (progress->reviewed)
		return TEXT_REVIEWED;
	return is_released(arena, material, document, language) ? TEXT_RELEASED : TEXT_FINAL;
}

static struct text_status *read_texts(struct arena *arena, struct diag *diag, const struct material *material,
				      const char *id)
{
	struct text_status *texts = arena_array(arena, material->languages.length, sizeof *texts);

	for (size_t i = 0; i < material->languages.length; i++) {
		const struct language *language = &material->languages.data[i];

		progress_read(arena, diag, material, id, language, &texts[i].progress);
		texts[i].state = state_of(arena, material, id, language, &texts[i].progress);
	}
	return texts;
}

/* Leaves out the languages that have no text; texts and languages keep their order. */
static void drop_absent(struct status *status, struct text_status **texts)
{
	size_t kept = 0;

	for (size_t i = 0; i < status->language_count; i++) {
		bool present = false;

		for (size_t d = 0; d < status->document_count; d++)
			present |= texts[d][i].state != TEXT_ABSENT;
		if (!present)
			continue;
		for (size_t d = 0; d < status->document_count; d++)
			texts[d][kept] = texts[d][i];
		status->languages[kept++] = status->languages[i];
	}
	status->language_count = kept;
}

struct status status_read(struct arena *arena, struct diag *diag, const struct material *material)
{
	const struct languages *languages = &material->languages;
	size_t count = material->document_count + 1;
	struct document_status *documents = arena_array(arena, count, sizeof *documents);
	struct text_status **texts = arena_array(arena, count, sizeof *texts);
	struct status status = {.material = material,
				.languages = arena_array(arena, languages->length, sizeof(void *)),
				.language_count = languages->length,
				.documents = documents,
				.document_count = count};

	for (size_t i = 0; i < languages->length; i++)
		status.languages[i] = &languages->data[i];
	for (size_t d = 0; d < count; d++) {
		const char *id = d + 1 < count ? material->documents[d] : "common";

		texts[d] = read_texts(arena, diag, material, id);
		documents[d] = (struct document_status){id, texts[d]};
	}
	drop_absent(&status, texts);
	return status;
}
