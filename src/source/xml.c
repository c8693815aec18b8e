/* libxml2's push of events is kept, with three handlers of our own before it: a DOCTYPE stops the parser before it reads a single
 * entity declaration, depth is counted at every start tag, and of libxml2's errors the first is told. Characters are checked in the
 * bytes; only where some may be forbidden is the tree walked to find out whose they are. */
#include "source/xml.h"

#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "source/characters.h"

enum { SIZE_LIMIT = 4 * 1024 * 1024, DEPTH_LIMIT = 32 };

struct reading {
	const struct xml_file *file;
	bool failed;
};

static void refuse(xmlParserCtxt *parser, enum diag_code code, int line, const char *argument)
{
	struct reading *reading = parser->_private;
	struct loc loc = {reading->file->path, line};

	if (!reading->failed)
		diag_add(reading->file->diag, code, loc, NULL, argument ? argument : "", NULL);
	reading->failed = true;
}

static int line_of(const xmlParserCtxt *parser)
{
	return parser->input ? parser->input->line : 0;
}

static const struct {
	int error;
	enum diag_code code;
} known_errors[] = {
    {XML_ERR_TAG_NAME_MISMATCH, DIAG_XML_TAG},       {XML_ERR_TAG_NOT_FINISHED, DIAG_XML_CUT_OFF},
    {XML_ERR_NAME_REQUIRED, DIAG_XML_AMPERSAND},     {XML_ERR_ENTITYREF_SEMICOL_MISSING, DIAG_XML_AMPERSAND},
    {XML_ERR_ATTRIBUTE_WITHOUT_VALUE, DIAG_XML_TAG}, {XML_ERR_UNDECLARED_ENTITY, DIAG_XML_ENTITY},
    {XML_WAR_UNDECLARED_ENTITY, DIAG_XML_ENTITY},
};

static const char *first_line(struct arena *arena, const char *message)
{
	return message ? arena_copy(arena, message, strcspn(message, "\n")) : "";
}

/* A prefix without its namespace: npm's xliff writes such files, and all their text is there. */
static bool is_prefix(const xmlError *error)
{
	return error->code == XML_NS_ERR_UNDEFINED_NAMESPACE;
}

static void on_error(void *data, xmlErrorPtr error)
{
	xmlParserCtxt *parser = data;
	const struct reading *reading = parser->_private;
	enum diag_code code = DIAG_XML_MALFORMED;

	if (error->level < XML_ERR_ERROR || (reading->file->schema == SCHEMA_RETURNED && is_prefix(error)))
		return;
	for (size_t i = 0; i < sizeof known_errors / sizeof *known_errors; i++)
		if (known_errors[i].error == error->code)
			code = known_errors[i].code;
	refuse(parser, code, error->line, first_line(reading->file->arena, error->message));
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
	xmlParserCtxt *parser = data;

	(void)name, (void)external, (void)system;
	refuse(parser, DIAG_XML_DOCTYPE, line_of(parser), NULL);
	xmlStopParser(parser);
}

static void on_element(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
		       int namespace_count, const xmlChar **namespaces, int attribute_count,
		       int defaulted_count, const xmlChar **attributes)
{
	xmlParserCtxt *parser = data;

	if (parser->nodeNr >= DEPTH_LIMIT) {
		refuse(parser, DIAG_XML_DEPTH, line_of(parser), NULL);
		xmlStopParser(parser);
		return;
	}
	xmlSAX2StartElementNs(data, name, prefix, uri, namespace_count, namespaces, attribute_count,
			      defaulted_count, attributes);
}

static int line_at(struct bytes bytes, size_t offset)
{
	int line = 1;

	for (size_t i = 0; i < offset; i++)
		line += bytes.data[i] == '\n';
	return line;
}

static bool is_utf8(const struct xml_file *file, struct bytes bytes)
{
	size_t valid = characters_valid(bytes);

	if (valid < bytes.length)
		diag_add(file->diag, DIAG_NOT_UTF8, (struct loc){file->path, line_at(bytes, valid)}, NULL,
			 NULL);
	return valid == bytes.length;
}

static void free_tree(void *tree)
{
	xmlFreeDoc(tree);
}

