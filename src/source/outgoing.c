/* XLIFF 2.1, 4.3.1 and XLIFF 1.2, 2.5: both let attributes of other namespaces stand on a unit, and tools keep them. */
#include "source/outgoing.h"

#include <string.h>

#include "base/arena.h"
#include "source/bitext_node.h"
#include "source/offer.h"
#include "source/version.h"
#include "source/xml.h"

static const char sent[] = "urn:verklaring:sent:1";

const char *outgoing_mark(struct arena *arena, const xmlNode *unit, const char *name)
{
	xmlChar *value = xmlGetNsProp(unit, BAD_CAST name, BAD_CAST sent);
	const char *copy = value ? arena_string(arena, (const char *)value)
				 : xml_attribute(unit, arena_format(arena, "vk:%s", name),
						 NULL); /* its namespace was lost */

	xmlFree(value);
	return copy;
}

static xmlNs *namespace_of(xmlNode *root)
{
	xmlNs *namespace = xmlSearchNsByHref(root->doc, root, BAD_CAST sent);

	return namespace ? namespace : xmlNewNs(root, BAD_CAST sent, BAD_CAST "vk");
}

static void mark(struct arena *arena, xmlNode *unit, xmlNs *namespace, const struct slot *slot)
{
	xmlSetNsProp(unit, namespace, BAD_CAST "base", BAD_CAST words_code(arena, slot->target));
	xmlSetNsProp(unit, namespace, BAD_CAST "state", BAD_CAST state_word(slot->state));
}

struct bytes outgoing_xliff2(struct bitext *bitext)
{
	xmlNs *namespace = namespace_of(bitext->root);

	for (const struct slot *slot = bitext->first; slot; slot = slot->next)
		if (slot->segment)
			mark(bitext->arena, slot->unit, namespace, slot);
	return bitext_print(bitext->arena, bitext);
}

struct bytes outgoing_template(struct bitext *bitext)
{
	node_set(bitext->root, "trgLang", NULL);
	node_set(bitext->body, "trgDir", NULL);
	return bitext_print(bitext->arena, bitext);
}

/* Where a text of 1.2 is being written: codes hold what they are called, which converters to PO show as text. */
struct writer {
	const struct bitext *bitext;
	xmlNode *node;
	const char *link; /* of the open link, or NULL */
	int bolds;
	bool bold;
};

static xmlNode *add_code(const struct writer *writer, const char *name, const char *id, const char *text)
{
	xmlNode *code = xmlNewTextChild(writer->node, writer->node->ns, BAD_CAST name, BAD_CAST text);

	node_set(code, "id", id);
	return code;
}

static const char *bold_id(const struct writer *writer)
{
	return arena_format(writer->bitext->arena, "b%d", writer->bolds);
}

static void close_codes(struct writer *writer, const struct piece *next)
{
	const bool other = writer->link && (!next || !next->link || strcmp(writer->link, next->link) != 0);

	if (writer->bold && (!next || !next->bold || other))
		add_code(writer, "ept", bold_id(writer), "[/b]"), writer->bold = false;
	if (other)
		add_code(writer, "ept", writer->link, "[/a]"), writer->link = NULL;
}

static void open_codes(struct writer *writer, const struct piece *next)
{
	if (next->link && !writer->link) {
		writer->link = next->link;
		node_set(add_code(writer, "bpt", next->link,
				  arena_format(writer->bitext->arena, "[a %s]", next->link)),
			 "ctype", "link");
	}
	if (next->bold && !writer->bold) {
		writer->bold = true;
		writer->bolds++;
		node_set(add_code(writer, "bpt", bold_id(writer), "[b]"), "ctype", "bold");
	}
}

static void add_placeholder(const struct writer *writer, const struct piece *piece)
{
	struct arena *arena = writer->bitext->arena;
	const char *shown = piece_shown(arena, writer->bitext->file->facts, piece);
	const char *id = *piece->form ? arena_format(arena, "%s:%s", piece->key, piece->form) : piece->key;
	bool reserved = key_reserved(piece->key);
	xmlNode *code =
	    add_code(writer, "ph", id,
		     reserved ? arena_format(arena, "{%s}", id) : arena_format(arena, "{%s=%s}", id, shown));

	node_set(code, "equiv-text", shown);
}

static xmlNode *add_text(const struct bitext *bitext, xmlNode *unit, const char *name, struct words words)
{
	struct writer writer = {.bitext = bitext, .node = node_append(unit, name)};

	for (size_t i = 0; i < words.length; i++) {
		const struct piece *piece = &words.pieces[i];

		close_codes(&writer, piece);
		open_codes(&writer, piece);
		if (piece->kind == PIECE_FACT)
			add_placeholder(&writer, piece);
		else
			xmlNodeAddContent(writer.node, BAD_CAST piece->text);
	}
	close_codes(&writer, NULL);
	return writer.node;
}

/* Notes go out with their category as who they are from, and are known by it when they come back. */
static void add_notes(const struct bitext *bitext, xmlNode *to, const xmlNode *holder)
{
	const xmlNode *notes = node_child(holder, "notes");

	for (xmlNode *note = notes ? xml_first(notes) : NULL; note; note = xml_next(note)) {
		const char *category = xml_attribute(note, "category", NULL);
		xmlNode *node = node_append(to, "note");

		if (category)
			node_set(node, "from", category);
		node_put_text(node, xml_text(bitext->arena, note));
	}
}

/* Tools of 1.2 take a text as done when it is approved, whatever its state (translate-toolkit); ours is never more than translated. */
static void add_unit(const struct bitext *bitext, xmlNode *body, xmlNs *namespace, const struct slot *slot)
{
	const bool done = slot->target.length && slot->state != STATE_INITIAL;
	xmlNode *unit = node_append(body, "trans-unit");

	node_set(unit, "id", slot->id);
	node_set(unit, "resname", slot->id);
	node_set(unit, "approved", done ? "yes" : "no");
	if (!slot->translate)
		node_set(unit, "translate", "no");
	mark(bitext->arena, unit, namespace, slot);
	add_text(bitext, unit, "source", slot->source);
	if (slot->target.length)
		node_set(add_text(bitext, unit, "target", slot->target), "state",
			 done ? "translated" : "needs-review-translation");
	add_notes(bitext, unit, slot->unit);
}

static xmlNode *new_head(const struct bitext *bitext, xmlNode *root)
{
	const struct translation_file *file = bitext->file;
	xmlNode *node;

	node_set(root, "version", "1.2");
	node = node_append(root, "file");
	node_set(node, "original", arena_format(bitext->arena, "%s/nl.xml", file->master->id));
	node_set(node, "source-language", "nl");
	node_set(node, "target-language", file->language->tag);
	node_set(node, "datatype", "xml");
	add_notes(bitext, node_append(node, "header"), bitext->body);
	return node_append(node, "body");
}

struct bytes outgoing_xliff1(const struct bitext *bitext)
{
	static const char xliff[] = "urn:oasis:names:tc:xliff:document:1.2";
	xmlDoc *tree = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *root = xmlNewDocNode(tree, NULL, BAD_CAST "xliff", NULL), *body;
	struct bytes bytes;
	xmlNs *namespace;

	xmlDocSetRootElement(tree, root);
	xmlSetNs(root, xmlNewNs(root, BAD_CAST xliff, NULL));
	namespace = namespace_of(root);
	body = new_head(bitext, root);
	for (const struct slot *slot = bitext->first; slot; slot = slot->next)
		if (slot->segment)
			add_unit(bitext, body, namespace, slot);
	bytes = node_print(bitext->arena, root);
	xmlFreeDoc(tree);
	return bytes;
}
