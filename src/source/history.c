/* An append-only file: libxml2's tree gets one more element and is written whole. */
#include "source/history.h"

#include <libxml/parser.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/vec.h"
#include "source/store.h"
#include "source/xml.h"

static const char *const event_words[] = {"recorded", "recalled", NULL};

static const char namespace[] = "urn:verklaring:history:1";

static const char *path_of(struct arena *arena, const struct material *material, const char *document)
{
	return arena_format(arena, "%s/translations/%s/history.xml", material->folder, document);
}

static xmlNode *open_history(struct arena *arena, struct diag *diag, const struct material *material,
			     const char *document)
{
	return xml_read(&(struct xml_file){.arena = arena,
					   .diag = diag,
					   .schemas = store_schemas(material->store),
					   .path = path_of(arena, material, document),
					   .schema = SCHEMA_HISTORY,
					   .root = "history"});
}

bool history_read(struct arena *arena, struct diag *diag, const struct material *material,
		  const char *document, struct history *history)
{
	VEC(struct history_entry) entries = {0};
	xmlNode *root;

	*history = (struct history){NULL, 0};
	if (!file_exists(path_of(arena, material, document)))
		return true;
	root = open_history(arena, diag, material, document);
	if (!root)
		return false;
	for (xmlNode *node = xml_first(root); node; node = xml_next(node))
		vec_push(arena, &entries,
			 ((struct history_entry){.event = (enum event)xml_choice(diag, node, "event",
										 event_words, EVENT_RECORDED),
						 .code = xml_attribute(node, "code", ""),
						 .language = xml_attribute(node, "language", ""),
						 .version = xml_attribute(node, "version", ""),
						 .date = xml_attribute(node, "date", ""),
						 .reason = xml_attribute(node, "reason", NULL)}));
	*history = (struct history){entries.data, entries.length};
	return true;
}

static void set(xmlNode *node, const char *name, const char *value)
{
	if (value)
		xmlNewProp(node, (const xmlChar *)name, (const xmlChar *)value);
}

static void append(xmlNode *root, const struct history_entry *entry)
{
	xmlNode *node = xmlNewChild(root, root->ns, (const xmlChar *)"entry", NULL);

	set(node, "event", event_words[entry->event]);
	set(node, "code", entry->code);
	set(node, "language", entry->language);
	set(node, "version", entry->version);
	set(node, "date", entry->date);
	set(node, "reason", entry->reason);
}

static xmlNode *new_history(const char *document)
{
	xmlDoc *tree = xmlNewDoc((const xmlChar *)"1.0");
	xmlNode *root = xmlNewDocNode(tree, NULL, (const xmlChar *)"history", NULL);

	xmlDocSetRootElement(tree, root);
	xmlSetNs(root, xmlNewNs(root, (const xmlChar *)namespace, NULL));
	set(root, "document", document);
	return root;
}

/* Indentation is libxml2's own: it writes a tree without white space nodes two spaces a level. */
static void drop_blanks(xmlNode *root)
{
	for (xmlNode *node = root->children, *next; node; node = next) {
		next = node->next;
		if (!xmlIsBlankNode(node))
			continue;
		xmlUnlinkNode(node);
		xmlFreeNode(node);
	}
}

bool history_add(struct arena *arena, struct diag *diag, const struct material *material,
		 const char *document, const struct history_entry *entry)
{
	const char *path = path_of(arena, material, document);
	bool fresh = !file_exists(path);
	xmlNode *root = fresh ? new_history(document) : open_history(arena, diag, material, document);
	xmlChar *text = NULL;
	int length = 0;
	bool written;

	if (!root)
		return false;
	drop_blanks(root);
	append(root, entry);
	xmlDocDumpFormatMemoryEnc(root->doc, &text, &length, "UTF-8", 1);
	written = file_write(diag, path, (struct bytes){text, (size_t)length});
	xmlFree(text);
	if (fresh)
		xmlFreeDoc(root->doc);
	return written;
}

const struct history_entry *history_find(const struct history *history, const char *code, enum event event)
{
	for (size_t i = history->length; i > 0; i--)
		if (history->data[i - 1].event == event && strcmp(history->data[i - 1].code, code) == 0)
			return &history->data[i - 1];
	return NULL;
}
