/* Reads what is written; compose gives it meaning for one document. */
#include "source/template.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "source/xml.h"

enum { USUAL_STRETCH = 1500, STRETCH_MOST = 6000 };

enum { COLUMNS_MOST = 20 };

struct reader {
	struct arena *arena;
	struct diag *diag;
};

static bool place_axis(length_t near, length_t far, length_t size, length_t whole, length_t *from,
		       length_t *extent)
{
	if ((near != LENGTH_NONE) + (far != LENGTH_NONE) + (size != LENGTH_NONE) != 2)
		return false;
	*extent = size != LENGTH_NONE ? size : whole - near - far;
	*from = near != LENGTH_NONE ? near : whole - far - *extent;
	return *extent > 0;
}

bool box_place(const struct box *box, const struct edition *edition, enum direction direction,
	       struct rect *rect)
{
	length_t start, top;

	if (!place_axis(box->start, box->end, box->width, edition->width, &start, &rect->width) ||
	    !place_axis(box->top, box->bottom, box->height, edition->height, &top, &rect->height))
		return false;
	rect->x = direction == DIRECTION_RTL ? edition->width - start - rect->width : start;
	rect->y = edition->height - top - rect->height;
	return true;
}

static struct box read_box(struct diag *diag, const xmlNode *node)
{
	struct box box = {LENGTH_NONE, LENGTH_NONE, LENGTH_NONE, LENGTH_NONE, LENGTH_NONE, LENGTH_NONE};

	xml_length(diag, node, "start", &box.start);
	xml_length(diag, node, "end", &box.end);
	xml_length(diag, node, "width", &box.width);
	xml_length(diag, node, "top", &box.top);
	xml_length(diag, node, "bottom", &box.bottom);
	xml_length(diag, node, "height", &box.height);
	return box;
}

static struct section_ref read_section(const xmlNode *node)
{
	struct section_ref section = {
	    .ref = xml_attribute(node, "ref", ""),
	    .style_prefix = xml_attribute(node, "style-prefix", ""),
	    .first = xml_attribute(node, "first", NULL),
	    .last = xml_attribute(node, "last", NULL),
	    .loc = xml_loc(node),
	};

	if (xml_is(node, "unit")) {
		section.first = section.last = section.ref;
		section.ref = NULL;
	}
	return section;
}

static void read_frame(struct reader *reader, const xmlNode *node, struct template_item *item)
{
	size_t count = xmlChildElementCount((xmlNode *)(uintptr_t)node);
	struct section_ref *sections = arena_array(reader->arena, count, sizeof *sections);

	xml_length(reader->diag, node, "side", &item->side);
	xml_length(reader->diag, node, "gap", &item->gap);
	item->columns = 1;
	xml_int(reader->diag, node, "columns", &item->columns);
	if (item->columns < 1 || item->columns > COLUMNS_MOST)
		xml_complain(reader->diag, node, "columns", "1, 2, 3");
	xml_milli(reader->diag, node, "grow", SCALE_MOST, &item->grow);
	item->next = xml_attribute(node, "next", NULL);
	item->sections = sections;
	for (xmlNode *child = xml_first(node); child; child = xml_next(child))
		sections[item->section_count++] = read_section(child);
}

static void read_running(struct reader *reader, const xmlNode *node, struct template_item *item)
{
	static const char *const languages[] = {
	    [STRING_OWN] = "own", [STRING_NL] = "nl", [STRING_BOTH] = "both", [STRING_BOTH + 1] = NULL};
	static const char *const aligns[] = {"start", "center", "end", NULL};
	size_t count = xmlChildElementCount((xmlNode *)(uintptr_t)node);
	struct string_ref *strings = arena_array(reader->arena, count, sizeof *strings);

	item->align = xml_choice(reader->diag, node, "align", aligns, -1);
	item->strings = strings;
	for (xmlNode *child = xml_first(node); child; child = xml_next(child)) {
		int language = xml_choice(reader->diag, child, "language", languages, STRING_OWN);

		strings[item->string_count++] =
		    (struct string_ref){xml_attribute(child, "ref", ""), xml_attribute(child, "style", NULL),
					(enum string_language)language, xml_loc(child)};
	}
}

