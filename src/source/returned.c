/* Codes are known by what they do, not by the element that carries them: <pc>, <g> and pairs of <sc> and <ec> span words, <ph> and <x> stand for
 * a value. XLIFF 2.1, 4.2.3; XLIFF 1.2, 2.4. Where a tool wrote "&lt;ph id=...&gt;", the text is parsed a second time. */
#include "source/returned.h"

#include <ctype.h>
#include <libxml/parser.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/xliff_words.h"
#include "source/xml.h"

static bool is_any(const xmlNode *node, const char *const *names)
{
	for (; *names; names++)
		if (xml_is(node, *names))
			return true;
	return false;
}

static const char *const spanning[] = {"pc", "g", NULL};
static const char *const opening[] = {"sc", "bx", "bpt", NULL};
static const char *const closing[] = {"ec", "ex", "ept", NULL};
static const char *const standing[] = {"ph", "x", NULL};

/* "b1" is emphasis; everything else that spans words is called by the key of a link, unless the file says otherwise. */
static bool is_link(const xmlNode *node, const char *id)
{
	const char *type = xml_attribute(node, "type", xml_attribute(node, "ctype", ""));

	if (*type)
		return strcmp(type, "link") == 0;
	return !(id[0] == 'b' && isdigit((unsigned char)id[1]));
}

static void tell_renamed(struct returned *returned, const xmlNode *node)
{
	static const char *const strange[] = {"g", "x", "bx", "ex", "bpt", "ept", NULL};

	if (!returned->second || returned->told || !is_any(node, strange))
		return;
	diag_add(returned->diag, DIAG_CODE_RENAMED, returned->loc, returned->id, NULL);
	returned->told = true;
}

static void read_children(struct returned *returned, struct words_maker *maker, const xmlNode *parent);

static void open_code(struct returned *returned, struct words_maker *maker, const xmlNode *node)
{
	const char *id = xml_attribute(node, "id", "");
	bool link = is_link(node, id);

	words_mark(maker, maker->pending.bold || !link,
		   link ? arena_string(returned->arena, id) : maker->pending.link);
}

static void read_span(struct returned *returned, struct words_maker *maker, const xmlNode *node)
{
	const bool bold = maker->pending.bold;
	const char *link = maker->pending.link;

	open_code(returned, maker, node);
	read_children(returned, maker, node);
	words_mark(maker, bold, link);
}

/* The end names its beginning by startRef, or in 1.2 by its rid; a link is left when its own end comes, emphasis at any other. */
static void close_code(struct words_maker *maker, const xmlNode *node)
{
	const char *id =
	    xml_attribute(node, "startRef", xml_attribute(node, "rid", xml_attribute(node, "id", "")));
	bool link = maker->pending.link && strcmp(maker->pending.link, id) == 0;

	words_mark(maker, link && maker->pending.bold, link ? NULL : maker->pending.link);
}

static void read_placeholder(struct returned *returned, struct words_maker *maker, const xmlNode *node)
{
	struct piece piece = xliff_placeholder(returned->arena, node, xml_attribute(node, "id", ""));

	if (!*piece.text)
		piece.text = arena_string(returned->arena, xml_attribute(node, "equiv-text", ""));
	piece.loc = returned->loc;
	words_fact(maker, piece);
}

static void read_element(struct returned *returned, struct words_maker *maker, const xmlNode *node)
{
	const char *comment =
	    xml_is(node, "mrk") ? xml_attribute(node, "value", xml_attribute(node, "comment", NULL)) : NULL;

	tell_renamed(returned, node);
	if (comment && *comment)
		vec_push(returned->arena, returned->remarks, arena_string(returned->arena, comment));
	if (is_any(node, spanning))
		read_span(returned, maker, node);
	else if (is_any(node, opening))
		open_code(returned, maker, node);
	else if (is_any(node, closing))
		close_code(maker, node);
	else if (is_any(node, standing))
		read_placeholder(returned, maker, node);
	else
		read_children(returned, maker, node);
}

/* "{key}", "{key:form}" or "{key=value}". */
static void read_braces(struct returned *returned, struct words_maker *maker, const char *text, size_t length)
{
	struct arena *arena = returned->arena;
	const char *inside = arena_copy(arena, text + 1, length - 2);
	size_t name = strcspn(inside, "="), key = strcspn(inside, ":=");

	words_fact(maker, (struct piece){
			      .key = arena_copy(arena, inside, key),
			      .form = key < name ? arena_copy(arena, inside + key + 1, name - key - 1) : "",
			      .text = inside[name] ? inside + name + 1 : "",
			      .loc = returned->loc,
			  });
}

