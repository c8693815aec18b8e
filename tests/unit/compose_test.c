/* Composition: what stands where, in which style, with which number; what editions, a second language and directions change. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "helper_source.h"

#define MM(n) length_from_mm((n)*1000)

static void print_row(struct buf *buf, const struct block *block)
{
	buf_printf(buf, "%s/%s", block->unit, block->style->id);
	if (block->number)
		buf_printf(buf, " %d", block->number);
	if (block->list)
		buf_printf(buf, " (%d)", block->list);
	buf_putc(buf, '\n');
}

static const char *print_rows(struct tree *tree, const struct flow *flow)
{
	struct buf buf = buf_new(tree->arena);

	for (size_t i = 0; i < flow->row_count; i++)
		print_row(&buf, flow->rows[i].first);
	return buf.data;
}

static const char *print_spans(struct tree *tree, const struct block *block)
{
	static const char *const kinds[] = {
	    "", "number:", "date:", "month:", "literal:", "name:", "page", "pages"};
	struct buf buf = buf_new(tree->arena);

	for (size_t i = 0; i < block->span_count; i++) {
		const struct span *span = &block->spans[i];

		buf_printf(&buf, "[%s%s%s%s", span->bold ? "*" : "", kinds[span->kind],
			   span->text ? span->text : "", span->uri ? " " : "");
		buf_printf(&buf, "%s]%s", span->uri ? span->uri : "",
			   span->language == block->language ? "" : span->language->tag);
	}
	return buf.data;
}

static const struct block *block_of(const struct document *document, const char *unit)
{
	for (size_t i = 0; i < document->block_count; i++) {
		assert_int_equal(document->blocks[i]->index, i);
		if (strcmp(document->blocks[i]->unit, unit) == 0)
			return document->blocks[i];
	}
	fail_msg("no block of %s", unit);
	return NULL;
}

static void rows_follow_the_master(void **state)
{
	struct tree *tree = tree_open();
	const struct document *document = tree_compose(tree, "nl", NULL, "office");
	(void)state;

	assert_non_null(document);
	assert_string_equal(document->stem, "leaf-nl-office");
	assert_string_equal(document->title, "Een blad");
	assert_string_equal(document->version, "0.1");
	assert_string_equal(document->date, "2026-11-23");
	assert_false(document->released);
	assert_int_equal(document->flow_count, 2);
	assert_string_equal(print_rows(tree, &document->flows[0]),
			    "carry.title/h1\nfig.hand.alt/figure\n"
			    "law.penalty/body 1\noffice.only/body 2\n"
			    "call.home/item 3 (1)\ncall.world/item 4 (1)\n"
			    "read.more/body 5\nask.name/item 6 (2)\n");
	assert_string_equal(print_rows(tree, &document->flows[1]),
			    "home.title/h1\nhome.more/h2\nhome.site/home.body 7\n");
	assert_string_equal(document->number_style->id, "number");
	tree_close(tree);
}

static void facts_become_spans(void **state)
{
	static const struct {
		const char *unit, *spans;
	} cases[] = {
	    {"law.penalty", "[Tot ][number:12][ jaar ][*gevangenis][.]"},
	    {"call.home", "[Bel ][literal:0800-2000 tel:08002000][.]"},
	    {"call.world", "[Bel ][literal:+31 247 247 247 tel:+31247247247][.]"},
	    {"read.more",
	     "[Lees ][name:artikel 300][ op ][de  https://site.example][*site https://site.example][.]"},
	    {"ask.name",
	     "[Vraag naar ][name:Veilig Huis][ of ][literal:desk@site.example mailto:desk@site.example]"
	     "[, sinds ][date:2006-02-01][.]"},
	    {"home.site", "[Kijk op ][literal:site.example https://site.example][.]"},
	};
	struct tree *tree = tree_open();
	const struct document *document = tree_compose(tree, "nl", NULL, "office");
	(void)state;

	assert_non_null(document);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(print_spans(tree, block_of(document, cases[i].unit)), cases[i].spans);
	tree_close(tree);
}

static void names_and_laws_stay_dutch(void **state)
{
	struct tree *tree = tree_open();
	const struct document *document = tree_compose(tree, "ar", NULL, "office");
	const struct block *block;
	(void)state;

	assert_non_null(document);
	block = block_of(document, "ask.name");
	assert_string_equal(block->spans[1].language->tag, "nl");
	assert_string_equal(block->spans[3].language->tag, "ar");
	assert_int_equal(block->loc.line, 19);
	block = block_of(document, "read.more");
	assert_string_equal(block->spans[1].language->tag, "nl");
	assert_string_equal(block_of(document, "law.penalty")->spans[2].text, "12");
	assert_true(block_of(document, "law.penalty")->spans[0].bold);
	tree_close(tree);
}

static void a_figure_has_its_words(void **state)
{
	struct tree *tree = tree_open();
	const struct document *document = tree_compose(tree, "ar", NULL, "office");
	const struct block *figure;
	(void)state;

	assert_non_null(document);
	figure = block_of(document, "fig.hand.alt");
	assert_int_equal(figure->role, ROLE_FIGURE);
	assert_string_equal(figure->alt, "يد.");
	assert_string_equal(figure->artwork->id, "hand");
	assert_int_equal(figure->span_count, 0);
	tree_close(tree);
}

static void running_strings_tell_what_the_paper_is(void **state)
{
	struct tree *tree = tree_open();
	const struct document *document = tree_compose(tree, "ar", NULL, "office");
	const struct page_master *front, *back;
	(void)state;

	assert_non_null(document);
	front = &document->pages[0];
	back = &document->pages[1];
	assert_int_equal(front->running_count, 3);
	assert_string_equal(print_spans(tree, front->runnings[0].block), "[مسودة]");
	assert_string_equal(print_spans(tree, front->runnings[1].block), "[Concept]");
	assert_string_equal(front->runnings[2].block->language->tag, "nl");
	assert_non_null(
	    strstr(print_spans(tree, front->runnings[2].block),
		   "[name:Arabisch][ · ][literal:0.1][ · ][date:2026-11-23][ · ][nog niet nagekeken][ · ]"));
	assert_non_null(strstr(print_spans(tree, front->runnings[2].block),
			       "[month:2027-06][ · ][name:ورقة]ar[ ][name:العربية]ar[ ][name:Kantoor]"));
	assert_int_equal(front->runnings[2].block->style->align, ALIGN_CENTER);
	assert_int_equal(front->runnings[0].block->style->align, ALIGN_END);
	assert_int_equal(front->runnings[0].block->role, ROLE_NONE);
	assert_string_equal(print_spans(tree, back->runnings[0].block), "[صفحة ][page][ من ][pages]");
	assert_false(front->repeat);
	assert_true(back->repeat);
	tree_close(tree);
}

static void in_dutch_both_is_said_once(void **state)
{
	struct tree *tree = tree_open();
	const struct document *document = tree_compose(tree, "nl", NULL, "office");
	(void)state;

	assert_non_null(document);
	assert_string_equal(print_spans(tree, block_of(document, "draft.mark")), "[Concept]");
	tree_close(tree);
}

static void a_stale_unit_shows_in_the_state(void **state)
{
	struct tree *tree = tree_open();
	const struct document *document;
	(void)state;

	tree_replace(tree, "translations/leaf/ar.xlf", "<source>Meer", "<source>Minder");
	document = tree_compose(tree, "ar", NULL, "office");
	assert_non_null(document);
	assert_non_null(strstr(print_spans(tree, document->pages[0].runnings[2].block), "[nog niet klaar]"));
	tree_close(tree);
}

static void assert_rect(struct rect rect, length_t x, length_t y, length_t width, length_t height)
{
	assert_int_equal(rect.x, x);
	assert_int_equal(rect.y, y);
	assert_int_equal(rect.width, width);
	assert_int_equal(rect.height, height);
}

static void places_are_mirrored_for_right_to_left(void **state)
{
	struct tree *tree = tree_open();
	const struct document *dutch = tree_compose(tree, "nl", NULL, "office");
	const struct document *arabic = tree_compose(tree, "ar", NULL, "office");
	const struct page_master *left = &dutch->pages[0], *right = &arabic->pages[0];
	const length_t w = MM(210), h = MM(297);
	(void)state;

	assert_rect(left->frames[0].rect, MM(10), MM(20), w - MM(10) - MM(60), h - MM(30) - MM(20));
	assert_rect(right->frames[0].rect, MM(60), MM(20), w - MM(10) - MM(60), h - MM(30) - MM(20));
	assert_rect(left->runnings[1].rect, MM(80), h - MM(282) - MM(7), w - MM(90), MM(7));
	assert_rect(right->runnings[2].rect, MM(10), h - MM(282) - MM(7), w - MM(90), MM(7));
	assert_rect(left->placed[0].rect, MM(-2), h - MM(20), MM(30), MM(20));
	assert_rect(right->placed[0].rect, w - MM(30) - MM(-2), h - MM(20), MM(30), MM(20));
	assert_false(left->placed[0].mirrored);
	assert_true(right->placed[0].mirrored);
	assert_rect(right->rules[0].rect, MM(20), h - MM(25) - MM(1), w - MM(10) - MM(20), MM(1));
	assert_string_equal(right->rules[0].color->id, "tint");
	assert_int_equal(right->frames[0].side, MM(20));
	assert_int_equal(right->frames[0].columns, 2);
	assert_int_equal(right->frames[0].gap, MM(4));
	tree_close(tree);
}

static void a_drawing_without_direction_is_not_mirrored(void **state)
{
	struct tree *tree = tree_open();
	const struct document *document;
	(void)state;

	tree_replace(tree, "templates/artwork/hand.svg", " data-directional=\"yes\"", "");
	document = tree_compose(tree, "ar", NULL, "office");
	assert_non_null(document);
	assert_false(document->pages[0].placed[0].mirrored);
	tree_close(tree);
}

static void text_flows_on_into_the_next_frame(void **state)
{
	struct tree *tree = tree_open();
	const struct document *document = tree_compose(tree, "nl", NULL, "office");
	(void)state;

	assert_non_null(document);
	assert_string_equal(document->flows[0].id, "carry");
	assert_int_equal(document->pages[0].frames[0].flow, 0);
	assert_int_equal(document->pages[1].frames[0].flow, 0);
	assert_int_equal(document->pages[1].frames[1].flow, 1);
	tree_close(tree);
}

/* Arabic must not go below 11.4 pt where the body is 12; Dutch may go down to 9, but the template stops at 0.8. */
static void floors_raise_the_smallest_scale(void **state)
{
	struct tree *tree = tree_open();
	const struct document *document = tree_compose(tree, "ar", NULL, "office");
	(void)state;

	assert_non_null(document);
	assert_int_equal(document->min_scale, 950);
	assert_int_equal(document->max_scale, 1200);
	assert_int_equal(block_of(document, "law.penalty")->style->floor, 11400);
	assert_int_equal(block_of(document, "home.site")->style->floor, 0);
	assert_int_equal(tree_compose(tree, "nl", NULL, "office")->min_scale, 800);
	tree_close(tree);
}

