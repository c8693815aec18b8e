/* Names are compared without their namespace: the transitional and the strict form differ in nothing else here, and foreign
 * elements with such names (drawings have a <t> too) stand inside one that is not entered. */
#include "source/wordml.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"
#include "source/xml.h"

/* A cell, a comment or the body in the making. */
struct place {
	struct arena *arena;
	VEC(struct words) paragraphs;
	VEC(const char *) comments;
	struct words_maker maker;
	const char *mark;
	unsigned found;
};

struct reading {
	struct arena *arena;
	VEC(struct wordml_row) rows;
	struct place outside;
};

enum action {
	ENTER,
	LEAVE_OUT,
	TEXT,
	SPACE,
	HYPHEN,
	SOFT_HYPHEN,
	INSERTED,
	DELETED,
	COMMENT,
	BOOKMARK,
	FOUND
};

static const struct {
	const char *name;
	enum action action;
	unsigned found;
} elements[] = {
    {"t", TEXT, 0},
    {"tab", SPACE, 0},
    {"br", SPACE, 0},
    {"cr", SPACE, 0},
    {"noBreakHyphen", HYPHEN, 0},
    {"softHyphen", SOFT_HYPHEN, 0},
    {"ins", INSERTED, WORDML_TRACKED},
    {"moveTo", INSERTED, WORDML_TRACKED},
    {"del", DELETED, WORDML_TRACKED},
    {"moveFrom", DELETED, WORDML_TRACKED},
    {"commentReference", COMMENT, 0},
    {"bookmarkStart", BOOKMARK, 0},
    {"drawing", FOUND, WORDML_PICTURE},
    {"pict", FOUND, WORDML_PICTURE},
    {"object", FOUND, WORDML_PICTURE},
    {"AlternateContent", FOUND, WORDML_PICTURE},
    {"oMath", FOUND, WORDML_PICTURE},
    {"oMathPara", FOUND, WORDML_PICTURE},
    {"altChunk", FOUND, WORDML_PICTURE},
    {"tbl", FOUND, WORDML_TABLE},
    {"footnoteReference", FOUND, WORDML_NOTE},
    {"endnoteReference", FOUND, WORDML_NOTE},
    {"sym", FOUND, WORDML_SYMBOL},
    {"instrText", LEAVE_OUT, 0},
    {"fldData", LEAVE_OUT, 0},
    {"pPr", LEAVE_OUT, 0},
    {"sdtPr", LEAVE_OUT, 0},
    {"sdtEndPr", LEAVE_OUT, 0},
    {"rt", LEAVE_OUT, 0},
};

static xmlNode *child_of(const xmlNode *parent, const char *name)
{
	for (xmlNode *child = xml_first(parent); child; child = xml_next(child))
		if (xml_is(child, name))
			return child;
	return NULL;
}

/* An attribute of the element's own namespace: w:val. */
static const char *value_of(const xmlNode *node, const char *name)
{
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (strcmp((const char *)a->name, name) == 0)
			return a->children ? (const char *)a->children->content : "";
	return NULL;
}

/* Toggles (17.17.4): there without a value means on. */
static bool is_on(const xmlNode *properties, const char *name)
{
	static const char *const off[] = {"0", "false", "off"};
	const xmlNode *node = properties ? child_of(properties, name) : NULL;
	const char *value = node ? value_of(node, "val") : NULL;

	for (size_t i = 0; value && i < sizeof off / sizeof *off; i++)
		if (strcmp(value, off[i]) == 0)
			return false;
	return node != NULL;
}

static void add_text(struct place *place, const xmlNode *node)
{
	for (const xmlNode *text = node->children; text; text = text->next)
		if (text->type == XML_TEXT_NODE)
			words_text(&place->maker, (const char *)text->content, xml_loc(node));
}

static void read_run(struct place *place, const xmlNode *parent);

static void read_element(struct place *place, const xmlNode *node, size_t element)
{
	const char *name;

	place->found |= elements[element].found;
	switch (elements[element].action) {
	case TEXT:
		add_text(place, node);
		break;
	case SPACE:
		words_text(&place->maker, " ", xml_loc(node));
		break;
	case HYPHEN:
		words_text(&place->maker, "\xE2\x80\x91", xml_loc(node));
		break;
	case SOFT_HYPHEN:
		words_text(&place->maker, "\xC2\xAD", xml_loc(node));
		break;
	case COMMENT:
		name = value_of(node, "id");
		vec_push(place->arena, &place->comments, name ? name : "");
		break;
	case BOOKMARK:
		name = value_of(node, "name");
		place->mark = place->mark ? place->mark : name;
		break;
	case ENTER:
	case INSERTED:
		read_run(place, node);
		break;
	case LEAVE_OUT:
	case DELETED:
	case FOUND:
		break;
	}
}

static size_t element_find(const xmlNode *node)
{
	size_t count = sizeof elements / sizeof *elements;

	for (size_t i = 0; i < count; i++)
		if (strcmp((const char *)node->name, elements[i].name) == 0)
			return i;
	return count;
}

static void end_paragraph(struct place *place)
{
	struct words words = words_end(&place->maker);

	if (words.length)
		vec_push(place->arena, &place->paragraphs, words);
	place->maker = words_begin(place->arena);
}

