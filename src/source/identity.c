/* The root's name tells the kind, whose own reader then says what is wrong with the rest. */
#include "source/identity.h"

#include "base/arena.h"
#include "source/xml.h"

static const char *const roots[] = {
    [FILE_TRANSLATION] = "xliff", [FILE_MASTER] = "document",     [FILE_STRINGS] = "strings",
    [FILE_FACTS] = "facts",       [FILE_LANGUAGES] = "languages", [FILE_GLOSSARY] = "glossary",
    [FILE_TEMPLATE] = "template", [FILE_THEME] = "theme",         [FILE_EDITIONS] = "editions",
    [FILE_FONTS] = "fonts",       [FILE_ARTWORK] = "svg",
};

static const char *document_of(const xmlNode *root, enum file_kind kind)
{
	if (kind == FILE_MASTER || kind == FILE_STRINGS)
		return xml_attribute(root, "id", "");
	for (const xmlNode *node = xml_first(root); kind == FILE_TRANSLATION && node; node = xml_next(node))
		if (xml_is(node, "file"))
			return xml_attribute(node, "id", "");
	return "";
}

bool identity_read(struct arena *arena, struct diag *diag, const char *path, struct identity *identity)
{
	const xmlNode *root = xml_read(&(struct xml_file){.arena = arena, .diag = diag, .path = path});

	if (!root)
		return false;
	identity->kind = FILE_OTHER;
	for (int i = 0; i < FILE_OTHER; i++)
		if (xml_is(root, roots[i]))
			identity->kind = (enum file_kind)i;
	identity->document = document_of(root, identity->kind);
	identity->language =
	    xml_attribute(root, identity->kind == FILE_TRANSLATION ? "trgLang" : "language", "");
	return true;
}
