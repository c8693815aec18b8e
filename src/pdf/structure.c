/*
 * An element is written when the pages hold something of it. Its kids are its own marks and its child elements, by the
 * order of their first ink; ParentTree leads from a page's identifiers, and from annotations, to elements (14.7.4.4).
 */
#include "pdf/structure.h"

#include "base/arena.h"

static const char *const types[] = {
    [ROLE_NONE] = "NonStruct",
    [ROLE_DOCUMENT] = "Document",
    [ROLE_SECT] = "Sect",
    [ROLE_H1] = "H1",
    [ROLE_H2] = "H2",
    [ROLE_H3] = "H3",
    [ROLE_P] = "P",
    [ROLE_L] = "L",
    [ROLE_LI] = "LI",
    [ROLE_LBL] = "Lbl",
    [ROLE_LBODY] = "LBody",
    [ROLE_FIGURE] = "Figure",
    [ROLE_LINK] = "Link",
    [ROLE_SPAN] = "Span",
};

struct output *output_new(struct arena *arena, struct pdf *pdf)
{
	struct output *output = arena_alloc(arena, sizeof *output);

	output->arena = arena;
	output->pdf = pdf;
	return output;
}

struct structure *output_add(struct output *output, const struct pages *pages)
{
	struct structure *structure = arena_alloc(output->arena, sizeof *structure);

	structure->pages = pages;
	structure->traces = arena_array(output->arena, pages->element_count, sizeof *structure->traces);
	structure->first_page = output->pages.length;
	vec_push(output->arena, &output->documents, structure);
	for (size_t i = 0; i < pages->length; i++) {
		struct output_page *page = vec_add(output->arena, &output->pages);

		page->dict = pdf_page(output->pdf);
		page->structure = structure;
	}
	return structure;
}

struct trace *structure_trace(struct structure *structure, const struct element *element)
{
	return &structure->traces[element->index];
}

static void hold(struct structure *structure, const struct element *element, size_t order)
{
	for (; element && !structure_trace(structure, element)->held; element = element->parent) {
		structure_trace(structure, element)->held = true;
		structure_trace(structure, element)->first = order;
	}
}

int structure_mark(struct output *output, size_t page, const struct element *element)
{
	struct output_page *on = &output->pages.data[page];
	struct structure *structure = on->structure;
	int mcid = (int)on->marked.length;

	vec_push(output->arena, &on->marked, element);
	vec_push(output->arena, &structure_trace(structure, element)->marks,
		 ((struct mark){page, mcid, structure->marks}));
	hold(structure, element, structure->marks++);
	return mcid;
}

void structure_annotate(struct output *output, size_t page, const struct element *element,
			struct dict *annotation)
{
	struct structure *structure = output->pages.data[page].structure;

	vec_push(output->arena, &structure_trace(structure, element)->annotations,
		 ((struct annotation){annotation, page}));
	hold(structure, element, structure->marks++);
}

const char *structure_type(enum role role)
{
	return types[role];
}

/* An element being written. */
struct writer {
	struct output *output;
	struct structure *structure;
	const struct element *element;
	struct trace *trace;
	struct dict *dict;
};

static void add_mark(const struct writer *writer, struct array *kids, const struct mark *mark)
{
	struct dict *reference;

	if (mark->page == writer->trace->marks.data[0].page) {
		array_number(kids, mark->mcid);
		return;
	}
	reference = array_dict(kids);
	dict_name(reference, "Type", "MCR");
	dict_ref(reference, "Pg", writer->output->pages.data[mark->page].dict);
	dict_number(reference, "MCID", mark->mcid);
}

static void add_annotation(const struct writer *writer, struct array *kids,
			   const struct annotation *annotation)
{
	struct dict *reference = array_dict(kids);

	dict_name(reference, "Type", "OBJR");
	dict_ref(reference, "Obj", annotation->dict);
	dict_ref(reference, "Pg", writer->output->pages.data[annotation->page].dict);
}

static struct dict *write_element(struct output *output, struct structure *structure,
				  const struct element *element, const struct dict *parent);

static void write_kids(const struct writer *writer)
{
	const struct trace *trace = writer->trace;
	struct array *kids = dict_array(writer->dict, "K");
	size_t next = 0;

	for (size_t i = 0; i < writer->element->children.length; i++) {
		const struct element *child = writer->element->children.data[i];
		const struct trace *below = structure_trace(writer->structure, child);

		if (!below->held)
			continue;
		while (next < trace->marks.length && trace->marks.data[next].order < below->first)
			add_mark(writer, kids, &trace->marks.data[next++]);
		array_ref(kids, write_element(writer->output, writer->structure, child, writer->dict));
	}
	while (next < trace->marks.length)
		add_mark(writer, kids, &trace->marks.data[next++]);
	for (size_t i = 0; i < trace->annotations.length; i++)
		add_annotation(writer, kids, &trace->annotations.data[i]);
}

static bool leaf(const struct writer *writer)
{
	for (size_t i = 0; i < writer->element->children.length; i++)
		if (structure_trace(writer->structure, writer->element->children.data[i])->held)
			return false;
	return true;
}

