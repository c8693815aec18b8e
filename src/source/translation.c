/* Opens what stands in translations/: each language of a document, and how far it is. */
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "source/compose.h"
#include "source/signoff.h"
#include "source/store.h"
#include "source/version.h"
#include "source/xliff.h"

/* Where a translation is; the common strings are one, too. */
static struct translation_file file_of(struct arena *arena, struct diag *diag,
				       const struct material *material, const char *document,
				       const struct language *language)
{
	struct store *store = material->store;
	bool strings = strcmp(document, "common") == 0;

	return (struct translation_file){
	    .schemas = store_schemas(store),
	    .master = strings ? store_strings(store, diag) : store_master(store, diag, document),
	    .facts = material->facts,
	    .language = language,
	    .signoffs = store_signoffs(store, diag, document),
	    .path =
		arena_format(arena, "%s/translations/%s/%s.xlf", material->folder, document, language->tag),
	};
}

static const struct translation *open_file(struct arena *arena, struct diag *diag,
					   const struct translation_file *file)
{
	return strcmp(file->language->tag, "nl") == 0 ? translation_of_master(arena, file)
						      : translation_read(arena, diag, file);
}

const struct translation *translation_open(struct arena *arena, struct diag *diag,
					   const struct material *material, const char *document,
					   const struct language *language)
{
	struct translation_file file = file_of(arena, diag, material, document, language);

	if (!file.master)
		return NULL;
	if (strcmp(language->tag, "nl") != 0 && !file_exists(file.path)) {
		diag_add(diag, DIAG_TRANSLATION_MISSING, (struct loc){file.path, 0}, NULL, language->tag,
			 document, NULL);
		return NULL;
	}
	return open_file(arena, diag, &file);
}

/* The day of the newest signature without which the text would not be what it is; NULL where one is missing. */
static const char *signed_since(struct arena *arena, const struct translation_file *file,
				const struct translation *translation)
{
	static const enum signer signers[] = {[STATE_TRANSLATED] = SIGNER_TRANSLATOR,
					      [STATE_REVIEWED] = SIGNER_REVIEWER,
					      [STATE_FINAL] = SIGNER_APPROVER};
	const char *since = NULL;

	for (size_t i = 0; i < translation->target_count && translation->state != STATE_INITIAL; i++) {
		struct standing standing = signoff_standing(arena, file->signoffs, file->facts,
							    file->language, &translation->targets[i]);
		const struct signoff *signoff = standing.by[signers[translation->state]];

		if (!signoff)
			return NULL;
		if (!since || strcmp(signoff->date, since) > 0)
			since = signoff->date;
	}
	return since;
}

static void count_target(struct progress *progress, const struct target *target)
{
	if (!target->words.length)
		return;
	progress->stale += target->stale;
	progress->translated += target->state == STATE_TRANSLATED;
	progress->reviewed += target->state == STATE_REVIEWED;
	progress->final += target->state == STATE_FINAL;
}

bool progress_read(struct arena *arena, struct diag *diag, const struct material *material,
		   const char *document, const struct language *language, struct progress *progress)
{
	struct translation_file file = file_of(arena, diag, material, document, language);
	const struct translation *translation;

	*progress = (struct progress){.present = true};
	file.partial = true;
	if (!file.master)
		return false;
	progress->units = file.master->unit_count;
	progress->present = strcmp(language->tag, "nl") == 0 || file_exists(file.path);
	if (!progress->present)
		return true;
	translation = open_file(arena, diag, &file);
	progress->version = file.master->version;
	if (!translation)
		return false;
	progress->code = version_code(arena, translation, material->facts);
	for (size_t i = 0; i < translation->target_count; i++)
		count_target(progress, &translation->targets[i]);
	progress->since = progress->stale ? file.master->date : signed_since(arena, &file, translation);
	return true;
}
