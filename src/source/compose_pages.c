/* From logical places to rectangles on paper. Text keeps the edition's safe margin; drawings and rules may run into the bleed. */
#include "source/compose_parts.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "source/profile.h"
#include "source/qr.h"

enum { LOGO_PIXELS = 200, POINTS_PER_INCH = 72 }; /* fewer to the inch show on paper */

struct page_maker {
	struct composer *composer;
	const struct template_page *page;
	const struct language *language; /* whose direction the page follows */
	VEC(struct frame) frames;
	VEC(struct running) runnings;
	VEC(struct placed) placed;
	VEC(struct rule) rules;
};

static bool is_inside(struct rect rect, const struct edition *edition, length_t margin)
{
	return rect.x >= margin && rect.y >= margin && rect.x + rect.width <= edition->width - margin &&
	       rect.y + rect.height <= edition->height - margin;
}

static const char *millimetres(struct arena *arena, length_t length)
{
	struct buf buf = buf_new(arena);

	buf_add_milli(&buf, length_to_mm100(length) * 10L);
	return buf.data;
}

static bool place(struct page_maker *maker, const struct template_item *item, length_t margin,
		  struct rect *rect)
{
	const struct composer *composer = maker->composer;
	const struct edition *edition = composer->request->edition;

	if (!box_place(&item->box, edition, maker->language->direction, rect)) {
		diag_add(composer->diag, DIAG_TEMPLATE_BOX, item->loc, NULL, NULL);
		return false;
	}
	if (!is_inside(*rect, edition, margin)) {
		diag_add(composer->diag, DIAG_TEMPLATE_EDGE, item->loc, NULL,
			 millimetres(composer->arena, margin), edition->id, NULL);
		return false;
	}
	return true;
}

/* The item whose text this frame shows: itself, or the one that flows on into it, however many frames lie between. */
static const struct template_item *origin_of(const struct template *template,
					     const struct template_item *item, size_t depth)
{
	if (item->section_count || depth == 0)
		return item;
	for (size_t p = 0; p < template->page_count; p++) {
		for (size_t i = 0; i < template->pages[p].item_count; i++) {
			const struct template_item *from = &template->pages[p].items[i];

			if (from != item && from->next && strcmp(from->next, item->id) == 0)
				return origin_of(template, from, depth - 1);
		}
	}
	return item;
}

static bool flow_of(const struct composer *composer, const struct template_item *item, size_t *flow)
{
	const struct template_item *origin = origin_of(composer->template, item, 16);

	for (*flow = 0; *flow < composer->flows.length; ++*flow)
		if (strcmp(composer->flows.data[*flow].id, origin->id) == 0)
			return true;
	diag_add(composer->diag, DIAG_FRAME_EMPTY, item->loc, NULL, item->id, NULL);
	return false;
}

static void add_frame(struct page_maker *maker, const struct template_item *item)
{
	struct composer *composer = maker->composer;
	struct frame frame = {
	    .id = item->id,
	    .side = item->side,
	    .gap = item->gap,
	    .columns = item->columns,
	    .grow = item->grow,
	    .language = maker->language,
	    .loc = item->loc,
	};

	if (place(maker, item, composer->request->edition->safe, &frame.rect) &&
	    flow_of(composer, item, &frame.flow))
		vec_push(composer->arena, &maker->frames, frame);
}

/* How tall a line of the block's language is, as a share of a style's size. */
static int32_t line_height(const struct composer *composer, const struct block *block)
{
	const struct font_rule *rule =
	    font_rule_find(&composer->material->fonts, block->language->script, block->language);

	return rule ? rule->family->line_height : 1000;
}

static void add_running(struct page_maker *maker, const struct template_item *item)
{
	struct composer *composer = maker->composer;
	struct running running = {.id = item->id, .loc = item->loc};
	int32_t shares = 0;
	struct rect whole;
	struct blocks blocks;

	if (!place(maker, item, composer->request->edition->safe, &whole))
		return;
	running.rect = whole;
	running.rect.y += whole.height;
	blocks = compose_running(composer, item, maker->page->language);
	for (size_t i = 0; i < blocks.length; i++)
		shares += line_height(composer, blocks.data[i]);
	for (size_t i = 0; i < blocks.length; i++) {
		running.block = blocks.data[i];
		running.rect.height =
		    (length_t)((int64_t)whole.height * line_height(composer, running.block) / shares);
		running.rect.y -= running.rect.height;
		vec_push(composer->arena, &maker->runnings, running);
	}
}

static void add_artwork(struct page_maker *maker, const struct template_item *item)
{
	struct composer *composer = maker->composer;
	struct placed placed = {
	    .artwork = store_artwork(composer->material->store, composer->diag, item->ref, item->loc)};

	if (!place(maker, item, -composer->request->edition->bleed, &placed.rect) || !placed.artwork)
		return;
	placed.mirrored = placed.artwork->directional && maker->language->direction == DIRECTION_RTL;
	vec_push(composer->arena, &maker->placed, placed);
}

static void add_rule(struct page_maker *maker, const struct template_item *item)
{
	struct composer *composer = maker->composer;
	struct rule rule = {.color = color_find(composer->material->theme, item->color)};

	if (!rule.color)
		diag_add(composer->diag, DIAG_COLOR_UNKNOWN, item->loc, NULL, item->color, NULL);
	if (place(maker, item, -composer->request->edition->bleed, &rule.rect) && rule.color)
		vec_push(composer->arena, &maker->rules, rule);
}

/* The largest that fits, at the start and the top of its box. */
static struct rect fitted(struct rect box, const struct artwork *artwork, enum direction direction)
{
	struct rect rect = box;

