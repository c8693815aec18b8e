/* The theme's colours as custom properties, so that the site and the paper are one; and fonts for the scripts that many telephones draw as
 * boxes, cut down to the letters that stand on the pages. */
#include "site/pages.h"

#include <string.h>

#include "base/arena.h"
#include "site/asset.h"
#include "site/woff2.h"
#include "source/theme.h"

/* Scripts that Android and iOS have drawn for ten years. */
static const char common[] = "Latn Cyrl Grek Arab Hebr Deva Beng Taml Thai Geor Armn";

bool site_brings_font(const char *script)
{
	return !tag_listed(common, script);
}

static void add_colors(struct buf *buf, const struct theme *theme)
{
	buf_puts(buf, ":root{");
	for (size_t i = 0; i < theme->color_count; i++)
		buf_printf(buf, "--%s:#%02x%02x%02x;", theme->colors[i].id, theme->colors[i].rgb[0],
			   theme->colors[i].rgb[1], theme->colors[i].rgb[2]);
	buf_puts(buf, "}\n");
}

/* One weight of a script's family; a family without a bold is made bold by the browser. */
static void add_face(struct site *site, struct buf *buf, const char *script, const struct family *family,
		     enum weight weight)
{
	const struct font *font = fontset_open(site->fontset, site->diag, family, weight);
	const char *path =
	    arena_format(site->arena, "s/%s%s.woff2", script, weight == WEIGHT_BOLD ? "-b" : "");
	struct bytes bytes = {NULL, 0};

	if (font)
		bytes = webfont_make(site->arena, site->diag, font, site->letters);
	bytes = bytes.data ? woff2_pack(site->arena, bytes) : bytes;
	if (!bytes.data || !output_put(site->output, path, bytes))
		return;
	buf_printf(buf,
		   "@font-face{font-family:\"v-%s\";font-weight:%d;font-display:swap;src:url(\"%s\") "
		   "format(\"woff2\")}\n",
		   script, weight == WEIGHT_BOLD ? 700 : 400, path + 2);
}

static void add_script(struct site *site, struct buf *buf, const struct language *language)
{
	const struct font_rule *rule = font_rule_find(&site->material->fonts, language->script, language);

	if (!rule)
		return;
	add_face(site, buf, language->script, rule->family, WEIGHT_REGULAR);
	if (rule->family->files[WEIGHT_BOLD].path)
		add_face(site, buf, language->script, rule->family, WEIGHT_BOLD);
	buf_printf(buf, ".s-%s{font-family:system-ui,sans-serif,\"v-%s\"}\n", language->script,
		   language->script);
}

/* Urdu stands in Nastaliq where the device has it, with the line height that it asks for. It is not sent along: with its 102 KB a page would
 * weigh 158. */
static void add_own_style(struct site *site, struct buf *buf, const struct language *language)
{
	const struct font_rule *rule = font_rule_find(&site->material->fonts, language->script, language);

	if (rule && strcmp(rule->style, language->script) != 0)
		buf_printf(buf,
			   ":root:lang(%s){--lines:normal}\n:root:lang(%s) "
			   "body{font-family:\"%s\",\"Urdu Typesetting\",system-ui,sans-serif}\n",
			   language->tag, language->tag, rule->family->name);
}

/* Whether a language before this one has the same script. */
static bool script_done(const struct languages *languages, size_t index)
{
	for (size_t i = 0; i < index; i++)
		if (strcmp(languages->data[i].script, languages->data[index].script) == 0)
			return true;
	return false;
}

static void add_asset(struct buf *buf, const char *name)
{
	for (size_t i = 0; i < asset_count; i++)
		if (strcmp(assets[i].name, name) == 0)
			buf_add(buf, assets[i].bytes.data, assets[i].bytes.length);
}

static void put_icon(struct site *site)
{
	const struct color *accent = color_find(site->material->theme, "accent");
	const uint8_t *rgb = accent ? accent->rgb : (const uint8_t[]){0, 0, 0};
	const char *icon =
	    arena_format(site->arena,
			 "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect "
			 "width=\"32\" height=\"32\" rx=\"7\" fill=\"#%02x%02x%02x\"/></svg>\n",
			 rgb[0], rgb[1], rgb[2]);

	output_put(site->output, "s/icon.svg", (struct bytes){(const unsigned char *)icon, strlen(icon)});
}

void site_style(struct site *site)
{
	const struct languages *languages = &site->material->languages;
	struct buf buf = buf_new(site->arena);

	add_colors(&buf, site->material->theme);
	add_asset(&buf, "site.css");
	for (size_t i = 0; i < languages->length; i++)
		if (site_brings_font(languages->data[i].script) && !script_done(languages, i))
			add_script(site, &buf, &languages->data[i]);
	for (size_t i = 0; i < languages->length; i++)
		add_own_style(site, &buf, &languages->data[i]);
	output_put(site->output, "s/site.css", (struct bytes){(const unsigned char *)buf.data, buf.length});
	for (size_t i = 0; i < asset_count; i++)
		if (strstr(assets[i].name, ".js"))
			output_put(site->output, arena_format(site->arena, "s/%s", assets[i].name),
				   assets[i].bytes);
	put_icon(site);
}
