/* XLIFF 2.1, 4.2-4.3, in our profile: one file, one segment per unit, <ph id> is the key of a fact, <pc> is emphasis or a link. Read
 * liberally: what other tools add (modules, marks, attributes) stays in the tree and is not looked at. */
#include "source/xliff.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/fontlist.h"
#include "source/signoff.h"
#include "source/xliff_check.h"
#include "source/xml.h"

struct reader {
	struct arena *arena;
	struct diag *diag;
	const struct translation_file *file;
	struct target *targets;
};

static const char *const state_words[] = {"initial", "translated", "reviewed", "final", NULL};

const char *state_word(enum state state)
{
	return state_words[state];
}

static struct piece read_placeholder(struct arena *arena, const xmlNode *node)
{
	const char *id = xml_attribute(node, "id", ""), *colon = strchr(id, ':');

	return (struct piece){
	    .key = colon ? arena_copy(arena, id, (size_t)(colon - id)) : id,
	    .form = colon ? colon + 1 : "",
	    .text = xml_attribute(node, "disp", xml_attribute(node, "equiv", "")),
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
			words_fact(maker, read_placeholder(maker->arena, node));
		} else if (xml_is(node, "pc")) {
			bool is_link = strcmp(xml_attribute(node, "type", ""), "link") == 0;

			words_mark(maker, bold || !is_link, is_link ? xml_attribute(node, "id", link) : link);
			read_inline(maker, node);
			words_mark(maker, bold, link);
		} else if (node->type == XML_ELEMENT_NODE) {
			read_inline(maker, node);
		}
	}
}

static struct words read_words(struct arena *arena, const xmlNode *node)
{
	struct words_maker maker = words_begin(arena);

	if (node)
		read_inline(&maker, node);
	return words_end(&maker);
}

static xmlNode *child_of(const xmlNode *parent, const char *name)
{
	for (xmlNode *child = xml_first(parent); child; child = xml_next(child))
		if (xml_is(child, name))
			return child;
	return NULL;
}

static size_t segments_of(const xmlNode *unit)
{
	size_t count = 0;

	for (xmlNode *child = xml_first(unit); child; child = xml_next(child))
		count += xml_is(child, "segment") || xml_is(child, "ignorable");
	return count;
}

static void complain(const struct reader *reader, enum diag_code code, const xmlNode *node, const char *unit,
		     const char *argument)
{
	diag_add(reader->diag, code, xml_loc(node), unit, argument, NULL);
}

/* What a file says of itself counts no further than "translated": the rest is for those who sign. */
static enum state state_of(struct arena *arena, const struct translation_file *file,
			   const struct target *target)
{
	struct standing standing;

	if (target->stale || target->written == STATE_INITIAL)
		return STATE_INITIAL;
	standing = signoff_standing(arena, file->signoffs, file->facts, file->language, target);
	return standing_state(&standing);
}

static void read_target(struct reader *reader, const xmlNode *node, struct target *target)
{
	const char *id = target->unit->id;
	xmlNode *segment = child_of(node, "segment");
	xmlNode *source = child_of(segment, "source"), *text = child_of(segment, "target");
	bool translate = strcmp(xml_attribute(node, "translate", "yes"), "no") != 0;
	struct words written = read_words(reader->arena, source);

	if (!text && !translate)
		text = source;
	target->segment = segment;
	target->words = read_words(reader->arena, text);
	target->loc = xml_loc(text ? text : segment);
	target->written = (enum state)xml_choice(reader->diag, segment, "state", state_words, STATE_INITIAL);
	target->sub_state = xml_attribute(segment, "subState", NULL);
	target->stale = !xliff_source_current(reader->arena, reader->file->facts, target->unit, written) ||
			(target->sub_state && strcmp(target->sub_state, "vk:source-changed") == 0);
	target->state = state_of(reader->arena, reader->file, target);
	if (!target->words.length && !reader->file->partial)
		complain(reader, DIAG_TARGET_MISSING, segment, id, "");
	else if (target->words.length && target->stale)
		complain(reader, DIAG_UNIT_STALE, segment, id, "");
	if (target->words.length)
		xliff_check_codes(reader->arena, reader->diag, target);
}

