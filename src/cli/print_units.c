/* The units of a translation as text. */
#include "cli/print.h"

#include "base/buf.h"
#include "source/xliff.h"

static void print_target(struct buf *buf, const struct target *target)
{
	const struct unit *unit = target->unit;

	buf_printf(buf, "%s %s %s%s", unit_kind_word(unit->kind), unit->id, state_word(target->state),
		   target->stale ? " stale" : "");
	if (unit->number)
		buf_printf(buf, " number=%d", unit->number);
	if (unit->core)
		buf_printf(buf, " core=%d", unit->core);
	buf_puts(buf, "\n  source ");
	words_print(buf, unit->source);
	buf_puts(buf, "\n  target ");
	words_print(buf, target->words);
	buf_putc(buf, '\n');
}

void units_print(struct buf *buf, const struct translation *translation)
{
	buf_printf(buf, "translation %s %s\n", translation->master->id, translation->language->tag);
	for (size_t i = 0; i < translation->target_count; i++)
		print_target(buf, &translation->targets[i]);
}
