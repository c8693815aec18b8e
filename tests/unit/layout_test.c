/* layout/paginate: what stands where. Pages of 300 x 300 pt; a frame per test; letters 10 pt, half an em wide. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include "fake_text.h"
#include "layout/ink.h"
#include "layout/paginate.h"

enum { PT = 1000 };

static const struct edition paper = {
    .id = "paper", .width = 300 * PT, .height = 300 * PT, .safe = 5 * PT, .links = true};
static const struct style body = {.id = "body", .size = 10 * PT, .leading = 1000, .space_after = 6 * PT};
static const struct style heading = {.id = "h1", .size = 10 * PT, .leading = 1000, .keep_with_next = true};
static const struct style small = {.id = "number", .size = 8 * PT, .leading = 1000};
static const struct artwork drawing = {
    .id = "drawing", .width = 40 * PT, .height = 20 * PT, .directional = true};

/* A document that grows: one flow, one page, one frame unless a test changes that. */
struct desk {
	struct arena *arena;
	struct diag *diag;
	struct document document;
	struct flow flow;
	struct frame frames[2];
	struct page_master masters[2];
	VEC(const struct block *) blocks;
	VEC(struct row) rows;
	struct pages pages;
};

static struct desk *desk_new(const struct language *language)
{
	struct arena *arena = arena_new();
	struct desk *desk = arena_alloc(arena, sizeof *desk);

	desk->arena = arena;
	desk->diag = diag_new();
	desk->flow.id = "flow";
	desk->frames[0] = (struct frame){
	    .id = "frame", .rect = {20 * PT, 20 * PT, 200 * PT, 200 * PT}, .gap = 10 * PT, .columns = 1};
	desk->frames[1] = desk->frames[0];
	desk->frames[1].id = "next";
	desk->masters[0] = (struct page_master){.id = "front", .frames = desk->frames, .frame_count = 1};
	desk->document = (struct document){.id = "d",
					   .language = language,
					   .edition = &paper,
					   .flows = &desk->flow,
					   .flow_count = 1,
					   .pages = desk->masters,
					   .page_count = 1,
					   .min_scale = 1000,
					   .max_scale = 1000,
					   .stretch = 1500};
	return desk;
}

static void desk_free(struct desk *desk)
{
	diag_free(desk->diag);
	arena_free(desk->arena);
}

static struct block *add_loose(struct desk *desk, enum role role, const struct style *style, const char *text)
{
	struct block *block = arena_alloc(desk->arena, sizeof *block);

	*block = fake_block(desk->arena, role, style, desk->document.language, text);
	block->index = desk->blocks.length;
	vec_push(desk->arena, &desk->blocks, block);
	return block;
}

static struct block *add(struct desk *desk, enum role role, const struct style *style, const char *text)
{
	struct block *block = add_loose(desk, role, style, text);

	vec_push(desk->arena, &desk->rows, ((struct row){block, NULL}));
	return block;
}

static void add_figure(struct desk *desk)
{
	struct block *block = add(desk, ROLE_FIGURE, &body, "");

	block->artwork = &drawing;
	block->alt = "a drawing";
}

static bool lay(struct desk *desk)
{
	const struct para **paras = arena_array(desk->arena, desk->blocks.length, sizeof *paras);
	struct text text = {paras, desk->blocks.length};

	for (size_t i = 0; i < desk->blocks.length; i++)
		if (desk->blocks.data[i]->role != ROLE_FIGURE)
			paras[i] = para_shape(desk->arena, desk->diag, NULL, desk->blocks.data[i],
					      (struct page_number){1, 1});
	desk->document.blocks = desk->blocks.data;
	desk->document.block_count = desk->blocks.length;
	desk->flow.rows = desk->rows.data;
	desk->flow.row_count = desk->rows.length;
	return layout_pages(desk->arena, desk->diag, NULL, &desk->document, &text, &desk->pages);
}

static const char *complaints(struct desk *desk)
{
	char *text = arena_alloc(desk->arena, 1000);
	FILE *stream = fmemopen(text, 999, "w");

	diag_print(desk->diag, stream);
	fclose(stream);
	return text;
}

