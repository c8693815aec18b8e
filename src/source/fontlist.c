/* Families are read before the rules that name them, wherever they stand in the file. */
#include "source/fontlist.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/vec.h"
#include "source/language.h"
#include "source/style.h"
#include "source/xml.h"

struct directory {
	const char *path, *package;
};

struct reader {
	struct arena *arena;
	struct diag *diag;
	const char *folder; /* of fonts.xml */
	VEC(struct directory) directories;
	VEC(struct family) families;
	VEC(struct font_rule) rules;
	VEC(struct font_override) overrides;
	VEC(struct font_feature) features;
};

bool tag_listed(const char *list, const char *tag)
{
	size_t length = strlen(tag);

	for (const char *p = list; length && (p = strstr(p, tag)); p += length) {
		bool begins = p == list || p[-1] == ' ' || p[-1] == '\n';

		if (begins && (p[length] == '\0' || p[length] == ' ' || p[length] == '\n'))
			return true;
	}
	return false;
}

static const struct family *find_family(const struct reader *reader, const xmlNode *node, const char *name)
{
	const char *id = xml_attribute(node, name, NULL);

	for (size_t i = 0; id && i < reader->families.length; i++)
		if (strcmp(reader->families.data[i].id, id) == 0)
			return &reader->families.data[i];
	if (id)
		diag_add(reader->diag, DIAG_FAMILY_UNKNOWN, xml_loc(node), NULL, id, NULL);
	return NULL;
}

/* A folder is named by the package that fills it; without a name it is the first. */
static const struct directory *find_directory(const struct reader *reader, const char *package)
{
	for (size_t i = 0; i < reader->directories.length; i++)
		if (!package || strcmp(reader->directories.data[i].package, package) == 0)
			return &reader->directories.data[i];
	return NULL;
}

static void read_directory(struct reader *reader, const xmlNode *node)
{
	const char *path = xml_attribute(node, "path", "");

	if (*path != '/')
		path = path_join(reader->arena, reader->folder, path);
	vec_push(reader->arena, &reader->directories,
		 ((struct directory){path, xml_attribute(node, "package", "")}));
}

static void read_file(struct reader *reader, const xmlNode *node, struct family *family)
{
	static const char *const weights[] = {"regular", "bold", NULL};
	const char *package = xml_attribute(node, "package", xml_attribute(node->parent, "package", NULL));
	const struct directory *directory = find_directory(reader, package);
	int weight = xml_choice(reader->diag, node, "weight", weights, WEIGHT_REGULAR), bytes = 0;
	struct font_file *file = &family->files[weight];

	if (!directory) {
		diag_add(reader->diag, DIAG_PACKAGE_UNKNOWN, xml_loc(node), NULL, package ? package : "",
			 NULL);
		return;
	}
	xml_int(reader->diag, node, "face", &file->face);
	xml_int(reader->diag, node, "bytes", &bytes);
	file->path = path_join(reader->arena, directory->path, xml_attribute(node, "name", ""));
	file->package = directory->package;
	file->revision = xml_attribute(node, "revision", NULL);
	file->sha256 = xml_attribute(node, "sha256", NULL);
	file->bytes = bytes;
	file->loc = xml_loc(node);
}

static void read_family(struct reader *reader, const xmlNode *node)
{
	struct family *family = vec_add(reader->arena, &reader->families);

	family->id = xml_attribute(node, "id", "");
	family->name = xml_attribute(node, "name", "");
	family->size = 1000;
	family->line_height = 1250;
	family->ascent = 1000;
	family->descent = 300;
	xml_milli(reader->diag, node, "size", FACTOR_MOST, &family->size);
	xml_milli(reader->diag, node, "line-height", FACTOR_MOST, &family->line_height);
	xml_milli(reader->diag, node, "word-space", 1000, &family->word_space);
	xml_milli(reader->diag, node, "ascent", FACTOR_MOST, &family->ascent);
	xml_milli(reader->diag, node, "descent", FACTOR_MOST, &family->descent);
	for (xmlNode *child = xml_first(node); child; child = xml_next(child))
		read_file(reader, child, family);
}

static void read_rule(struct reader *reader, const xmlNode *node)
{
	struct font_rule rule = {
	    .script = xml_attribute(node, "code", ""),
	    .languages = xml_attribute(node, "languages", ""),
	    .family = find_family(reader, node, "family"),
	    .companion = find_family(reader, node, "companion"),
	};

	rule.style = xml_attribute(node, "style", rule.script);
	xml_yes(reader->diag, node, "compact", &rule.compact);
	vec_push(reader->arena, &reader->rules, rule);
}

