/* A fact stays a typed span, so that the text layer can write numbers and dates as the language does and isolate what runs the other
 * way; keys that begin with "doc." are filled in from the document itself. */
#include "source/compose_parts.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "source/profile.h"
#include "source/release.h"

struct maker {
	struct composer *composer;
	const struct target *target;
	const struct language *language;
	bool dropped; /* the piece before had no value: its separator goes with it */
	VEC(struct span) spans;
};

static const enum span_kind kinds[] = {
    [FACT_NUMBER] = SPAN_NUMBER, [FACT_PHONE] = SPAN_LITERAL,  [FACT_URL] = SPAN_LITERAL,
    [FACT_MAIL] = SPAN_LITERAL,  [FACT_LAW] = SPAN_NAME,       [FACT_DATE] = SPAN_DATE,
    [FACT_NAME] = SPAN_NAME,     [FACT_STATEMENT] = SPAN_TEXT,
};

static const char *uri_of(struct arena *arena, const struct fact *fact)
{
	if (fact->kind == FACT_PHONE)
		return arena_format(arena, "tel:%s", fact->value);
	if (fact->kind == FACT_MAIL)
		return arena_format(arena, "mailto:%s", fact->value);
	if (fact->kind != FACT_URL)
		return NULL;
	return strstr(fact->value, "://") ? fact->value : arena_format(arena, "https://%s", fact->value);
}

static void add_fact(struct maker *maker, struct span span, const struct piece *piece)
{
	struct composer *composer = maker->composer;
	const struct fact *fact = fact_find(composer->material->facts, piece->key);

	span.kind = kinds[fact->kind];
	span.text = fact_display(fact, piece->form);
	span.fact = fact->key;
	if (!span.uri)
		span.uri = uri_of(composer->arena, fact);
	if (fact->kind == FACT_NAME || fact->kind == FACT_LAW)
		span.language = composer->dutch;
	vec_push(composer->arena, &maker->spans, span);
}

static void fill_title(struct maker *maker, struct span *span)
{
	span->text = maker->composer->document->title;
	span->language = maker->composer->request->language;
	if (span->language != maker->language)
		span->kind = SPAN_NAME;
}

static void fill_language(struct maker *maker, struct span *span)
{
	const struct request *request = maker->composer->request;

	span->kind = SPAN_NAME;
	span->language = maker->composer->dutch;
	span->text = request->language->name_nl;
	if (request->second)
		span->text = arena_format(maker->composer->arena, "%s + %s", request->language->name_nl,
					  request->second->name_nl);
}

static void fill_autonym(struct maker *maker, struct span *span)
{
	span->kind = SPAN_NAME;
	span->language = maker->composer->request->language;
	span->text = span->language->autonym;
}

static void fill_version(struct maker *maker, struct span *span)
{
	span->kind = SPAN_LITERAL;
	span->text = maker->composer->master->version;
}

static void fill_date(struct maker *maker, struct span *span)
{
	span->kind = SPAN_DATE;
	span->text = maker->composer->master->date;
}

static void fill_check_after(struct maker *maker, struct span *span)
{
	if (!maker->composer->master->check_after)
		return;
	span->kind = SPAN_MONTH;
	span->text = maker->composer->master->check_after;
}

static void fill_state(struct maker *maker, struct span *span)
{
	struct composer *composer = maker->composer;
	enum state state = composer->first->state;
	const struct target *string;

	if (composer->second && composer->second->state < state)
		state = composer->second->state;
	state = release_state(state, composer->document->released);
	string = compose_string(composer, arena_format(composer->arena, "state.%s", state_word(state)),
				maker->language, maker->target->loc);
	if (string)
		span->text = compose_plain(composer, string, maker->language);
}

static void fill_page(struct maker *maker, struct span *span)
{
	(void)maker;
	span->kind = SPAN_PAGE;
	span->text = NULL;
}

static void fill_pages(struct maker *maker, struct span *span)
{
	(void)maker;
	span->kind = SPAN_PAGES;
	span->text = NULL;
}

static void fill_edition(struct maker *maker, struct span *span)
{
	span->kind = SPAN_NAME;
	span->language = maker->composer->dutch;
	span->text = maker->composer->request->edition->name_nl;
}

static void fill_code(struct maker *maker, struct span *span)
{
	span->kind = SPAN_LITERAL;
	span->text = maker->composer->document->code;
}

static void fill_publisher(struct maker *maker, struct span *span)
{
	span->kind = SPAN_NAME;
	span->language = maker->composer->dutch;
	span->text = maker->composer->master->publisher;
}

