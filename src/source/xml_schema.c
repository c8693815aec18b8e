/* The schemas of templates/schemas travel inside the program (schema_text.cmake makes the table), so that a data tree of one's own
 * needs none and none can be swapped. libxml2's sentences pass through without the namespaces that it puts before every name. */
#include "source/xml.h"

#include <assert.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <pthread.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/schema_text.h"

struct schemas {
	struct arena *arena;
	pthread_mutex_t lock;
	xmlSchema *compiled[SCHEMAS];
};

static const char *const names[SCHEMAS] = {
    [SCHEMA_MASTER] = "master",       [SCHEMA_XLIFF] = "xliff",         [SCHEMA_XLIFF_22] = "xliff",
    [SCHEMA_FACTS] = "facts",         [SCHEMA_LANGUAGES] = "languages", [SCHEMA_FONTS] = "fonts",
    [SCHEMA_TEMPLATE] = "template",   [SCHEMA_HISTORY] = "history",     [SCHEMA_GLOSSARY] = "glossary",
    [SCHEMA_ATTIC] = "attic",         [SCHEMA_PROFILE] = "profile",     [SCHEMA_SIGNOFF] = "signoff",
    [SCHEMA_RECORDING] = "recording",
};

static void free_schemas(void *object)
{
	struct schemas *schemas = object;

	for (int i = 0; i < SCHEMAS; i++)
		xmlSchemaFree(schemas->compiled[i]);
	pthread_mutex_destroy(&schemas->lock);
}

struct schemas *schemas_new(struct arena *arena)
{
	struct schemas *schemas = arena_alloc(arena, sizeof *schemas);

	xmlInitParser();
	schemas->arena = arena;
	pthread_mutex_init(&schemas->lock, NULL);
	arena_defer(arena, free_schemas, schemas);
	return schemas;
}

static struct bytes text_of(enum schema schema)
{
	for (size_t i = 0; i < schema_text_count; i++)
		if (strcmp(schema_texts[i].name, names[schema]) == 0)
			return schema_texts[i].bytes;
	return (struct bytes){NULL, 0};
}

/* XLIFF 2.2 differs from 2.0, in what we read of it, by its namespace. */
static void rename_version(char *text)
{
	static const char old[] = "xliff:document:2.0";

	while ((text = strstr(text, old)))
		text[sizeof old - 2] = '2';
}

static xmlSchema *compile(struct arena *arena, enum schema schema)
{
	struct bytes bytes = text_of(schema);
	char *text = arena_copy(arena, (const char *)bytes.data, bytes.length);
	xmlSchemaParserCtxt *parser;
	xmlSchema *compiled;

	assert(bytes.data);
	if (schema == SCHEMA_XLIFF_22)
		rename_version(text);
	parser = xmlSchemaNewMemParserCtxt(text, (int)bytes.length);
	if (!parser)
		arena_exhausted();
	compiled = xmlSchemaParse(parser);
	xmlSchemaFreeParserCtxt(parser);
	assert(compiled);
	return compiled;
}

static xmlSchema *schema_of(struct schemas *schemas, enum schema schema)
{
	xmlSchema *compiled;

	pthread_mutex_lock(&schemas->lock);
	if (!schemas->compiled[schema])
		schemas->compiled[schema] = compile(schemas->arena, schema);
	compiled = schemas->compiled[schema];
	pthread_mutex_unlock(&schemas->lock);
	return compiled;
}

static const char *without_namespaces(struct arena *arena, const char *message)
{
	struct buf buf = buf_new(arena);

	for (; *message && *message != '\n'; message++) {
		bool name = strncmp(message, "{urn:", 5) == 0 || strncmp(message, "{http:", 6) == 0;
		const char *end = name ? strchr(message, '}') : NULL;

		if (end)
			message = end;
		else
			buf_putc(&buf, *message);
	}
	return buf.data;
}

static const char *unit_of(const xmlNode *node, enum schema schema)
{
	if (schema != SCHEMA_MASTER && schema != SCHEMA_XLIFF && schema != SCHEMA_XLIFF_22)
		return NULL;
	while (node && node->type == XML_ELEMENT_NODE && (!xml_has(node, "id") || xml_is_inline(node)))
		node = node->parent;
	return node && node->type == XML_ELEMENT_NODE ? xml_attribute(node, "id", NULL) : NULL;
}

