/*
 * What docx_write is made of: words as runs of WordprocessingML. Only for review/docx_*.c.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the buffer's arena.
 * Errors:  none.
 */
#ifndef REVIEW_DOCX_PARTS_H
#define REVIEW_DOCX_PARTS_H

#include <stdbool.h>

#include "base/buf.h"
#include "source/offer.h"

/* The document in the making. controls counts content controls, whose ids differ. */
struct docx {
	struct buf buf;
	const struct offer *offer;
	int controls;
};

/* What a bookmark's name begins with that keeps the code of the target sent out: "vk_7_0F3KQ2A". */
#define DOCX_MARK "vk_"

/* Opens a paragraph of a style in a language. */
void docx_paragraph(struct docx *docx, const char *style, const struct language *language);
/* A run of text in a character style (or "") and a language (or NULL). */
void docx_run(struct docx *docx, const char *text, const char *style, const struct language *language);
/* A paragraph of words that nobody is to change: in one locked content control. */
void docx_fixed_words(struct docx *docx, struct words words, const struct language *language);
/* A paragraph of words to be worked on, whose chips are locked one by one. Where there are none yet, the chips of the Dutch. */
void docx_open_words(struct docx *docx, const struct offered *offered, const struct language *language);
/* Whether a paragraph is one of those that stand above the table of this document. */
bool docx_is_guide(const char *text, const char *document);
/* Opens a locked content control that others find by this tag. */
void docx_control(struct docx *docx, const char *tag, const char *lock);
void docx_control_close(struct docx *docx);

#endif