static const char *words_of(struct desk *desk, const struct op *op)
{
	char *text = arena_alloc(desk->arena, (size_t)op->glyphs.run.length + 1);

	for (int32_t i = 0; i < op->glyphs.run.length; i++)
		text[i] = (char)op->glyphs.para->text[op->glyphs.run.start + i];
	return text;
}

/* The op that draws these words (white space at the end left out), on any page. */
static const struct op *find(struct desk *desk, const char *words)
{
	for (size_t p = 0; p < desk->pages.length; p++)
		for (size_t i = 0; i < desk->pages.data[p].op_count; i++) {
			const struct op *op = &desk->pages.data[p].ops[i];

			if (op->kind == OP_GLYPHS && strcmp(words_of(desk, op), words) == 0)
				return op;
		}
	fail_msg("nowhere: %s", words);
	return NULL;
}

static const struct op *find_kind(struct desk *desk, size_t page, enum op_kind kind)
{
	for (size_t i = 0; i < desk->pages.data[page].op_count; i++)
		if (desk->pages.data[page].ops[i].kind == kind)
			return &desk->pages.data[page].ops[i];
	return NULL;
}

/* How many lines of text a page shows. */
static int lines_on(struct desk *desk, size_t page)
{
	int count = 0;

	for (size_t i = 0; i < desk->pages.data[page].op_count; i++)
		count += desk->pages.data[page].ops[i].kind == OP_GLYPHS &&
			 desk->pages.data[page].ops[i].glyphs.line_end;
	return count;
}

static void repeat_page(struct desk *desk, length_t height)
{
	desk->masters[0].repeat = true;
	desk->frames[0].rect.height = height;
}

