/* XLIFF 2.1 and 1.2 side by side: what differs are names. Nothing is held against a schema here, since the damage of tools breaks it. */
#include "source/delivery.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/vec.h"
#include "source/bitext_node.h"
#include "source/outgoing.h"
#include "source/returned.h"
#include "source/version.h"
#include "source/xml.h"

struct reader {
	struct arena *arena;
	struct diag *diag;
	bool second;           /* XLIFF 2 */
	bool plain;            /* po2xliff wrote the file */
	struct map sent_units; /* then: what was sent out, by id */
	bool states;           /* the tool writes states: one is another than was sent */
	VEC(struct delivered) units;
	VEC(int) sent; /* the state that went out with each, -1: unknown */
};

static const char *text_of(struct arena *arena, xmlNode *node)
{
	return arena_string(arena, xml_text(arena, node));
}

/* What we wrote ourselves comes back, too; it is no remark. */
static bool is_ours(const xmlNode *note)
{
	const char *category = xml_attribute(note, "category", xml_attribute(note, "from", ""));

	return strcmp(category, "instruction") == 0 || strcmp(category, "previous-source") == 0;
}

static void read_notes(struct reader *reader, const xmlNode *holder, remark_vec *remarks)
{
	const xmlNode *parent = reader->second ? node_child(holder, "notes") : holder;

	for (xmlNode *note = parent ? xml_first(parent) : NULL; note; note = xml_next(note)) {
		const char *text = xml_is(note, "note") && !is_ours(note) ? text_of(reader->arena, note) : "";

		if (*text)
			vec_push(reader->arena, remarks, text);
	}
}

static int state_named(const char *state)
{
	for (int i = STATE_INITIAL; i <= STATE_FINAL; i++)
		if (strcmp(state, state_word((enum state)i)) == 0)
			return i;
	return strcmp(state, "signed-off") == 0 ? STATE_REVIEWED : STATE_INITIAL;
}

/* In 1.2 there is approved="yes" besides the states: a text that went out so and comes back without it is doubted. -1: nothing is said. */
static int state_of(const xmlNode *node, const char *approved, int sent)
{
	const char *state = node ? xml_attribute(node, "state", NULL) : NULL;

	if (approved && strcmp(approved, "yes") == 0)
		return STATE_TRANSLATED;
	if (approved && (!state || sent > STATE_INITIAL))
		return STATE_INITIAL;
	return state ? state_named(state) : -1;
}

/* A unit in the making: its segments, one after the other. */
struct making {
	struct returned returned;
	struct words_maker source, target;
	remark_vec remarks;
	size_t segments, without; /* without a target */
	int state;                /* the lowest; -1: none said */
	int sent;                 /* what went out; -1: unknown */
};

static void add_words(struct making *making, struct words_maker *maker, const xmlNode *node)
{
	words_text(maker, " ", xml_loc(node));
	making->returned.loc = xml_loc(node);
	returned_read(&making->returned, maker, node);
}

static void read_segment(struct making *making, const xmlNode *segment, const char *approved)
{
	const xmlNode *source = node_child(segment, "source"), *target = node_child(segment, "target");
	const bool ignorable = xml_is(segment, "ignorable");
	int state = state_of(making->returned.second ? segment : target, approved, making->sent);

	making->returned.loc = xml_loc(segment);
	if (source)
		add_words(making, &making->source, source);
	if (target || (ignorable && source))
		add_words(making, &making->target, target ? target : source);
	if (ignorable)
		return;
	making->segments++;
	making->without += !target;
	if (state >= 0 && (making->state < 0 || state < making->state))
		making->state = state;
}

