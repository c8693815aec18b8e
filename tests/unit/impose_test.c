/* layout/impose: sheets are turned over, cut, nested and folded here, and must read in order; the marks keep off the text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/diag.h"
#include "layout/impose.h"
#include "source/compose.h"

#define MM(n) length_from_mm((n)*1000)

enum { PAGES_MOST = 32 };

struct shop {
	struct arena *arena;
	struct diag *diag;
	struct material material;
	struct page_master masters[PAGES_MOST];
};

static int shop_open(void **state)
{
	struct arena *arena = arena_new();
	struct shop *shop = arena_alloc(arena, sizeof *shop);

	shop->arena = arena;
	shop->diag = diag_new();
	assert_true(material_load(arena, shop->diag, ".", &shop->material));
	*state = shop;
	return 0;
}

static int shop_close(void **state)
{
	struct shop *shop = *state;
	struct arena *arena = shop->arena;

	diag_free(shop->diag);
	arena_free(arena);
	return 0;
}

/* A document of empty pages. */
static const struct pages *pages_in(struct shop *shop, const struct edition *edition, const char *language,
				    enum duplex duplex, size_t count)
{
	struct document *document = arena_alloc(shop->arena, sizeof *document);
	struct pages *pages = arena_alloc(shop->arena, sizeof *pages);
	struct page *data = arena_array(shop->arena, count, sizeof *data);

	document->edition = edition;
	document->language = language_find(&shop->material.languages, language);
	document->duplex = duplex;
	for (size_t i = 0; i < count; i++) {
		data[i].master = &shop->masters[i];
		data[i].width = document->edition->width;
		data[i].height = document->edition->height;
	}
	*pages = (struct pages){.document = document, .data = data, .length = count};
	return pages;
}

static const struct pages *pages_new(struct shop *shop, const char *edition, const char *language,
				     enum duplex duplex, size_t count)
{
	return pages_in(shop, edition_find(&shop->material, edition), language, duplex, count);
}

/* The number of a page, from 1. */
static int number_of(struct shop *shop, const struct page *page)
{
	return (int)(page->master - shop->masters) + 1;
}

static bool is_near(length_t a, length_t b)
{
	return labs((long)a - b) <= 2;
}

/* Where a place of the back lies when one looks through the sheet from its front. */
static struct panel seen_through(const struct page *back, struct panel panel, enum duplex duplex)
{
	bool landscape = back->width > back->height;
	bool over_top = duplex == DUPLEX_LONG ? landscape : duplex == DUPLEX_SHORT && !landscape;

	if (over_top) {
		panel.y = back->height - panel.y - panel.page->height;
		panel.turned = !panel.turned;
	} else {
		panel.x = back->width - panel.x - panel.page->width;
	}
	return panel;
}

/* The page that stands in a column, counted from the left, and row, from the top; NULL: none. Creep may have moved it. */
static const struct panel *panel_at(const struct edition *edition, const struct page *side, int column,
				    int row)
{
	struct rect grid = impose_grid(edition);
	length_t x = grid.x + column * edition->width;
	length_t y = grid.y + (edition->sheet->rows - 1 - row) * edition->height;

	for (size_t i = 0; i < side->panel_count; i++)
		if (labs((long)side->panels[i].x - x) < MM(5) && labs((long)side->panels[i].y - y) < MM(5))
			return &side->panels[i];
	return NULL;
}

/* The side as one sees it through the sheet from its front. */
static struct page seen_side(struct shop *shop, const struct page *back, enum duplex duplex)
{
	struct page seen = *back;
	struct panel *panels = arena_array(shop->arena, back->panel_count, sizeof *panels);

	for (size_t i = 0; i < back->panel_count; i++)
		panels[i] = seen_through(back, back->panels[i], duplex);
	seen.panels = panels;
	return seen;
}

/* The leaf in a column of a strip: the pages on its front and back; 0: none. */
struct leaf {
	int front, back;
};