/* Right-to-left text comes back whole from the element: readers differ in how they order its letters on the page. An
 * element with others below it goes without, for its words would hide their language and their links. */
static void write_words(const struct writer *writer)
{
	const struct element *element = writer->element;
	const struct para *para = element->para;
	bool claimed = writer->structure->pages->document->edition->claims & CLAIM_A2A;

	if (element->alt)
		dict_words(writer->dict, "Alt", element->alt);
	if (element->role == ROLE_LBL && !writer->trace->words)
		dict_words(writer->dict, "ActualText", "\xE2\x80\xA2"); /* a bullet that is drawn */
	else if (para && claimed && para->direction == DIRECTION_RTL && leaf(writer))
		dict_text(
		    writer->dict, "ActualText",
		    utf16_plain(writer->output->arena, (struct utf16){para->text, (size_t)para->length}));
}

/* The label of the first item that has one. */
static const struct trace *list_label(const struct writer *writer)
{
	for (size_t i = 0; i < writer->element->children.length; i++) {
		const struct element *item = writer->element->children.data[i];

		for (size_t k = 0; k < item->children.length; k++)
			if (item->children.data[k]->role == ROLE_LBL)
				return structure_trace(writer->structure, item->children.data[k]);
	}
	return NULL;
}

static void write_attributes(const struct writer *writer)
{
	const struct trace *label = writer->element->role == ROLE_L ? list_label(writer) : NULL;
	struct dict *attributes;

	if (writer->element->role == ROLE_FIGURE) {
		attributes = dict_dict(writer->dict, "A");
		dict_name(attributes, "O", "Layout");
		dict_name(attributes, "Placement", "Block");
		dict_rect(attributes, "BBox", writer->trace->box);
	} else if (label && label->held) {
		attributes = dict_dict(writer->dict, "A");
		dict_name(attributes, "O", "List");
		dict_name(attributes, "ListNumbering", label->words ? "Decimal" : "Disc");
	}
}

static struct dict *write_element(struct output *output, struct structure *structure,
				  const struct element *element, const struct dict *parent)
{
	struct trace *trace = structure_trace(structure, element);
	struct writer writer = {output, structure, element, trace, pdf_dict(output->pdf)};

	trace->dict = writer.dict;
	dict_name(writer.dict, "S", structure_type(element->role));
	dict_ref(writer.dict, "P", parent);
	if (element->language)
		dict_words(writer.dict, "Lang", element->language->tag);
	else if (!element->parent)
		dict_words(writer.dict, "Lang", structure->pages->document->language->tag);
	if (trace->marks.length)
		dict_ref(writer.dict, "Pg", output->pages.data[trace->marks.data[0].page].dict);
	write_words(&writer);
	write_attributes(&writer);
	if (trace->marks.length == 1 && !trace->annotations.length && leaf(&writer))
		dict_number(writer.dict, "K", trace->marks.data[0].mcid);
	else
		write_kids(&writer);
	return writer.dict;
}

static void parent_of_page(struct array *tree, struct output_page *page, int32_t key)
{
	struct array *elements;

	dict_number(page->dict, "StructParents", key);
	array_number(tree, key);
	elements = array_array(tree);
	for (size_t i = 0; i < page->marked.length; i++)
		array_ref(elements, structure_trace(page->structure, page->marked.data[i])->dict);
}

static int32_t parents_of_annotations(struct array *tree, const struct structure *structure, int32_t key)
{
	for (size_t i = 0; i < structure->pages->element_count; i++) {
		const struct trace *trace = &structure->traces[i];

		for (size_t j = 0; j < trace->annotations.length; j++, key++) {
			dict_number(trace->annotations.data[j].dict, "StructParent", key);
			array_number(tree, key);
			array_ref(tree, trace->dict);
		}
	}
	return key;
}

static void write_parents(struct output *output, struct dict *root)
{
	struct dict *tree = pdf_dict(output->pdf);
	struct array *numbers = dict_array(tree, "Nums");
	int32_t key = (int32_t)output->pages.length;

	dict_ref(root, "ParentTree", tree);
	for (size_t i = 0; i < output->pages.length; i++)
		if (output->pages.data[i].marked.length)
			parent_of_page(numbers, &output->pages.data[i], (int32_t)i);
	for (size_t i = 0; i < output->documents.length; i++)
		key = parents_of_annotations(numbers, output->documents.data[i], key);
	dict_number(root, "ParentTreeNextKey", key);
}

void structure_write(struct output *output)
{
	struct dict *root = NULL;
	struct array *kids = NULL;

	for (size_t i = 0; i < output->documents.length; i++) {
		struct structure *structure = output->documents.data[i];
		const struct element *top = structure->pages->root;

		if (!structure->pages->document->edition->tagged || !structure_trace(structure, top)->held)
			continue;
		if (!root) {
			root = pdf_dict(output->pdf);
			dict_name(root, "Type", "StructTreeRoot");
			dict_ref(pdf_catalog(output->pdf), "StructTreeRoot", root);
			kids = dict_array(root, "K");
		}
		array_ref(kids, write_element(output, structure, top, root));
	}
	if (root)
		write_parents(output, root);
}