static void a_floor_is_rounded_up(void **state)
{
	struct tree *tree = tree_open();
	(void)state;

	tree_replace(tree, "templates/editions.xml", "11.4", "11.401");
	assert_int_equal(tree_compose(tree, "ar", NULL, "office")->min_scale, 951);
	tree_close(tree);
}

static void a_fixed_style_below_its_floor_is_an_error(void **state)
{
	struct tree *tree = tree_open();
	(void)state;

	tree_replace(tree, "templates/editions.xml", "styles=\"body item\" size=\"9\"",
		     "styles=\"mark\" size=\"9\"");
	assert_null(tree_compose(tree, "nl", NULL, "office"));
	assert_non_null(strstr(tree_said(tree), "the style mark cannot reach the 9 pt"));
	tree_close(tree);
}

static void an_edition_chooses_units_and_layout(void **state)
{
	static const char layout[] =
	    "<template xmlns=\"urn:verklaring:template:1\" id=\"leaf-small\" number-style=\"h2\">"
	    "<page id=\"one\"><frame id=\"all\" start=\"5mm\" width=\"80mm\" top=\"5mm\" height=\"9mm\">"
	    "<section ref=\"home\"/><section ref=\"carry\"/></frame>"
	    "<running id=\"mark\" start=\"5mm\" width=\"80mm\" top=\"15mm\" height=\"6mm\">"
	    "<string ref=\"draft.mark\"/></running></page></template>";
	struct tree *tree = tree_open();
	const struct document *document;
	(void)state;

	tree_write(tree, "templates/leaf-small.xml", layout);
	document = tree_compose(tree, "nl", NULL, "small");
	assert_string_equal(tree_said(tree), "");
	assert_non_null(document);
	assert_string_equal(document->stem, "leaf-nl-small");
	assert_int_equal(document->min_scale, 500);
	assert_int_equal(document->max_scale, 2000);
	assert_int_equal(document->flow_count, 1);
	assert_string_equal(document->number_style->id, "h2");
	assert_string_equal(
	    print_rows(tree, &document->flows[0]),
	    "home.title/h1\nhome.more/h2\nhome.site/body 7\ncarry.title/h1\nfig.hand.alt/figure\n"
	    "law.penalty/body 1\ncall.home/item 3 (1)\ncall.world/item 4 (1)\nread.more/body 5\n"
	    "ask.name/item 6 (2)\n");
	tree_close(tree);
}