static void read_brackets(struct returned *returned, struct words_maker *maker, const char *text,
			  size_t length)
{
	const char *inside = arena_copy(returned->arena, text + 1, length - 2);
	bool end = *inside == '/', link = inside[end] == 'a';
	const char *key = end ? NULL : inside + strlen("a ");

	words_mark(maker, link ? maker->pending.bold : !end, link ? key : maker->pending.link);
}

static bool is_brackets(const char *text)
{
	return strncmp(text, "[b]", 3) == 0 || strncmp(text, "[/b]", 4) == 0 ||
	       strncmp(text, "[a ", 3) == 0 || strncmp(text, "[/a]", 4) == 0;
}

static void read_plain(struct returned *returned, struct words_maker *maker, const char *text)
{
	while (*text) {
		size_t length = strcspn(text + 1, "{[") + 1;
		const char *end = strchr(text, *text == '{' ? '}' : ']');

		if (*text == '{' && end) {
			length = (size_t)(end - text) + 1;
			read_braces(returned, maker, text, length);
		} else if (is_brackets(text) && end) {
			length = (size_t)(end - text) + 1;
			read_brackets(returned, maker, text, length);
		} else {
			words_text(maker, arena_copy(returned->arena, text, length), returned->loc);
		}
		text += length;
	}
}

static void read_children(struct returned *returned, struct words_maker *maker, const xmlNode *parent)
{
	for (const xmlNode *node = parent->children; node; node = node->next) {
		if (node->type == XML_TEXT_NODE && returned->plain)
			read_plain(returned, maker, (const char *)node->content);
		else if (node->type == XML_TEXT_NODE)
			words_text(maker, (const char *)node->content, returned->loc);
		else if (node->type == XML_ELEMENT_NODE)
			read_element(returned, maker, node);
	}
}

/* The length of a tag of a code that stands here as text, 0: none does. */
static size_t tag_length(const char *text)
{
	static const char *const names[] = {"pc", "ph", "g", "x", "mrk", NULL};
	const char *name = text + 1 + (text[1] == '/'), *end = strchr(text, '>');

	if (*text != '<' || !end)
		return 0;
	for (int i = 0; names[i]; i++) {
		size_t length = strlen(names[i]);

		if (strncmp(name, names[i], length) == 0 && strchr(" >/", name[length]))
			return (size_t)(end - text) + 1;
	}
	return 0;
}

static bool has_tags(const xmlNode *parent)
{
	for (const xmlNode *node = parent->children; node; node = node->next)
		for (const char *c = node->type == XML_TEXT_NODE ? (const char *)node->content : "";
		     (c = strchr(c, '<')); c++)
			if (tag_length(c))
				return true;
	return false;
}

static void add_text(struct buf *buf, const char *text)
{
	while (*text) {
		size_t tag = tag_length(text);

		if (tag)
			buf_add(buf, text, tag);
		else if (*text == '<' || *text == '&')
			buf_puts(buf, *text == '<' ? "&lt;" : "&amp;");
		else
			buf_putc(buf, *text);
		text += tag ? tag : 1;
	}
}

/* The element with its tags as tags, to be parsed again. */
static const char *unescaped(struct arena *arena, const xmlNode *parent)
{
	struct buf buf = buf_new(arena);

	buf_puts(&buf, "<target>");
	for (xmlNode *node = parent->children; node; node = node->next) {
		xmlBuffer *dump = xmlBufferCreate();

		if (node->type == XML_TEXT_NODE) {
			add_text(&buf, (const char *)node->content);
		} else if (node->type == XML_ELEMENT_NODE) {
			xmlNodeDump(dump, node->doc, node, 0, 0);
			buf_puts(&buf, (const char *)xmlBufferContent(dump));
		}
		xmlBufferFree(dump);
	}
	buf_puts(&buf, "</target>");
	return buf.data;
}

static void free_tree(void *tree)
{
	xmlFreeDoc(tree);
}

/* Parses the text again with its tags; NULL when they do not pair. */
static const xmlNode *parse_again(struct returned *returned, const xmlNode *node)
{
	const int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
	const char *text = unescaped(returned->arena, node);
	xmlDoc *tree = xmlReadMemory(text, (int)strlen(text), NULL, "UTF-8", options);

	if (!tree)
		return NULL;
	tree->_private = node->doc->_private;
	arena_defer(returned->arena, free_tree, tree);
	return xmlDocGetRootElement(tree);
}

void returned_read(struct returned *returned, struct words_maker *maker, const xmlNode *node)
{
	if (has_tags(node)) {
		const xmlNode *again = parse_again(returned, node);

		diag_add(returned->diag, again ? DIAG_CODE_RESTORED : DIAG_CODE_ESCAPED, returned->loc,
			 returned->id, again ? "" : unescaped(returned->arena, node), NULL);
		node = again ? again : node;
	}
	read_children(returned, maker, node);
}
