/* A list of terms, each with what not to say instead of it, and why. */
#include "source/glossary.h"

#include "base/arena.h"
#include "base/file.h"
#include "base/vec.h"
#include "source/store.h"
#include "source/xml.h"

static struct avoid read_avoid(struct arena *arena, struct diag *diag, xmlNode *node)
{
	static const char *const matches[] = {"word", "stem", "part", NULL};
	struct avoid avoid = {.word = xml_text(arena, node),
			      .reason = xml_attribute(node, "reason", ""),
			      .match = (enum match)xml_choice(diag, node, "match", matches, MATCH_WORD),
			      .loc = xml_loc(node)};

	xml_yes(diag, node, "quoted", &avoid.quoted);
	return avoid;
}

static struct term read_term(struct arena *arena, struct diag *diag, xmlNode *node)
{
	VEC(struct avoid) avoids = {0};
	struct term term = {.id = xml_attribute(node, "id", ""),
			    .dutch = xml_attribute(node, "nl", ""),
			    .confidence = xml_attribute(node, "confidence", ""),
			    .preferred = ""};

	for (xmlNode *child = xml_first(node); child; child = xml_next(child)) {
		if (xml_is(child, "preferred"))
			term.preferred = xml_text(arena, child);
		else
			vec_push(arena, &avoids, read_avoid(arena, diag, child));
	}
	term.avoids = avoids.data;
	term.avoid_count = avoids.length;
	return term;
}

bool glossary_load(struct arena *arena, struct diag *diag, const struct material *material, const char *path,
		   struct glossary *glossary)
{
	VEC(struct term) terms = {0};
	xmlNode *root = xml_read(&(struct xml_file){.arena = arena,
						    .diag = diag,
						    .schemas = store_schemas(material->store),
						    .path = path,
						    .schema = SCHEMA_GLOSSARY,
						    .root = "glossary"});

	*glossary = (struct glossary){NULL, 0};
	if (!root)
		return false;
	for (xmlNode *node = xml_first(root); node; node = xml_next(node))
		vec_push(arena, &terms, read_term(arena, diag, node));
	*glossary = (struct glossary){terms.data, terms.length};
	return true;
}

bool glossary_read(struct arena *arena, struct diag *diag, const struct material *material, const char *tag,
		   struct glossary *glossary)
{
	const char *path = arena_format(arena, "%s/translations/glossary/%s.xml", material->folder, tag);

	*glossary = (struct glossary){NULL, 0};
	return !file_exists(path) || glossary_load(arena, diag, material, path, glossary);
}
