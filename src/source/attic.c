/* An entry holds a copy of the whole <unit>, with what other tools wrote into it. Entries are never taken out: whoever is stopped between
 * writing the attic and writing the translation has the unit in both, and loses nothing. */
#include "source/attic.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "source/bitext_node.h"
#include "source/xliff_words.h"
#include "source/xml.h"

struct attic {
	struct arena *arena;
	const struct translation_file *file;
	const char *folder, *path;
	xmlNode *root;
	bool changed;
};

static const char xliff[] = "urn:oasis:names:tc:xliff:document:";

static void free_tree(void *tree)
{
	xmlFreeDoc(tree);
}

static xmlNode *new_root(const struct attic *attic)
{
	xmlDoc *tree = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *root = xmlNewDocNode(tree, NULL, BAD_CAST "attic", NULL);

	arena_defer(attic->arena, free_tree, tree);
	xmlDocSetRootElement(tree, root);
	xmlSetNs(root, xmlNewNs(root, BAD_CAST "urn:verklaring:attic:1", NULL));
	node_set(root, "document", attic->file->master->id);
	node_set(root, "language", attic->file->language->tag);
	return root;
}

struct attic *attic_open(struct arena *arena, struct diag *diag, const struct translation_file *file)
{
	struct attic *attic = arena_alloc(arena, sizeof *attic);
	const char *name = path_name(file->path);
	const char *folder = arena_copy(arena, file->path, (size_t)(name - file->path));
	struct xml_file xml = {arena, diag, file->schemas, NULL, SCHEMA_ATTIC, "attic"};

	*attic = (struct attic){.arena = arena, .file = file};
	attic->folder = arena_format(arena, "%sattic", folder);
	attic->path = xml.path = arena_format(arena, "%s/%s.xml", attic->folder, file->language->tag);
	attic->root = file_exists(attic->path) ? xml_read(&xml) : new_root(attic);
	return attic->root ? attic : NULL;
}

/* The last entry of a unit. */
static xmlNode *find(const struct attic *attic, const char *id)
{
	xmlNode *found = NULL;

	for (xmlNode *entry = xml_first(attic->root); entry; entry = xml_next(entry)) {
		xmlNode *unit = node_child(entry, "unit");

		if (unit && strcmp(xml_attribute(unit, "id", ""), id) == 0)
			found = unit;
	}
	return found;
}

bool attic_has(const struct attic *attic, const char *id)
{
	return find(attic, id) != NULL;
}

static struct words words_of(const struct attic *attic, const xmlNode *unit, const char *name)
{
	return xliff_words(attic->arena, node_child(node_child(unit, "segment"), name));
}

static bool is_same(const struct attic *attic, const xmlNode *kept, const xmlNode *unit)
{
	return words_same(attic->arena, words_of(attic, kept, "source"), words_of(attic, unit, "source")) &&
	       words_same(attic->arena, words_of(attic, kept, "target"), words_of(attic, unit, "target"));
}

static void append(struct attic *attic, xmlNode *unit)
{
	xmlNode *entry = node_append(attic->root, "entry"), *place;

	node_set(entry, "version", attic->file->master->version);
	place = node_append(entry, "unit");
	attic->changed = true;
	xmlFreeNode(xmlReplaceNode(place, xmlDocCopyNode(unit, attic->root->doc, 1)));
}

void attic_keep(struct attic *attic, const struct slot *slot)
{
	const xmlNode *kept = find(attic, slot->id);

	if (!slot->target.length || (kept && is_same(attic, kept, slot->unit)))
		return;
	append(attic, slot->unit);
}

void attic_keep_words(struct attic *attic, const char *id, struct words words)
{
	xmlNode *unit = find(attic, id), *target;

	if (!words.length || words_same(attic->arena, words_of(attic, unit, "target"), words))
		return;
	append(attic, unit);
	target = node_child(node_child(find(attic, id), "segment"), "target");
	xliff_words_write(attic->arena, target, words, attic->file->facts);
}

/* The elements of XLIFF take the namespace of the file that they come into: 2.0, or 2.2. */
static void adopt(xmlNode *node, xmlNs *namespace)
{
	if (node->ns && strncmp((const char *)node->ns->href, xliff, sizeof xliff - 1) == 0)
		node->ns = namespace;
	for (xmlNode *child = xml_first(node); child; child = xml_next(child))
		adopt(child, namespace);
}

static void drop_declaration(xmlNode *node)
{
	xmlNs **link = &node->nsDef;

	while (*link) {
		xmlNs *namespace = *link;

		if (strncmp((const char *)namespace->href, xliff, sizeof xliff - 1) != 0) {
			link = &namespace->next;
			continue;
		}
		*link = namespace->next;
		xmlFreeNs(namespace);
	}
}

struct slot *attic_bring(const struct attic *attic, struct bitext *bitext, const char *id,
			 const struct slot *after)
{
	xmlNode *place = node_append(bitext->body, "unit");
	xmlNode *unit = xmlDocCopyNode(find(attic, id), bitext->root->doc, 1);
	struct slot *slot = slot_append(bitext, arena_string(bitext->arena, id));

	adopt(unit, bitext->body->ns);
	drop_declaration(unit);
	xmlFreeNode(xmlReplaceNode(place, unit));
	slot_read(bitext->arena, slot, unit);
	bitext_place(bitext, slot, after);
	bitext->changed = true;
	return slot;
}

bool attic_save(struct diag *diag, const struct attic *attic)
{
	return !attic->changed || (folder_make(diag, attic->folder) &&
				   file_write(diag, attic->path, node_print(attic->arena, attic->root)));
}
