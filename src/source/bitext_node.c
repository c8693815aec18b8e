/* White space before an element belongs to it: it moves along, goes along, and is the pattern for a new neighbour. */
#include "source/bitext_node.h"

#include <string.h>

#include "base/arena.h"
#include "source/xml.h"

xmlNode *node_child(const xmlNode *parent, const char *name)
{
	for (xmlNode *child = parent ? xml_first(parent) : NULL; child; child = xml_next(child))
		if (xml_is(child, name))
			return child;
	return NULL;
}

bool node_set(xmlNode *node, const char *name, const char *value)
{
	if (!value)
		return xml_has(node, name) && xmlUnsetProp(node, BAD_CAST name) == 0;
	if (xml_has(node, name) && strcmp(xml_attribute(node, name, ""), value) == 0)
		return false;
	xmlSetProp(node, BAD_CAST name, BAD_CAST value);
	return true;
}

static xmlNode *space_before(const xmlNode *node)
{
	xmlNode *before = node->prev;

	return before && before->type == XML_TEXT_NODE && xmlIsBlankNode(before) ? before : NULL;
}

/* libxml2 would join a text with the text beside it; these stand between elements, and stay apart. */
static void link_behind(xmlNode *sibling, xmlNode *node)
{
	node->parent = sibling->parent;
	node->prev = sibling;
	node->next = sibling->next;
	if (sibling->next)
		sibling->next->prev = node;
	else
		sibling->parent->last = node;
	sibling->next = node;
}

static xmlNode *new_space(xmlDoc *tree, const xmlNode *like)
{
	return like ? xmlNewDocText(tree, like->content) : NULL;
}

static xmlNode *new_element(const xmlNode *parent, const char *name)
{
	return xmlNewDocNode(parent->doc, parent->ns, BAD_CAST name, NULL);
}

static int depth_of(const xmlNode *node)
{
	int depth = 0;

	while ((node = node->parent) && node->type == XML_ELEMENT_NODE)
		depth++;
	return depth;
}

static xmlNode *new_line(xmlDoc *tree, int depth)
{
	char space[2 + 2 * 32] = "\n";

	for (int i = 0; i < depth && i < 32; i++)
		strcat(space, "  ");
	return xmlNewDocText(tree, BAD_CAST space);
}

xmlNode *node_append(xmlNode *parent, const char *name)
{
	int depth = depth_of(parent);
	xmlNode *node = new_element(parent, name);
	xmlNode *end = parent->last && xmlIsBlankNode(parent->last) ? parent->last : NULL;

	if (end) {
		xmlUnlinkNode(end);
		xmlFreeNode(end);
	}
	xmlAddChild(parent, new_line(parent->doc, depth + 1));
	xmlAddChild(parent, node);
	xmlAddChild(parent, new_line(parent->doc, depth));
	return node;
}

xmlNode *node_before(xmlNode *sibling, const char *name)
{
	xmlNode *node = new_element(sibling->parent, name), *space = space_before(sibling);

	xmlAddPrevSibling(sibling, node);
	if (space)
		link_behind(node, new_space(sibling->doc, space));
	return node;
}

xmlNode *node_behind(xmlNode *sibling, const char *name)
{
	xmlNode *node = new_element(sibling->parent, name);
	xmlNode *space = new_space(sibling->doc, space_before(sibling));

	if (space)
		link_behind(sibling, space);
	link_behind(space ? space : sibling, node);
	return node;
}

static void put_in_front(xmlNode *parent, xmlNode *node)
{
	if (parent->children)
		xmlAddPrevSibling(parent->children, node);
	else
		xmlAddChild(parent, node);
}

void node_move(xmlNode *node, xmlNode *sibling)
{
	xmlNode *space = space_before(node), *parent = node->parent;

	xmlUnlinkNode(node);
	if (space)
		xmlUnlinkNode(space);
	if (sibling)
		link_behind(sibling, node);
	else
		put_in_front(parent, node);
	if (space && node->prev)
		link_behind(node->prev, space);
	else if (space)
		xmlAddPrevSibling(node, space);
}

void node_remove(xmlNode *node)
{
	xmlNode *space = space_before(node);

	if (space) {
		xmlUnlinkNode(space);
		xmlFreeNode(space);
	}
	xmlUnlinkNode(node);
	xmlFreeNode(node);
}

void node_put_text(xmlNode *node, const char *text)
{
	while (node->children) {
		xmlNode *child = node->children;

		xmlUnlinkNode(child);
		xmlFreeNode(child);
	}
	xmlNodeAddContent(node, BAD_CAST text);
}

struct bytes node_print(struct arena *arena, const xmlNode *root)
{
	xmlChar *text = NULL;
	int length = 0;
	struct bytes bytes;

	xmlDocDumpMemoryEnc(root->doc, &text, &length, "UTF-8");
	if (!text)
		arena_exhausted();
	bytes = (struct bytes){(const unsigned char *)arena_copy(arena, (const char *)text, (size_t)length),
			       (size_t)length};
	xmlFree(text);
	return bytes;
}