static void read_segments(struct reader *reader, struct making *making, const xmlNode *unit)
{
	for (const xmlNode *child = xml_first(unit); child; child = xml_next(child)) {
		if (!xml_is(child, "segment") && !xml_is(child, "ignorable"))
			continue;
		read_segment(making, child, NULL);
		if (node_child(child, "notes")) {
			diag_add(reader->diag, DIAG_NOTE_MISPLACED, xml_loc(child), making->returned.id,
				 NULL);
			read_notes(reader, child, &making->remarks);
		}
		if (xmlHasNsProp(child, BAD_CAST "space", XML_XML_NAMESPACE))
			diag_add(reader->diag, DIAG_SPACE_MISPLACED, xml_loc(child), making->returned.id,
				 NULL);
	}
	if (making->segments > 1)
		diag_add(reader->diag, DIAG_SEGMENTS_JOINED, xml_loc(unit), making->returned.id, NULL);
}

static int sent_state(const struct reader *reader, const xmlNode *unit)
{
	const char *word = outgoing_mark(reader->arena, unit, "state");

	for (int i = STATE_INITIAL; word && i <= STATE_FINAL; i++)
		if (strcmp(word, state_word((enum state)i)) == 0)
			return i;
	return -1;
}

/* po2xliff numbers its units and keeps our id as the place that they come from. */
static const char *id_of(const struct reader *reader, const xmlNode *unit)
{
	const char *id = xml_attribute(unit, "id", "");

	for (const xmlNode *group = xml_first(unit); group && reader->plain; group = xml_next(group)) {
		xmlNode *place = node_child(group, "context");

		if (xml_is(group, "context-group") && place &&
		    strcmp(xml_attribute(place, "context-type", ""), "sourcefile") == 0)
			return text_of(reader->arena, place);
	}
	return arena_string(reader->arena, id);
}

/* The unit that carries the marks of what was sent out. */
static const xmlNode *marked(const struct reader *reader, const xmlNode *unit, const char *id)
{
	const xmlNode *found = map_find(&reader->sent_units, id);

	return found ? found : unit;
}

static void read_unit(struct reader *reader, const xmlNode *unit)
{
	struct making making = {
	    .source = words_begin(reader->arena), .target = words_begin(reader->arena), .state = -1};
	struct delivered *delivered = vec_add(reader->arena, &reader->units);
	const xmlNode *sent;
	struct words target;

	making.returned = (struct returned){.arena = reader->arena,
					    .diag = reader->diag,
					    .id = id_of(reader, unit),
					    .loc = xml_loc(unit),
					    .second = reader->second,
					    .plain = reader->plain,
					    .remarks = &making.remarks};
	sent = marked(reader, unit, making.returned.id);
	making.sent = sent_state(reader, sent);
	if (reader->second)
		read_segments(reader, &making, unit);
	else
		read_segment(&making, unit, xml_attribute(unit, "approved", NULL));
	read_notes(reader, unit, &making.remarks);
	target = words_end(&making.target);
	if (making.segments == 0 || (target.length && making.without))
		diag_add(reader->diag, DIAG_UNIT_SEGMENTS, xml_loc(unit), making.returned.id, NULL);
	*delivered = (struct delivered){.id = making.returned.id,
					.target = target,
					.source = words_end(&making.source),
					.base = outgoing_mark(reader->arena, sent, "base"),
					.state_said = making.state >= 0,
					.state = making.state > 0 ? (enum state)making.state : STATE_INITIAL,
					.remarks = making.remarks.data,
					.remark_count = making.remarks.length,
					.loc = making.returned.loc};
	vec_push(reader->arena, &reader->sent, making.sent);
	reader->states |= making.state >= 0 && making.state != making.sent;
}

static void read_units(struct reader *reader, const xmlNode *parent)
{
	for (const xmlNode *node = xml_first(parent); node; node = xml_next(node)) {
		if (strncmp(xml_attribute(node, "restype", ""), "x-gettext", 9) == 0)
			continue;
		if (xml_is(node, reader->second ? "unit" : "trans-unit"))
			read_unit(reader, node);
		else if (xml_is(node, "group") || xml_is(node, "body"))
			read_units(reader, node);
	}
}

