/* Every change compares first, so that a file in which nothing changed is known to be so. */
#include "source/bitext.h"

#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "source/bitext_node.h"
#include "source/xliff_words.h"
#include "source/xml.h"

void bitext_put_source(struct bitext *bitext, struct slot *slot, struct words words)
{
	xmlNode *source = node_child(slot->segment, "source");

	if (words_same(bitext->arena, slot->source, words))
		return;
	xliff_words_write(bitext->arena, source, words, bitext->file->facts);
	slot->source = xliff_words(bitext->arena, source);
	bitext->changed = true;
}

void bitext_put_target(struct bitext *bitext, struct slot *slot, struct words words)
{
	xmlNode *target = node_child(slot->segment, "target");

	if (words_same(bitext->arena, slot->target, words))
		return;
	if (!words.length) {
		node_remove(target);
		target = NULL;
	} else {
		if (!target)
			target = node_behind(node_child(slot->segment, "source"), "target");
		xliff_words_write(bitext->arena, target, words, bitext->file->facts);
	}
	slot->target = xliff_words(bitext->arena, target);
	bitext->changed = true;
}

void bitext_put_state(struct bitext *bitext, struct slot *slot, enum state state, const char *sub_state)
{
	if (slot->state != state)
		bitext->changed |= node_set(slot->segment, "state", state_word(state));
	bitext->changed |= node_set(slot->segment, "subState", sub_state);
	slot->state = state;
	slot->sub_state = sub_state;
}

