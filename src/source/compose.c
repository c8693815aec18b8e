/* One or two translations x template x edition -> document. */
#include "source/compose.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/file.h"
#include "source/compose_parts.h"
#include "source/profile.h"
#include "source/version.h"

static void read_translations(struct composer *composer)
{
	const struct request *request = composer->request;

	if (request->master) {
		composer->first = translation_of_master(
		    composer->arena,
		    &(struct translation_file){.master = request->master, .language = request->language});
		composer->second = request->beside;
		return;
	}
	if (request->translation) {
		struct translation *first = arena_alloc(composer->arena, sizeof *first);

		*first = *request->translation;
		first->language = request->language;
		composer->first = first;
	}
	if (!composer->first)
		composer->first = translation_open(composer->arena, composer->diag, composer->material,
						   request->document, request->language);
	if (request->second)
		composer->second = translation_open(composer->arena, composer->diag, composer->material,
						    request->document, request->second);
}

static const char *template_path(struct arena *arena, const struct material *material, const char *id)
{
	return arena_format(arena, "%s/templates/%s.xml", material->folder, id);
}

/* Two languages have a layout of their own where there is one: sheet-pair.xml beside sheet.xml, sheet-back.xml for back to back. */
static const char *choose_template(struct arena *arena, const struct material *material,
				   const struct master *master, const struct request *request)
{
	const char *id = arena_format(arena, "%s%s", master->template, request->edition->suffix);
	const char *two = arena_format(arena, "%s-%s", id, request->apart ? "back" : "pair");
	bool wanted = request->second && (request->apart || file_exists(template_path(arena, material, two)));

	return wanted ? two : id;
}

bool pair_planned(struct arena *arena, struct diag *diag, const struct material *material,
		  const struct request *request)
{
	const struct master *master = store_master(material->store, diag, request->document);
	const char *id = master ? arena_format(arena, "%s%s-%s", master->template, request->edition->suffix,
					       request->apart ? "back" : "pair")
				: NULL;

	return id && file_exists(template_path(arena, material, id));
}

size_t pages_planned(struct arena *arena, struct diag *diag, const struct material *material,
		     const struct request *request)
{
	const struct master *master = store_master(material->store, diag, request->document);
	const char *id = master ? choose_template(arena, material, master, request) : NULL;
	const struct template *template = NULL;

	if (id && file_exists(template_path(arena, material, id)))
		template = store_template(material->store, diag, id, master->loc);
	return template ? template->page_count : 0;
}

static bool read_material(struct composer *composer)
{
	const struct request *request = composer->request;
	struct store *store = composer->material->store;
	const struct master *master =
	    request->master ? request->master : store_master(store, composer->diag, request->document);

	if (!master)
		return false;
	composer->master = master;
	read_translations(composer);
	composer->template = store_template(
	    store, composer->diag, choose_template(composer->arena, composer->material, master, request),
	    master->loc);
	return composer->template && composer->first && (composer->second || !request->second);
}

static const char *stem_of(struct arena *arena, const struct request *request, const char *code)
{
	const struct edition *edition = request->edition;
	const char *name = edition->stem ? edition->stem : request->document;
	struct buf stem = buf_new(arena);

	buf_printf(&stem, "%s-%s", name, request->language->tag);
	for (size_t i = 0; i < request->other_count; i++)
		buf_printf(&stem, "+%s", request->others[i]->tag);
	if (request->second)
		buf_printf(&stem, "+%s", request->second->tag);
	buf_printf(&stem, "-%s%s%s%s", edition->discreet ? code : edition->id, edition->grey ? "-grey" : "",
		   request->apart ? "-back" : "", request->guides ? "-guides" : "");
	return stem.data;
}

/* The unit that an edition takes its title from, or the document's own. */
static const struct target *title_of(struct composer *composer)
{
	const struct edition *edition = composer->request->edition;
	const struct unit *unit = edition->title ? unit_find(composer->master, edition->title) : NULL;

	if (edition->title && !unit)
		diag_add(composer->diag, DIAG_UNIT_ABSENT, edition->loc, NULL, edition->title,
			 composer->master->id, NULL);
	for (size_t i = 0; unit && i < unit->source.length; i++)
		if (unit->source.pieces[i].kind == PIECE_FACT)
			diag_add(composer->diag, DIAG_FACT_PLAIN, edition->loc, unit->id,
				 unit->source.pieces[i].key, NULL);
	return &composer->first->targets[unit ? unit->index : 0];
}