/* Words of a letter each that fill lines of 200 pt: seven wide words to a line. */
static const char *lines_of_text(struct desk *desk, int count)
{
	char *text = arena_alloc(desk->arena, (size_t)count * 40);

	for (int i = 0; i < count; i++)
		strcat(text,
		       i ? " xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" : "yxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
	return text;
}

static void a_block_begins_under_the_top_at_its_start(void **state)
{
	struct desk *desk = desk_new(&fake_ltr), *mirrored = desk_new(&fake_rtl);

	(void)state;
	add(desk, ROLE_P, &body, "hello");
	add(mirrored, ROLE_P, &body, "HELLO");
	assert_true(lay(desk) && lay(mirrored));
	assert_int_equal(find(desk, "hello")->x, 20 * PT);
	assert_int_equal(find(desk, "hello")->y, 220 * PT - 10500);
	assert_int_equal(find(mirrored, "HELLO")->x, 220 * PT - 25 * PT);
	assert_int_equal(desk->pages.data[0].uses[0].used, 15 * PT);
	desk_free(desk);
	desk_free(mirrored);
}

static void lines_lie_a_line_height_apart(void **state)
{
	struct desk *desk = desk_new(&fake_ltr);

	(void)state;
	add(desk, ROLE_P, &body, lines_of_text(desk, 3));
	assert_true(lay(desk));
	assert_int_equal(lines_on(desk, 0), 3);
	assert_int_equal(desk->pages.data[0].uses[0].used, 45 * PT);
	desk_free(desk);
}

static void close_lines_are_as_tall_as_their_distance(void **state)
{
	static const struct style close = {.id = "close", .size = 10 * PT, .leading = 500};
	struct desk *desk = desk_new(&fake_ltr);

	(void)state;
	/* The font asks for 10 pt, the style for 7.5: half of the difference is taken above, half below. */
	add(desk, ROLE_P, &close, "x");
	add(desk, ROLE_P, &close, "y");
	assert_true(lay(desk));
	assert_int_equal(find(desk, "x")->y, 220 * PT - 6750);
	assert_int_equal(find(desk, "y")->y, 220 * PT - 6750 - 7500);
	desk_free(desk);
}

static void lines_open_up_where_ink_would_touch(void **state)
{
	struct desk *desk = desk_new(&fake_ltr), *apart = desk_new(&fake_ltr);

	(void)state;
	desk->frames[0].rect.width = apart->frames[0].rect.width = 20 * PT;
	/* '|' reaches an em down; below it another reaches an em up, or nothing does. */
	add(desk, ROLE_P, &body, "||| |||");
	add(apart, ROLE_P, &body, "xxx| |xxx");
	assert_true(lay(desk) && lay(apart));
	assert_int_equal(find(desk, "|||")->y - desk->pages.data[0].ops[desk->pages.data[0].op_count - 1].y,
			 20300);
	assert_int_equal(find(apart, "xxx|")->y - find(apart, "|xxx")->y, 15300);
	assert_true(ink_check(desk->diag, &desk->pages));
	desk_free(desk);
	desk_free(apart);
}

static void copyfitting_finds_the_largest_scale(void **state)
{
	struct desk *desk = desk_new(&fake_ltr);
	int32_t scale;

	(void)state;
	desk->document.min_scale = 500;
	desk->document.max_scale = 2000;
	desk->frames[0].rect.height = 100 * PT;
	for (int i = 0; i < 5; i++)
		add(desk, ROLE_P, &body, "some words that a reader reads");
	assert_true(lay(desk));
	scale = desk->pages.scale;
	assert_in_range(scale, 505, 1995);
	assert_true(desk->pages.data[0].uses[0].used <= 100 * PT);
	for (int32_t larger = scale + 5; larger <= scale + 15; larger += 5) {
		desk->document.min_scale = desk->document.max_scale = larger;
		assert_false(lay(desk));
	}
	desk_free(desk);
}

static void overflow_says_by_how_much(void **state)
{
	struct desk *desk = desk_new(&fake_ltr);

	(void)state;
	desk->frames[0].rect.height = 40 * PT;
	add(desk, ROLE_P, &body, "one");
	add(desk, ROLE_P, &body, "two");
	add(desk, ROLE_P, &body, "three")->unit = "third";
	assert_false(lay(desk));
	/* 15 + 6 + 15 are filled; 6 + 15 more would end 17 pt (5.997 mm) below the frame. */
	assert_string_equal(complaints(desk),
			    "text.xlf:7: error: unit third: the text does not fit at the smallest size: "
			    "6.0 mm too tall for the frame \"frame\" [text-overflow]\n");
	desk_free(desk);
}

static void a_word_too_wide_is_named(void **state)
{
	struct desk *desk = desk_new(&fake_ltr);

	(void)state;
	desk->frames[0].rect.width = 40 * PT;
	add(desk, ROLE_P, &body, "a verylongword b");
	assert_false(lay(desk));
	assert_string_equal(complaints(desk),
			    "text.xlf:7: error: unit unit: the word \"verylongword\" is 7.1 mm wider than "
			    "its column [word-overflow]\n");
	desk_free(desk);
}

static void a_reshaped_line_that_is_too_wide_is_set_anew(void **state)
{
	struct desk *desk = desk_new(&fake_ltr);

	(void)state;
	/* "ll lllx" is 32.5 pt wide as sliced, and 37.5 as shaped anew. */
	desk->frames[0].rect.width = 33 * PT;
	add(desk, ROLE_P, &body, "xxxxxx ll lllx xx");
	assert_true(lay(desk));
	for (size_t i = 0; i < desk->pages.data[0].op_count; i++) {
		const struct op *op = &desk->pages.data[0].ops[i];

		assert_true(ink_rect(op).x + ink_rect(op).width <= 20 * PT + desk->frames[0].rect.width);
	}
	desk_free(desk);
}

static void a_heading_stays_with_its_text(void **state)
{
	struct desk *desk = desk_new(&fake_ltr);

	(void)state;
	repeat_page(desk, 60 * PT);
	add(desk, ROLE_P, &body, lines_of_text(desk, 2));
	add(desk, ROLE_H1, &heading, "heading");
	add(desk, ROLE_P, &body, lines_of_text(desk, 3));
	assert_true(lay(desk));
	assert_int_equal(desk->pages.length, 2);
	assert_int_equal(lines_on(desk, 0), 2);
	assert_int_equal(lines_on(desk, 1), 4);
	desk_free(desk);
}

/* A page for the rest is made when there is one, as often as it takes, and else not. */
static void a_page_for_the_rest(void **state)
{
	static const struct {
		int lines;
		size_t pages;
	} cases[] = {{4, 1}, {5, 2}, {14, 4}}; /* four lines to a page */

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct desk *desk = desk_new(&fake_ltr);

		desk->frames[0].rect.height = desk->frames[1].rect.height = 60 * PT;
		desk->masters[1] = (struct page_master){.id = "rest",
							.frames = desk->frames + 1,
							.frame_count = 1,
							.repeat = true,
							.optional = true};
		desk->document.page_count = 2;
		add(desk, ROLE_P, &body, lines_of_text(desk, cases[i].lines));
		assert_true(lay(desk));
		assert_int_equal(desk->pages.length, cases[i].pages);
		desk_free(desk);
	}
}

