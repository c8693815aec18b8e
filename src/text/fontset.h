/*
 * What a worker opens once and keeps: fonts, and the objects of ICU and HarfBuzz that are dear to make.
 *
 * Offsets: none.  Lengths: thousandths of an em.
 * Memory:  the arena given to fontset_new; scratch is rewound by whoever marks it.
 * Errors:  to the sink, once for each thing that cannot be opened.
 */
#ifndef TEXT_FONTSET_H
#define TEXT_FONTSET_H

#include <hb.h>
#include <unicode/ubidi.h>
#include <unicode/ubrk.h>

#include "base/vec.h"
#include "text/digits.h"
#include "text/font.h"
#include "text/hyphen.h"

struct font_slot {
	const struct font *font;
	struct diag *diag; /* what was said when it was opened; NULL: not yet */
};

/* A language as HarfBuzz is told of it. */
struct voice {
	const struct language *language;
	hb_language_t name;
	const struct font_feature **features;
	size_t feature_count;
};

struct breaker {
	const char *locale;
	UBreakIterator *iterator;
};

struct divider {
	const struct language *language;
	struct hyphen *hyphen;
};

struct fontset {
	struct arena *arena, *scratch;
	const struct fontlist *list;
	struct font_slot *slots; /* by family, two each: enum weight */
	hb_buffer_t *buffer;
	UBiDi *bidi;
	VEC(struct voice) voices;
	VEC(struct breaker) breakers;
	VEC(struct divider) dividers;
	VEC(struct calendar *) calendars;
};

struct font_handle {
	hb_face_t *face;
	hb_font_t *font;
	struct fontset *set;
	const struct font_file *file;
};

/* Opens one file of a family; NULL after an error (text/font.c). */
struct font *font_open(struct fontset *fontset, struct diag *diag, const struct family *family,
		       enum weight weight);
/* The name and features of a language, made when first asked. */
const struct voice *fontset_voice(struct fontset *fontset, const struct language *language);
/* ICU's line breaks for a locale; NULL when there are none. */
UBreakIterator *fontset_breaker(struct fontset *fontset, const char *locale);
/* The hyphenation of a language; NULL for languages that are not divided. */
const struct hyphen *fontset_hyphen(struct fontset *fontset, struct diag *diag,
				    const struct language *language);
/* The dates of a language. */
const struct calendar *fontset_calendar(struct fontset *fontset, const struct language *language);

#endif
