/* XLIFF 2.1, 4.2, in our profile: one file, one segment per unit. */
#include "source/bitext.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "source/bitext_node.h"
#include "source/fontlist.h"
#include "source/xliff_words.h"
#include "source/xml.h"

static const char *const state_words[] = {"initial", "translated", "reviewed", "final", NULL};

const char *state_word(enum state state)
{
	return state_words[state];
}

static void complain(struct diag *diag, enum diag_code code, const xmlNode *node, const char *unit)
{
	diag_add(diag, code, xml_loc(node), unit, "", NULL);
}

static bool check_head(struct diag *diag, const struct translation_file *file, const xmlNode *root)
{
	const char *source = xml_attribute(root, "srcLang", ""), *target = xml_attribute(root, "trgLang", "");
	const xmlNode *body = node_child(root, "file");

	if (strcmp(source, "nl") != 0)
		diag_add(diag, DIAG_XLIFF_LANGUAGE, xml_loc(root), NULL, "srcLang", source, "nl", NULL);
	if (strcmp(target, file->language->tag) != 0 && !tag_listed(file->language->aliases, target))
		diag_add(diag, DIAG_XLIFF_LANGUAGE, xml_loc(root), NULL, "trgLang", target,
			 file->language->tag, NULL);
	if (!body) {
		complain(diag, DIAG_XLIFF_FILE, root, NULL);
		return false;
	}
	if (strcmp(xml_attribute(body, "id", ""), file->master->id) != 0)
		diag_add(diag, DIAG_XLIFF_DOCUMENT, xml_loc(body), NULL, xml_attribute(body, "id", ""),
			 file->master->id, NULL);
	for (const xmlNode *next = xml_next(body); next; next = xml_next(next))
		if (xml_is(next, "file"))
			complain(diag, DIAG_XLIFF_FILE, next, NULL);
	return true;
}

static size_t segments_of(const xmlNode *unit)
{
	size_t count = 0;

	for (xmlNode *child = xml_first(unit); child; child = xml_next(child))
		count += xml_is(child, "segment") || xml_is(child, "ignorable");
	return count;
}

void slot_read(struct arena *arena, struct slot *slot, xmlNode *unit)
{
	xmlNode *segment = node_child(unit, "segment");
	xmlNode *target = node_child(segment, "target");
	const char *state = xml_attribute(segment, "state", ""),
		   *sub_state = xml_attribute(segment, "subState", NULL);

	slot->unit = unit;
	slot->segment = segment;
	slot->source = xliff_words(arena, node_child(segment, "source"));
	slot->target = xliff_words(arena, target);
	slot->translate = strcmp(xml_attribute(unit, "translate", "yes"), "no") != 0;
	slot->loc = xml_loc(target ? target : segment);
	slot->sub_state = sub_state ? arena_string(arena, sub_state) : NULL;
	slot->state = STATE_INITIAL;
	for (int i = 0; state_words[i]; i++)
		if (strcmp(state, state_words[i]) == 0)
			slot->state = (enum state)i;
}

struct slot *slot_append(struct bitext *bitext, const char *id)
{
	struct slot *slot = arena_alloc(bitext->arena, sizeof *slot);

	slot->id = id;
	if (bitext->last)
		bitext->last->next = slot;
	else
		bitext->first = slot;
	bitext->last = slot;
	map_set(bitext->arena, &bitext->ids, id, slot);
	return slot;
}

static void read_unit(struct diag *diag, struct bitext *bitext, xmlNode *unit)
{
	const char *id = arena_string(bitext->arena, xml_attribute(unit, "id", ""));
	struct slot *slot;

	if (map_find(&bitext->ids, id)) {
		complain(diag, DIAG_UNIT_DOUBLED, unit, id);
		return;
	}
	slot = slot_append(bitext, id);
	slot->unit = unit;
	slot->unit_loc = slot->loc = xml_loc(unit);
	if (segments_of(unit) == 1 && node_child(node_child(unit, "segment"), "source"))
		slot_read(bitext->arena, slot, unit);
	else
		complain(diag, DIAG_UNIT_SEGMENTS, unit, id);
}

struct bitext *bitext_open(struct arena *arena, struct diag *diag, const struct translation_file *file)
{
	struct xml_file xml = {arena, diag, file->schemas, file->path, SCHEMA_XLIFF, "xliff"};
	struct bitext *bitext = arena_alloc(arena, sizeof *bitext);
	xmlNode *root = xml_read(&xml);

	if (!root || !check_head(diag, file, root))
		return NULL;
	*bitext =
	    (struct bitext){.arena = arena, .file = file, .root = root, .body = node_child(root, "file")};
	for (xmlNode *node = xml_first(bitext->body); node; node = xml_next(node))
		if (xml_is(node, "unit"))
			read_unit(diag, bitext, node);
	return bitext;
}

static void free_tree(void *tree)
{
	xmlFreeDoc(tree);
}

struct bitext *bitext_new(struct arena *arena, const struct translation_file *file)
{
	static const char namespace[] = "urn:oasis:names:tc:xliff:document:2.0";
	struct bitext *bitext = arena_alloc(arena, sizeof *bitext);
	xmlDoc *tree = xmlNewDoc(BAD_CAST "1.0");
	xmlNode *root = xmlNewDocNode(tree, NULL, BAD_CAST "xliff", NULL), *body;

	arena_defer(arena, free_tree, tree);
	tree->_private = (void *)(uintptr_t)file->path;
	xmlDocSetRootElement(tree, root);
	xmlSetNs(root, xmlNewNs(root, BAD_CAST namespace, NULL));
	node_set(root, "version", "2.0");
	node_set(root, "srcLang", "nl");
	node_set(root, "trgLang", file->language->tag);
	body = node_append(root, "file");
	node_set(body, "id", file->master->id);
	node_set(body, "original", "nl.xml");
	node_set(body, "canResegment", "no");
	*bitext = (struct bitext){.arena = arena, .file = file, .root = root, .body = body, .changed = true};
	return bitext;
}

struct slot *bitext_find(const struct bitext *bitext, const char *id)
{
	struct slot *slot = map_find(&bitext->ids, id);

	return slot && slot->unit ? slot : NULL;
}

struct bytes bitext_print(struct arena *arena, const struct bitext *bitext)
{
	return node_print(arena, bitext->root);
}

bool bitext_save(struct diag *diag, const struct bitext *bitext)
{
	return !bitext->changed || file_write(diag, bitext->file->path, bitext_print(bitext->arena, bitext));
}