static void no_line_stands_alone(void **state)
{
	static const struct {
		int lines;
		length_t height;
		int first, second;
	} cases[] = {
	    {3, 30 * PT, 0, 3}, /* two would leave one: the paragraph moves as a whole */
	    {4, 40 * PT, 2, 2}, /* three would leave one */
	    {5, 55 * PT, 2, 3}, /* both pages are filled alike */
	};

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct desk *desk = desk_new(&fake_ltr);

		repeat_page(desk, 16 * PT + cases[i].height);
		add(desk, ROLE_P, &body, "x");
		add(desk, ROLE_P, &body, lines_of_text(desk, cases[i].lines));
		assert_true(lay(desk));
		assert_int_equal(lines_on(desk, 0), 1 + cases[i].first);
		assert_int_equal(lines_on(desk, 1), cases[i].second);
		desk_free(desk);
	}
}

static void a_block_kept_together_moves(void **state)
{
	static const struct style kept = {
	    .id = "kept", .size = 10 * PT, .leading = 1000, .keep_together = true};
	struct desk *desk = desk_new(&fake_ltr);

	(void)state;
	repeat_page(desk, 80 * PT);
	add(desk, ROLE_P, &body, "x");
	add(desk, ROLE_P, &kept, lines_of_text(desk, 5));
	assert_true(lay(desk));
	assert_int_equal(lines_on(desk, 0), 1);
	assert_int_equal(lines_on(desk, 1), 5);
	desk_free(desk);
}

/* Three lines go on a page of seven: filled from the top, the last page would hold one. */
static void the_emptiest_page_is_filled_best(void **state)
{
	struct desk *desk = desk_new(&fake_ltr);

	(void)state;
	repeat_page(desk, 60 * PT);
	for (int i = 0; i < 7; i++)
		add(desk, ROLE_P, &body, "x");
	assert_true(lay(desk));
	assert_int_equal(desk->pages.length, 3);
	for (size_t page = 0; page < 3; page++)
		assert_in_range(lines_on(desk, page), 2, 3);
	desk_free(desk);
}

/* Seven lines part as four and three or as three and four. */
static void pages_rather_begin_with_a_heading(void **state)
{
	static const struct style title = {
	    .id = "h2", .size = 10 * PT, .leading = 1000, .space_after = 6 * PT, .keep_with_next = true};
	static const int headings[] = {3, 4};

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct desk *desk = desk_new(&fake_ltr);

		repeat_page(desk, 100 * PT);
		for (int line = 0; line < 7; line++)
			add(desk, line == headings[i] ? ROLE_H2 : ROLE_P,
			    line == headings[i] ? &title : &body, "x");
		assert_true(lay(desk));
		assert_int_equal(lines_on(desk, 0), headings[i]);
		desk_free(desk);
	}
}

static void spare_height_goes_to_the_spaces(void **state)
{
	struct desk *desk = desk_new(&fake_ltr), *nearly = desk_new(&fake_ltr);

	(void)state;
	nearly->frames[0].rect.height = 59 * PT;
	for (int i = 0; i < 3; i++) {
		add(desk, ROLE_P, &body, i == 2 ? "last" : "x");
		add(nearly, ROLE_P, &body, i == 2 ? "last" : "x");
	}
	assert_true(lay(desk) && lay(nearly));
	assert_int_equal(desk->pages.data[0].uses[0].used, 57 * PT);
	assert_int_equal(desk->pages.data[0].uses[0].drawn, 57 * PT + 18000);
	assert_int_equal(find(desk, "last")->y, 220 * PT - 52500 - 18000);
	assert_int_equal(nearly->pages.data[0].uses[0].drawn, 59 * PT);
	desk_free(desk);
	desk_free(nearly);
}