static struct leaf leaf_at(struct shop *shop, const struct pages *sheets, size_t strip, int column)
{
	const struct document *document = sheets->document;
	size_t rows = (size_t)document->edition->sheet->rows, sheet = strip / rows;
	struct page through = seen_side(shop, &sheets->data[2 * sheet + 1], document->duplex);
	int row = (int)(strip % rows);
	const struct panel *front = panel_at(document->edition, &sheets->data[2 * sheet], column, row);
	const struct panel *back = panel_at(document->edition, &through, column, row);

	if (front && back) {
		assert_true(is_near(front->x, back->x) && is_near(front->y, back->y));
		assert_int_equal(front->turned, back->turned);
	}
	return (struct leaf){front ? number_of(shop, front->page) : 0,
			     back ? number_of(shop, back->page) : 0};
}

/* Cuts all sheets into strips, nests them with the first outside, folds, and turns the leaves over. */
static void check_saddle(struct shop *shop, const struct pages *pages)
{
	const struct document *document = pages->document;
	struct pages sheets = impose(shop->arena, &(struct signature){&pages, 1});
	size_t strips = sheets.length / 2 * (size_t)document->edition->sheet->rows;
	int first = document->language->direction == DIRECTION_RTL ? 0 : 1, expected = 1;

	for (size_t i = 0; i < strips; i++) {
		struct leaf leaf = leaf_at(shop, &sheets, i, first);

		assert_int_equal(leaf.front, expected++);
		assert_int_equal(leaf.back, expected++);
	}
	for (size_t i = strips; i > 0; i--) {
		struct leaf leaf = leaf_at(shop, &sheets, i - 1, 1 - first);
		int last = (int)pages->length;

		assert_int_equal(leaf.back, expected <= last ? expected : 0);
		expected++;
		assert_int_equal(leaf.front, expected <= last ? expected : 0);
		expected++;
	}
	assert_int_equal(expected - 1, 4 * strips);
}

static void nested_sheets_read_in_order(void **state)
{
	static const struct {
		const char *edition;
		size_t pages;
	} cases[] = {{"booklet", 4}, {"booklet-large", 8}, {"booklet", 12}, {"booklet", 7},
		     {"pocket", 8},  {"pocket", 16},       {"pocket", 7}};
	static const char *const languages[] = {"so", "ar"};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		for (size_t l = 0; l < 2; l++)
			for (int duplex = DUPLEX_UNSAID; duplex <= DUPLEX_SHORT; duplex++)
				check_saddle(*state, pages_new(*state, cases[i].edition, languages[l],
							       (enum duplex)duplex, cases[i].pages));
}

/* The inner sheets of a booklet are moved to the spine, by a sheet's thickness each. */
static void creep_moves_inner_pages_to_the_spine(void **state)
{
	struct shop *shop = *state;
	const struct pages *pages = pages_new(shop, "booklet", "so", DUPLEX_NONE, 12);
	struct pages sheets = impose(shop->arena, &(struct signature){&pages, 1});
	const struct edition *edition = pages->document->edition;
	length_t middle = edition->sheet->width / 2, creep = edition->sheet->creep;

	assert_true(creep > 0);
	for (size_t i = 0; i < sheets.length; i++) {
		length_t depth = creep * (length_t)(i / 2);
		const struct page *side = &sheets.data[i];

		for (size_t k = 0; k < side->panel_count; k++) {
			length_t x = side->panels[k].x;

			assert_true(x < middle / 2 ? is_near(x, depth) : is_near(x, middle - depth));
		}
	}
}

struct cell {
	int column, row;
	bool turned;
};

static struct cell cell_of(struct shop *shop, const struct pages *sheets, int number)
{
	const struct sheet_plan *plan = sheets->document->edition->sheet;

	for (int row = 0; row < plan->rows; row++)
		for (int column = 0; column < plan->columns; column++) {
			const struct panel *panel =
			    panel_at(sheets->document->edition, &sheets->data[0], column, row);

			if (panel && number_of(shop, panel->page) == number)
				return (struct cell){column, row, panel->turned};
		}
	fail_msg("page %d is not there", number);
	return (struct cell){0, 0, false};
}

