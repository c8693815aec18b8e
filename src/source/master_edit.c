/* The tree is edited and printed again; the master's own form (two spaces, double quotes) is what libxml2 prints, so no other line
 * changes. A remark ends up where the next reader of the sentence meets it. */
#include "source/master_edit.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "source/bitext_node.h"
#include "source/xml.h"

enum { SIZE_LIMIT = 4 * 1024 * 1024 };

static xmlNode *find_unit(xmlNode *parent, const char *id)
{
	for (xmlNode *node = xml_first(parent); node; node = xml_next(node)) {
		xmlNode *inside;

		if (!xml_is(node, "section") && strcmp(xml_attribute(node, "id", ""), id) == 0)
			return node;
		inside = find_unit(node, id);
		if (inside)
			return inside;
	}
	return NULL;
}

static xmlNode *add_child(xmlNode *parent, const char *name)
{
	return xmlNewChild(parent, parent->ns, BAD_CAST name, NULL);
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

/* Emphasis stands within a link, as the reader has it. */
static void put_words(xmlNode *unit, struct words words)
{
	xmlNode *link = NULL, *bold = NULL;

	while (unit->children) {
		xmlNode *child = unit->children;

		xmlUnlinkNode(child);
		xmlFreeNode(child);
	}
	for (size_t i = 0; i < words.length; i++) {
		const struct piece *piece = &words.pieces[i];
		bool moved = !same(piece->link, i ? words.pieces[i - 1].link : NULL);
		xmlNode *to;

		if (moved)
			link = piece->link ? add_child(unit, "a") : NULL;
		if (moved && link)
			node_set(link, "fact", piece->link);
		if (moved || !piece->bold)
			bold = NULL;
		to = link ? link : unit;
		if (piece->bold && !bold)
			bold = add_child(to, "b");
		to = bold ? bold : to;
		if (piece->kind == PIECE_TEXT) {
			xmlNodeAddContent(to, BAD_CAST piece->text);
		} else {
			xmlNode *fact = add_child(to, "fact");

			node_set(fact, "key", piece->key);
			node_set(fact, "form", *piece->form ? piece->form : NULL);
		}
	}
}

/* Two hyphens may not stand in a comment, nor one at its end (XML 1.0, 2.5). */
static const char *comment_of(struct arena *arena, const char *id, const char *remark)
{
	struct buf buf = buf_new(arena);

	buf_printf(&buf, " opmerking %s: ", id);
	for (; *remark; remark++) {
		if (*remark == '-' && buf.data[buf.length - 1] == '-')
			buf_putc(&buf, ' ');
		buf_putc(&buf, *remark);
	}
	buf_putc(&buf, ' ');
	return buf.data;
}

static bool has_comment(const xmlNode *parent, const char *text)
{
	for (const xmlNode *node = parent->children; node; node = node->next) {
		if (node->type == XML_COMMENT_NODE && strcmp((const char *)node->content, text) == 0)
			return true;
		if (node->type == XML_ELEMENT_NODE && has_comment(node, text))
			return true;
	}
	return false;
}

static void add_comment(xmlNode *unit, const char *text)
{
	const xmlNode *space = unit->prev;

	xmlAddPrevSibling(unit, xmlNewDocComment(unit->doc, BAD_CAST text));
	if (space && space->type == XML_TEXT_NODE)
		xmlAddPrevSibling(unit, xmlNewDocText(unit->doc, space->content));
}

bool master_edit(struct arena *arena, struct diag *diag, const struct master_file *file,
		 const struct master_change *changes, size_t count, size_t *remarks)
{
	struct xml_file xml = {arena, diag, file->schemas, file->path, SCHEMA_MASTER, file->root};
	struct bytes before = file_read(arena, diag, file->path, SIZE_LIMIT), after;
	xmlNode *root = before.data ? xml_read_bytes(&xml, before) : NULL;

	*remarks = 0;
	if (!root)
		return false;
	for (size_t i = 0; i < count; i++) {
		xmlNode *unit = find_unit(root, changes[i].id);

		if (unit && changes[i].words.length)
			put_words(unit, changes[i].words);
		for (size_t k = 0; unit && k < changes[i].remark_count; k++) {
			const char *text = comment_of(arena, changes[i].id, changes[i].remarks[k]);

			if (has_comment(root, text))
				continue;
			add_comment(unit, text);
			++*remarks;
		}
	}
	after = node_print(arena, root);
	if (after.length == before.length && memcmp(after.data, before.data, after.length) == 0)
		return true;
	return file_write(diag, file->path, after);
}
