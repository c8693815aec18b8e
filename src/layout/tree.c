/*
 * ISO 32000-1, 14.7 and 14.8.4: lists are L with LI of Lbl and LBody; foreign words are Span with a language, words that
 * lead somewhere are Link. In two languages a reader meets the first whole before the second.
 */
#include "layout/tree.h"

#include <string.h>

#include "base/arena.h"

struct builder {
	struct arena *arena;
	const struct document *document;
	const struct text *text;
	struct branch *branches;
};

/* The list that is being filled in a Sect. */
struct open_list {
	struct element *element;
	int number;
};

static const struct language *spoken(const struct builder *builder, const struct element *element)
{
	for (; element; element = element->parent)
		if (element->language)
			return element->language;
	return builder->document->language;
}

static struct element *add(const struct builder *builder, struct element *parent, enum role role,
			   const struct block *block)
{
	struct element *element = element_add(builder->arena, parent, role);

	if (spoken(builder, parent) != block->language)
		element->language = block->language;
	return element;
}

static bool same_uri(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static const char *uri_of(const struct builder *builder, const struct span *span)
{
	return builder->document->edition->links ? span->uri : NULL;
}

static struct element *add_span(const struct builder *builder, struct element *body,
				const struct block *block, const struct span *span)
{
	const char *uri = uri_of(builder, span);
	struct element *element;

	if (!uri && span->language == block->language)
		return body;
	element = element_add(builder->arena, body, uri ? ROLE_LINK : ROLE_SPAN);
	element->uri = uri;
	element->language = span->language == block->language ? NULL : span->language;
	return element;
}

static const struct element *const *add_spans(const struct builder *builder, struct element *body,
					      const struct block *block)
{
	struct element **elements = arena_array(builder->arena, block->span_count, sizeof *elements);

	for (size_t i = 0; i < block->span_count; i++) {
		const struct span *span = &block->spans[i];

		if (i && span->language == span[-1].language &&
		    same_uri(uri_of(builder, span), uri_of(builder, span - 1)))
			elements[i] = elements[i - 1];
		else
			elements[i] = add_span(builder, body, block, span);
	}
	return (const struct element *const *)elements;
}

static struct element *add_item(const struct builder *builder, struct element *sect,
				const struct block *block, struct open_list *list)
{
	struct element *item;

	if (!list->element || list->number != block->list) {
		list->element = add(builder, sect, ROLE_L, block);
		list->number = block->list;
	}
	item = add(builder, list->element, ROLE_LI, block);
	builder->branches[block->index].label = add(builder, item, ROLE_LBL, block);
	return add(builder, item, ROLE_LBODY, block);
}

static void add_block(const struct builder *builder, struct element *parent, const struct block *block,
		      struct open_list *list)
{
	struct branch *branch = &builder->branches[block->index];
	struct element *body;

	if (block->role == ROLE_NONE)
		return;
	if (block->role != ROLE_LI)
		list->element = NULL;
	body = block->role == ROLE_LI ? add_item(builder, parent, block, list)
				      : add(builder, parent, block->role, block);
	body->unit = block->unit;
	body->alt = block->alt;
	body->para = builder->text->paras[block->index];
	branch->body = body;
	branch->spans = add_spans(builder, body, block);
}

static void add_sect(const struct builder *builder, struct element *root, const struct flow *flow,
		     bool second)
{
	struct element *sect = element_add(builder->arena, root, ROLE_SECT);
	struct open_list list = {NULL, 0};

	sect->language = second ? builder->document->second : flow->language;
	if (sect->language == builder->document->language)
		sect->language = NULL;
	for (size_t i = 0; i < flow->row_count; i++) {
		const struct block *block = second ? flow->rows[i].second : flow->rows[i].first;

		if (block && !(second && block->role == ROLE_FIGURE))
			add_block(builder, sect, block, &list);
	}
}

static bool in_two_languages(const struct flow *flow)
{
	for (size_t i = 0; i < flow->row_count; i++)
		if (flow->rows[i].second)
			return true;
	return false;
}

bool tree_running_above(const struct page_master *master, const struct running *running)
{
	for (size_t i = 0; i < master->frame_count; i++)
		if (running->rect.y >= master->frames[i].rect.y)
			return true;
	return false;
}

static void add_runnings(const struct builder *builder, struct element *root, bool above)
{
	const struct page_master *master = builder->document->pages;
	struct open_list list = {NULL, 0};

	for (size_t i = 0; builder->document->page_count && i < master->running_count; i++)
		if (tree_running_above(master, &master->runnings[i]) == above)
			add_block(builder, root, master->runnings[i].block, &list);
}

static void add_placed(const struct builder *builder, struct element *root)
{
	const struct document *document = builder->document;
	struct open_list list = {NULL, 0};

	for (size_t i = 0; i < document->page_count; i++)
		for (size_t k = 0; k < document->pages[i].placed_count; k++)
			if (document->pages[i].placed[k].block)
				add_block(builder, root, document->pages[i].placed[k].block, &list);
}

struct tree tree_build(struct arena *arena, const struct document *document, const struct text *text)
{
	struct element *root = element_add(arena, NULL, ROLE_DOCUMENT);
	struct branch *branches = arena_array(arena, document->block_count, sizeof *branches);
	struct builder builder = {arena, document, text, branches};

	root->language = document->language;
	add_runnings(&builder, root, true);
	for (size_t i = 0; i < document->flow_count; i++)
		add_sect(&builder, root, &document->flows[i], false);
	for (size_t i = 0; i < document->flow_count; i++)
		if (in_two_languages(&document->flows[i]))
			add_sect(&builder, root, &document->flows[i], true);
	add_runnings(&builder, root, false);
	add_placed(&builder, root);
	return (struct tree){root, branches};
}
