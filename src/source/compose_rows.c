/* A frame's sections become a flow: rows of blocks, one block per language. A figure is the same in both, so its row has one. */
#include "source/compose_parts.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

static const struct {
	const char *style;
	enum role role;
} kinds[] = {
    [UNIT_TITLE] = {"h1", ROLE_H1},       [UNIT_H1] = {"h1", ROLE_H1},      [UNIT_H2] = {"h2", ROLE_H2},
    [UNIT_H3] = {"h3", ROLE_H3},          [UNIT_P] = {"body", ROLE_P},      [UNIT_LI] = {"item", ROLE_LI},
    [UNIT_ALT] = {"figure", ROLE_FIGURE}, [UNIT_STRING] = {"body", ROLE_P},
};

struct rows_maker {
	struct composer *composer;
	const struct section_ref *section;
	enum page_language page;
	VEC(struct row) rows;
};

const struct block *compose_block(struct composer *composer, struct block block)
{
	struct block *kept = arena_alloc(composer->arena, sizeof *kept);

	block.index = composer->blocks.length;
	*kept = block;
	vec_push(composer->arena, &composer->blocks, kept);
	return kept;
}

/* A prefix chooses its own style where the theme has one, and the plain one else. */
static const struct style *style_of(struct rows_maker *maker, const struct unit *unit,
				    const struct language *language)
{
	struct composer *composer = maker->composer;
	const char *plain = kinds[unit->kind].style;
	const char *chosen = arena_format(composer->arena, "%s%s", maker->section->style_prefix, plain);

	if (!style_find(composer->material->theme, chosen))
		chosen = plain;
	return compose_style(composer, chosen, language, -1, maker->section->loc);
}

static const struct block *make_block(struct rows_maker *maker, const struct translation *translation,
				      const struct unit *unit)
{
	struct composer *composer = maker->composer;
	const struct target *target = &translation->targets[unit->index];
	struct block block = {
	    .unit = unit->id,
	    .role = kinds[unit->kind].role,
	    .style = style_of(maker, unit, translation->language),
	    .language = translation->language,
	    .number = unit->number,
	    .list = unit->list,
	    .loc = target->loc,
	};

	if (unit->kind == UNIT_ALT) {
		block.artwork =
		    store_artwork(composer->material->store, composer->diag, unit->art, unit->loc);
		block.alt = compose_plain(composer, target, translation->language);
	} else {
		struct spans spans = compose_spans(composer, target, translation->language);

		block.spans = spans.data;
		block.span_count = spans.length;
	}
	return compose_block(composer, block);
}

/* A page for one of two languages has rows of one block, and so has what the second language has no words for. */
static struct row make_row(struct rows_maker *maker, const struct unit *unit)
{
	const struct composer *composer = maker->composer;
	bool second = maker->page == PAGE_SECOND && composer->second;
	struct row row = {make_block(maker, second ? composer->second : composer->first, unit), NULL};

	if (maker->page == PAGE_BOTH && composer->second && unit->kind != UNIT_ALT &&
	    composer->second->targets[unit->index].words.length)
		row.second = make_block(maker, composer->second, unit);
	return row;
}

/* Units of the master from one up to another. */
struct range {
	size_t first, count;
};

static bool is_within(const struct section *section, const struct unit *unit)
{
	return unit && unit->index >= section->first && unit->index < section->first + section->count;
}

static const struct unit *find_unit(struct composer *composer, const char *id, struct loc loc)
{
	const struct unit *unit = unit_find(composer->master, id);

	if (!unit)
		diag_add(composer->diag, DIAG_UNIT_ABSENT, loc, NULL, id, composer->master->id, NULL);
	return unit;
}

/* What a layout shows of a section: all of it, a part, or of any section a single unit. */
static struct range range_of(struct composer *composer, const struct section_ref *ref)
{
	const struct section *section = ref->ref ? section_find(composer->master, ref->ref) : NULL;
	const struct unit *first, *last;

