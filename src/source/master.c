/* One walk in document order. Numbers are given here, before any edition leaves units out, so that "sentence 7" is the same sentence
 * in every language and edition. */
#include "source/master.h"

#include <string.h>

#include "base/arena.h"
#include "base/vec.h"
#include "source/fontlist.h"
#include "source/xml.h"

struct reader {
	struct arena *arena;
	struct diag *diag;
	const struct facts *facts;
	struct master *master;
	VEC(struct unit) units;
	VEC(struct section) sections;
	int numbers, lists, level;
};

static const char *const kind_words[] = {
    [UNIT_TITLE] = "title", [UNIT_H1] = "h1", [UNIT_H2] = "h2",   [UNIT_H3] = "h3",
    [UNIT_P] = "p",         [UNIT_LI] = "li", [UNIT_ALT] = "alt", [UNIT_STRING] = "string",
};

static const char *const reserved[] = {
    "doc.title",
    "doc.language",
    "doc.autonym",
    "doc.version",
    "doc.date",
    "doc.check-after",
    "doc.state",
    "doc.page",
    "doc.pages",
    "doc.code",
    "doc.edition",
    "doc.number",
    "doc.publisher",
    "doc.contact",
    "doc.licence",
    "doc.organisation",
    "doc.organisation.phone",
    "doc.organisation.contact",
};

const char *unit_kind_word(enum unit_kind kind)
{
	return kind_words[kind];
}

bool unit_prints(const struct unit *unit, const char *key)
{
	for (size_t i = 0; i < unit->source.length; i++) {
		const struct piece *piece = &unit->source.pieces[i];

		if ((piece->key && strcmp(piece->key, key) == 0) ||
		    (piece->link && strcmp(piece->link, key) == 0))
			return true;
	}
	return false;
}

bool key_reserved(const char *key)
{
	for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
		if (strcmp(reserved[i], key) == 0)
			return true;
	return false;
}

bool master_discreet(const struct master *master)
{
	return master->audience &&
	       (strcmp(master->audience, "jongeren") == 0 || strcmp(master->audience, "meisjes") == 0);
}

const struct unit *unit_find(const struct master *master, const char *id)
{
	return map_find(&master->ids, id);
}

const struct section *section_find(const struct master *master, const char *id)
{
	for (size_t i = 0; i < master->section_count; i++)
		if (strcmp(master->sections[i].id, id) == 0)
			return &master->sections[i];
	return NULL;
}

static void complain(const struct reader *reader, enum diag_code code, const struct unit *unit,
		     const char *argument)
{
	diag_add(reader->diag, code, unit->loc, unit->id, argument, NULL);
}

static bool speaking_id(const char *id)
{
	bool start = true;

	for (; *id; id++) {
		bool letter = *id >= 'a' && *id <= 'z', digit = *id >= '0' && *id <= '9';

		if (!letter && (start || !(digit || *id == '.' || *id == '-')))
			return false;
		start = *id == '.' || *id == '-';
		if (start && id[1] >= '0' && id[1] <= '9')
			start = false;
	}
	return !start;
}

/* A fact in a unit, or under it, that a draft may not print. Whether a release may, its own issue asks. */
static void check_fact(const struct reader *reader, const struct unit *unit, const char *key,
		       const char *form)
{
	const struct fact *fact = fact_find(reader->facts, key);

	if (!fact)
		complain(reader, DIAG_FACT_UNKNOWN, unit, key);
	else if (!fact_may_stand(fact, false))
		complain(reader, DIAG_FACT_UNSURE, unit, key);
	else if (form && fact->kind == FACT_STATEMENT)
		complain(reader, DIAG_FACT_STATEMENT, unit, key);
	else if (form && !fact_display(fact, form))
		diag_add(reader->diag, DIAG_FACT_FORM, unit->loc, unit->id, key, *form ? form : "home", NULL);
}

static void check_basis(const struct reader *reader, const struct unit *unit)
{
	char *basis = arena_string(reader->arena, unit->basis), *rest = NULL;
	bool editorial = tag_listed(basis, "editorial");

	if (editorial && (!unit->reason || !*unit->reason))
		complain(reader, DIAG_BASIS_REASON, unit, "");
	if (!*basis)
		complain(reader, DIAG_BASIS_MISSING, unit, "");
	for (char *key = strtok_r(basis, " ", &rest); key; key = strtok_r(NULL, " ", &rest))
		if (strcmp(key, "editorial") != 0)
			check_fact(reader, unit, key, NULL);
}

