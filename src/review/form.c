/* The page is form/form.html, filled in; its script is allowed by its hash alone (CSP Level 3, 6.7.2). What people wrote is in it as
 * JSON without a "<", so that nothing in it can end the element that it stands in (HTML Living Standard, 4.12.1.3). */
#include "review/form.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/json.h"
#include "base/vec.h"
#include "review/chip.h"
#include "review/form_text.h"
#include "review/html.h"
#include "source/digest.h"

/* A placeholder, or an end of a link: LINK_NONE for the first. */
enum link_end { LINK_NONE, LINK_START, LINK_END };

struct chip {
	const struct piece *piece;
	const char *link; /* key */
	enum link_end end;
};

struct form {
	struct arena *arena;
	struct json json;
	const struct offer *offer;
	VEC(struct chip) chips; /* of the unit that is written */
};

static bool same(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_chip(const struct chip *a, const struct chip *b)
{
	if (a->end != b->end || !same(a->link, b->link))
		return false;
	return a->end || (same(a->piece->key, b->piece->key) && same(a->piece->form, b->piece->form));
}

/* The number of a chip; one that is new is entered, so that what a target has too much can be shown, too. */
static size_t chip_index(struct form *form, struct chip chip)
{
	for (size_t i = 0; i < form->chips.length; i++)
		if (same_chip(&form->chips.data[i], &chip))
			return i;
	vec_push(form->arena, &form->chips, chip);
	return form->chips.length - 1;
}

static void add_chip(struct form *form, struct chip chip, bool bold)
{
	json_object(&form->json, NULL);
	json_number(&form->json, "chip", (long)chip_index(form, chip));
	json_bool(&form->json, "bold", bold);
	json_close(&form->json, '}');
}

static void add_link_ends(struct form *form, const char *before, const char *now)
{
	if (before && !same(before, now))
		add_chip(form, (struct chip){.link = before, .end = LINK_END}, false);
	if (now && !same(before, now))
		add_chip(form, (struct chip){.link = now, .end = LINK_START}, false);
}

static void add_words(struct form *form, const char *name, struct words words)
{
	const char *link = NULL;

	json_array(&form->json, name);
	for (size_t i = 0; i < words.length; i++) {
		const struct piece *piece = &words.pieces[i];

		add_link_ends(form, link, piece->link);
		link = piece->link;
		if (piece->kind == PIECE_FACT) {
			add_chip(form, (struct chip){.piece = piece}, piece->bold);
			continue;
		}
		json_object(&form->json, NULL);
		json_string(&form->json, "text", piece->text);
		json_bool(&form->json, "bold", piece->bold);
		json_close(&form->json, '}');
	}
	add_link_ends(form, link, NULL);
	json_close(&form->json, ']');
}

static const char *kind_of(const struct facts *facts, const char *key)
{
	const struct fact *fact = fact_find(facts, key);

	return fact ? fact_kind_word(fact->kind) : "text";
}

static void describe_link(struct form *form, const struct chip *chip)
{
	const struct facts *facts = form->offer->facts;
	const struct piece piece = {.kind = PIECE_FACT, .key = chip->link, .form = ""};
	const char *shown = piece_shown(form->arena, facts, &piece);
	bool start = chip->end == LINK_START;

	json_string(&form->json, "id", chip->link);
	json_string(&form->json, "kind", kind_of(facts, chip->link));
	json_string(&form->json, "name", chip_of_link(form->arena, chip->link, start));
	json_string(&form->json, "shown", arena_format(form->arena, start ? "[ %s" : "%s ]", shown));
	json_string(&form->json, "link", start ? "start" : "end");
}

static void describe_fact(struct form *form, const struct piece *piece)
{
	const struct facts *facts = form->offer->facts;

	json_string(&form->json, "id",
		    *piece->form ? arena_format(form->arena, "%s:%s", piece->key, piece->form) : piece->key);
	json_string(&form->json, "kind", kind_of(facts, piece->key));
	json_string(&form->json, "name", chip_of_fact(form->arena, facts, piece));
	json_string(&form->json, "shown", piece_shown(form->arena, facts, piece));
}

static void add_chips(struct form *form)
{
	json_array(&form->json, "chips");
	for (size_t i = 0; i < form->chips.length; i++) {
		json_object(&form->json, NULL);
		if (form->chips.data[i].end)
			describe_link(form, &form->chips.data[i]);
		else
			describe_fact(form, form->chips.data[i].piece);
		json_close(&form->json, '}');
	}
	json_close(&form->json, ']');
}

/* How long a translation may be before it is wondered at: half as long again as the Dutch and a little, in characters. Whether it
 * fits, only the layout knows. */
static long limit_of(const struct form *form, struct words words)
{
	long count = 0;

	for (size_t i = 0; i < words.length; i++) {
		const struct piece *piece = &words.pieces[i];
		const char *text = piece->kind == PIECE_FACT
				       ? piece_shown(form->arena, form->offer->facts, piece)
				       : piece->text;

		for (; *text; text++)
			count += ((unsigned char)*text & 0xC0) != 0x80;
	}
	return count * 3 / 2 + 25;
}

static void add_unit(struct form *form, const struct offered *offered)
{
	struct json *json = &form->json;

	form->chips.length = 0;
	json_object(json, NULL);
	json_string(json, "id", offered->unit->id);
	json_string(json, "kind", unit_kind_word(offered->unit->kind));
	json_string(json, "note", offered->unit->note);
	json_string(json, "previous", offered->previous);
	json_string(json, "base", offered->base);
	json_string(json, "state", state_word(offered->state));
	json_number(json, "limit", limit_of(form, offered->unit->source));
	add_words(form, "source", offered->unit->source);
	add_words(form, "reference", offered->reference);
	add_words(form, "target", offered->target);
	add_chips(form);
	json_array(json, "questions");
	for (size_t i = 0; i < offered->question_count; i++)
		json_string(json, NULL, offered->questions[i]);
	json_close(json, ']');
	json_close(json, '}');
}

static void add_language(struct json *json, const struct language *language)
{
	json_string(json, "tag", language->tag);
	json_string(json, "dir", language->direction == DIRECTION_RTL ? "rtl" : "ltr");
	json_string(json, "autonym", language->autonym);
}

static const char *make_data(struct arena *arena, const struct offer *offer)
{
	struct buf buf = buf_new(arena), safe = buf_new(arena);
	struct form form = {.arena = arena, .json = json_new(&buf), .offer = offer};
	struct json *json = &form.json;

	json_object(json, NULL);
	json_string(json, "document", offer->document);
	add_language(json, offer->language);
	if (offer->reference) {
		json_object(json, "reference");
		add_language(json, offer->reference);
		json_close(json, '}');
	}
	json_array(json, "units");
	for (size_t i = 0; i < offer->length; i++)
		add_unit(&form, &offer->units[i]);
	json_close(json, ']');
	json_close(json, '}');
	for (const char *p = buf.data; *p; p++)
		*p == '<' ? buf_puts(&safe, "\\u003c") : buf_putc(&safe, *p);
	return safe.data;
}

static const char *escaped(struct arena *arena, const char *text)
{
	struct buf buf = buf_new(arena);

	html_escape(&buf, text);
	return buf.data;
}

static const char *text_of(struct arena *arena, struct bytes bytes)
{
	return arena_copy(arena, (const char *)bytes.data, bytes.length);
}

/* What stands for @NAME@ in the template. */
struct filling {
	const char *name, *text;
};

static void fill(struct buf *buf, const char *template, const struct filling *fillings)
{
	while (*template) {
		const struct filling *filling = fillings;
		size_t length = strcspn(template + 1, "@");

		while (*template == '@' && filling->name &&
		       (strlen(filling->name) != length || strncmp(filling->name, template + 1, length) != 0))
			filling++;
		if (*template == '@' && filling->name) {
			buf_puts(buf, filling->text);
			template += length + 2;
		} else {
			buf_putc(buf, *template ++);
		}
	}
}

struct bytes form_write(struct arena *arena, const struct offer *offer)
{
	const struct language *language = offer->language;
	const char *title =
	    arena_format(arena, "%s: %s / %s", offer->document, language->name_nl, language->name_en);
	const struct filling fillings[] = {
	    {"UI", offer->reference && strcmp(offer->reference->tag, "en") == 0 ? "en" : "nl"},
	    {"TITLE", escaped(arena, title)},
	    {"SCRIPT_HASH", digest_base64(arena, form_js)},
	    {"STYLE_HASH", digest_base64(arena, form_css)},
	    {"SCRIPT", text_of(arena, form_js)},
	    {"STYLE", text_of(arena, form_css)},
	    {"DATA", make_data(arena, offer)},
	    {0},
	};
	struct buf buf = buf_new(arena);

	fill(&buf, text_of(arena, form_html), fillings);
	return (struct bytes){(const unsigned char *)buf.data, buf.length};
}