static void fill_contact(struct maker *maker, struct span *span)
{
	span->kind = SPAN_LITERAL;
	span->text = maker->composer->master->contact;
}

static void fill_organisation(struct maker *maker, struct span *span)
{
	span->kind = SPAN_NAME;
	span->language = maker->composer->dutch;
	span->text = maker->composer->request->profile->name;
	maker->composer->organisation = true;
}

static void fill_organisation_phone(struct maker *maker, struct span *span)
{
	const char *phone = maker->composer->request->profile->phone;

	span->kind = SPAN_LITERAL;
	span->text = phone ? phone : "";
}

static void fill_organisation_contact(struct maker *maker, struct span *span)
{
	const char *contact = maker->composer->request->profile->contact;

	span->kind = SPAN_LITERAL;
	span->text = contact ? contact : "";
}

static void fill_licence(struct maker *maker, struct span *span)
{
	span->kind = SPAN_LITERAL;
	span->text = maker->composer->master->licence;
}

static const struct {
	const char *key;
	void (*fill)(struct maker *maker, struct span *span);
} reserved[] = {
    {"doc.title", fill_title},
    {"doc.language", fill_language},
    {"doc.autonym", fill_autonym},
    {"doc.version", fill_version},
    {"doc.date", fill_date},
    {"doc.check-after", fill_check_after},
    {"doc.state", fill_state},
    {"doc.page", fill_page},
    {"doc.pages", fill_pages},
    {"doc.edition", fill_edition},
    {"doc.code", fill_code},
    {"doc.publisher", fill_publisher},
    {"doc.contact", fill_contact},
    {"doc.licence", fill_licence},
    {"doc.organisation", fill_organisation},
    {"doc.organisation.phone", fill_organisation_phone},
    {"doc.organisation.contact", fill_organisation_contact},
};

/* What the document has not leaves no trace. */
static void add_reserved(struct maker *maker, struct span span, const char *key)
{
	span.text = "";
	for (size_t i = 0; i < sizeof reserved / sizeof *reserved; i++)
		if (strcmp(reserved[i].key, key) == 0)
			reserved[i].fill(maker, &span);
	maker->dropped = span.text && !*span.text;
	if (!maker->dropped)
		vec_push(maker->composer->arena, &maker->spans, span);
}

bool compose_answers(const struct composer *composer, const struct target *target)
{
	const struct master *master = composer->master;
	const struct profile *profile = composer->request->profile;
	const struct {
		const char *key, *value;
	} answers[] = {{"doc.publisher", master->publisher},
		       {"doc.contact", master->contact},
		       {"doc.licence", master->licence},
		       {"doc.organisation", profile ? profile->name : NULL}};

	for (size_t i = 0; i < target->words.length; i++)
		for (size_t k = 0; k < sizeof answers / sizeof *answers; k++)
			if (target->words.pieces[i].key && !answers[k].value &&
			    strcmp(target->words.pieces[i].key, answers[k].key) == 0)
				return false;
	return true;
}

static void add_text(struct maker *maker, struct span span)
{
	static const char separator[] = " · ";

	if (maker->dropped && strncmp(span.text, separator, sizeof separator - 1) == 0)
		span.text += sizeof separator - 1;
	maker->dropped = false;
	vec_push(maker->composer->arena, &maker->spans, span);
}

static void add_piece(struct maker *maker, const struct piece *piece)
{
	struct composer *composer = maker->composer;
	struct span span = {.kind = SPAN_TEXT,
			    .text = piece->text,
			    .language = maker->language,
			    .bold = piece->bold,
			    .loc = piece->loc};

	if (piece->link) {
		span.uri = uri_of(composer->arena, fact_find(composer->material->facts, piece->link));
		span.fact = piece->link;
	}
	if (piece->kind == PIECE_TEXT)
		add_text(maker, span);
	else if (key_reserved(piece->key))
		add_reserved(maker, span, piece->key);
	else
		add_fact(maker, span, piece);
}

struct spans compose_spans(struct composer *composer, const struct target *target,
			   const struct language *language)
{
	struct maker maker = {.composer = composer, .target = target, .language = language};

	for (size_t i = 0; i < target->words.length; i++)
		add_piece(&maker, &target->words.pieces[i]);
	return (struct spans){maker.spans.data, maker.spans.length};
}

const char *compose_plain(struct composer *composer, const struct target *target,
			  const struct language *language)
{
	struct spans spans = compose_spans(composer, target, language);
	struct buf buf = buf_new(composer->arena);

	for (size_t i = 0; i < spans.length; i++)
		buf_puts(&buf, spans.data[i].text ? spans.data[i].text : "");
	return buf.data;
}
