/* Elements and attributes, with the sentences for a value that is not what its place expects. */
#include "source/xml.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "source/words.h"

struct loc xml_loc(const xmlNode *node)
{
	return (struct loc){node->doc->_private, (int)xmlGetLineNo(node)};
}

bool xml_is(const xmlNode *node, const char *name)
{
	return node && node->type == XML_ELEMENT_NODE && strcmp((const char *)node->name, name) == 0;
}

bool xml_is_inline(const xmlNode *node)
{
	static const char *const names[] = {"pc", "ph", "mrk", "sm", "em", "sc", "ec", "cp"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (xml_is(node, names[i]))
			return true;
	return false;
}

static xmlNode *element_from(xmlNode *node)
{
	while (node && node->type != XML_ELEMENT_NODE)
		node = node->next;
	return node;
}

xmlNode *xml_first(const xmlNode *node)
{
	return element_from(node->children);
}

xmlNode *xml_next(const xmlNode *node)
{
	return element_from(node->next);
}

static bool is_collapsed(const char *text)
{
	return *text != ' ' && !strpbrk(text, "\t\r\n") && !strstr(text, "  ") &&
	       text[strlen(text) - 1] != ' ';
}

const char *xml_text(struct arena *arena, xmlNode *node)
{
	const xmlNode *only = node->children;
	struct words_maker maker = words_begin(arena);
	struct words words;

	if (only && !only->next && only->type == XML_TEXT_NODE && *only->content &&
	    is_collapsed((const char *)only->content))
		return (const char *)only->content;
	for (xmlNode *child = node->children; child; child = child->next)
		if (child->type == XML_TEXT_NODE)
			words_text(&maker, (const char *)child->content, xml_loc(node));
	words = words_end(&maker);
	return words.length ? words.pieces[0].text : "";
}

static const xmlAttr *attribute(const xmlNode *node, const char *name)
{
	const xmlAttr *a = node->properties;

	while (a && (a->ns || strcmp((const char *)a->name, name) != 0))
		a = a->next;
	return a;
}

const char *xml_attribute(const xmlNode *node, const char *name, const char *fallback)
{
	const xmlAttr *a = attribute(node, name);

	if (!a)
		return fallback;
	return a->children ? (const char *)a->children->content : "";
}

bool xml_has(const xmlNode *node, const char *name)
{
	return attribute(node, name) != NULL;
}

void xml_complain(struct diag *diag, const xmlNode *node, const char *name, const char *expected)
{
	diag_add(diag, DIAG_ATTRIBUTE_VALUE, xml_loc(node), NULL, name, xml_attribute(node, name, ""),
		 expected, NULL);
}

void xml_length(struct diag *diag, const xmlNode *node, const char *name, length_t *value)
{
	const char *text = xml_attribute(node, name, NULL);

	if (text && !length_parse(text, value))
		xml_complain(diag, node, name, "12mm, 3.5pt");
}

void xml_milli(struct diag *diag, const xmlNode *node, const char *name, int most, int32_t *value)
{
	const char *text = xml_attribute(node, name, NULL);
	int32_t read = *value;
	char expected[40];
	bool sound = !text || milli_parse(text, &read);

	if (read <= most * 1000 && read >= -most * 1000)
		*value = read;
	else
		sound = false;
	snprintf(expected, sizeof expected, "0 ... %d", most);
	if (!sound)
		xml_complain(diag, node, name, expected);
}

void xml_int(struct diag *diag, const xmlNode *node, const char *name, int *value)
{
	const char *text = xml_attribute(node, name, NULL);
	char *end;
	long number;

	if (!text)
		return;
	number = strtol(text, &end, 10);
	if (end == text || *end || number < 0 || number > 100000000)
		xml_complain(diag, node, name, "0, 1, 2");
	else
		*value = (int)number;
}

int xml_choice(struct diag *diag, const xmlNode *node, const char *name, const char *const *words,
	       int fallback)
{
	const char *text = xml_attribute(node, name, NULL);
	char expected[200] = "";

	for (int i = 0; text && words[i]; i++)
		if (strcmp(text, words[i]) == 0)
			return i;
	if (!text)
		return fallback;
	for (int i = 0; words[i]; i++) {
		size_t used = strlen(expected);

		snprintf(expected + used, sizeof expected - used, "%s%s", i ? ", " : "", words[i]);
	}
	xml_complain(diag, node, name, expected);
	return fallback;
}

void xml_yes(struct diag *diag, const xmlNode *node, const char *name, bool *value)
{
	static const char *const words[] = {"no", "yes", NULL};

	*value = xml_choice(diag, node, name, words, *value) == 1;
}