static void read_unit(struct reader *reader, const xmlNode *node)
{
	const char *id = xml_attribute(node, "id", "");
	const struct unit *unit = unit_find(reader->file->master, id);
	struct target *target;

	if (!unit) {
		complain(reader, DIAG_UNIT_UNKNOWN, node, id, "");
		return;
	}
	target = &reader->targets[unit->index];
	if (target->unit) {
		complain(reader, DIAG_UNIT_DOUBLED, node, id, "");
		return;
	}
	target->unit = unit;
	if (segments_of(node) == 1 && child_of(node, "segment") &&
	    child_of(child_of(node, "segment"), "source"))
		read_target(reader, node, target);
	else
		complain(reader, DIAG_UNIT_SEGMENTS, node, id, "");
}

static const xmlNode *check_head(const struct reader *reader, const xmlNode *root)
{
	const struct translation_file *file = reader->file;
	const char *source = xml_attribute(root, "srcLang", ""), *target = xml_attribute(root, "trgLang", "");
	const xmlNode *node = child_of(root, "file");

	if (strcmp(source, "nl") != 0)
		diag_add(reader->diag, DIAG_XLIFF_LANGUAGE, xml_loc(root), NULL, "srcLang", source, "nl",
			 NULL);
	if (strcmp(target, file->language->tag) != 0 && !tag_listed(file->language->aliases, target))
		diag_add(reader->diag, DIAG_XLIFF_LANGUAGE, xml_loc(root), NULL, "trgLang", target,
			 file->language->tag, NULL);
	if (!node || child_of(root, "file") != node) {
		complain(reader, DIAG_XLIFF_FILE, root, NULL, "");
		return NULL;
	}
	if (strcmp(xml_attribute(node, "id", ""), file->master->id) != 0)
		diag_add(reader->diag, DIAG_XLIFF_DOCUMENT, xml_loc(node), NULL,
			 xml_attribute(node, "id", ""), file->master->id, NULL);
	for (const xmlNode *next = xml_next(node); next; next = xml_next(next))
		if (xml_is(next, "file"))
			complain(reader, DIAG_XLIFF_FILE, next, NULL, "");
	return node;
}

static void check_missing(const struct reader *reader, const xmlNode *root)
{
	const struct master *master = reader->file->master;

	for (size_t i = 0; i < master->unit_count; i++)
		if (!reader->targets[i].unit)
			complain(reader, DIAG_UNIT_MISSING, root, master->units[i].id, "");
}

static enum state lowest_state(const struct target *targets, size_t count)
{
	enum state state = STATE_FINAL;

	for (size_t i = 0; i < count; i++)
		state = targets[i].state < state ? targets[i].state : state;
	return state;
}

const struct translation *translation_of_master(struct arena *arena, const struct translation_file *file)
{
	const struct master *master = file->master;
	struct translation *translation = arena_alloc(arena, sizeof *translation);
	struct target *targets = arena_array(arena, master->unit_count, sizeof *targets);

	for (size_t i = 0; i < master->unit_count; i++) {
		targets[i] = (struct target){.unit = &master->units[i],
					     .words = master->units[i].source,
					     .written = STATE_TRANSLATED,
					     .loc = master->units[i].loc};
		targets[i].state = state_of(arena, file, &targets[i]);
	}
	*translation = (struct translation){.master = master,
					    .language = file->language,
					    .targets = targets,
					    .target_count = master->unit_count,
					    .state = lowest_state(targets, master->unit_count),
					    .loc = master->loc};
	return translation;
}

const struct translation *translation_read(struct arena *arena, struct diag *diag,
					   const struct translation_file *file)
{
	struct xml_file xml = {arena, diag, file->schemas, file->path, SCHEMA_XLIFF, "xliff"};
	struct translation *translation = arena_alloc(arena, sizeof *translation);
	struct reader reader = {.arena = arena, .diag = diag, .file = file};
	size_t failures = diag_count(diag, DIAG_ERROR), count = file->master->unit_count;
	xmlNode *root = xml_read(&xml);
	const xmlNode *body;

	if (!root)
		return NULL;
	reader.targets = arena_array(arena, count, sizeof *reader.targets);
	body = check_head(&reader, root);
	for (const xmlNode *node = body ? xml_first(body) : NULL; node; node = xml_next(node))
		if (xml_is(node, "unit"))
			read_unit(&reader, node);
	if (body && !file->partial)
		check_missing(&reader, root);
	*translation = (struct translation){.master = file->master,
					    .language = file->language,
					    .targets = reader.targets,
					    .target_count = count,
					    .state = lowest_state(reader.targets, count),
					    .tree = root->doc,
					    .loc = xml_loc(root)};
	return diag_count(diag, DIAG_ERROR) == failures ? translation : NULL;
}