static void figures_and_numbers_stand_at_the_start(const struct language *language, const char *text,
						   bool mirrored)
{
	struct desk *desk = desk_new(language);
	const struct op *figure, *number, *words;

	desk->document.number_style = &small;
	desk->frames[0].side = 50 * PT;
	add_figure(desk);
	add(desk, ROLE_P, &body, text)->number = 3;
	assert_true(lay(desk));
	figure = find_kind(desk, 0, OP_ARTWORK);
	number = find(desk, "3");
	words = find(desk, text);
	/* The number is 4 pt wide and 5 from the text; the figure leaves its room (12) and a gap. */
	assert_int_equal(figure->artwork.width, 50 * PT - 12 * PT - 5670);
	assert_int_equal(figure->artwork.height, figure->artwork.width / 2);
	assert_int_equal(figure->artwork.mirrored, mirrored);
	assert_int_equal(figure->y + figure->artwork.height, words->y + 7 * PT);
	assert_int_equal(number->y, words->y);
	if (mirrored) {
		assert_int_equal(figure->x + figure->artwork.width, 220 * PT);
		assert_int_equal(words->x + 25 * PT, 170 * PT);
		/* The space behind it is 2 pt wide and, where nothing is isolated, stands on its left. */
		assert_int_equal(number->x, 177 * PT);
	} else {
		assert_int_equal(figure->x, 20 * PT);
		assert_int_equal(words->x, 70 * PT);
		assert_int_equal(number->x + 4 * PT, 65 * PT);
	}
	assert_int_equal(figure->element->role, ROLE_FIGURE);
	assert_string_equal(figure->element->alt, "a drawing");
	assert_null(number->element);
	assert_true(figure < words);
	desk_free(desk);
}

static void the_side_column_is_mirrored(void **state)
{
	(void)state;
	figures_and_numbers_stand_at_the_start(&fake_ltr, "hello", false);
	figures_and_numbers_stand_at_the_start(&fake_rtl, "HELLO", true);
}

static void the_next_figure_begins_below(void **state)
{
	struct desk *desk = desk_new(&fake_ltr);
	const struct op *first;

	(void)state;
	desk->frames[0].side = 85670;
	add_figure(desk);
	add(desk, ROLE_P, &body, "one");
	add_figure(desk);
	add(desk, ROLE_P, &body, "two");
	assert_true(lay(desk));
	first = find_kind(desk, 0, OP_ARTWORK);
	assert_int_equal(first->artwork.height, 40 * PT);
	assert_true(find(desk, "two")->y + 7 * PT <= first->y - 5670);
	desk_free(desk);
}

static void items_hang_from_a_number_or_a_square(void **state)
{
	struct desk *desk = desk_new(&fake_ltr);
	const struct op *square, *number;

	(void)state;
	desk->document.number_style = &small;
	add(desk, ROLE_LI, &body, "one")->list = 1;
	add(desk, ROLE_LI, &body, "two")->list = 1;
	desk->rows.length--;
	add(desk, ROLE_LI, &body, "three")->list = 1;
	((struct block *)desk->rows.data[1].first)->number = 2;
	assert_true(lay(desk));
	square = find_kind(desk, 0, OP_RULE);
	number = find(desk, "2");
	assert_int_equal(square->element->role, ROLE_LBL);
	assert_in_range(square->x, 20 * PT, 25 * PT);
	assert_int_equal(find(desk, "one")->x, 30 * PT);
	assert_int_equal(find(desk, "three")->x, 40 * PT);
	assert_int_equal(number->x + 4 * PT, 35 * PT);
	assert_int_equal(find(desk, "one")->element->role, ROLE_LBODY);
	assert_int_equal(number->element->parent->role, ROLE_LI);
	assert_ptr_equal(number->element->parent->parent, square->element->parent->parent);
	assert_ptr_equal(find(desk, "three")->element->parent, number->element->parent);
	desk_free(desk);
}

static void columns_are_filled_from_the_start(void **state)
{
	struct desk *desk = desk_new(&fake_rtl);

	(void)state;
	desk->frames[0].columns = 2;
	desk->frames[0].rect.height = 20 * PT;
	add(desk, ROLE_P, &body, "AA");
	add(desk, ROLE_P, &body, "BB");
	assert_true(lay(desk));
	assert_int_equal(find(desk, "AA")->x + 10 * PT, 220 * PT);
	assert_int_equal(find(desk, "BB")->x + 10 * PT, 20 * PT + 95 * PT);
	assert_int_equal(find(desk, "BB")->y, find(desk, "AA")->y);
	desk_free(desk);
}

