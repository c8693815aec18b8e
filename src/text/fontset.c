/* Everything is opened when it is first needed, for most runs need one script and few of ICU's services. */
#include "text/fontset.h"

#include <string.h>
#include <unicode/uloc.h>

#include "base/arena.h"
#include "base/diag.h"
#include "text/unicode.h"

static void scratch_free(void *object)
{
	arena_free(object);
}

static void buffer_close(void *object)
{
	hb_buffer_destroy(object);
}

static void bidi_close(void *object)
{
	ubidi_close(object);
}

static void breaker_close(void *object)
{
	ubrk_close(object);
}

static hb_buffer_t *buffer_open(struct arena *arena)
{
	hb_buffer_t *buffer = hb_buffer_create();

	hb_buffer_set_unicode_funcs(buffer, unicode_functions(arena));
	hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	arena_defer(arena, buffer_close, buffer);
	return buffer;
}

struct fontset *fontset_new(struct arena *arena, const struct fontlist *fontlist)
{
	struct fontset *fontset = arena_alloc(arena, sizeof *fontset);

	fontset->arena = arena;
	fontset->scratch = arena_new();
	arena_defer(arena, scratch_free, fontset->scratch);
	fontset->list = fontlist;
	fontset->slots = arena_array(arena, 2 * fontlist->family_count, sizeof *fontset->slots);
	fontset->buffer = buffer_open(arena);
	fontset->bidi = ubidi_open();
	if (!fontset->bidi)
		arena_exhausted();
	arena_defer(arena, bidi_close, fontset->bidi);
	return fontset;
}

const struct fontlist *fontset_list(const struct fontset *fontset)
{
	return fontset->list;
}

static void free_diag(void *diag)
{
	diag_free(diag);
}

/* What is wrong with a font is told of every document that asks for it, though it is opened once. */
static void fill_slot(struct fontset *fontset, struct font_slot *slot, const struct family *family,
		      enum weight weight)
{
	slot->diag = diag_new();
	arena_defer(fontset->arena, free_diag, slot->diag);
	slot->font = font_open(fontset, slot->diag, family, weight);
}

const struct font *fontset_open(struct fontset *fontset, struct diag *diag, const struct family *family,
				enum weight weight)
{
	size_t index = (size_t)(family - fontset->list->families);
	struct font_slot *slot;

	if (weight == WEIGHT_BOLD && !family->files[WEIGHT_BOLD].path) {
		diag_add(diag, DIAG_WEIGHT_MISSING, fontset->list->loc, NULL, family->name, NULL);
		weight = WEIGHT_REGULAR;
	}
	slot = &fontset->slots[2 * index + weight];
	if (!slot->diag)
		fill_slot(fontset, slot, family, weight);
	diag_merge(diag, slot->diag);
	return slot->font;
}

const struct voice *fontset_voice(struct fontset *fontset, const struct language *language)
{
	const struct fontlist *list = fontset->list;
	struct voice *voice;

	for (size_t i = 0; i < fontset->voices.length; i++)
		if (fontset->voices.data[i].language == language)
			return &fontset->voices.data[i];
	voice = vec_add(fontset->arena, &fontset->voices);
	voice->language = language;
	voice->name = hb_language_from_string(language->tag, -1);
	voice->features = arena_array(fontset->arena, list->feature_count, sizeof *voice->features);
	for (size_t i = 0; i < list->feature_count; i++)
		if (tag_listed(list->features[i].languages, language->tag))
			voice->features[voice->feature_count++] = &list->features[i];
	return voice;
}

/* For what is no locale, ICU silently takes that of the process. */
static bool is_locale(const char *locale)
{
	char name[ULOC_LANG_CAPACITY];
	UErrorCode status = U_ZERO_ERROR;
	int32_t length = uloc_getLanguage(locale, name, sizeof name, &status);

	return U_SUCCESS(status) && length >= 2 &&
	       (int32_t)strspn(name, "abcdefghijklmnopqrstuvwxyz") == length;
}

static UBreakIterator *breaker_open(const char *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	UBreakIterator *iterator = is_locale(locale) ? ubrk_open(UBRK_LINE, locale, NULL, 0, &status) : NULL;

	return U_SUCCESS(status) ? iterator : NULL;
}

UBreakIterator *fontset_breaker(struct fontset *fontset, const char *locale)
{
	struct breaker *breaker;

	for (size_t i = 0; i < fontset->breakers.length; i++)
		if (strcmp(fontset->breakers.data[i].locale, locale) == 0)
			return fontset->breakers.data[i].iterator;
	breaker = vec_add(fontset->arena, &fontset->breakers);
	breaker->locale = locale;
	breaker->iterator = breaker_open(locale);
	if (breaker->iterator)
		arena_defer(fontset->arena, breaker_close, breaker->iterator);
	return breaker->iterator;
}

const struct hyphen *fontset_hyphen(struct fontset *fontset, struct diag *diag,
				    const struct language *language)
{
	struct divider *divider;

	for (size_t i = 0; i < fontset->dividers.length; i++)
		if (fontset->dividers.data[i].language == language)
			return fontset->dividers.data[i].hyphen;
	divider = vec_add(fontset->arena, &fontset->dividers);
	divider->language = language;
	divider->hyphen = hyphen_open(fontset->arena, diag, hyphen_path(language));
	return divider->hyphen;
}

const struct calendar *fontset_calendar(struct fontset *fontset, const struct language *language)
{
	for (size_t i = 0; i < fontset->calendars.length; i++)
		if (calendar_language(fontset->calendars.data[i]) == language)
			return fontset->calendars.data[i];
	vec_push(fontset->arena, &fontset->calendars, calendar_open(fontset->arena, language));
	return *vec_last(&fontset->calendars);
}
