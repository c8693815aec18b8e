/* libxml2's tree gets more elements and is written whole. */
#include "source/ledger.h"

#include <libxml/parser.h>

#include "base/arena.h"
#include "base/file.h"

void ledger_set(xmlNode *node, const char *name, const char *value)
{
	if (value)
		xmlNewProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

xmlNode *ledger_add(xmlNode *parent, const char *name, const char *words)
{
	return xmlNewTextChild(parent, parent->ns, (const xmlChar *)name, (const xmlChar *)words);
}

/* Indentation is libxml2's own: it writes a tree without white space nodes two spaces a level. */
static void drop_blanks(xmlNode *parent)
{
	for (xmlNode *node = parent->children, *next; node; node = next) {
		next = node->next;
		if (node->type == XML_ELEMENT_NODE) {
			drop_blanks(node);
		} else if (xmlIsBlankNode(node)) {
			xmlUnlinkNode(node);
			xmlFreeNode(node);
		}
	}
}

static void free_tree(void *tree)
{
	xmlFreeDoc(tree);
}

static xmlNode *new_root(struct arena *arena, const struct xml_file *file, const char *space,
			 const char *document)
{
	xmlDoc *tree = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *root = xmlNewDocNode(tree, NULL, (const xmlChar *)file->root, NULL);

	arena_defer(arena, free_tree, tree);
	xmlDocSetRootElement(tree, root);
	xmlSetNs(root, xmlNewNs(root, (const xmlChar *)space, NULL));
	ledger_set(root, "document", document);
	return root;
}

xmlNode *ledger_open(const struct xml_file *file, const char *space, const char *document)
{
	xmlNode *root;

	if (!file_exists(file->path))
		return new_root(file->arena, file, space, document);
	root = xml_read(file);
	if (root)
		drop_blanks(root);
	return root;
}

bool ledger_write(const struct xml_file *file, xmlNode *root)
{
	xmlChar *text = NULL;
	int length = 0;
	bool written;

	xmlDocDumpFormatMemoryEnc(root->doc, &text, &length, "UTF-8", 1);
	written = file_write(file->diag, file->path, (struct bytes){text, (size_t)length});
	xmlFree(text);
	return written;
}