static void text_goes_on_in_a_frame_of_another_width(void **state)
{
	struct desk *desk = desk_new(&fake_ltr);

	(void)state;
	desk->masters[0].frame_count = 2;
	desk->frames[0].rect = (struct rect){20 * PT, 150 * PT, 40 * PT, 30 * PT};
	desk->frames[1].rect = (struct rect){100 * PT, 20 * PT, 100 * PT, 35 * PT};
	add(desk, ROLE_P, &body, "aaaaa bbbbb ccccc ddddd eeeee fffff ggggg hhhhh");
	assert_true(lay(desk));
	assert_int_equal(find(desk, "bbbbb")->x, 20 * PT);
	assert_int_equal(find(desk, "ccccc ddddd eeeee")->x, 100 * PT);
	desk_free(desk);
}

static void two_languages_stand_side_by_side(void **state)
{
	struct desk *desk = desk_new(&fake_rtl);
	struct block *second;
	const struct element *root;

	(void)state;
	desk->document.second = &fake_second;
	for (int i = 0; i < 2; i++) {
		add(desk, ROLE_P, &body, i ? "CC" : "AA");
		second = add_loose(desk, ROLE_P, &body, i ? "dd" : "bb");
		second->language = &fake_second;
		((struct span *)second->spans)->language = &fake_second;
		vec_last(&desk->rows)->second = second;
	}
	assert_true(lay(desk));
	assert_int_equal(find(desk, "AA")->x + 10 * PT, 220 * PT);
	assert_int_equal(find(desk, "bb")->x, 20 * PT);
	assert_int_equal(find(desk, "AA")->y, find(desk, "bb")->y);
	assert_true(find(desk, "CC") < find(desk, "bb"));
	root = desk->pages.root;
	assert_int_equal(root->children.length, 2);
	assert_ptr_equal(root->language, &fake_rtl);
	assert_ptr_equal(root->children.data[1]->language, &fake_second);
	assert_int_equal(root->children.data[1]->children.length, 2);
	assert_null(root->children.data[1]->children.data[0]->language);
	assert_int_equal(desk->pages.element_count, 7);
	desk_free(desk);
}

static void foreign_words_and_links_have_elements(void **state)
{
	struct desk *desk = desk_new(&fake_ltr);
	struct block *block = add(desk, ROLE_P, &body, "");
	struct span spans[] = {
	    {.text = "see ", .language = &fake_ltr},
	    {.text = "the site", .language = &fake_ltr, .uri = "https://example.org"},
	    {.text = " of ", .language = &fake_ltr},
	    {.text = "Name", .language = &fake_second},
	};
	const struct op *link;

	(void)state;
	block->spans = spans;
	block->span_count = 4;
	assert_true(lay(desk));
	link = find_kind(desk, 0, OP_LINK);
	assert_string_equal(link->link.contents, "the site");
	assert_string_equal(link->link.uri, "https://example.org");
	assert_int_equal(link->x, 20 * PT + 17500);
	assert_int_equal(link->link.width, 37500);
	assert_int_equal(find(desk, "the site")->element->role, ROLE_LINK);
	assert_ptr_equal(link->element, find(desk, "the site")->element);
	assert_int_equal(find(desk, "see ")->element->role, ROLE_P);
	assert_ptr_equal(find(desk, "ame")->element->language, &fake_second);
	assert_ptr_equal(find(desk, "ame")->element->parent, find(desk, "see ")->element);
	desk_free(desk);
}

static void an_edition_without_links_has_no_link(void **state)
{
	static const struct edition plain = {.id = "plain", .width = 300 * PT, .height = 300 * PT};
	struct desk *desk = desk_new(&fake_ltr);
	struct block *block = add(desk, ROLE_P, &body, "the site");

	(void)state;
	((struct span *)block->spans)->uri = "https://example.org";
	desk->document.edition = &plain;
	assert_true(lay(desk));
	assert_null(find_kind(desk, 0, OP_LINK));
	assert_int_equal(find(desk, "the site")->element->role, ROLE_P);
	desk_free(desk);
}