	if (ref->ref && !section)
		diag_add(composer->diag, DIAG_SECTION_UNKNOWN, ref->loc, NULL, ref->ref, composer->master->id,
			 NULL);
	if (ref->ref && !section)
		return (struct range){0, 0};
	first =
	    ref->first ? find_unit(composer, ref->first, ref->loc) : &composer->master->units[section->first];
	last = ref->last ? find_unit(composer, ref->last, ref->loc)
			 : &composer->master->units[section->first + section->count - 1];
	if (!first || !last)
		return (struct range){0, 0};
	if (last->index < first->index ||
	    (section && (!is_within(section, first) || !is_within(section, last)))) {
		diag_add(composer->diag, DIAG_UNIT_RANGE, ref->loc, NULL, first->id, last->id, ref->ref,
			 NULL);
		return (struct range){0, 0};
	}
	return (struct range){first->index, last->index - first->index + 1};
}

static void add_range(struct rows_maker *maker, struct range range)
{
	struct composer *composer = maker->composer;

	for (size_t i = 0; i < range.count; i++) {
		const struct unit *unit = &composer->master->units[range.first + i];

		if (*unit->editions && !tag_listed(unit->editions, composer->request->edition->id))
			continue;
		vec_push(composer->arena, &maker->rows, make_row(maker, unit));
	}
}

static void add_flow(struct composer *composer, const struct template_item *item, enum page_language page)
{
	struct rows_maker maker = {.composer = composer, .page = page};
	struct flow flow = {.id = item->id, .language = compose_page_language(composer, page)};

	for (size_t i = 0; i < item->section_count; i++) {
		maker.section = &item->sections[i];
		add_range(&maker, range_of(composer, maker.section));
	}
	flow.rows = maker.rows.data;
	flow.row_count = maker.rows.length;
	vec_push(composer->arena, &composer->flows, flow);
}

static bool is_part(const struct composer *composer, const struct section_ref *ref,
		    const struct section *section)
{
	return ref->ref ? strcmp(ref->ref, section->id) == 0
			: is_within(section, unit_find(composer->master, ref->first));
}

static bool is_placed(const struct composer *composer, const struct section *section)
{
	const struct template *template = composer->template;

	for (size_t p = 0; p < template->page_count; p++)
		for (size_t i = 0; i < template->pages[p].item_count; i++)
			for (size_t k = 0; k < template->pages[p].items[i].section_count; k++)
				if (is_part(composer, &template->pages[p].items[i].sections[k], section))
					return true;
	return false;
}

static bool is_wanted(const struct composer *composer, const struct section *section)
{
	for (size_t i = 0; i < section->count; i++) {
		const char *editions = composer->master->units[section->first + i].editions;

		if (!*editions || tag_listed(editions, composer->request->edition->id))
			return true;
	}
	return false;
}

static bool agrees(enum item_when when, bool so)
{
	return when == WHEN_ALWAYS || (when == WHEN_ONLY) == so;
}

bool compose_shows(const struct composer *composer, const struct template_item *item)
{
	const struct request *request = composer->request;

	return agrees(item->kind == ITEM_QR ? WHEN_ONLY : item->qr, request->link != NULL) &&
	       agrees(item->draft, !composer->document->released) && agrees(item->stamp, request->stamp) &&
	       agrees(item->bleed, request->edition->bleed > 0);
}

static bool has_flow(const struct composer *composer, const struct template_item *item)
{
	return item->section_count && compose_shows(composer, item);
}

void compose_flows(struct composer *composer)
{
	const struct template *template = composer->template;

	for (size_t p = 0; p < template->page_count; p++)
		for (size_t i = 0; i < template->pages[p].item_count; i++)
			if (has_flow(composer, &template->pages[p].items[i]))
				add_flow(composer, &template->pages[p].items[i], template->pages[p].language);
	for (size_t i = 0; i < composer->master->section_count && !template->partial; i++) {
		const struct section *section = &composer->master->sections[i];

		if (is_wanted(composer, section) && !is_placed(composer, section))
			diag_add(composer->diag, DIAG_SECTION_UNPLACED, section->loc, NULL, section->id,
				 template->id, NULL);
	}
}