static void two_languages_stand_side_by_side(void **state)
{
	struct tree *tree = tree_open();
	const struct document *document = tree_compose(tree, "ar", "nl", "office");
	const struct flow *flow;
	(void)state;

	assert_non_null(document);
	assert_string_equal(document->stem, "leaf-ar+nl-office");
	assert_string_equal(document->second->tag, "nl");
	flow = &document->flows[0];
	for (size_t i = 0; i < flow->row_count; i++) {
		const struct row *row = &flow->rows[i];

		assert_string_equal(row->first->language->tag, "ar");
		if (row->first->role == ROLE_FIGURE) {
			assert_null(row->second);
			continue;
		}
		assert_string_equal(row->second->language->tag, "nl");
		assert_string_equal(row->second->unit, row->first->unit);
		assert_int_equal(row->second->number, row->first->number);
	}
	assert_int_equal(document->pages[0].frames[0].rect.x, MM(60));
	assert_string_equal(print_spans(tree, document->pages[0].runnings[0].block), "[مسودة]");
	assert_string_equal(print_spans(tree, document->pages[0].runnings[1].block), "[Concept]");
	assert_string_equal(block_of(document, "imprint")->spans[0].text, "Arabisch + Nederlands");
	assert_int_equal(document->min_scale, 950);
	tree_close(tree);
}

