/*
 * A stand-in for text/, so that tests of layout/ know every width: no font files, no Unicode data.
 *
 * Small letters read from left to right, capitals from right to left (the custom of UAX #9's examples); every glyph is
 * half an em wide, a space a quarter. '_' is a place for a hyphen, without width. 'l' is unsafe to break before, and 100
 * thousandths wider where a line was shaped anew. '|' has ink from -1 em to +1 em.
 */
#ifndef TESTS_UNIT_FAKE_TEXT_H
#define TESTS_UNIT_FAKE_TEXT_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"
#include "text/para.h"

static const struct family fake_family = {
    .id = "fake", .name = "Fake", .size = 1000, .line_height = 1500, .ascent = 800, .descent = 200};
static const struct family fake_small = {
    .id = "small", .name = "Small", .size = 500, .line_height = 1500, .ascent = 800, .descent = 200};
static const struct font fake_font = {.family = &fake_family, .cap_height = 700};
static const struct font fake_small_font = {.family = &fake_small, .cap_height = 700};
static const struct language fake_ltr = {.tag = "nl", .script = "Latn", .direction = DIRECTION_LTR};
static const struct language fake_second = {.tag = "so", .script = "Latn", .direction = DIRECTION_LTR};
static const struct language fake_rtl = {.tag = "ar", .script = "Arab", .direction = DIRECTION_RTL};

static int32_t fake_advance(uint16_t unit)
{
	return unit == ' ' ? 250 : unit == '_' ? 0 : 500;
}

struct extents font_extents(const struct font *font, uint32_t gid)
{
	(void)font;
	if (gid == ' ' || gid == '_')
		return (struct extents){0, 0, 0, 0};
	return gid == '|' ? (struct extents){0, -1000, 500, 1000} : (struct extents){0, 0, 500, 500};
}

static bool fake_is_rtl(uint16_t unit)
{
	return unit >= 'A' && unit <= 'Z';
}

static bool fake_is_ltr(uint16_t unit)
{
	return unit > ' ' && !fake_is_rtl(unit);
}

/* Levels as UAX #9 gives them to letters and spaces; spaces between letters of one direction follow them. */
static uint8_t fake_level(const struct para *para, int32_t at)
{
	int32_t before = at, after = at;
	uint8_t base = para->direction == DIRECTION_RTL;

	while (before > 0 && para->text[before] == ' ')
		before--;
	while (after < para->length - 1 && para->text[after] == ' ')
		after++;
	if (fake_is_rtl(para->text[before]) && fake_is_rtl(para->text[after]))
		return 1;
	if (fake_is_ltr(para->text[before]) && fake_is_ltr(para->text[after]))
		return base ? 2 : 0;
	return base;
}

static const struct glyph *fake_glyphs(struct arena *arena, const struct para *para, int32_t start,
				       int32_t end, const struct item *item, bool reshaped, bool hyphen)
{
	size_t count = (size_t)(end - start) + hyphen;
	struct glyph *glyphs = arena_array(arena, count, sizeof *glyphs);

	for (size_t i = 0; i < count; i++) {
		int32_t at = start + (int32_t)i;
		uint16_t unit = at < end ? para->text[at] : '-';
		size_t place = item->level % 2 ? count - 1 - i : i;

		glyphs[place] =
		    (struct glyph){unit, at < end ? at : end - 1, fake_advance(unit), 0, 0, unit == 'l'};
		if (reshaped && unit == 'l')
			glyphs[place].advance += 100;
	}
	return glyphs;
}

static void fake_itemize(struct arena *arena, struct para *para)
{
	VEC(struct item) items = {0};
	struct glyph_run *runs;

	for (size_t s = 0; s < para->span_count; s++) {
		const struct para_span *span = &para->spans[s];

		for (int32_t at = span->start; at < span->start + span->length; at++) {
			uint8_t level = fake_level(para, at);
			const struct font *font = span->span->bold ? &fake_small_font : &fake_font;

			if (at == span->start || vec_last(&items)->level != level)
				vec_push(arena, &items,
					 ((struct item){at, 0, level, "Latn", span->span->language, font,
							span->span}));
			vec_last(&items)->length++;
		}
	}
	runs = arena_array(arena, items.length, sizeof *runs);
	for (size_t i = 0; i < items.length; i++) {
		const struct item *item = &items.data[i];

		runs[i] = (struct glyph_run){
		    item, item->start, item->length,
		    fake_glyphs(arena, para, item->start, item->start + item->length, item, false, false),
		    (size_t)item->length};
	}
	para->items = items.data;
	para->item_count = items.length;
	para->runs = runs;
}