/* A state that is still the one that was sent out was said by nobody. */
static void settle_states(struct reader *reader)
{
	for (size_t i = 0; i < reader->units.length; i++) {
		struct delivered *unit = &reader->units.data[i];
		int sent = reader->sent.data[i];
		bool touched =
		    !unit->base || strcmp(unit->base, words_code(reader->arena, unit->target)) != 0;

		unit->state_said =
		    unit->state_said && reader->states && ((int)unit->state != sent || touched);
	}
}

/* In 1.2 a file is called by the path of what it was made from: "verklaring/nl.xml". */
static const char *document_of(const struct reader *reader, const xmlNode *file)
{
	const char *name = xml_attribute(file, reader->second ? "id" : "original", "");

	return arena_copy(reader->arena, name, reader->second ? strlen(name) : strcspn(name, "/"));
}

static bool is_dutch(const char *tag)
{
	return strncasecmp(tag, "nl", 2) == 0 && (!tag[2] || tag[2] == '-' || tag[2] == '_');
}

static void keep_sent(struct reader *reader, xmlNode *parent)
{
	for (xmlNode *node = xml_first(parent); node; node = xml_next(node)) {
		if (xml_is(node, "trans-unit"))
			map_set(reader->arena, &reader->sent_units, xml_attribute(node, "id", ""), node);
		else if (xml_is(node, "group") || xml_is(node, "body"))
			keep_sent(reader, node);
	}
}

static bool is_po(const xmlNode *file)
{
	return xml_is(file, "file") && strcmp(xml_attribute(file, "datatype", ""), "po") == 0;
}

/* The one file. po2xliff leaves it as it was and puts what was translated into a second one. */
static const xmlNode *file_of(struct reader *reader, const xmlNode *root)
{
	const xmlNode *file = node_child(root, "file"), *body = file;

	if (!file)
		diag_add(reader->diag, DIAG_XLIFF_FILE, xml_loc(root), NULL, NULL);
	for (const xmlNode *next = file ? xml_next(file) : NULL; next; next = xml_next(next)) {
		if (is_po(next) && body == file)
			body = next;
		else if (xml_is(next, "file"))
			diag_add(reader->diag, DIAG_XLIFF_FILE, xml_loc(next), NULL, NULL);
	}
	reader->plain = body && is_po(body);
	return body;
}

static bool version_known(struct reader *reader, const xmlNode *root)
{
	const char *version = xml_attribute(root, "version", "");

	reader->second = strncmp(version, "2.", 2) == 0;
	if (reader->second || strncmp(version, "1.", 2) == 0)
		return true;
	diag_add(reader->diag, DIAG_XLIFF_VERSION, xml_loc(root), NULL, version, NULL);
	return false;
}

bool delivery_read_xliff(struct arena *arena, struct diag *diag, const char *path, struct delivery *delivery)
{
	struct xml_file xml = {arena, diag, NULL, path, SCHEMA_RETURNED, "xliff"};
	size_t failures = diag_count(diag, DIAG_ERROR);
	struct reader reader = {.arena = arena, .diag = diag};
	const xmlNode *root = xml_read(&xml), *body, *file, *head;
	const char *source;

	if (!root || !version_known(&reader, root) || !(body = file_of(&reader, root)))
		return false;
	file = node_child(root, "file");
	if (reader.plain)
		keep_sent(&reader, node_child(root, "file"));
	head = reader.second ? root : file;
	source = xml_attribute(head, reader.second ? "srcLang" : "source-language", "");
	if (!is_dutch(source))
		diag_add(diag, DIAG_XLIFF_LANGUAGE, xml_loc(head), NULL,
			 reader.second ? "srcLang" : "source-language", source, "nl", NULL);
	read_units(&reader, body);
	settle_states(&reader);
	*delivery = (struct delivery){
	    .document = document_of(&reader, file),
	    .tag =
		arena_string(arena, xml_attribute(head, reader.second ? "trgLang" : "target-language", "")),
	    .units = reader.units.data,
	    .length = reader.units.length,
	    .loc = xml_loc(file)};
	return diag_count(diag, DIAG_ERROR) == failures;
}
