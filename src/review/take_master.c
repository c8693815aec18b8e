/* The Dutch column says what was sent out, the column beside it what it shall be. */
#include "review/take_master.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "source/bitext.h"
#include "source/master_edit.h"
#include "source/store.h"
#include "source/xliff_check.h"

struct taking {
	struct arena *arena;
	struct diag *diag;
	const struct master *master;
	struct map ids;
};

/* Whether the words are to be written: other ones than were sent out, and than there are now. */
static bool judge(struct taking *taking, const struct delivered *delivered)
{
	const struct unit *unit = unit_find(taking->master, delivered->id);
	struct target target = {.unit = unit, .words = delivered->target, .loc = delivered->loc};

	if (map_set(taking->arena, &taking->ids, delivered->id, taking))
		diag_add(taking->diag, DIAG_UNIT_DOUBLED, delivered->loc, delivered->id, "", NULL);
	if (!unit) {
		diag_add(taking->diag, DIAG_UNIT_UNKNOWN, delivered->loc, delivered->id, "", NULL);
		return false;
	}
	if (!delivered->target.length) {
		diag_add(taking->diag, DIAG_TARGET_EMPTIED, delivered->loc, delivered->id, NULL);
		return false;
	}
	if (words_same(taking->arena, delivered->target, delivered->source) ||
	    words_same(taking->arena, delivered->target, unit->source))
		return false;
	if (!words_same(taking->arena, delivered->source, unit->source))
		diag_add(taking->diag, DIAG_DUTCH_CONFLICT, delivered->loc, delivered->id, NULL);
	delivered_letters(taking->diag, delivered);
	xliff_check_codes(taking->arena, taking->diag, &target);
	return true;
}

bool master_take(struct arena *arena, struct diag *diag, const struct material *material,
		 const struct delivery *delivery, struct taken *taken)
{
	struct taking taking = {.arena = arena, .diag = diag};
	struct master_change *changes = arena_array(arena, delivery->length, sizeof *changes);
	size_t failures = diag_count(diag, DIAG_ERROR);
	bool common = strcmp(delivery->document, "common") == 0;

	*taken = (struct taken){0};
	if (!document_known(material, delivery->document)) {
		diag_add(diag, DIAG_DELIVERY_DOCUMENT, delivery->loc, NULL, delivery->document, NULL);
		return false;
	}
	taking.master = master_of(diag, material, delivery->document);
	for (size_t i = 0; taking.master && i < delivery->length; i++) {
		const struct delivered *unit = &delivery->units[i];
		bool changed = judge(&taking, unit);

		changes[i] = (struct master_change){unit->id, changed ? unit->target : (struct words){0},
						    unit->remarks, unit->remark_count};
		taken->changed += changed;
		taken->same += !changed;
	}
	if (diag_count(diag, DIAG_ERROR) > failures)
		return false;
	return master_edit(arena, diag,
			   &(struct master_file){store_schemas(material->store), material->facts,
						 taking.master->loc.path, common ? "strings" : "document"},
			   changes, delivery->length, &taken->remarks);
}
