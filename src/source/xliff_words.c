/* XLIFF 2.1, 4.2.3, in our profile. What other tools put between (marks, codes that they know) is passed over, its text is not. */
#include "source/xliff_words.h"

#include <string.h>

#include "base/arena.h"
#include "source/offer.h"
#include "source/xml.h"

struct piece xliff_placeholder(struct arena *arena, const xmlNode *node, const char *id)
{
	const char *colon = strchr(id, ':');

	return (struct piece){
	    .key = arena_copy(arena, id, strcspn(id, ":")),
	    .form = colon ? arena_string(arena, colon + 1) : "",
	    .text = arena_string(arena, xml_attribute(node, "disp", xml_attribute(node, "equiv", ""))),
	    .loc = xml_loc(node),
	};
}

static void read_inline(struct words_maker *maker, const xmlNode *parent)
{
	const bool bold = maker->pending.bold;
	const char *link = maker->pending.link;

	for (const xmlNode *node = parent->children; node; node = node->next) {
		if (node->type == XML_TEXT_NODE) {
			words_text(maker, (const char *)node->content, xml_loc(parent));
		} else if (xml_is(node, "ph")) {
			words_fact(maker,
				   xliff_placeholder(maker->arena, node, xml_attribute(node, "id", "")));
		} else if (xml_is(node, "pc")) {
			bool is_link = strcmp(xml_attribute(node, "type", ""), "link") == 0;
			const char *id = is_link ? xml_attribute(node, "id", NULL) : NULL;

			words_mark(maker, bold || !is_link, id ? arena_string(maker->arena, id) : link);
			read_inline(maker, node);
			words_mark(maker, bold, link);
		} else if (node->type == XML_ELEMENT_NODE) {
			read_inline(maker, node);
		}
	}
}

struct words xliff_words(struct arena *arena, const xmlNode *node)
{
	struct words_maker maker = words_begin(arena);

	if (node)
		read_inline(&maker, node);
	return words_end(&maker);
}

static void set(xmlNode *node, const char *name, const char *value)
{
	xmlSetProp(node, BAD_CAST name, BAD_CAST value);
}

static const char *kind_of(const struct facts *facts, const char *key)
{
	const struct fact *fact = fact_find(facts, key);

	return fact ? fact_kind_word(fact->kind) : "text";
}

/* Where words are being written: the element that stands open, of the marks that are set. */
struct writer {
	struct arena *arena;
	const struct facts *facts;
	xmlNode *root, *link, *bold; /* the last two NULL when no such mark is open */
	const char *key;             /* of the link */
	int bolds;
};

static xmlNode *open_code(struct writer *writer, xmlNode *parent, const char *id, const char *type)
{
	xmlNode *node = xmlNewChild(parent, writer->root->ns, BAD_CAST "pc", NULL);

	set(node, "id", id);
	set(node, "type", type);
	return node;
}

static void open_link(struct writer *writer, const char *key)
{
	writer->key = key;
	writer->bold = NULL;
	writer->link = key ? open_code(writer, writer->root, key, "link") : NULL;
	if (!key)
		return;
	set(writer->link, "subType", arena_format(writer->arena, "vk:%s", kind_of(writer->facts, key)));
	set(writer->link, "dispStart", "[link]");
	set(writer->link, "dispEnd", "[/link]");
}

static void open_bold(struct writer *writer)
{
	writer->bold = open_code(writer, writer->link ? writer->link : writer->root,
				 arena_format(writer->arena, "b%d", ++writer->bolds), "fmt");
	set(writer->bold, "subType", "xlf:b");
	set(writer->bold, "dispStart", "[b]");
	set(writer->bold, "dispEnd", "[/b]");
}

static void write_placeholder(struct writer *writer, xmlNode *parent, const struct piece *piece)
{
	xmlNode *node = xmlNewChild(parent, writer->root->ns, BAD_CAST "ph", NULL);
	const char *shown = piece_shown(writer->arena, writer->facts, piece);

	set(node, "id",
	    *piece->form ? arena_format(writer->arena, "%s:%s", piece->key, piece->form) : piece->key);
	set(node, "type", "other");
	set(node, "subType", arena_format(writer->arena, "vk:%s", kind_of(writer->facts, piece->key)));
	set(node, "disp", shown);
	set(node, "equiv", shown);
	set(node, "canCopy", "no");
	set(node, "canDelete", "no");
	set(node, "canReorder", "yes");
}

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static void write_piece(struct writer *writer, const struct piece *piece)
{
	xmlNode *parent;

	if (!same(piece->link, writer->key))
		open_link(writer, piece->link);
	if (!piece->bold)
		writer->bold = NULL;
	else if (!writer->bold)
		open_bold(writer);
	parent = writer->bold ? writer->bold : writer->link ? writer->link : writer->root;
	if (piece->kind == PIECE_FACT)
		write_placeholder(writer, parent, piece);
	else
		xmlNodeAddContent(parent, BAD_CAST piece->text);
}

void xliff_words_write(struct arena *arena, xmlNode *node, struct words words, const struct facts *facts)
{
	struct writer writer = {.arena = arena, .facts = facts, .root = node};

	while (node->children) {
		xmlNode *child = node->children;

		xmlUnlinkNode(child);
		xmlFreeNode(child);
	}
	for (size_t i = 0; i < words.length; i++)
		write_piece(&writer, &words.pieces[i]);
}

static bool refresh(xmlNode *node, const char *name, const char *value)
{
	if (strcmp(xml_attribute(node, name, ""), value) == 0)
		return false;
	set(node, name, value);
	return true;
}

bool xliff_words_refresh(struct arena *arena, xmlNode *node, const struct facts *facts)
{
	bool changed = false;

	for (xmlNode *child = node ? xml_first(node) : NULL; child; child = xml_next(child)) {
		struct piece piece;
		const char *shown;

		changed |= xliff_words_refresh(arena, child, facts);
		if (!xml_is(child, "ph"))
			continue;
		piece = xliff_placeholder(arena, child, xml_attribute(child, "id", ""));
		shown = piece_shown(arena, facts, &piece);
		changed |= refresh(child, "disp", shown);
		changed |= refresh(child, "equiv", shown);
	}
	return changed;
}