static void a_figure_without_a_side_column_stands_in_the_text(void **state)
{
	struct desk *desk = desk_new(&fake_rtl);
	const struct op *figure;

	(void)state;
	add_figure(desk);
	add(desk, ROLE_P, &body, "HELLO");
	assert_true(lay(desk));
	figure = find_kind(desk, 0, OP_ARTWORK);
	assert_int_equal(figure->artwork.width, 10 * PT);
	assert_int_equal(figure->x, 210 * PT);
	assert_int_equal(figure->y, 215 * PT);
	assert_true(find(desk, "HELLO")->y < figure->y - 10 * PT);
	desk_free(desk);
}

/* The figure takes all the height that is left once the space below it has half of itself more, until it is as wide as its style or the column allows. */
static void a_figure_grows_into_spare_room(int32_t grow, length_t column, length_t width)
{
	struct style free = body;
	struct desk *desk = desk_new(&fake_ltr);
	const struct op *figure;

	free.align = ALIGN_CENTER;
	free.grow = grow;
	desk->frames[0].rect.height = column;
	add_figure(desk);
	((struct block *)(uintptr_t)desk->rows.data[0].first)->style = &free;
	add(desk, ROLE_P, &body, "hello");
	assert_true(lay(desk));
	figure = find_kind(desk, 0, OP_ARTWORK);
	assert_int_equal(figure->artwork.width, width);
	assert_int_equal(figure->artwork.height, width / 2);
	assert_int_equal(figure->x, 20 * PT + (200 * PT - width) / 2);
	assert_true(find(desk, "hello")->y < figure->y);
	assert_true(find(desk, "hello")->y > 20 * PT);
	desk_free(desk);
}

static void figures_grow(void **state)
{
	(void)state;
	a_figure_grows_into_spare_room(0, 200 * PT, 10 * PT);
	a_figure_grows_into_spare_room(4000, 200 * PT, 40 * PT);
	a_figure_grows_into_spare_room(100000, 200 * PT, 200 * PT);
	a_figure_grows_into_spare_room(100000, 5 * PT + 9 * PT + 15 * PT + 20 * PT, 50 * PT);
}

/* Only the frame that says so, and no further than it says or than there is room. */
static void text_grows_where_its_frame_says_so(void **state)
{
	static const int32_t grown[] = {0, 1000, 1200, 3000};
	static const length_t sizes[] = {10000, 10000, 12000, 20000};

	(void)state;
	for (size_t i = 0; i < sizeof grown / sizeof *grown; i++) {
		struct desk *desk = desk_new(&fake_ltr);

		desk->frames[0].grow = grown[i];
		desk->frames[0].rect.height = 30 * PT;
		add(desk, ROLE_P, &body, "hello");
		assert_true(lay(desk));
		assert_int_equal(desk->pages.scale, 1000);
		assert_int_equal(find(desk, "hello")->glyphs.size, sizes[i]);
		desk_free(desk);
	}
}

static void runnings_count_pages(void **state)
{
	struct desk *desk = desk_new(&fake_ltr);
	struct span spans[] = {
	    {.kind = SPAN_PAGE, .language = &fake_ltr},
	    {.text = " of ", .language = &fake_ltr},
	    {.kind = SPAN_PAGES, .language = &fake_ltr},
	};
	struct block *folio = add_loose(desk, ROLE_NONE, &small, ""),
		     *notice = add_loose(desk, ROLE_P, &small, "draft");
	struct running runnings[] = {
	    {"folio", {20 * PT, 5 * PT, 200 * PT, 12 * PT}, folio, {NULL, 0}},
	    {"notice", {20 * PT, 240 * PT, 200 * PT, 12 * PT}, notice, {NULL, 0}},
	};

	(void)state;
	folio->spans = spans;
	folio->span_count = 3;
	desk->masters[0].runnings = runnings;
	desk->masters[0].running_count = 2;
	repeat_page(desk, 20 * PT);
	add(desk, ROLE_P, &body, "one");
	add(desk, ROLE_P, &body, "two");
	assert_true(lay(desk));
	assert_int_equal(desk->pages.length, 2);
	assert_int_equal(find(desk, " of ")->y, 5 * PT + 12 * PT - 8400);
	assert_null(find(desk, " of ")->element);
	assert_string_equal(words_of(desk, &desk->pages.data[1].ops[desk->pages.data[1].op_count - 1]), "2");
	assert_string_equal(words_of(desk, &desk->pages.data[1].ops[desk->pages.data[1].op_count - 3]), "2");
	assert_int_equal(desk->pages.data[0].ops[0].element->role, ROLE_P);
	assert_string_equal(words_of(desk, &desk->pages.data[1].ops[0]), "draft");
	assert_null(desk->pages.data[1].ops[0].element);
	assert_int_equal(desk->pages.root->children.length, 2);
	desk_free(desk);
}