void bitext_refresh(struct bitext *bitext, struct slot *slot)
{
	static const char *const names[] = {"source", "target"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		bitext->changed |= xliff_words_refresh(bitext->arena, node_child(slot->segment, names[i]),
						       bitext->file->facts);
}

static bool has_mark(const xmlNode *parent)
{
	for (const xmlNode *child = parent ? xml_first(parent) : NULL; child; child = xml_next(child))
		if (xml_is(child, "mrk") || has_mark(child))
			return true;
	return false;
}

bool bitext_has_marks(const struct slot *slot)
{
	return has_mark(node_child(slot->segment, "target"));
}

static bool is_of(const xmlNode *note, const char *category)
{
	return xml_is(note, "note") && strcmp(xml_attribute(note, "category", ""), category) == 0;
}

static xmlNode *find_note(const xmlNode *holder, const char *category)
{
	const xmlNode *notes = node_child(holder, "notes");

	for (xmlNode *note = notes ? xml_first(notes) : NULL; note; note = xml_next(note))
		if (is_of(note, category))
			return note;
	return NULL;
}

const char *bitext_note(const struct bitext *bitext, const struct slot *slot, const char *category)
{
	xmlNode *note = find_note(slot->unit, category);

	return note ? arena_string(bitext->arena, xml_text(bitext->arena, note)) : NULL;
}

const char *const *bitext_notes(struct arena *arena, const struct bitext *bitext, const struct slot *slot,
				const char *category, size_t *count)
{
	const xmlNode *notes = node_child(slot->unit, "notes");
	VEC(const char *) texts = {0};

	(void)bitext;
	for (xmlNode *note = notes ? xml_first(notes) : NULL; note; note = xml_next(note))
		if (is_of(note, category))
			vec_push(arena, &texts, arena_string(arena, xml_text(arena, note)));
	*count = texts.length;
	return texts.data;
}

/* Notes stand behind what other modules put into a unit or file, and before its segments or units (XLIFF 2.1, 4.2.2.3 and 4.2.2.5). */
static xmlNode *notes_of(xmlNode *holder)
{
	static const char *const behind[] = {"originalData", "segment", "ignorable", "unit", "group"};
	xmlNode *notes = node_child(holder, "notes"), *before = NULL;

	for (xmlNode *child = xml_first(holder); child && !before; child = xml_next(child))
		for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
			if (xml_is(child, behind[i]))
				before = child;
	if (!notes && !before) {
		notes = node_append(holder, "notes");
	} else if (!notes) {
		notes = node_before(before, "notes");
		if (notes->prev)
			xmlAddChild(notes, xmlNewDocText(notes->doc, notes->prev->content));
	}
	return notes;
}

static xmlNode *append_note(struct bitext *bitext, xmlNode *holder, const char *category, const char *text)
{
	xmlNode *note = node_append(notes_of(holder), "note");

	node_set(note, "category", category);
	node_put_text(note, text);
	bitext->changed = true;
	return note;
}

static void drop_note(struct bitext *bitext, xmlNode *note)
{
	xmlNode *notes = note->parent;

	node_remove(note);
	if (!xml_first(notes))
		node_remove(notes);
	bitext->changed = true;
}

static void put_note(struct bitext *bitext, xmlNode *holder, const char *category, const char *text)
{
	xmlNode *note = find_note(holder, category);

	if (!text) {
		if (note)
			drop_note(bitext, note);
	} else if (!note) {
		note = append_note(bitext, holder, category, text);
		if (strcmp(category, "previous-source") == 0)
			node_set(note, "appliesTo", "source");
	} else if (strcmp(xml_text(bitext->arena, note), text) != 0) {
		node_put_text(note, text);
		bitext->changed = true;
	}
}

void bitext_put_note(struct bitext *bitext, struct slot *slot, const char *category, const char *text)
{
	put_note(bitext, slot->unit, category, text);
}

void bitext_put_head(struct bitext *bitext)
{
	const struct translation_file *file = bitext->file;

	if (file->language->direction == DIRECTION_RTL)
		bitext->changed |= node_set(bitext->body, "trgDir", "rtl");
	if (file->master->note)
		put_note(bitext, bitext->body, "instruction", file->master->note);
}

bool bitext_add_note(struct bitext *bitext, struct slot *slot, const char *category, const char *text)
{
	const xmlNode *notes = node_child(slot->unit, "notes");

	for (xmlNode *note = notes ? xml_first(notes) : NULL; note; note = xml_next(note))
		if (xml_is(note, "note") && strcmp(xml_text(bitext->arena, note), text) == 0)
			return false;
	append_note(bitext, slot->unit, category, text);
	return true;
}

static const char *type_of(enum unit_kind kind)
{
	return kind == UNIT_TITLE ? "vk:title" : kind == UNIT_ALT ? "vk:alt" : NULL;
}

void bitext_put_unit(struct bitext *bitext, struct slot *slot, const struct unit *unit)
{
	bitext->changed |= node_set(slot->unit, "name", unit->id);
	if (type_of(unit->kind))
		bitext->changed |= node_set(slot->unit, "type", type_of(unit->kind));
	bitext_put_note(bitext, slot, "instruction", unit->note);
}

struct slot *bitext_add(struct bitext *bitext, const struct unit *unit, const struct slot *after)
{
	xmlNode *node = node_append(bitext->body, "unit"), *segment;
	xmlNode *before = after ? after->unit : node_child(bitext->body, "notes");
	struct slot *slot = slot_append(bitext, unit->id);

	if (before != node)
		node_move(node, before);
	node_set(node, "id", unit->id);
	segment = node_append(node, "segment");
	node_set(segment, "state", state_word(STATE_INITIAL));
	xliff_words_write(bitext->arena, node_append(segment, "source"), unit->source, bitext->file->facts);
	slot_read(bitext->arena, slot, node);
	bitext_put_unit(bitext, slot, unit);
	bitext->changed = true;
	return slot;
}

/* The nearest unit before this one that the master knows. */
static const xmlNode *known_before(const struct bitext *bitext, const xmlNode *unit)
{
	const xmlNode *node = unit->prev;

	while (node &&
	       !(xml_is(node, "unit") && unit_find(bitext->file->master, xml_attribute(node, "id", ""))))
		node = node->prev;
	return node;
}

void bitext_place(struct bitext *bitext, struct slot *slot, const struct slot *after)
{
	if (known_before(bitext, slot->unit) == (after ? after->unit : NULL))
		return;
	node_move(slot->unit, after ? after->unit : node_child(bitext->body, "notes"));
	bitext->changed = true;
}

void bitext_remove(struct bitext *bitext, struct slot *slot)
{
	struct slot **link = &bitext->first;

	while (*link != slot)
		link = &(*link)->next;
	*link = slot->next;
	bitext->last = bitext->first;
	while (bitext->last && bitext->last->next)
		bitext->last = bitext->last->next;
	node_remove(slot->unit);
	*slot = (struct slot){.id = slot->id};
	bitext->changed = true;
}
