/* Spans become one text of UTF-16, once. A fact's digits, a date and an isolate are written here, so that all later
 * stages see plain text: a literal stands between U+2066 and U+2069 with U+00A0 for its spaces, a foreign name in an
 * isolate of its own language's direction (UAX #9, 2.4.2). */
#include "text/para.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>
#include <unicode/ustring.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "text/alphabet.h"
#include "text/stage.h"

struct writer {
	struct stage *stage;
	struct page_number number;
	uint16_t *text;
	int32_t length, capacity;
};

static void reserve(struct writer *writer, size_t more)
{
	uint16_t *larger;
	size_t wanted = (size_t)writer->length + more;

	if (wanted > INT32_MAX / 4)
		arena_exhausted();
	if (wanted <= (size_t)writer->capacity)
		return;
	larger = arena_array(writer->stage->arena, wanted * 2, sizeof *larger);
	if (writer->length)
		memcpy(larger, writer->text, (size_t)writer->length * sizeof *larger);
	writer->text = larger;
	writer->capacity = (int32_t)wanted * 2;
}

static void put(struct writer *writer, uint16_t c)
{
	reserve(writer, 1);
	writer->text[writer->length++] = c;
}

static void put_utf8(struct writer *writer, const char *text)
{
	UErrorCode status = U_ZERO_ERROR;
	size_t bytes = strlen(text);
	int32_t length = 0;

	reserve(writer, bytes);
	u_strFromUTF8WithSub(writer->text + writer->length, (int32_t)bytes, &length, text, (int32_t)bytes,
			     0xFFFD, NULL, &status);
	assert(U_SUCCESS(status));
	writer->length += length;
}

static void put_number(struct writer *writer, const struct language *language, const char *value)
{
	int32_t start = writer->length;

	put_utf8(writer, value);
	digits_localise(language->digits, writer->text + start, writer->length - start);
}

static void put_literal(struct writer *writer, const char *text)
{
	int32_t start;

	put(writer, CHAR_LRI);
	start = writer->length;
	put_utf8(writer, text);
	for (int32_t i = start; i < writer->length; i++)
		if (writer->text[i] == ' ')
			writer->text[i] = 0xA0;
	put(writer, CHAR_PDI);
}

/* ISO 8601 where ICU has no words for it: digits and hyphens, which must not be turned round. */
static void put_date(struct writer *writer, const struct language *language, const char *value)
{
	uint16_t date[CALENDAR_CAPACITY];
	int32_t length = calendar_format(fontset_calendar(writer->stage->fontset, language), value, date);

	if (!length)
		put_literal(writer, value);
	for (int32_t i = 0; i < length; i++)
		put(writer, date[i]);
}

static void put_name(struct writer *writer, const struct language *language, const char *text)
{
	put(writer, language->direction == DIRECTION_RTL ? CHAR_RLI : CHAR_LRI);
	put_utf8(writer, text);
	put(writer, CHAR_PDI);
}

static void put_page(struct writer *writer, const struct language *language, int number)
{
	char digits[16];

	snprintf(digits, sizeof digits, "%d", number);
	put_number(writer, language, digits);
}

static void put_span(struct writer *writer, const struct span *span)
{
	const struct language *language = span_language(writer->stage, span);

	switch (span->kind) {
	case SPAN_TEXT:
		put_utf8(writer, span->text);
		break;
	case SPAN_NUMBER:
		put_number(writer, language, span->text);
		break;
	case SPAN_DATE:
	case SPAN_MONTH:
		put_date(writer, language, span->text);
		break;
	case SPAN_LITERAL:
		put_literal(writer, span->text);
		break;
	case SPAN_NAME:
		put_name(writer, language, span->text);
		break;
	case SPAN_PAGE:
		put_page(writer, language, writer->number.page);
		break;
	case SPAN_PAGES:
		put_page(writer, language, writer->number.pages);
		break;
	}
}