static bool parse_range(const char *text, uint32_t *first, uint32_t *last)
{
	char *end;

	*first = *last = (uint32_t)strtoul(text, &end, 16);
	if (end == text)
		return false;
	if (*end == '-')
		*last = (uint32_t)strtoul(end + 1, &end, 16);
	return *end == '\0' && *first <= *last && *last <= 0x10FFFF;
}

static void read_override(struct reader *reader, const xmlNode *node)
{
	struct font_override override = {
	    .script = xml_attribute(node, "scripts", ""),
	    .languages = xml_attribute(node, "languages", ""),
	    .except = xml_attribute(node, "except", ""),
	    .family = find_family(reader, node, "family"),
	};

	if (!parse_range(xml_attribute(node, "range", ""), &override.first, &override.last))
		xml_complain(reader->diag, node, "range", "06F0-06F9");
	vec_push(reader->arena, &reader->overrides, override);
}

static void read_feature(struct reader *reader, const xmlNode *node)
{
	struct font_feature feature = {.languages = xml_attribute(node, "languages", ""), .value = 1};
	const char *tag = xml_attribute(node, "tag", "");
	int value = 1;

	xml_int(reader->diag, node, "value", &value);
	if (strlen(tag) == 4)
		memcpy(feature.tag, tag, 4);
	else
		xml_complain(reader->diag, node, "tag", "locl");
	if (xml_attribute(node, "range", NULL) &&
	    !parse_range(xml_attribute(node, "range", ""), &feature.first, &feature.last))
		xml_complain(reader->diag, node, "range", "014A");
	feature.value = (uint32_t)value;
	vec_push(reader->arena, &reader->features, feature);
}

static void read_all(struct reader *reader, const xmlNode *root)
{
	static const struct {
		const char *name;
		void (*read)(struct reader *reader, const xmlNode *node);
	} kinds[] = {
	    {"directory", read_directory}, {"family", read_family},   {"script", read_rule},
	    {"override", read_override},   {"feature", read_feature},
	};

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		for (xmlNode *node = xml_first(root); node; node = xml_next(node))
			if (xml_is(node, kinds[i].name))
				kinds[i].read(reader, node);
}

/* The rule that says most comes first: for compact settings, for some languages, for all others. */
static int rank(const struct font_rule *rule)
{
	return rule->compact ? 0 : *rule->languages ? 1 : 2;
}

static const struct font_rule *sorted_rules(const struct reader *reader)
{
	struct font_rule *rules = arena_array(reader->arena, reader->rules.length, sizeof *rules);
	size_t count = 0;

	for (int pass = 0; pass < 3; pass++)
		for (size_t i = 0; i < reader->rules.length; i++)
			if (rank(&reader->rules.data[i]) == pass)
				rules[count++] = reader->rules.data[i];
	return rules;
}

const struct font_rule *font_rule_find(const struct fontlist *fontlist, const char *script,
				       const struct language *language)
{
	for (size_t i = 0; i < fontlist->rule_count; i++) {
		const struct font_rule *rule = &fontlist->rules[i];

		if (strcmp(rule->script, script) == 0 && (!rule->compact || language->compact) &&
		    (!*rule->languages || tag_listed(rule->languages, language->tag)))
			return rule;
	}
	return NULL;
}

bool fontlist_load(struct arena *arena, struct diag *diag, const char *path, struct fontlist *fontlist)
{
	struct xml_file file = {arena, diag, schemas_new(arena), path, SCHEMA_FONTS, "fonts"};
	struct reader reader = {.arena = arena, .diag = diag};
	size_t failures = diag_count(diag, DIAG_ERROR);
	xmlNode *root = xml_read(&file);

	if (!root)
		return false;
	reader.folder = arena_format(arena, "%.*s", (int)(path_name(path) - path - 1), path);
	read_all(&reader, root);
	*fontlist = (struct fontlist){
	    .families = reader.families.data,
	    .family_count = reader.families.length,
	    .rules = sorted_rules(&reader),
	    .rule_count = reader.rules.length,
	    .overrides = reader.overrides.data,
	    .override_count = reader.overrides.length,
	    .features = reader.features.data,
	    .feature_count = reader.features.length,
	    .loc = xml_loc(root),
	};
	return diag_count(diag, DIAG_ERROR) == failures;
}
