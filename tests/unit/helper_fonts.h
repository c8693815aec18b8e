/* The fonts of the manifest's main scripts, without a file to read, and blocks made of spans. */
#ifndef HELPER_FONTS_H
#define HELPER_FONTS_H

#include "base/arena.h"
#include "base/diag.h"
#include "text/para.h"

/* What every test of the text layer needs. */
struct fixture {
	struct arena *arena;
	struct diag *diag;
	struct fontset *fontset;
	struct style style;
};

extern const struct fontlist helper_fontlist;

/* The language with this tag; the test must know it. */
const struct language *helper_language(const char *tag);
/* Makes and gives back a fixture: cmocka's setup and teardown. */
int helper_setup(void **state);
int helper_teardown(void **state);
/* A block of these spans, in unit "u" at line 7 of "so.xlf". */
const struct block *helper_block(struct fixture *fixture, const char *tag, const struct span *spans,
				 size_t count);
/* Shapes a block of one span of text. */
const struct para *helper_shape(struct fixture *fixture, const char *tag, const char *text);
/* Shapes a block of these spans. */
const struct para *helper_spans(struct fixture *fixture, const char *tag, const struct span *spans,
				size_t count);
/* What the sink would print. */
const char *helper_printed(struct fixture *fixture);
/* Part of a para's text as UTF-8. */
const char *helper_utf8(struct fixture *fixture, const struct para *para, int32_t start, int32_t length);

#endif