static void read_artwork(struct reader *reader, const xmlNode *node, struct template_item *item)
{
	(void)reader;
	item->ref = xml_attribute(node, "ref", "");
}

static void read_rule(struct reader *reader, const xmlNode *node, struct template_item *item)
{
	item->color = xml_attribute(node, "color", "");
	xml_length(reader->diag, node, "thickness", &item->box.height);
}

static const struct {
	const char *name;
	void (*read)(struct reader *reader, const xmlNode *node, struct template_item *item);
} kinds[] = {
    [ITEM_FRAME] = {"frame", read_frame},
    [ITEM_RUNNING] = {"running", read_running},
    [ITEM_ARTWORK] = {"artwork", read_artwork},
    [ITEM_RULE] = {"rule", read_rule},
    [ITEM_LOGO] = {"logo", NULL},
    [ITEM_QR] = {"qr", NULL},
};

static enum item_when read_when(struct reader *reader, const xmlNode *node, const char *name)
{
	static const char *const when[] = {"always", "only", "never", NULL};

	return (enum item_when)xml_choice(reader->diag, node, name, when, WHEN_ALWAYS);
}

static void read_item(struct reader *reader, const xmlNode *node, struct template_item *item)
{
	item->id = xml_attribute(node, "id", "");
	item->box = read_box(reader->diag, node);
	item->draft = read_when(reader, node, "draft");
	item->stamp = read_when(reader, node, "stamp");
	item->bleed = read_when(reader, node, "bleed");
	item->qr = read_when(reader, node, "qr");
	item->loc = xml_loc(node);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (!xml_is(node, kinds[i].name))
			continue;
		item->kind = (enum item_kind)i;
		if (kinds[i].read)
			kinds[i].read(reader, node, item);
	}
}

static void read_page(struct reader *reader, xmlNode *node, struct template_page *page)
{
	static const char *const languages[] = {"both", "first", "second", NULL};
	static const char *const repeats[] = {"no", "yes", "rest", NULL};
	int repeat = xml_choice(reader->diag, node, "repeat", repeats, 0);
	struct template_item *items = arena_array(reader->arena, xmlChildElementCount(node), sizeof *items);

	page->language = (enum page_language)xml_choice(reader->diag, node, "language", languages, PAGE_BOTH);
	page->id = xml_attribute(node, "id", "");
	page->loc = xml_loc(node);
	page->items = items;
	page->repeat = repeat > 0;
	page->optional = repeat == 2;
	for (xmlNode *child = xml_first(node); child; child = xml_next(child))
		read_item(reader, child, &items[page->item_count++]);
}

const struct template *template_read(struct arena *arena, struct diag *diag, struct schemas *schemas,
				     const char *path)
{
	struct xml_file file = {arena, diag, schemas, path, SCHEMA_TEMPLATE, "template"};
	struct template *template = arena_alloc(arena, sizeof *template);
	struct reader reader = {arena, diag};
	size_t failures = diag_count(diag, DIAG_ERROR);
	xmlNode *root = xml_read(&file);
	struct template_page *pages;

	if (!root)
		return NULL;
	template->id = xml_attribute(root, "id", "");
	template->number_style = xml_attribute(root, "number-style", NULL);
	template->min_scale = template->max_scale = 1000;
	template->stretch = USUAL_STRETCH;
	xml_yes(diag, root, "partial", &template->partial);
	template->loc = xml_loc(root);
	xml_milli(diag, root, "min-scale", SCALE_MOST, &template->min_scale);
	xml_milli(diag, root, "max-scale", SCALE_MOST, &template->max_scale);
	xml_milli(diag, root, "stretch", STRETCH_MOST, &template->stretch);
	template->pages = pages = arena_array(arena, xmlChildElementCount(root), sizeof *pages);
	for (xmlNode *node = xml_first(root); node; node = xml_next(node))
		read_page(&reader, node, &pages[template->page_count++]);
	return diag_count(diag, DIAG_ERROR) == failures ? template : NULL;
}