/* Whether the edge between the two rows of a column is cut. */
static bool is_cut(const struct pages *sheets, int column)
{
	const struct edition *edition = sheets->document->edition;
	struct rect grid = impose_grid(edition);
	length_t x = grid.x + column * edition->width + edition->width / 2, y = grid.y + edition->height;

	for (size_t i = 0; i < sheets->data[0].op_count; i++) {
		const struct op *op = &sheets->data[0].ops[i];

		if (op->x < x && x < op->x + op->rule.width && op->y < y && y < op->y + op->rule.height)
			return true;
	}
	return false;
}

/* The strip of eight that a cut sheet unfolds to: neighbours hang together, and heads point the same way once it is folded. */
static void check_ring(struct shop *shop, const char *language)
{
	const struct pages *pages = pages_new(shop, "card", language, DUPLEX_UNSAID, 8);
	struct pages sheets = impose(shop->arena, &(struct signature){&pages, 1});
	int onward = pages->document->language->direction == DIRECTION_RTL ? -1 : 1;

	assert_int_equal(sheets.length, 1);
	for (int i = 1; i <= 8; i++) {
		struct cell from = cell_of(shop, &sheets, i), to = cell_of(shop, &sheets, i % 8 + 1);

		if (from.row == to.row) {
			assert_int_equal(from.turned, to.turned);
			assert_int_equal(to.column - from.column, from.turned ? -onward : onward);
		} else {
			assert_int_equal(from.column, to.column);
			assert_int_not_equal(from.turned, to.turned);
			assert_false(is_cut(&sheets, from.column));
		}
	}
	assert_false(cell_of(shop, &sheets, 1).turned);
	assert_true(is_cut(&sheets, 1) && is_cut(&sheets, 2));
}

static void the_card_folds_into_a_ring(void **state)
{
	check_ring(*state, "ti");
	check_ring(*state, "ar");
}

/* Paper that is folded: every cell of the sheet becomes a layer of a pile, with a page on either side. */
struct face {
	int page;
	bool head_up; /* as the sheet lies before one, looked through from the front */
};

struct layer {
	struct face front, back;
};

enum { LAYERS_MOST = 8 };

struct pile {
	struct layer layers[LAYERS_MOST]; /* from the front */
	size_t count;
};

static struct face face_of(struct shop *shop, const struct panel *panel)
{
	assert_non_null(panel);
	return (struct face){number_of(shop, panel->page), !panel->turned};
}

static struct layer layer_at(struct shop *shop, const struct pages *sheets, int column, int row)
{
	const struct document *document = sheets->document;
	struct page through = seen_side(shop, &sheets->data[1], document->duplex);

	return (struct layer){face_of(shop, panel_at(document->edition, &sheets->data[0], column, row)),
			      face_of(shop, panel_at(document->edition, &through, column, row))};
}

/* Turned over about the upright axis heads stay where they are; about the level one they do not. */
static struct layer turn_over(struct layer layer, bool level)
{
	struct layer over = {layer.back, layer.front};

	over.front.head_up ^= level;
	over.back.head_up ^= level;
	return over;
}

static struct pile fold_behind(struct pile front, const struct pile *behind, bool level)
{
	for (size_t i = behind->count; i > 0; i--)
		front.layers[front.count++] = turn_over(behind->layers[i - 1], level);
	return front;
}

static struct pile pile_of(struct layer layer)
{
	return (struct pile){{layer}, 1};
}

static const struct edition *edition_named(struct shop *shop, const char *id, const char *templates)
{
	for (size_t i = 0; i < shop->material.edition_count; i++)
		if (strcmp(shop->material.editions[i].id, id) == 0 &&
		    strcmp(shop->material.editions[i].templates, templates) == 0)
			return &shop->material.editions[i];
	fail_msg("there is no edition %s for %s", id, templates);
	return NULL;
}

/* Opened once, a folded paper of four layers shows its cover, a spread and its back; whose heads are to be where the hinge is above and
 * not beside: what is turned up over it changes. */
static void check_leafing(const struct pile *pile, bool hinge_above)
{
	const struct face shown[] = {pile->layers[0].front, pile->layers[1].back, pile->layers[2].front,
				     pile->layers[3].back};
	const int pages[] = {1, 2, 3, 8};

	assert_int_equal(pile->count, 4);
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(shown[i].page, pages[i]);
		assert_int_equal(shown[i].head_up, !(hinge_above && i % 2));
	}
}