/* What a link leads to has an address or a number. */
static void check_link(const struct reader *reader, const struct unit *unit, const char *key)
{
	const struct fact *fact = fact_find(reader->facts, key);

	check_fact(reader, unit, key, "");
	if (fact && fact->kind != FACT_PHONE && fact->kind != FACT_URL && fact->kind != FACT_MAIL)
		complain(reader, DIAG_FACT_LINK, unit, key);
}

static bool is_state(const struct unit *unit)
{
	return unit->kind == UNIT_STRING && strncmp(unit->id, "state.", 6) == 0;
}

/* Titles and descriptions of pictures are plain text; the words of a state stand inside another line. Names alone are the same there. */
static bool is_plain(const struct unit *unit)
{
	return unit->kind == UNIT_TITLE || unit->kind == UNIT_ALT || is_state(unit);
}

static void check_plain(const struct reader *reader, const struct unit *unit, const char *key)
{
	const struct fact *fact = fact_find(reader->facts, key);

	if (fact && fact->kind != FACT_NAME && is_plain(unit))
		complain(reader, DIAG_FACT_PLAIN, unit, key);
}

/* What the program fills in has its place in the common strings; the words of a state are such a filling themselves. */
static void check_placeholder(const struct reader *reader, const struct unit *unit, const struct piece *piece)
{
	if (!key_reserved(piece->key)) {
		check_fact(reader, unit, piece->key, piece->form);
		check_plain(reader, unit, piece->key);
	} else if (unit->kind != UNIT_STRING || is_state(unit)) {
		complain(reader, DIAG_PLACEHOLDER_PLACE, unit, piece->key);
	}
}

static void check_words(const struct reader *reader, const struct unit *unit)
{
	if (!unit->source.length)
		complain(reader, DIAG_UNIT_EMPTY, unit, "");
	for (size_t i = 0; i < unit->source.length; i++) {
		const struct piece *piece = &unit->source.pieces[i];

		if (piece->link)
			check_link(reader, unit, piece->link);
		if (piece->kind == PIECE_FACT)
			check_placeholder(reader, unit, piece);
	}
}

static void read_inline(struct words_maker *maker, const xmlNode *parent)
{
	const bool bold = maker->pending.bold;
	const char *link = maker->pending.link;

	for (const xmlNode *node = parent->children; node; node = node->next) {
		if (node->type == XML_TEXT_NODE) {
			words_text(maker, (const char *)node->content, xml_loc(parent));
		} else if (xml_is(node, "fact")) {
			words_fact(maker, (struct piece){.key = xml_attribute(node, "key", ""),
							 .form = xml_attribute(node, "form", ""),
							 .loc = xml_loc(node)});
		} else if (node->type == XML_ELEMENT_NODE) {
			words_mark(maker, bold || xml_is(node, "b"), xml_attribute(node, "fact", link));
			read_inline(maker, node);
			words_mark(maker, bold, link);
		}
	}
}

static struct unit *read_unit(struct reader *reader, const xmlNode *node, enum unit_kind kind,
			      const char *editions)
{
	struct words_maker maker = words_begin(reader->arena);
	struct unit *unit = vec_add(reader->arena, &reader->units);

	read_inline(&maker, node);
	*unit = (struct unit){
	    .id = xml_attribute(node, "id", ""),
	    .kind = kind,
	    .index = reader->units.length - 1,
	    .source = words_end(&maker),
	    .basis = xml_attribute(node, "basis", ""),
	    .reason = xml_attribute(node, "reason", NULL),
	    .note = xml_attribute(node, "note", NULL),
	    .editions = xml_attribute(node, "editions", editions),
	    .loc = xml_loc(node),
	};
	xml_int(reader->diag, node, "core", &unit->core);
	if (kind == UNIT_P || kind == UNIT_LI)
		unit->number = ++reader->numbers;
	if (!speaking_id(unit->id))
		complain(reader, DIAG_UNIT_ID, unit, unit->id);
	check_basis(reader, unit);
	check_words(reader, unit);
	return unit;
}