	if ((int64_t)box.width * artwork->height > (int64_t)box.height * artwork->width)
		rect.width = (length_t)((int64_t)box.height * artwork->width / artwork->height);
	else
		rect.height = (length_t)((int64_t)box.width * artwork->height / artwork->width);
	rect.y += box.height - rect.height;
	if (direction == DIRECTION_RTL)
		rect.x += box.width - rect.width;
	return rect;
}

static void check_pixels(const struct composer *composer, const struct artwork *logo, struct rect rect)
{
	int64_t wanted = (int64_t)rect.width * LOGO_PIXELS / (LENGTH_PT * POINTS_PER_INCH);

	if (logo->image && logo->image->width < wanted)
		diag_add(composer->diag, DIAG_LOGO_COARSE, logo->loc, NULL,
			 arena_format(composer->arena, "%d", logo->image->width),
			 arena_format(composer->arena, "%lld", (long long)wanted), NULL);
}

static void add_logo(struct page_maker *maker, const struct template_item *item)
{
	struct composer *composer = maker->composer;
	const struct profile *profile = composer->request->profile;
	struct placed placed = {.artwork = profile ? profile->logo : NULL};

	if (!placed.artwork || !place(maker, item, composer->request->edition->safe, &placed.rect))
		return;
	placed.rect = fitted(placed.rect, placed.artwork, maker->language->direction);
	check_pixels(composer, placed.artwork, placed.rect);
	vec_push(composer->arena, &maker->placed, placed);
}

/* A figure without a place in the text: what it is for is said by its alternative text. */
static const struct block *qr_block(struct page_maker *maker, const struct template_item *item,
				    const struct artwork *artwork)
{
	struct composer *composer = maker->composer;
	const struct target *alt = compose_string(composer, "qr.alt", maker->language, item->loc);

	if (!alt)
		return NULL;
	return compose_block(composer,
			     (struct block){
				 .unit = "qr.alt",
				 .role = ROLE_FIGURE,
				 .style = compose_style(composer, "figure", maker->language, -1, item->loc),
				 .language = maker->language,
				 .artwork = artwork,
				 .alt = compose_plain(composer, alt, maker->language),
				 .loc = item->loc,
			     });
}

/* Of black ink alone: the symbol needs no register, and a copier no colour. */
static void add_qr(struct page_maker *maker, const struct template_item *item)
{
	struct composer *composer = maker->composer;
	struct placed placed = {.artwork = qr_draw(composer->arena, composer->request->link,
						   color_darkest(composer->material->theme))};

	if (!placed.artwork) {
		diag_add(composer->diag, DIAG_QR_LONG, item->loc, NULL, composer->request->link, NULL);
		return;
	}
	if (!place(maker, item, composer->request->edition->safe, &placed.rect))
		return;
	placed.rect = fitted(placed.rect, placed.artwork, maker->language->direction);
	placed.block = qr_block(maker, item, placed.artwork);
	vec_push(composer->arena, &maker->placed, placed);
}

static void (*const adders[])(struct page_maker *maker, const struct template_item *item) = {
    [ITEM_FRAME] = add_frame, [ITEM_RUNNING] = add_running, [ITEM_ARTWORK] = add_artwork,
    [ITEM_RULE] = add_rule,   [ITEM_LOGO] = add_logo,       [ITEM_QR] = add_qr,
};

static bool is_draft_mark(const char *string)
{
	return strcmp(string, "draft.mark") == 0 || strcmp(string, "draft.notice") == 0;
}

static bool says_draft(const struct composer *composer, const struct template_page *page)
{
	for (size_t i = 0; i < page->item_count; i++)
		for (size_t k = 0;
		     compose_shows(composer, &page->items[i]) && k < page->items[i].string_count; k++)
			if (is_draft_mark(page->items[i].strings[k].ref))
				return true;
	return false;
}

/* A tree whose common strings know no draft mark cannot ask for one. */
static bool knows_draft(const struct composer *composer)
{
	const struct material *material = composer->material;
	const char *path = arena_format(composer->arena, "%s/translations/common/nl.xml", material->folder);
	const struct master *strings =
	    file_exists(path) ? store_strings(material->store, composer->diag) : NULL;

	return strings && (unit_find(strings, "draft.mark") || unit_find(strings, "draft.notice"));
}

static struct page_master make_page(struct composer *composer, const struct template_page *page)
{
	struct page_maker maker = {
	    .composer = composer, .page = page, .language = compose_page_language(composer, page->language)};

	for (size_t i = 0; i < page->item_count; i++)
		if (compose_shows(composer, &page->items[i]))
			adders[page->items[i].kind](&maker, &page->items[i]);
	return (struct page_master){
	    .id = page->id,
	    .frames = maker.frames.data,
	    .frame_count = maker.frames.length,
	    .runnings = maker.runnings.data,
	    .running_count = maker.runnings.length,
	    .placed = maker.placed.data,
	    .placed_count = maker.placed.length,
	    .rules = maker.rules.data,
	    .rule_count = maker.rules.length,
	    .repeat = page->repeat,
	    .optional = page->optional,
	    .loc = page->loc,
	};
}

void compose_pages(struct composer *composer)
{
	const struct template *template = composer->template;
	struct page_master *pages = arena_array(composer->arena, template->page_count, sizeof *pages);
	bool draft = !composer->document->released && knows_draft(composer);

	for (size_t i = 0; i < template->page_count; i++) {
		pages[i] = make_page(composer, &template->pages[i]);
		if (draft && !says_draft(composer, &template->pages[i]))
			diag_add(composer->diag, DIAG_DRAFT_UNMARKED, pages[i].loc, NULL, pages[i].id, NULL);
	}
	composer->document->pages = pages;
	composer->document->page_count = template->page_count;
}
