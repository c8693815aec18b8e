/* One element each; what is absent takes the plainest meaning. */
#include "source/edition.h"

#include <string.h>

#include "base/arena.h"
#include "source/editions.h"
#include "source/fontlist.h"
#include "source/sheet.h"
#include "source/xml.h"

enum { PICTURE_MOST = 4000 };

static const char *const color_words[] = {
    [COLOR_SCREEN] = "screen", [COLOR_CMYK] = "cmyk", [COLOR_GREY] = "grey", [COLOR_GREY + 1] = NULL};

static void read_page(struct arena *arena, struct diag *diag, const xmlNode *node, struct edition *edition)
{
	const char *page = xml_attribute(node, "page", ""), *space = strchr(page, ' ');
	const char *width = space ? arena_copy(arena, page, (size_t)(space - page)) : "";

	if (!space || !length_parse(width, &edition->width) || !length_parse(space + 1, &edition->height) ||
	    edition->width <= 0 || edition->height <= 0)
		xml_complain(diag, node, "page", "210mm 297mm");
}

static unsigned read_claims(struct diag *diag, const xmlNode *node)
{
	static const struct {
		const char *word;
		enum claim claim;
	} claims[] = {{"ua1", CLAIM_UA1}, {"a2a", CLAIM_A2A}, {"x4", CLAIM_X4}};
	const char *text = xml_attribute(node, "claims", "");
	size_t length = 0;
	unsigned bits = 0;

	for (size_t i = 0; i < sizeof claims / sizeof *claims; i++) {
		if (!tag_listed(text, claims[i].word))
			continue;
		bits |= claims[i].claim;
		length += strlen(claims[i].word) + (length > 0);
	}
	if (length != strlen(text))
		xml_complain(diag, node, "claims", "ua1 a2a x4");
	return bits;
}

static void read_floors(struct arena *arena, struct diag *diag, const xmlNode *node, struct edition *edition)
{
	struct floor *floors =
	    arena_array(arena, xmlChildElementCount((xmlNode *)(uintptr_t)node), sizeof *floors);

	edition->floors = floors;
	for (xmlNode *child = xml_first(node); child; child = xml_next(child)) {
		struct floor *floor = &floors[edition->floor_count];

		if (!xml_is(child, "floor"))
			continue;
		edition->floor_count++;
		floor->styles = xml_attribute(child, "styles", "");
		floor->script = xml_attribute(child, "script", "");
		xml_milli(diag, child, "size", SIZE_MOST, &floor->size);
	}
}

static struct edition read_edition(struct arena *arena, struct diag *diag, const xmlNode *node)
{
	static const char *const sides[] = {"1", "2", NULL};
	struct edition edition = {
	    .id = xml_attribute(node, "id", ""),
	    .name_nl = xml_attribute(node, "name-nl", ""),
	    .name_en = xml_attribute(node, "name-en", ""),
	    .suffix = xml_attribute(node, "template-suffix", ""),
	    .documents = xml_attribute(node, "documents", ""),
	    .templates = xml_attribute(node, "templates", ""),
	    .languages = xml_attribute(node, "languages", ""),
	    .color_space = (enum color_space)xml_choice(diag, node, "color", color_words, COLOR_SCREEN),
	    .duplex = xml_choice(diag, node, "sides", sides, 0) == 1,
	    .stem = xml_attribute(node, "stem", NULL),
	    .title = xml_attribute(node, "title", NULL),
	    .claims = read_claims(diag, node),
	    .text_color = xml_attribute(node, "text-color", NULL),
	    .loc = xml_loc(node),
	};

	read_page(arena, diag, node, &edition);
	xml_length(diag, node, "safe", &edition.safe);
	xml_length(diag, node, "bleed", &edition.bleed);
	xml_milli(diag, node, "min-scale", SCALE_MOST, &edition.min_scale);
	xml_milli(diag, node, "max-scale", SCALE_MOST, &edition.max_scale);
	xml_int(diag, node, "picture", &edition.picture);
	if (edition.picture < 0 || edition.picture > PICTURE_MOST)
		xml_complain(diag, node, "picture", "1080");
	xml_yes(diag, node, "tagged", &edition.tagged);
	xml_yes(diag, node, "links", &edition.links);
	xml_yes(diag, node, "outline", &edition.outline);
	xml_yes(diag, node, "compact", &edition.compact);
	xml_yes(diag, node, "discreet", &edition.discreet);
	if (edition.discreet && (!edition.stem || !edition.title || edition.tagged || edition.outline))
		xml_complain(diag, node, "discreet", "yes, with stem and title, without tagged and outline");
	if (edition.claims & CLAIM_X4 && (edition.color_space == COLOR_SCREEN || edition.bleed <= 0))
		xml_complain(diag, node, "claims", "x4, with color=\"cmyk\" and bleed=\"3mm\"");
	read_floors(arena, diag, node, &edition);
	edition.sheet = sheet_read(arena, diag, node, &edition);
	return edition;
}

bool editions_load(struct arena *arena, struct diag *diag, struct schemas *schemas, const char *path,
		   struct editions *editions)
{
	struct xml_file file = {arena, diag, schemas, path, SCHEMA_TEMPLATE, "editions"};
	size_t failures = diag_count(diag, DIAG_ERROR);
	xmlNode *root = xml_read(&file);
	struct edition *data;

	if (!root)
		return false;
	editions->length = 0;
	editions->data = data = arena_array(arena, xmlChildElementCount(root), sizeof *data);
	for (xmlNode *node = xml_first(root); node; node = xml_next(node)) {
		data[editions->length] = read_edition(arena, diag, node);
		for (size_t i = 0; i < editions->length; i++)
			if (strcmp(data[i].id, data[editions->length].id) == 0 &&
			    strcmp(data[i].templates, data[editions->length].templates) == 0)
				diag_add(diag, DIAG_ID_DOUBLED, xml_loc(node), NULL, data[i].id, NULL);
		editions->length++;
	}
	return diag_count(diag, DIAG_ERROR) == failures;
}
