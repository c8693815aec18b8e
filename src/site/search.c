/* The keys that the search looks through, as a classic script: a page from a disk can fetch nothing. Names in Latin letters without marks, beside
 * what they are in their own script. */
#include "site/pages.h"

#include <string.h>

#include "base/arena.h"
#include "base/json.h"
#include "text/collate.h"
#include "text/names.h"

static const char *const locales[] = {"nl", "en"};

static void add_key(struct json *json, struct arena *arena, const char *name)
{
	const char *latin = collate_latin(arena, name), *folded = collate_fold(arena, name);

	if (*latin)
		json_string(json, NULL, latin);
	if (*folded && strcmp(folded, latin) != 0)
		json_string(json, NULL, folded);
}

/* A name, and what stands in brackets in it, apart: "Sorani (Koerdisch)". */
static void add_name(struct json *json, struct arena *arena, const char *name)
{
	const char *open = strchr(name, '('), *close = open ? strchr(open, ')') : NULL;

	if (!close) {
		add_key(json, arena, name);
		return;
	}
	add_key(json, arena, arena_copy(arena, name, (size_t)(open - name)));
	add_key(json, arena, arena_copy(arena, open + 1, (size_t)(close - open - 1)));
}

static void add_list(struct json *json, struct arena *arena, const char *list, const char *separator)
{
	char *rest = arena_string(arena, list);

	for (char *part = strsep(&rest, separator); part; part = strsep(&rest, separator))
		add_key(json, arena, part);
}

static void add_names(struct json *json, struct arena *arena, const struct language *language)
{
	json_array(json, "namen");
	add_name(json, arena, language->name_nl);
	add_name(json, arena, language->name_en);
	add_name(json, arena, language->autonym);
	for (size_t i = 0; i < sizeof locales / sizeof *locales; i++)
		add_name(json, arena, name_of_language(arena, language->tag, locales[i]));
	add_name(json, arena, name_of_language(arena, language->tag, language->locale));
	add_list(json, arena, language->also, ";");
	add_key(json, arena, language->tag);
	add_list(json, arena, language->aliases, " ");
	json_close(json, ']');
}

static void add_countries(struct json *json, struct arena *arena, const struct language *language)
{
	char *rest = arena_string(arena, language->countries);

	json_array(json, "landen");
	for (char *code = strsep(&rest, " "); code; code = strsep(&rest, " ")) {
		if (!*code)
			continue;
		json_array(json, NULL);
		for (size_t i = 0; i < sizeof locales / sizeof *locales; i++) {
			add_key(json, arena, name_of_country(arena, code, locales[i]));
			add_key(json, arena, variant_of_country(arena, code, locales[i]));
		}
		add_key(json, arena, name_of_country(arena, code, language->locale));
		json_close(json, ']');
	}
	json_close(json, ']');
}

void search_names(struct site *site)
{
	const struct languages *languages = &site->material->languages;
	struct buf buf = buf_new(site->arena);
	struct json json;

	buf_puts(&buf, "var talen = ");
	json = json_new(&buf);
	json_array(&json, NULL);
	for (size_t i = 0; i < languages->length; i++) {
		json_object(&json, NULL);
		json_string(&json, "id", languages->data[i].tag);
		add_names(&json, site->arena, &languages->data[i]);
		add_countries(&json, site->arena, &languages->data[i]);
		json_close(&json, '}');
	}
	json_close(&json, ']');
	output_put(site->output, "s/namen.js", (struct bytes){(const unsigned char *)buf.data, buf.length});
}