/* The leaflet on A6: the lower half goes behind the upper, then the half with the back behind that with the cover. */
static void check_leaflet(struct shop *shop, const char *language, enum duplex duplex)
{
	const struct pages *pages =
	    pages_in(shop, edition_named(shop, "office", "leaflet"), language, duplex, 8);
	struct pages sheets = impose(shop->arena, &(struct signature){&pages, 1});
	bool rtl = pages->document->language->direction == DIRECTION_RTL;
	struct pile columns[2], folded;

	assert_int_equal(sheets.length, 2);
	for (int column = 0; column < 2; column++) {
		struct pile below = pile_of(layer_at(shop, &sheets, column, 1));

		columns[column] = fold_behind(pile_of(layer_at(shop, &sheets, column, 0)), &below, true);
	}
	folded = fold_behind(columns[rtl ? 0 : 1], &columns[rtl ? 1 : 0], false);
	check_leafing(&folded, false);
	/* Inside: the whole back, which one reads after turning the sheet like the page of a book. */
	for (int i = 0; i < 4; i++) {
		int column = (i % 2 == 0) != rtl ? 1 : 0;
		struct face face = layer_at(shop, &sheets, column, i / 2).back;

		assert_int_equal(face.page, 4 + i);
		assert_true(face.head_up);
	}
}

/* The strip of the card that tells nothing: the lower half goes behind the upper, then the back behind the cover; the hinge is above. */
static void check_strip(struct shop *shop, const char *language, enum duplex duplex)
{
	const struct pages *pages =
	    pages_in(shop, edition_named(shop, "discreet", "leaflet"), language, duplex, 8);
	struct pages sheets = impose(shop->arena, &(struct signature){&pages, 1});
	struct pile rows[2], folded;

	assert_int_equal(sheets.length, 2);
	for (int row = 0; row < 2; row++) {
		struct pile below = pile_of(layer_at(shop, &sheets, 0, 3 - row));

		rows[row] = fold_behind(pile_of(layer_at(shop, &sheets, 0, row)), &below, true);
	}
	folded = fold_behind(rows[1], &rows[0], true);
	check_leafing(&folded, true);
	/* Inside: the whole back, turned up over its foot. */
	for (int i = 0; i < 4; i++) {
		struct layer over = turn_over(layer_at(shop, &sheets, 0, 3 - i), true);

		assert_int_equal(over.front.page, 4 + i);
		assert_true(over.front.head_up);
	}
}

static void leaflets_fold_in_order(void **state)
{
	static const char *const languages[] = {"so", "ar"};

	for (size_t l = 0; l < 2; l++)
		for (int duplex = DUPLEX_UNSAID; duplex <= DUPLEX_SHORT; duplex++) {
			const struct pages *pair =
			    pages_in(*state, edition_named(*state, "office", "leaflet-pair"), languages[l],
				     (enum duplex)duplex, 8);

			check_leaflet(*state, languages[l], (enum duplex)duplex);
			check_strip(*state, languages[l], (enum duplex)duplex);
			check_saddle(*state, pair);
		}
}

/* A fold that is made the other way round brings other pages outside, and a back that was not turned stands on its head. */
static void a_wrong_fold_shows(void **state)
{
	struct shop *shop = *state;
	const struct pages *pages =
	    pages_in(shop, edition_named(shop, "discreet", "leaflet"), "so", DUPLEX_LONG, 8);
	struct pages sheets = impose(shop->arena, &(struct signature){&pages, 1});
	struct pile below = pile_of(layer_at(shop, &sheets, 0, 1));
	struct pile wrong = fold_behind(pile_of(layer_at(shop, &sheets, 0, 2)), &below, true);

	assert_int_equal(wrong.layers[0].front.page, 2);
	assert_int_equal(wrong.layers[1].back.page, 1);
	assert_false(wrong.layers[1].back.head_up);
}