static bool is_blank(uint16_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void check_normal(struct stage *stage, const uint16_t *text, int32_t length)
{
	const struct block *block = stage->para->block;
	struct buf near = buf_new(stage->fontset->scratch);
	int32_t at = alphabet_normal(text, length);

	if (at == length)
		return;
	for (int32_t i = at > 8 ? at - 8 : 0; i < length && i < at + 2;)
		buf_add_utf8(&near, (unsigned long)char_next(text, &i, length));
	diag_add(stage->diag, DIAG_TEXT_NOT_NFC, block->loc, block->unit, near.data, NULL);
	stage->failed = true;
}

/* Drops blanks before the first word; only spans of the translator's words have any. */
static void trim_start(struct writer *writer, int32_t start)
{
	int32_t blanks = 0;

	if (start)
		return;
	while (blanks < writer->length && is_blank(writer->text[blanks]))
		blanks++;
	writer->length -= blanks;
	memmove(writer->text, writer->text + blanks, (size_t)writer->length * sizeof *writer->text);
}

static void trim_end(struct para *para, struct para_span *spans)
{
	while (para->length && is_blank(para->text[para->length - 1]))
		para->length--;
	for (size_t i = 0; i < para->span_count; i++) {
		int32_t start = spans[i].start < para->length ? spans[i].start : para->length;
		int32_t end = start + spans[i].length < para->length ? start + spans[i].length : para->length;

		spans[i].start = start;
		spans[i].length = end - start;
	}
}

static void write_text(struct stage *stage, struct page_number number)
{
	struct para *para = stage->para;
	const struct block *block = para->block;
	struct para_span *spans = arena_array(stage->arena, block->span_count, sizeof *spans);
	struct writer writer = {stage, number, NULL, 0, 0};

	reserve(&writer, 64);
	for (size_t i = 0; i < block->span_count; i++) {
		int32_t start = writer.length;

		put_span(&writer, &block->spans[i]);
		check_normal(stage, writer.text + start, writer.length - start);
		trim_start(&writer, start);
		spans[i] = (struct para_span){start, writer.length - start, &block->spans[i]};
	}
	para->text = writer.text;
	para->length = writer.length;
	para->spans = spans;
	para->span_count = block->span_count;
	trim_end(para, spans);
}

/* The font that gives the lines their height. */
static bool block_font(struct stage *stage)
{
	const struct block *block = stage->para->block;
	const struct language *language = block->language;
	const struct font_rule *rule = font_rule_find(stage->fontset->list, language->script, language);

	if (rule)
		stage->para->font =
		    fontset_open(stage->fontset, stage->diag, rule->family, block->style->weight);
	else
		diag_add(stage->diag, DIAG_FONT_UNLISTED, block->loc, block->unit, language->script, NULL);
	return stage->para->font != NULL;
}

static void run_stages(struct stage *stage, struct page_number number)
{
	write_text(stage, number);
	if (!block_font(stage)) {
		stage->failed = true;
		return;
	}
	bidi_levels(stage);
	script_resolve(stage);
	itemize(stage);
	breaks_find(stage);
	if (!stage->failed)
		shape_items(stage);
}

const struct para *para_shape(struct arena *arena, struct diag *diag, struct fontset *fontset,
			      const struct block *block, struct page_number number)
{
	struct arena_mark mark = arena_mark(fontset->scratch);
	struct para *para = arena_alloc(arena, sizeof *para);
	struct stage stage = {.arena = arena, .diag = diag, .fontset = fontset, .para = para};

	para->block = block;
	para->direction = block->language->direction;
	run_stages(&stage, number);
	arena_rewind(fontset->scratch, mark);
	return stage.failed ? NULL : para;
}

const struct para *para_label(struct arena *arena, struct diag *diag, struct fontset *fontset,
			      const struct block *near, const struct style *style, const char *text)
{
	struct span *span = arena_alloc(arena, sizeof *span);
	struct block *block = arena_alloc(arena, sizeof *block);

	*span =
	    (struct span){.kind = SPAN_LITERAL, .text = text, .language = near->language, .loc = near->loc};
	*block = (struct block){.unit = near->unit,
				.role = ROLE_NONE,
				.style = style,
				.language = near->language,
				.spans = span,
				.span_count = 1,
				.loc = near->loc};
	return para_shape(arena, diag, fontset, block, (struct page_number){0, 0});
}

bool text_shape(struct arena *arena, struct diag *diag, struct fontset *fontset,
		const struct document *document, struct text *text)
{
	const struct para **paras = arena_array(arena, document->block_count, sizeof *paras);
	bool done = true;

	for (size_t i = 0; i < document->block_count; i++) {
		const struct block *block = document->blocks[i];

		if (block->role == ROLE_FIGURE)
			continue;
		paras[i] = para_shape(arena, diag, fontset, block, (struct page_number){0, 0});
		done &= paras[i] != NULL;
	}
	*text = (struct text){paras, document->block_count};
	return done;
}