/* A paper in two languages bears the codes of both texts. */
static const char *code_of(struct composer *composer)
{
	const struct facts *facts = composer->material->facts;
	const char *code = version_code(composer->arena, composer->first, facts);

	if (!composer->second)
		return code;
	return arena_format(composer->arena, "%s + %s", code,
			    version_code(composer->arena, composer->second, facts));
}

static void describe(struct composer *composer)
{
	const struct request *request = composer->request;
	const struct edition *edition = request->edition;
	struct document *document = composer->document;

	document->id = composer->master->id;
	document->version = composer->master->version;
	document->date = composer->master->date;
	document->language = request->language;
	document->second = request->second;
	document->edition = edition;
	document->duplex = request->duplex;
	if (request->duplex == DUPLEX_UNSAID && edition->duplex)
		document->duplex = DUPLEX_LONG;
	document->output_intent = request->output_intent;
	document->keywords = "";
	document->code = code_of(composer);
	document->stem = stem_of(composer->arena, request,
				 version_code(composer->arena, composer->first, composer->material->facts));
	document->min_scale = edition->min_scale ? edition->min_scale : composer->template->min_scale;
	document->max_scale = edition->max_scale ? edition->max_scale : composer->template->max_scale;
	document->stretch = composer->template->stretch;
	document->loc = composer->first->loc;
	document->released = request->master ? request->release : compose_released(composer);
	if (!request->master && !request->release)
		compose_recalls(composer);
	if (request->stamp && !document->released)
		diag_add(composer->diag, DIAG_STAMP_DRAFT, document->loc, NULL, NULL);
	if (request->profile && request->profile->logo && !document->released)
		diag_add(composer->diag, DIAG_LOGO_DRAFT, document->loc, NULL, NULL);
	document->title = compose_plain(composer, title_of(composer), request->language);
	document->subject = document->title;
}

/* A template names the style of the numbers; else it is the theme's "number", and where there is none, none are printed. */
static void choose_number_style(struct composer *composer)
{
	const char *id = composer->template->number_style;

	if (id || style_find(composer->material->theme, "number"))
		composer->document->number_style = compose_style(
		    composer, id ? id : "number", composer->request->language, -1, composer->template->loc);
}

/* In an edition with little room, and back to back, where each language has one page for what the other says on one, the
 * languages of the document are in their compact form. */
static const struct request *adapt(struct composer *composer, const struct request *request)
{
	struct request *copy = arena_alloc(composer->arena, sizeof *copy);

	*copy = *request;
	if (request->language != composer->dutch)
		copy->language = request->language->compact_form;
	if (request->second && request->second != composer->dutch)
		copy->second = request->second->compact_form;
	return copy;
}

const struct document *compose(struct arena *arena, struct diag *diag, const struct material *material,
			       const struct request *request)
{
	struct composer composer = {.arena = arena, .diag = diag, .material = material, .request = request};
	size_t failures = diag_count(diag, DIAG_ERROR);
	struct document *document = composer.document = arena_alloc(arena, sizeof *document);

	composer.dutch = language_find(&material->languages, "nl");
	if (!composer.dutch)
		diag_add(diag, DIAG_DUTCH_MISSING, (struct loc){material->folder, 0}, NULL, NULL);
	if (!composer.dutch)
		return NULL;
	if (request->edition->compact || request->apart)
		composer.request = request = adapt(&composer, request);
	if (!read_material(&composer))
		return NULL;
	describe(&composer);
	choose_number_style(&composer);
	if (request->guides)
		document->guide_style =
		    compose_style(&composer, "guide", composer.dutch, -1, composer.template->loc);
	compose_flows(&composer);
	compose_pages(&composer);
	if (request->profile && !request->stamp && !composer.organisation)
		diag_add(diag, DIAG_PROFILE_PLACELESS, composer.template->loc, NULL, composer.template->id,
			 NULL);
	document->flows = composer.flows.data;
	document->flow_count = composer.flows.length;
	document->blocks = composer.blocks.data;
	document->block_count = composer.blocks.length;
	return diag_count(diag, DIAG_ERROR) == failures ? document : NULL;
}
