/* Two axes: confidence is how sure we are, confirmation is who stands for it. Drafts ask the first, releases the second. */
#include "source/facts.h"

#include <string.h>

#include "base/arena.h"
#include "base/date.h"
#include "source/xml.h"

static const char *const kind_words[] = {
    [FACT_NUMBER] = "number",    [FACT_PHONE] = "phone", [FACT_URL] = "url",   [FACT_MAIL] = "mail",
    [FACT_LAW] = "law",          [FACT_DATE] = "date",   [FACT_NAME] = "name", [FACT_STATEMENT] = "statement",
    [FACT_STATEMENT + 1] = NULL,
};

static const char *const confidence_words[] = {"H", "M", "L", "GK", NULL};

const char *fact_kind_word(enum fact_kind kind)
{
	return kind_words[kind];
}

static bool is_digits(const char *text, const char *allowed)
{
	return *text && strspn(text, allowed) == strlen(text);
}

/* A number is whole: the signs between digits are not the same in every language. */
static void check_value(struct diag *diag, const xmlNode *node, const struct fact *fact)
{
	if (fact->kind == FACT_STATEMENT)
		return;
	if (!*fact->value)
		diag_add(diag, DIAG_FACT_EMPTY, fact->loc, NULL, fact->key, NULL);
	else if (fact->kind == FACT_NUMBER && !is_digits(fact->value, "0123456789"))
		xml_complain(diag, node, "value", "12");
	else if (fact->kind == FACT_DATE && !date_valid(fact->value))
		xml_complain(diag, node, "value", "2026-11-23");
	else if (fact->kind == FACT_PHONE && !is_digits(fact->value + (*fact->value == '+'), "0123456789"))
		xml_complain(diag, node, "value", "+31247247247, 112");
}

/* Days and months that the program compares. */
static void check_dates(struct diag *diag, const xmlNode *node)
{
	static const char *const names[] = {"as-of", "confirmed-on", "valid-from", "valid-until",
					    "review-by"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = xml_attribute(node, names[i], "");

		if (*value && !date_valid(value) && !month_valid(value))
			xml_complain(diag, node, names[i], "2026-11-23, 2026-11");
	}
}

static struct fact read_fact(struct arena *arena, struct diag *diag, xmlNode *node)
{
	struct fact fact = {
	    .key = xml_attribute(node, "key", ""),
	    .value = xml_attribute(node, "value", ""),
	    .home = xml_attribute(node, "home", NULL),
	    .abroad = xml_attribute(node, "abroad", NULL),
	    .source = xml_attribute(node, "source", NULL),
	    .url = xml_attribute(node, "url", NULL),
	    .as_of = xml_attribute(node, "as-of", NULL),
	    .confirm_by = xml_attribute(node, "confirm-by", NULL),
	    .confirmed_by = xml_attribute(node, "confirmed-by", NULL),
	    .confirmed_on = xml_attribute(node, "confirmed-on", NULL),
	    .valid_from = xml_attribute(node, "valid-from", NULL),
	    .valid_until = xml_attribute(node, "valid-until", NULL),
	    .review_by = xml_attribute(node, "review-by", NULL),
	    .statement = xml_text(arena, node),
	    .kind = (enum fact_kind)xml_choice(diag, node, "kind", kind_words, FACT_STATEMENT),
	    .confidence =
		(enum confidence)xml_choice(diag, node, "confidence", confidence_words, CONFIDENCE_GK),
	    .loc = xml_loc(node),
	};

	check_value(diag, node, &fact);
	check_dates(diag, node);
	return fact;
}

const struct fact *fact_find(const struct facts *facts, const char *key)
{
	return map_find(&facts->keys, key);
}

static bool is_filled(const char *text)
{
	return text && *text;
}

bool fact_outgrown(const struct fact *fact)
{
	return fact->as_of && fact->confirmed_on && date_passed(fact->confirmed_on, fact->as_of);
}

bool fact_may_stand(const struct fact *fact, bool released)
{
	bool contact = fact->kind == FACT_PHONE || fact->kind == FACT_URL || fact->kind == FACT_MAIL;

	if (released)
		return is_filled(fact->confirmed_by) && is_filled(fact->confirmed_on) && !fact_outgrown(fact);
	return fact->confidence == CONFIDENCE_H || (contact && fact->confidence == CONFIDENCE_M);
}

bool fact_timely(const struct fact *fact, const char *day)
{
	return !(fact->review_by && date_passed(fact->review_by, day)) &&
	       !(fact->valid_until && date_passed(fact->valid_until, day)) &&
	       !(fact->valid_from && strcmp(fact->valid_from, day) > 0) &&
	       !(fact->confirmed_on && strcmp(fact->confirmed_on, day) > 0);
}

const char *fact_display(const struct fact *fact, const char *form)
{
	const char *display = strcmp(form, "abroad") == 0 ? fact->abroad : fact->home;

	return display || fact->kind == FACT_PHONE ? display : fact->value;
}

bool facts_load(struct arena *arena, struct diag *diag, struct schemas *schemas, const char *path,
		struct facts *facts)
{
	struct xml_file file = {arena, diag, schemas, path, SCHEMA_FACTS, "facts"};
	size_t failures = diag_count(diag, DIAG_ERROR);
	xmlNode *root = xml_read(&file);
	struct fact *data;

	if (!root)
		return false;
	facts->data = data = arena_array(arena, xmlChildElementCount(root), sizeof *data);
	for (xmlNode *node = xml_first(root); node; node = xml_next(node)) {
		struct fact *fact = &data[facts->length++];
		struct fact *before;

		*fact = read_fact(arena, diag, node);
		before = map_set(arena, &facts->keys, fact->key, fact);
		if (before)
			diag_add(diag, DIAG_FACT_DOUBLED, fact->loc, NULL, fact->key, NULL);
	}
	return diag_count(diag, DIAG_ERROR) == failures;
}