/* The words that stand between quotes in a message: "Element 'a', attribute 'b': ... 'c' ...". */
static size_t quoted_in(struct arena *arena, const char *message, const char **words, size_t most)
{
	size_t count = 0;

	for (const char *start = strchr(message, '\''), *end; start && count < most;
	     start = strchr(end + 1, '\'')) {
		end = strchr(start + 1, '\'');
		if (!end)
			break;
		words[count++] = arena_copy(arena, start + 1, (size_t)(end - start - 1));
	}
	return count;
}

/* What may stand in an attribute, as libxml2 lists it: {'a', 'b'}. */
static const char *choices_in(struct arena *arena, const char *message)
{
	const char *start = strrchr(message, '{'), *end = start ? strchr(start, '}') : NULL;

	return end ? arena_copy(arena, start + 1, (size_t)(end - start - 1)) : "";
}

/* Says a mistake in words of our own where it is of a common kind; false: it is of no such kind. */
static bool say_common(const struct xml_file *file, const xmlError *error, struct loc loc, const char *unit)
{
	const char *message = error->message, *words[4];
	size_t count = quoted_in(file->arena, message, words, 4);
	const xmlNode *node = error->node;

	if (count < 2 || !node)
		return false;
	if (error->code == XML_SCHEMAV_CVC_COMPLEX_TYPE_4)
		diag_add(file->diag, DIAG_ATTRIBUTE_MISSING, loc, unit, (const char *)node->name, words[1],
			 NULL);
	else if (error->code == XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1)
		diag_add(file->diag, DIAG_ATTRIBUTE_UNKNOWN, loc, unit, (const char *)node->name, words[1],
			 NULL);
	else if (error->code == XML_SCHEMAV_CVC_ENUMERATION_VALID && count == 4 &&
		 strstr(message, "attribute '"))
		diag_add(file->diag, DIAG_ATTRIBUTE_CHOICE, loc, unit, words[1], words[3],
			 choices_in(file->arena, message), NULL);
	else
		return false;
	return true;
}

static void on_error(void *data, xmlErrorPtr error)
{
	const struct xml_file *file = data;
	const xmlNode *node = error->node;
	struct loc loc = node ? xml_loc(node) : (struct loc){file->path, error->line};
	const char *unit = node ? unit_of(node, file->schema) : NULL;

	if (!error->message || !say_common(file, error, loc, unit))
		diag_add(file->diag, DIAG_XML_SCHEMA, loc, unit,
			 without_namespaces(file->arena, error->message ? error->message : ""), NULL);
}

/* XLIFF 2.1 has the namespace of 2.0. SCHEMA_NONE after an error. */
static enum schema version_of(const struct xml_file *file, const xmlDoc *tree)
{
	const xmlNode *root = xmlDocGetRootElement(tree);
	const char *name = root->ns ? (const char *)root->ns->href : "";

	if (file->schema != SCHEMA_XLIFF || strcmp(name, "urn:oasis:names:tc:xliff:document:2.0") == 0)
		return file->schema;
	if (strcmp(name, "urn:oasis:names:tc:xliff:document:2.2") == 0)
		return SCHEMA_XLIFF_22;
	diag_add(file->diag, DIAG_XLIFF_VERSION, xml_loc(root), NULL, name, NULL);
	return SCHEMA_NONE;
}

bool schema_check(const struct xml_file *file, xmlDoc *tree)
{
	enum schema schema = version_of(file, tree);
	xmlSchemaValidCtxt *check;
	int result;

	if (schema == SCHEMA_NONE || schema == SCHEMA_RETURNED || schema == SCHEMA_FOREIGN)
		return file->schema == schema;
	check = xmlSchemaNewValidCtxt(schema_of(file->schemas, schema));
	if (!check)
		arena_exhausted();
	xmlSchemaSetValidStructuredErrors(check, on_error, (void *)(uintptr_t)file);
	result = xmlSchemaValidateDoc(check, tree);
	xmlSchemaFreeValidCtxt(check);
	return result == 0;
}
