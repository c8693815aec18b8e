/* A running is one block of common strings, set apart by a middle dot. Of two languages in one block, the second is a foreign name in the
 * first: isolated, so that neither disturbs the other's order. */
#include "source/compose_parts.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

struct running_maker {
	struct composer *composer;
	const struct language *language; /* of the block */
	VEC(struct span) spans;
};

static const struct translation *read_strings(struct composer *composer, const struct language *language)
{
	const struct material *material = composer->material;
	const struct master *master = store_strings(material->store, composer->diag);
	struct translation_file file = {
	    .schemas = store_schemas(material->store),
	    .master = master,
	    .facts = material->facts,
	    .language = language,
	    .path = arena_format(composer->arena, "%s/translations/common/%s.xlf", material->folder,
				 language->tag),
	};

	if (!master)
		return NULL;
	if (language == composer->dutch)
		return translation_of_master(composer->arena, master, language);
	return translation_read(composer->arena, composer->diag, &file);
}

static const struct translation *strings_in(struct composer *composer, const struct language *language)
{
	const struct translation **slot = composer->strings;

	while (*slot && (*slot)->language != language)
		slot++;
	if (!*slot)
		*slot = read_strings(composer, language);
	return *slot;
}

const struct target *compose_string(struct composer *composer, const char *id,
				    const struct language *language, struct loc loc)
{
	const struct translation *strings = strings_in(composer, language);
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
	for (size_t i = 0; i < spans.length; i++) {
		struct span span = spans.data[i];

		if (span.kind == SPAN_TEXT && span.language != maker->language)
			span.kind = SPAN_NAME;
		vec_push(composer->arena, &maker->spans, span);
	}
}

static void add_string(struct running_maker *maker, const struct string_ref *ref,
		       const struct language *language)
{
	const struct target *target;

	if (!maker->language)
		maker->language = language;
	target = compose_string(maker->composer, ref->ref, language, ref->loc);
	if (target)
		add_spans(maker, compose_spans(maker->composer, target, language));
}

static void add_languages(struct running_maker *maker, const struct string_ref *ref)
{
	const struct composer *composer = maker->composer;
	const struct language *own = composer->request->language, *second = composer->request->second;

	if (ref->language != STRING_NL)
		add_string(maker, ref, own);
	if (ref->language == STRING_BOTH && second && second != own)
		add_string(maker, ref, second);
	if (ref->language == STRING_NL ||
	    (ref->language == STRING_BOTH && own != composer->dutch && second != composer->dutch))
		add_string(maker, ref, composer->dutch);
}

static const struct style *style_of(struct composer *composer, const struct template_item *item,
				    const struct language *language)
{
	const char *id = item->id;

	for (size_t i = item->string_count; i-- > 0;)
		if (item->strings[i].style)
			id = item->strings[i].style;
	return compose_style(composer, id, language, item->align, item->loc);
}

const struct block *compose_running(struct composer *composer, const struct template_item *item)
{
	struct running_maker maker = {.composer = composer};
	struct block block = {.role = ROLE_NONE, .loc = item->loc};

	for (size_t i = 0; i < item->string_count; i++)
		add_languages(&maker, &item->strings[i]);
	block.unit = item->strings[0].ref;
	block.language = maker.language;
	block.style = style_of(composer, item, maker.language);
	block.spans = maker.spans.data;
	block.span_count = maker.spans.length;
	return compose_block(composer, block);
}