static void check_round(struct shop *shop, const char *const *languages, size_t count,
			const char *const expected[4])
{
	const struct pages *documents[4];
	struct pages sheets;
	const struct edition *edition = edition_find(&shop->material, "round");

	for (size_t i = 0; i < count; i++)
		documents[i] = pages_new(shop, "round", languages[i], DUPLEX_UNSAID, 1);
	sheets = impose(shop->arena, &(struct signature){documents, count});
	assert_int_equal(sheets.length, 1);
	for (int i = 0; i < 4; i++) {
		const struct panel *panel = panel_at(edition, &sheets.data[0], i % 2, i / 2);
		const char *found = NULL;

		assert_non_null(panel);
		for (size_t k = 0; k < count; k++)
			if (panel->page == documents[k]->data)
				found = languages[k];
		assert_string_equal(found, expected[i]);
	}
}

static void a_round_holds_up_to_four_languages(void **state)
{
	check_round(*state, (const char *const[]){"so", "ar", "ti", "am"}, 4,
		    (const char *const[]){"so", "ar", "ti", "am"});
	check_round(*state, (const char *const[]){"ar", "so", "ti", "am"}, 4,
		    (const char *const[]){"so", "ar", "am", "ti"});
	check_round(*state, (const char *const[]){"so", "ti"}, 2,
		    (const char *const[]){"so", "ti", "so", "ti"});
	check_round(*state, (const char *const[]){"so", "ti", "am"}, 3,
		    (const char *const[]){"so", "ti", "am", "so"});
}

static bool overlap(struct rect a, struct rect b)
{
	return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static void check_marks(struct shop *shop, const struct edition *edition)
{
	const struct pages *pages = pages_in(shop, edition, "so", DUPLEX_LONG, 8);
	struct pages sheets = impose(shop->arena, &(struct signature){&pages, 1});
	const struct page *side = &sheets.data[0];
	length_t safe = edition->safe;

	if (edition->sheet->line_count)
		assert_true(side->op_count > 0);
	for (size_t i = 0; i < side->op_count; i++) {
		const struct op *op = &side->ops[i];
		struct rect mark = {op->x, op->y, op->rule.width, op->rule.height};

		assert_true(mark.x >= MM(4) && mark.y >= MM(4) &&
			    mark.x + mark.width <= side->width - MM(4) &&
			    mark.y + mark.height <= side->height - MM(4));
		assert_true(mark.width >= LENGTH_PT / 2 && mark.height >= LENGTH_PT / 2);
		for (size_t k = 0; k < side->panel_count; k++) {
			const struct panel *panel = &side->panels[k];

			assert_false(overlap(mark, (struct rect){panel->x + safe, panel->y + safe,
								 panel->page->width - 2 * safe,
								 panel->page->height - 2 * safe}));
		}
	}
}

static void marks_keep_off_the_text(void **state)
{
	struct shop *shop = *state;
	size_t count = 0;

	for (size_t i = 0; i < shop->material.edition_count; i++) {
		if (!shop->material.editions[i].sheet)
			continue;
		check_marks(shop, &shop->material.editions[i]);
		count++;
	}
	assert_true(count >= 5);
}

static void without_a_sheet_pages_stay_as_they_are(void **state)
{
	const struct pages *pages = pages_new(*state, "office", "ar", DUPLEX_LONG, 2);
	struct pages sheets = impose(((struct shop *)*state)->arena, &(struct signature){&pages, 1});

	assert_ptr_equal(sheets.data, pages->data);
	assert_int_equal(sheets.length, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(nested_sheets_read_in_order),
	    cmocka_unit_test(creep_moves_inner_pages_to_the_spine),
	    cmocka_unit_test(the_card_folds_into_a_ring),
	    cmocka_unit_test(leaflets_fold_in_order),
	    cmocka_unit_test(a_wrong_fold_shows),
	    cmocka_unit_test(a_round_holds_up_to_four_languages),
	    cmocka_unit_test(marks_keep_off_the_text),
	    cmocka_unit_test(without_a_sheet_pages_stay_as_they_are),
	};

	return cmocka_run_group_tests_name("impose", tests, shop_open, shop_close);
}