static void read_heading(struct reader *reader, const xmlNode *node, const char *editions)
{
	int level = 1;
	const struct unit *unit;

	xml_int(reader->diag, node, "level", &level);
	unit = read_unit(reader, node, (enum unit_kind)(UNIT_H1 + level - 1), editions);
	if (level > reader->level + 1)
		complain(reader, DIAG_HEADING_LEVEL, unit, "");
	reader->level = level;
}

static void read_list(struct reader *reader, const xmlNode *node, const char *editions)
{
	reader->lists++;
	for (xmlNode *item = xml_first(node); item; item = xml_next(item))
		read_unit(reader, item, UNIT_LI, editions)->list = reader->lists;
}

static void read_figure(struct reader *reader, const xmlNode *node, const char *editions)
{
	const char *own = xml_attribute(node, "editions", editions);

	for (xmlNode *alt = xml_first(node); alt; alt = xml_next(alt))
		read_unit(reader, alt, UNIT_ALT, own)->art = xml_attribute(node, "art", "");
}

static void read_section(struct reader *reader, const xmlNode *parent)
{
	const char *editions = xml_attribute(parent, "editions", "");
	struct section section = {
	    .id = xml_attribute(parent, "id", ""), .first = reader->units.length, .loc = xml_loc(parent)};

	for (xmlNode *node = xml_first(parent); node; node = xml_next(node)) {
		if (xml_is(node, "h"))
			read_heading(reader, node, editions);
		else if (xml_is(node, "ul"))
			read_list(reader, node, editions);
		else if (xml_is(node, "figure"))
			read_figure(reader, node, editions);
		else
			read_unit(reader, node, UNIT_P, editions);
	}
	section.count = reader->units.length - section.first;
	vec_push(reader->arena, &reader->sections, section);
}

static void read_units(struct reader *reader, const xmlNode *root)
{
	for (xmlNode *node = xml_first(root); node; node = xml_next(node)) {
		if (xml_is(node, "section"))
			read_section(reader, node);
		else
			read_unit(reader, node, xml_is(node, "title") ? UNIT_TITLE : UNIT_STRING, "");
	}
}

static void index_ids(struct reader *reader)
{
	struct master *master = reader->master;

	for (size_t i = 0; i < reader->units.length; i++) {
		struct unit *unit = &reader->units.data[i];

		if (map_set(reader->arena, &master->ids, unit->id, unit))
			complain(reader, DIAG_UNIT_DOUBLED, unit, "");
	}
	for (size_t i = 0; i < reader->sections.length; i++) {
		const struct section *section = &reader->sections.data[i];
		bool doubled = map_find(&master->ids, section->id) != NULL;

		for (size_t k = 0; k < i; k++)
			doubled |= strcmp(section->id, reader->sections.data[k].id) == 0;
		if (doubled)
			diag_add(reader->diag, DIAG_ID_DOUBLED, section->loc, NULL, section->id, NULL);
	}
}

const struct master *master_read(struct arena *arena, struct diag *diag, const struct master_file *file)
{
	struct xml_file xml = {arena, diag, file->schemas, file->path, SCHEMA_MASTER, file->root};
	struct master *master = arena_alloc(arena, sizeof *master);
	struct reader reader = {.arena = arena, .diag = diag, .facts = file->facts, .master = master};
	size_t failures = diag_count(diag, DIAG_ERROR);
	xmlNode *root = xml_read(&xml);

	if (!root)
		return NULL;
	master->id = xml_attribute(root, "id", "");
	master->version = xml_attribute(root, "version", "");
	master->date = xml_attribute(root, "date", "");
	master->check_after = xml_attribute(root, "check-after", NULL);
	master->template = xml_attribute(root, "template", NULL);
	master->note = xml_attribute(root, "note", NULL);
	master->audience = xml_attribute(root, "audience", "");
	master->publisher = xml_attribute(root, "publisher", NULL);
	master->contact = xml_attribute(root, "contact", NULL);
	master->licence = xml_attribute(root, "licence", NULL);
	master->loc = xml_loc(root);
	read_units(&reader, root);
	master->units = reader.units.data;
	master->unit_count = reader.units.length;
	master->sections = reader.sections.data;
	master->section_count = reader.sections.length;
	index_ids(&reader);
	return diag_count(diag, DIAG_ERROR) == failures ? master : NULL;
}
