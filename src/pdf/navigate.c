/* Bookmarks are plain dictionaries: libharu's own carry a wrong type. Each points at its structure element too, which
 * gives it a language. */
#include "pdf/navigate.h"

#include "base/arena.h"

enum { ANNOTATION_PRINT = 4 };

static struct dict *link_annotation(struct output *output, const struct op *op)
{
	struct dict *link = pdf_dict(output->pdf), *action;

	dict_name(link, "Type", "Annot");
	dict_name(link, "Subtype", "Link");
	dict_rect(link, "Rect", (struct rect){op->x, op->y, op->link.width, op->link.height});
	dict_syntax(link, "Border", "[0 0 0]");
	dict_number(link, "F", ANNOTATION_PRINT);
	dict_words(link, "Contents", op->link.contents ? op->link.contents : op->link.uri);
	action = dict_dict(link, "A");
	dict_name(action, "S", "URI");
	dict_words(action, "URI", op->link.uri);
	return link;
}

void navigate_links(struct output *output, size_t page, const struct page *laid)
{
	const struct output_page *on = &output->pages.data[page];
	const struct edition *edition = on->structure->pages->document->edition;
	struct array *annotations = NULL;

	for (size_t i = 0; i < laid->op_count && edition->links; i++) {
		const struct op *op = &laid->ops[i];
		struct dict *link;

		if (op->kind != OP_LINK)
			continue;
		if (!annotations)
			annotations = dict_array(on->dict, "Annots");
		link = link_annotation(output, op);
		array_ref(annotations, link);
		if (edition->tagged && op->element)
			structure_annotate(output, page, op->element, link);
	}
}

/* The outline as a list in reading order; the first is its root. */
struct bookmark {
	struct dict *dict;
	int level;
	size_t parent, last; /* indices; the root is its own parent, 0 is no last child */
	int32_t below;
};

struct outline {
	struct output *output;
	VEC(struct bookmark) list;
};

static int heading_level(enum role role)
{
	return role >= ROLE_H1 && role <= ROLE_H3 ? (int)(role - ROLE_H1) + 1 : 0;
}

static void describe(struct output *output, struct dict *item, const struct element *element,
		     const struct trace *trace)
{
	struct utf16 words = {element->para->text, (size_t)element->para->length};
	struct array *place;

	dict_text(item, "Title", utf16_plain(output->arena, words));
	place = dict_array(item, "Dest");
	array_ref(place, output->pages.data[trace->page].dict);
	array_name(place, "XYZ");
	array_number(place, 0);
	array_number(place, trace->top / LENGTH_PT);
	array_number(place, 0);
	if (trace->dict)
		dict_ref(item, "SE", trace->dict);
}

static void hang(struct outline *outline, size_t index)
{
	struct bookmark *list = outline->list.data, *item = &list[index];

	for (item->parent = index - 1; list[item->parent].level >= item->level;)
		item->parent = list[item->parent].parent;
	dict_ref(item->dict, "Parent", list[item->parent].dict);
	if (list[item->parent].last) {
		dict_ref(item->dict, "Prev", list[list[item->parent].last].dict);
		dict_ref(list[list[item->parent].last].dict, "Next", item->dict);
	} else {
		dict_ref(list[item->parent].dict, "First", item->dict);
	}
	list[item->parent].last = index;
	for (size_t above = item->parent;; above = list[above].parent) {
		list[above].below++;
		if (!above)
			break;
	}
}

static void add_headings(struct outline *outline, struct structure *structure, const struct element *element)
{
	const struct trace *trace = structure_trace(structure, element);
	int level = heading_level(element->role);

	if (level && element->para && trace->begun) {
		struct dict *item = pdf_dict(outline->output->pdf);

		vec_push(outline->output->arena, &outline->list, ((struct bookmark){item, level, 0, 0, 0}));
		describe(outline->output, item, element, trace);
		hang(outline, outline->list.length - 1);
	}
	for (size_t i = 0; i < element->children.length; i++)
		add_headings(outline, structure, element->children.data[i]);
}

void navigate_outline(struct output *output)
{
	struct outline outline = {.output = output};
	struct dict *root;

	if (!output->documents.data[0]->pages->document->edition->outline)
		return;
	root = pdf_dict(output->pdf);
	dict_name(root, "Type", "Outlines");
	dict_ref(pdf_catalog(output->pdf), "Outlines", root);
	vec_push(output->arena, &outline.list, ((struct bookmark){root, 0, 0, 0, 0}));
	for (size_t i = 0; i < output->documents.length; i++)
		add_headings(&outline, output->documents.data[i], output->documents.data[i]->pages->root);
	for (size_t i = 0; i < outline.list.length; i++) {
		const struct bookmark *item = &outline.list.data[i];

		if (!item->last)
			continue;
		dict_ref(item->dict, "Last", outline.list.data[item->last].dict);
		dict_number(item->dict, "Count", item->below);
	}
}