static void where_a_link_leads_is_in_the_code(void **state)
{
	static const char dutch[] = "translations/leaf/nl.xml";
	struct tree *tree = tree_open();
	const char *before, *after;
	(void)state;

	tree_replace(tree, dutch, "Kijk op <fact key=\"url.site\"/>.", "Kijk daar.");
	before = tree_compose(tree, "nl", NULL, "office")->code;
	tree_replace(tree, "translations/facts.xml", "https://site.example", "https://other.example");
	after = tree_compose(tree, "nl", NULL, "office")->code;
	assert_string_not_equal(before, after);
	tree_close(tree);
}

static void progress_counts_what_is_there(void **state)
{
	struct tree *tree = tree_open();
	struct progress progress;
	const struct material *material = &tree->material;
	(void)state;

	tree_replace(tree, "translations/leaf/ar.xlf", "<target>للبيت</target>", "");
	tree_replace(tree, "translations/leaf/ar.xlf", "<source>Meer", "<source>Minder");
	assert_null(tree_compose(tree, "ar", NULL, "office"));
	diag_free(tree->diag);
	tree->diag = diag_new();
	assert_true(progress_read(tree->arena, tree->diag, material, "leaf",
				  language_find(&material->languages, "ar"), &progress));
	assert_true(progress.present);
	assert_int_equal(progress.units, 12);
	assert_int_equal(progress.translated, 10);
	assert_int_equal(progress.stale, 1);
	assert_int_equal(progress.reviewed + progress.final, 0);
	assert_true(progress_read(tree->arena, tree->diag, material, "leaf",
				  language_find(&material->languages, "en"), &progress));
	assert_false(progress.present);
	assert_true(progress_read(tree->arena, tree->diag, material, "leaf",
				  language_find(&material->languages, "nl"), &progress));
	assert_int_equal(progress.translated, 12);
	assert_false(diag_failed(tree->diag));
	tree_close(tree);
}