static xmlDoc *parse(const struct xml_file *file, struct bytes bytes)
{
	const bool texts = file->schema == SCHEMA_MASTER || file->schema == SCHEMA_XLIFF ||
			   file->schema == SCHEMA_ATTIC || file->schema == SCHEMA_RETURNED ||
			   file->schema == SCHEMA_FOREIGN;
	const int options = XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOCDATA | XML_PARSE_COMPACT |
			    XML_PARSE_BIG_LINES | (texts ? 0 : XML_PARSE_NOBLANKS);
	struct reading reading = {file, false};
	xmlParserCtxt *parser = xmlNewParserCtxt();
	xmlDoc *tree;

	if (!parser)
		arena_exhausted();
	parser->_private = &reading;
	parser->sax->serror = on_error;
	parser->sax->internalSubset = on_doctype;
	parser->sax->startElementNs = on_element;
	tree = xmlCtxtReadMemory(parser, (const char *)bytes.data, (int)bytes.length, NULL, NULL, options);
	if (!tree)
		refuse(parser, DIAG_XML_MALFORMED, line_of(parser), NULL);
	xmlFreeParserCtxt(parser);
	if (tree)
		arena_defer(file->arena, free_tree, tree);
	return reading.failed ? NULL : tree;
}

static const char *unit_around(const xmlNode *node)
{
	for (; node && node->type == XML_ELEMENT_NODE; node = node->parent)
		if (xml_has(node, "id") && !xml_is_inline(node))
			return xml_attribute(node, "id", NULL);
	return NULL;
}

static void check_text(const struct xml_file *file, const xmlNode *node, const xmlChar *text)
{
	struct bytes bytes = {text, strlen((const char *)text)};
	struct forbidden found;
	char name[16];

	if (!characters_forbidden(bytes, &found))
		return;
	snprintf(name, sizeof name, "U+%04X", (unsigned)found.code_point);
	diag_add(file->diag, found.code, xml_loc(node), unit_around(node), name, NULL);
}

/* Notes are not printed: what stands in them is the translators' own. */
static void check_characters(const struct xml_file *file, const xmlNode *node)
{
	if (xml_is(node, "note"))
		return;
	for (const xmlAttr *a = node->properties; a; a = a->next)
		if (a->children && a->children->content)
			check_text(file, node, a->children->content);
	for (const xmlNode *child = node->children; child; child = child->next) {
		if (child->type == XML_ELEMENT_NODE)
			check_characters(file, child);
		else if (child->type == XML_TEXT_NODE)
			check_text(file, node, child->content);
	}
}

static bool suspect(struct bytes bytes)
{
	struct forbidden found;
	const unsigned char *p = bytes.data, *end = p + bytes.length;

	while ((p = memchr(p, '&', (size_t)(end - p))) && p[1] != '#')
		p++;
	return p || characters_forbidden(bytes, &found);
}

static bool accept(const struct xml_file *file, struct bytes bytes, xmlDoc *tree)
{
	xmlNode *root = xmlDocGetRootElement(tree);
	size_t failures = diag_count(file->diag, DIAG_ERROR);

	if (tree->encoding && xmlStrcasecmp(tree->encoding, BAD_CAST "UTF-8") != 0) {
		diag_add(file->diag, DIAG_NOT_UTF8, xml_loc(root), NULL, NULL);
		return false;
	}
	if (file->root && !xml_is(root, file->root)) {
		diag_add(file->diag, DIAG_XML_ROOT, xml_loc(root), NULL, (const char *)root->name, file->root,
			 NULL);
		return false;
	}
	if (file->schema != SCHEMA_FOREIGN && suspect(bytes))
		check_characters(file, root);
	return schema_check(file, tree) && diag_count(file->diag, DIAG_ERROR) == failures;
}

xmlNode *xml_read_bytes(const struct xml_file *file, struct bytes bytes)
{
	xmlDoc *tree;

	if (!is_utf8(file, bytes))
		return NULL;
	if (bytes.length >= 3 && memcmp(bytes.data, "\xEF\xBB\xBF", 3) == 0)
		bytes = (struct bytes){bytes.data + 3, bytes.length - 3};
	tree = parse(file, bytes);
	if (!tree)
		return NULL;
	tree->_private = (void *)(uintptr_t)file->path;
	return accept(file, bytes, tree) ? xmlDocGetRootElement(tree) : NULL;
}

xmlNode *xml_read(const struct xml_file *file)
{
	struct bytes bytes = file_read(file->arena, file->diag, file->path, SIZE_LIMIT);

	return bytes.data ? xml_read_bytes(file, bytes) : NULL;
}