/* Whatever is not in the table is entered: links, fields, content controls, tags of other programs. */
static void read_run(struct place *place, const xmlNode *parent)
{
	const xmlNode *properties = child_of(parent, "rPr");
	bool bold = place->maker.pending.bold;

	if (properties && xml_is(parent, "r")) {
		words_mark(&place->maker, is_on(properties, "b") || is_on(properties, "bCs"), NULL);
		if (is_on(properties, "strike") || is_on(properties, "dstrike"))
			place->found |= WORDML_STRUCK;
	}
	for (xmlNode *node = xml_first(parent); node; node = xml_next(node)) {
		size_t element = element_find(node);

		if (element < sizeof elements / sizeof *elements)
			read_element(place, node, element);
		else if (!xml_is(node, "rPr"))
			read_run(place, node);
		if (xml_is(node, "p"))
			end_paragraph(place);
	}
	words_mark(&place->maker, bold, NULL);
}

static struct place place_new(struct arena *arena)
{
	return (struct place){.arena = arena, .maker = words_begin(arena)};
}

static unsigned merged(const xmlNode *cell)
{
	const xmlNode *properties = child_of(cell, "tcPr");
	const xmlNode *span = properties ? child_of(properties, "gridSpan") : NULL;
	const char *columns = span ? value_of(span, "val") : NULL;
	bool several = columns && strcmp(columns, "1") != 0;

	return several || (properties && child_of(properties, "vMerge")) ? WORDML_MERGED : 0;
}

static struct wordml_cell read_cell(struct reading *reading, const xmlNode *node, struct wordml_row *row)
{
	struct place place = place_new(reading->arena);

	read_run(&place, node);
	end_paragraph(&place);
	row->mark = row->mark ? row->mark : place.mark;
	return (struct wordml_cell){.paragraphs = place.paragraphs.data,
				    .paragraph_count = place.paragraphs.length,
				    .comments = place.comments.data,
				    .comment_count = place.comments.length,
				    .found = place.found | merged(node)};
}

struct cells {
	VEC(struct wordml_cell) list;
};

static void read_cells(struct reading *reading, const xmlNode *parent, struct wordml_row *row,
		       struct cells *cells)
{
	for (xmlNode *node = xml_first(parent); node; node = xml_next(node)) {
		if (xml_is(node, "tc"))
			vec_push(reading->arena, &cells->list, read_cell(reading, node, row));
		else if (xml_is(node, "trPr"))
			row->deleted = child_of(node, "del") != NULL;
		else
			read_cells(reading, node, row, cells);
	}
}

static void read_rows(struct reading *reading, const xmlNode *parent)
{
	for (xmlNode *node = xml_first(parent); node; node = xml_next(node)) {
		struct wordml_row row = {0};
		struct cells cells = {0};

		if (!xml_is(node, "tr")) {
			read_rows(reading, node);
			continue;
		}
		read_cells(reading, node, &row, &cells);
		row.cells = cells.list.data;
		row.cell_count = cells.list.length;
		vec_push(reading->arena, &reading->rows, row);
	}
}

static void read_body(struct reading *reading, const xmlNode *parent)
{
	for (xmlNode *node = xml_first(parent); node; node = xml_next(node)) {
		if (xml_is(node, "tbl")) {
			read_rows(reading, node);
		} else if (xml_is(node, "p")) {
			read_run(&reading->outside, node);
			end_paragraph(&reading->outside);
		} else if (!xml_is(node, "sectPr") && !xml_is(node, "sdtPr")) {
			read_body(reading, node);
		}
	}
}

static xmlNode *open_part(struct arena *arena, struct diag *diag, const struct wordml_part *part,
			  const char *root)
{
	struct xml_file file = {
	    .arena = arena, .diag = diag, .path = part->path, .schema = SCHEMA_FOREIGN, .root = root};

	return xml_read_bytes(&file, part->bytes);
}

bool wordml_read(struct arena *arena, struct diag *diag, const struct wordml_part *part,
		 struct wordml *wordml)
{
	struct reading reading = {.arena = arena, .outside = place_new(arena)};
	const xmlNode *root = open_part(arena, diag, part, "document");

	if (!root)
		return false;
	read_body(&reading, root);
	*wordml = (struct wordml){reading.rows.data, reading.rows.length, reading.outside.paragraphs.data,
				  reading.outside.paragraphs.length};
	return true;
}

const struct wordml_comment *wordml_comments(struct arena *arena, struct diag *diag,
					     const struct wordml_part *part, size_t *count)
{
	const xmlNode *root = open_part(arena, diag, part, "comments");
	VEC(struct wordml_comment) comments = {0};

	for (xmlNode *node = root ? xml_first(root) : NULL; node; node = xml_next(node)) {
		struct place place = place_new(arena);
		const char *id = value_of(node, "id");

		read_run(&place, node);
		end_paragraph(&place);
		vec_push(
		    arena, &comments,
		    ((struct wordml_comment){id ? id : "", place.paragraphs.data, place.paragraphs.length}));
	}
	*count = comments.length;
	return comments.data;
}

const char *wordml_relation(struct arena *arena, struct diag *diag, const struct wordml_part *part,
			    const char *type)
{
	const xmlNode *root = open_part(arena, diag, part, "Relationships");

	for (xmlNode *node = root ? xml_first(root) : NULL; node; node = xml_next(node)) {
		const char *known = xml_attribute(node, "Type", "");
		size_t length = strlen(known), wanted = strlen(type);

		if (length >= wanted && strcmp(known + length - wanted, type) == 0)
			return xml_attribute(node, "Target", NULL);
	}
	return NULL;
}
