/* A running is a block of common strings for each language that it speaks, set apart by a middle dot. Each language has a line of its own
 * and its own direction; where the layout says which side of the page a running keeps to, all of its lines do. */
#include "source/compose_parts.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

struct running_maker {
	struct composer *composer;
	const struct language *language; /* of the block */
	VEC(struct span) spans;
};

const struct translation *compose_strings(struct composer *composer, const struct language *language)
{
	const struct translation **slot = composer->strings;

	while (*slot && (*slot)->language != language)
		slot++;
	if (!*slot)
		*slot =
		    translation_open(composer->arena, composer->diag, composer->material, "common", language);
	return *slot;
}

const struct target *compose_string(struct composer *composer, const char *id,
				    const struct language *language, struct loc loc)
{
	const struct translation *strings = compose_strings(composer, language);
	const struct unit *unit = strings ? unit_find(strings->master, id) : NULL;

	if (strings && !unit)
		diag_add(composer->diag, DIAG_STRING_UNKNOWN, loc, NULL, id, NULL);
	return unit ? &strings->targets[unit->index] : NULL;
}

static void add_spans(struct running_maker *maker, struct spans spans)
{
	static const char separator[] = " · ";
	struct composer *composer = maker->composer;

	if (maker->spans.length && spans.length)
		vec_push(composer->arena, &maker->spans,
			 ((struct span){.kind = SPAN_TEXT,
					.text = separator,
					.language = maker->language,
					.loc = spans.data[0].loc}));
	for (size_t i = 0; i < spans.length; i++)
		vec_push(composer->arena, &maker->spans, spans.data[i]);
}

const struct language *compose_page_language(const struct composer *composer, enum page_language page)
{
	return page == PAGE_SECOND && composer->request->second ? composer->request->second
								: composer->request->language;
}

/* Whether a string of a running is to be said in a language; Dutch that is the page's own as well is said once. */
static bool is_said(const struct string_ref *ref, const struct running_maker *maker,
		    const struct language *own)
{
	if (maker->language == own)
		return ref->language != STRING_NL || own == maker->composer->dutch;
	return ref->language == STRING_BOTH ||
	       (ref->language == STRING_NL && maker->language == maker->composer->dutch);
}

/* An alignment in the layout is the page's; a line that runs the other way has it at its other end. */
static int align_of(const struct template_item *item, const struct language *language,
		    const struct language *own)
{
	if (item->align < 0 || item->align == ALIGN_CENTER || language->direction == own->direction)
		return item->align;
	return item->align == ALIGN_START ? ALIGN_END : ALIGN_START;
}

static const struct style *style_of(struct composer *composer, const struct template_item *item,
				    const struct language *language, int align)
{
	const char *id = item->id;

	for (size_t i = item->string_count; i-- > 0;)
		if (item->strings[i].style)
			id = item->strings[i].style;
	return compose_style(composer, id, language, align, item->loc);
}

static const struct block *make_line(struct composer *composer, const struct template_item *item,
				     const struct language *language, const struct language *own)
{
	struct running_maker maker = {.composer = composer, .language = language};
	struct block block = {.role = ROLE_NONE, .loc = item->loc, .language = language};

	for (size_t i = 0; i < item->string_count; i++) {
		const struct string_ref *ref = &item->strings[i];
		const struct target *target =
		    is_said(ref, &maker, own) ? compose_string(composer, ref->ref, language, ref->loc) : NULL;

		if (!target || !compose_answers(composer, target))
			continue;
		if (!block.unit)
			block.unit = ref->ref;
		add_spans(&maker, compose_spans(composer, target, language));
	}
	if (!maker.spans.length)
		return NULL;
	block.style = style_of(composer, item, language, align_of(item, language, own));
	block.spans = maker.spans.data;
	block.span_count = maker.spans.length;
	return compose_block(composer, block);
}

struct blocks compose_running(struct composer *composer, const struct template_item *item,
			      enum page_language page)
{
	const struct language *own = compose_page_language(composer, page);
	const struct language *languages[COMPOSE_STRINGS] = {
	    own, page == PAGE_BOTH ? composer->request->second : NULL, composer->dutch};
	struct blocks blocks = {.length = 0};

	for (size_t i = 0; i < COMPOSE_STRINGS; i++) {
		bool said = !languages[i];
		const struct block *block;

		for (size_t k = 0; k < i; k++)
			said |= languages[k] == languages[i];
		block = said ? NULL : make_line(composer, item, languages[i], own);
		if (block)
			blocks.data[blocks.length++] = block;
	}
	return blocks;
}