static void what_was_wrong_is_told_to_every_document(void **state)
{
	struct tree *tree = tree_open();
	struct diag *other = diag_new();
	struct request request = {.document = "leaf"};
	(void)state;

	tree_replace(tree, "templates/artwork/hand.svg", "<circle", "<text");
	assert_null(tree_compose(tree, "ar", NULL, "office"));
	request.language = language_find(&tree->material.languages, "nl");
	request.edition = edition_find(&tree->material, "office");
	assert_null(compose(tree->arena, other, &tree->material, &request));
	assert_true(diag_failed(other));
	diag_free(other);
	tree_close(tree);
}

static void the_material_lists_its_documents(void **state)
{
	struct tree *tree = tree_open();
	(void)state;

	assert_int_equal(remove(tree_path(tree, "translations/facts.xml")), 0);
	assert_true(material_load(tree->arena, tree->diag, tree->folder, &tree->material));
	assert_int_equal(tree->material.document_count, 1);
	assert_string_equal(tree->material.documents[0], "leaf");
	assert_null(edition_find(&tree->material, "poster"));
	tree_close(tree);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(rows_follow_the_master),
	    cmocka_unit_test(facts_become_spans),
	    cmocka_unit_test(names_and_laws_stay_dutch),
	    cmocka_unit_test(a_figure_has_its_words),
	    cmocka_unit_test(running_strings_tell_what_the_paper_is),
	    cmocka_unit_test(in_dutch_both_is_said_once),
	    cmocka_unit_test(a_stale_unit_shows_in_the_state),
	    cmocka_unit_test(places_are_mirrored_for_right_to_left),
	    cmocka_unit_test(a_drawing_without_direction_is_not_mirrored),
	    cmocka_unit_test(text_flows_on_into_the_next_frame),
	    cmocka_unit_test(floors_raise_the_smallest_scale),
	    cmocka_unit_test(a_floor_is_rounded_up),
	    cmocka_unit_test(a_fixed_style_below_its_floor_is_an_error),
	    cmocka_unit_test(an_edition_chooses_units_and_layout),
	    cmocka_unit_test(two_languages_stand_side_by_side),
	    cmocka_unit_test(where_a_link_leads_is_in_the_code),
	    cmocka_unit_test(progress_counts_what_is_there),
	    cmocka_unit_test(what_was_wrong_is_told_to_every_document),
	    cmocka_unit_test(the_material_lists_its_documents),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