static void ink_outside_is_found(void **state)
{
	struct desk *desk = desk_new(&fake_ltr);
	struct op *op;

	(void)state;
	add(desk, ROLE_P, &body, "hello");
	add(desk, ROLE_P, &body, "world");
	assert_true(lay(desk));
	assert_true(ink_check(desk->diag, &desk->pages));
	op = (struct op *)find(desk, "hello");
	op->x -= 16 * PT;
	assert_false(ink_check(desk->diag, &desk->pages));
	assert_string_equal(complaints(desk), "text.xlf:7: error: unit unit: letters are printed 0.35 mm "
					      "outside \"paper\" on page 1 [ink-outside]\n"
					      "text.xlf:7: error: unit unit: letters are printed 5.35 mm "
					      "outside \"frame\" on page 1 [ink-outside]\n");
	desk_free(desk);
}

static void touching_ink_is_found(void **state)
{
	struct desk *desk = desk_new(&fake_ltr);
	struct op *op;

	(void)state;
	add(desk, ROLE_P, &body, "hello");
	add(desk, ROLE_P, &body, "world");
	assert_true(lay(desk));
	op = (struct op *)find(desk, "hello");
	op->y = find(desk, "world")->y + 4 * PT;
	assert_false(ink_check(desk->diag, &desk->pages));
	assert_string_equal(complaints(desk),
			    "text.xlf:7: error: unit unit: letters of this text touch another line on page 1 "
			    "[ink-touching]\n");
	desk_free(desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_block_begins_under_the_top_at_its_start),
	    cmocka_unit_test(lines_lie_a_line_height_apart),
	    cmocka_unit_test(close_lines_are_as_tall_as_their_distance),
	    cmocka_unit_test(lines_open_up_where_ink_would_touch),
	    cmocka_unit_test(copyfitting_finds_the_largest_scale),
	    cmocka_unit_test(overflow_says_by_how_much),
	    cmocka_unit_test(a_word_too_wide_is_named),
	    cmocka_unit_test(a_reshaped_line_that_is_too_wide_is_set_anew),
	    cmocka_unit_test(a_heading_stays_with_its_text),
	    cmocka_unit_test(a_page_for_the_rest),
	    cmocka_unit_test(no_line_stands_alone),
	    cmocka_unit_test(a_block_kept_together_moves),
	    cmocka_unit_test(the_emptiest_page_is_filled_best),
	    cmocka_unit_test(pages_rather_begin_with_a_heading),
	    cmocka_unit_test(spare_height_goes_to_the_spaces),
	    cmocka_unit_test(the_side_column_is_mirrored),
	    cmocka_unit_test(the_next_figure_begins_below),
	    cmocka_unit_test(items_hang_from_a_number_or_a_square),
	    cmocka_unit_test(columns_are_filled_from_the_start),
	    cmocka_unit_test(text_goes_on_in_a_frame_of_another_width),
	    cmocka_unit_test(two_languages_stand_side_by_side),
	    cmocka_unit_test(foreign_words_and_links_have_elements),
	    cmocka_unit_test(an_edition_without_links_has_no_link),
	    cmocka_unit_test(a_figure_without_a_side_column_stands_in_the_text),
	    cmocka_unit_test(figures_grow),
	    cmocka_unit_test(text_grows_where_its_frame_says_so),
	    cmocka_unit_test(runnings_count_pages),
	    cmocka_unit_test(ink_outside_is_found),
	    cmocka_unit_test(touching_ink_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