static void fake_break(struct arena *arena, struct para *para)
{
	uint8_t *opportunities = arena_array(arena, (size_t)para->length + 1, 1);

	for (int32_t at = 1; at < para->length; at++)
		opportunities[at] = para->text[at - 1] == '_'                            ? BREAK_HYPHEN
				    : para->text[at - 1] == ' ' && para->text[at] != ' ' ? BREAK_ALLOWED
											 : BREAK_NONE;
	opportunities[para->length] = BREAK_MANDATORY;
	para->opportunities = opportunities;
}

const struct para *para_shape(struct arena *arena, struct diag *diag, struct fontset *fontset,
			      const struct block *block, struct page_number number)
{
	struct para *para = arena_alloc(arena, sizeof *para);
	struct para_span *spans = arena_array(arena, block->span_count, sizeof *spans);
	VEC(uint16_t) text = {0};

	(void)diag;
	(void)fontset;
	for (size_t i = 0; i < block->span_count; i++) {
		const struct span *span = &block->spans[i];
		char digits[16];
		const char *p = span->text;
		int32_t start = (int32_t)text.length;

		if (span->kind == SPAN_PAGE || span->kind == SPAN_PAGES) {
			snprintf(digits, sizeof digits, "%d",
				 span->kind == SPAN_PAGE ? number.page : number.pages);
			p = digits;
		}
		for (; *p; p++)
			vec_push(arena, &text, (uint16_t)*p);
		spans[i] = (struct para_span){start, (int32_t)text.length - start, span};
	}
	*para = (struct para){.block = block,
			      .text = text.data,
			      .length = (int32_t)text.length,
			      .spans = spans,
			      .span_count = block->span_count,
			      .font = &fake_font,
			      .direction = block->language->direction};
	fake_itemize(arena, para);
	fake_break(arena, para);
	return para;
}

const struct glyph_run *para_reshape(struct arena *arena, const struct para *para, int32_t start, int32_t end,
				     bool hyphen, size_t *run_count)
{
	struct glyph_run *runs = arena_array(arena, para->item_count, sizeof *runs);

	*run_count = 0;
	for (size_t i = 0; i < para->item_count; i++) {
		const struct item *item = &para->items[i];
		int32_t from = item->start > start ? item->start : start;
		int32_t to = item->start + item->length < end ? item->start + item->length : end;
		bool dash = hyphen && to == end;

		if (from >= to)
			continue;
		runs[(*run_count)++] = (struct glyph_run){
		    item, from, to - from, fake_glyphs(arena, para, from, to, item, true, dash),
		    (size_t)(to - from) + dash};
	}
	return runs;
}

const struct para *para_label(struct arena *arena, struct diag *diag, struct fontset *fontset,
			      const struct block *near, const struct style *style, const char *text)
{
	struct span *span = arena_alloc(arena, sizeof *span);
	struct block *block = arena_alloc(arena, sizeof *block);

	*span = (struct span){.kind = SPAN_TEXT, .text = text, .language = near->language};
	*block = (struct block){.style = style, .language = near->language, .spans = span, .span_count = 1};
	return para_shape(arena, diag, fontset, block, (struct page_number){0, 0});
}

/* A block of one span. */
static inline struct block fake_block(struct arena *arena, enum role role, const struct style *style,
				      const struct language *language, const char *text)
{
	struct span *span = arena_alloc(arena, sizeof *span);

	*span = (struct span){.kind = SPAN_TEXT, .text = text, .language = language};
	return (struct block){.unit = "unit",
			      .role = role,
			      .style = style,
			      .language = language,
			      .spans = span,
			      .span_count = 1,
			      .loc = {"text.xlf", 7}};
}

static inline const struct para *fake_para(struct arena *arena, const struct style *style,
					   const struct language *language, const char *text)
{
	struct block *block = arena_alloc(arena, sizeof *block);

	*block = fake_block(arena, ROLE_P, style, language, text);
	return para_shape(arena, NULL, NULL, block, (struct page_number){0, 0});
}

#endif
