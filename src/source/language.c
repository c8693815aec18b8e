/* Tags are BCP 47; an alias is another tag of the same language, as other tools may write it. */
#include "source/language.h"

#include <string.h>

#include "base/arena.h"
#include "source/fontlist.h"
#include "source/xml.h"

static const char *const direction_words[] = {"ltr", "rtl", NULL};
static const char *const digits_words[] = {"latn", "arab", "arabext", "nkoo", NULL};
static const char *const status_words[] = {"wanted", "offered", NULL};

static const char *child_text(struct arena *arena, const xmlNode *node, const char *name)
{
	for (xmlNode *child = xml_first(node); child; child = xml_next(child))
		if (xml_is(child, name))
			return xml_text(arena, child);
	return "";
}

static struct language read_language(struct arena *arena, struct diag *diag, const xmlNode *node)
{
	const char *tag = xml_attribute(node, "tag", "");

	return (struct language){
	    .tag = tag,
	    .locale = xml_attribute(node, "locale", tag),
	    .script = xml_attribute(node, "script", ""),
	    .name_nl = xml_attribute(node, "name-nl", ""),
	    .name_en = xml_attribute(node, "name-en", ""),
	    .autonym = xml_attribute(node, "autonym", ""),
	    .aliases = xml_attribute(node, "aliases", ""),
	    .also = xml_attribute(node, "also", ""),
	    .letters = xml_attribute(node, "letters", ""),
	    .meanwhile = xml_attribute(node, "meanwhile", ""),
	    .variety = child_text(arena, node, "variety"),
	    .readers = child_text(arena, node, "readers"),
	    .not_for = child_text(arena, node, "not-for"),
	    .countries = child_text(arena, node, "countries"),
	    .kept_out = child_text(arena, node, "kept-out"),
	    .direction = (enum direction)xml_choice(diag, node, "dir", direction_words, DIRECTION_LTR),
	    .digits = (enum digits)xml_choice(diag, node, "digits", digits_words, DIGITS_LATN),
	    .offered = xml_choice(diag, node, "status", status_words, 1) == 1,
	    .loc = xml_loc(node),
	};
}

const struct language *language_find(const struct languages *languages, const char *tag)
{
	for (size_t i = 0; i < languages->length; i++)
		if (strcmp(languages->data[i].tag, tag) == 0)
			return &languages->data[i];
	for (size_t i = 0; i < languages->length; i++)
		if (tag_listed(languages->data[i].aliases, tag))
			return &languages->data[i];
	return NULL;
}

static void check_tags(struct diag *diag, const struct languages *languages)
{
	for (size_t i = 0; i < languages->length; i++) {
		const struct language *language = &languages->data[i];

		if (language_find(languages, language->tag) != language)
			diag_add(diag, DIAG_LANGUAGE_DOUBLED, language->loc, NULL, language->tag, NULL);
		if (strlen(language->script) != 4)
			diag_add(diag, DIAG_ATTRIBUTE_VALUE, language->loc, NULL, "script", language->script,
				 "Latn, Arab, Ethi", NULL);
	}
}

static void add_compact_forms(struct arena *arena, struct language *data, size_t length)
{
	struct language *forms = arena_array(arena, length, sizeof *forms);

	for (size_t i = 0; i < length; i++) {
		forms[i] = data[i];
		forms[i].compact = true;
		forms[i].compact_form = data[i].compact_form = &forms[i];
	}
}

bool languages_load(struct arena *arena, struct diag *diag, const char *path, struct languages *languages)
{
	struct xml_file file = {arena, diag, schemas_new(arena), path, SCHEMA_LANGUAGES, "languages"};
	size_t failures = diag_count(diag, DIAG_ERROR);
	xmlNode *root = xml_read(&file);
	struct language *data;

	if (!root)
		return false;
	languages->length = 0;
	languages->data = data = arena_array(arena, xmlChildElementCount(root), sizeof *data);
	for (xmlNode *node = xml_first(root); node; node = xml_next(node))
		data[languages->length++] = read_language(arena, diag, node);
	add_compact_forms(arena, data, languages->length);
	check_tags(diag, languages);
	return diag_count(diag, DIAG_ERROR) == failures;
}
