/* Whole files, from shaped text on, judged by qpdf, mutool and poppler. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/file.h"
#include "helper_fonts.h"
#include "layout/paginate.h"
#include "pdf/write.h"

enum { PT = 1000, BLOCKS = 7 };

static const struct color ink = {.id = "ink", .cmyk = {0, 0, 0, 100}};
static const struct segment line[] = {{SEGMENT_MOVE, {0, 0, 1000}, {0, 0, 1000}},
				      {SEGMENT_LINE, {0, 0, 9000}, {0, 0, 9000}}};
static const struct path stroke = {line, 2, NULL, &ink, 500, CAP_ROUND, JOIN_ROUND, false};
static const struct artwork drawing = {
    .id = "drawing", .width = 10 * PT, .height = 10 * PT, .paths = &stroke, .path_count = 1};

/* A page with all that a leaflet has. */
struct leaflet {
	struct fixture *fixture;
	struct edition edition;
	struct document document;
	struct style body, heading;
	struct block blocks[BLOCKS];
	const struct block *list[BLOCKS];
	struct row rows[BLOCKS];
	struct flow flow;
	struct frame frame;
	struct placed placed[2];
	struct page_master master;
	struct pages pages;
};

static struct block *add(struct leaflet *leaflet, size_t index, enum role role, const char *tag,
			 const char *text)
{
	struct span *span = arena_alloc(leaflet->fixture->arena, sizeof *span);
	struct block *block = &leaflet->blocks[index];

	*span = (struct span){.kind = SPAN_TEXT, .text = text, .language = helper_language(tag)};
	*block =
	    (struct block){.index = index,
			   .unit = "u",
			   .role = role,
			   .style = role == ROLE_H1 || role == ROLE_H2 ? &leaflet->heading : &leaflet->body,
			   .language = span->language,
			   .spans = span,
			   .span_count = 1};
	leaflet->list[index] = block;
	leaflet->rows[index].first = block;
	return block;
}

static void add_blocks(struct leaflet *leaflet)
{
	struct span *spans = arena_array(leaflet->fixture->arena, 2, sizeof *spans);
	struct block *linked, *figure;

	add(leaflet, 0, ROLE_H1, "nl", "Besnijdenis is verboden");
	linked = add(leaflet, 1, ROLE_P, "nl", "");
	spans[0] = (struct span){.kind = SPAN_TEXT, .text = "Bel ", .language = linked->language};
	spans[1] = (struct span){
	    .kind = SPAN_LITERAL, .text = "0800-2000", .language = linked->language, .uri = "tel:08002000"};
	linked->spans = spans;
	linked->span_count = 2;
	add(leaflet, 2, ROLE_LI, "nl", "een punt")->list = 1;
	figure = add(leaflet, 3, ROLE_FIGURE, "nl", "");
	figure->artwork = &drawing;
	figure->alt = "Een streep";
	figure->span_count = 0;
	add(leaflet, 4, ROLE_H2, "ar", "ختان البنات ممنوع");
	add(leaflet, 5, ROLE_P, "ur", "لڑکیوں کا ختنہ منع ہے۔");
	add(leaflet, 6, ROLE_P, "th", "น้ำ กำ");
}

static struct leaflet *leaflet_new(struct fixture *fixture)
{
	struct leaflet *leaflet = arena_alloc(fixture->arena, sizeof *leaflet);

	leaflet->fixture = fixture;
	leaflet->edition = (struct edition){.id = "test",
					    .width = 300 * PT,
					    .height = 400 * PT,
					    .tagged = true,
					    .links = true,
					    .outline = true,
					    .claims = CLAIM_UA1 | CLAIM_A2A};
	leaflet->body = (struct style){.id = "body", .color = &ink, .size = 12 * PT, .leading = 1000};
	leaflet->heading = leaflet->body;
	leaflet->heading.weight = WEIGHT_BOLD;
	leaflet->heading.size = 16 * PT;
	add_blocks(leaflet);
	leaflet->flow = (struct flow){.id = "flow", .rows = leaflet->rows, .row_count = BLOCKS};
	leaflet->frame = (struct frame){
	    .id = "frame", .rect = {20 * PT, 20 * PT, 260 * PT, 350 * PT}, .side = 30 * PT, .columns = 1};
	leaflet->placed[0] =
	    (struct placed){.rect = {0, 380 * PT, 20 * PT, 20 * PT}, .artwork = &drawing, .mirrored = false};
	leaflet->placed[1] = (struct placed){
	    .rect = {280 * PT, 380 * PT, 20 * PT, 20 * PT}, .artwork = &drawing, .mirrored = true};
	leaflet->master = (struct page_master){.id = "front",
					       .frames = &leaflet->frame,
					       .frame_count = 1,
					       .placed = leaflet->placed,
					       .placed_count = 2};
	leaflet->document = (struct document){.id = "test",
					      .version = "1",
					      .date = "2026-11-23",
					      .title = "Verklaring <ختان>",
					      .subject = "Proef",
					      .stem = "test",
					      .language = helper_language("nl"),
					      .edition = &leaflet->edition,
					      .duplex = DUPLEX_LONG,
					      .flows = &leaflet->flow,
					      .flow_count = 1,
					      .pages = &leaflet->master,
					      .page_count = 1,
					      .blocks = leaflet->list,
					      .block_count = BLOCKS,
					      .min_scale = 1000,
					      .max_scale = 1000};
	return leaflet;
}

static struct bytes make(struct leaflet *leaflet)
{
	struct fixture *fixture = leaflet->fixture;
	const struct pages *documents[] = {&leaflet->pages};
	const struct job job = {.documents = documents, .document_count = 1, .stem = "test"};
	struct text text;

	assert_true(text_shape(fixture->arena, fixture->diag, fixture->fontset, &leaflet->document, &text));
	assert_true(layout_pages(fixture->arena, fixture->diag, fixture->fontset, &leaflet->document, &text,
				 &leaflet->pages));
	return pdf_make(fixture->arena, fixture->diag, &job);
}

static const char *path_of(struct fixture *fixture)
{
	return arena_format(fixture->arena, "%s/write_test.pdf",
			    getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
}

/* What a reader prints of the file; the command's %s is its path. */
static const char *ask(struct fixture *fixture, struct bytes bytes, const char *command, const char *behind)
{
	const char *path = path_of(fixture);
	char *text = arena_alloc(fixture->arena, 200000);
	FILE *pipe;
	size_t length;

	assert_non_null(bytes.data);
	assert_true(file_write(fixture->diag, path, bytes));
	pipe = popen(arena_format(fixture->arena, "%s %s %s 2>&1", command, path, behind), "r");
	assert_non_null(pipe);
	length = fread(text, 1, 199999, pipe);
	assert_int_equal(pclose(pipe), 0);
	for (size_t i = 0; i < length; i++)
		text[i] = text[i] ? text[i] : '~';
	return text;
}

static void qpdf_finds_nothing(void **state)
{
	const char *text = ask(*state, make(leaflet_new(*state)), "qpdf --check", "");

	assert_non_null(strstr(text, "No syntax or stream encoding errors found"));
	assert_null(strstr(text, "WARNING"));
}

static void text_comes_back(void **state)
{
	struct bytes bytes = make(leaflet_new(*state));
	const char *text = ask(*state, bytes, "mutool draw -q -F text", "");

	assert_non_null(strstr(text, "Besnijdenis is verboden"));
	assert_non_null(strstr(text, "Bel 0800-2000"));
	assert_non_null(strstr(text, "ختان البنات ممنوع"));
	assert_non_null(strstr(text, "لڑکیوں کا ختنہ منع ہے۔"));
	assert_non_null(strstr(text, "น้ำ กำ"));
	assert_non_null(strstr(ask(*state, bytes, "pdftotext", "-"), "น้ำ กำ"));
}

static void structure_is_in_reading_order(void **state)
{
	const char *text = ask(*state, make(leaflet_new(*state)), "pdfinfo -struct-text", "");
	const char *const order[] = {"Document",
				     "Sect",
				     "H1 (block)",
				     "\"Besnijdenis is verboden\"",
				     "P (block)",
				     "\"Bel \"",
				     "Link (inline)",
				     "\"0800-2000\"",
				     "Object",
				     "L (block)",
				     "LI (block)",
				     "Lbl (block)",
				     "LBody (block)",
				     "\"een punt\"",
				     "Figure",
				     "H2 (block)",
				     "\"ختان البنات ممنوع\"",
				     "P (block)"};

	for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
		text = strstr(text, order[i]);
		if (!text)
			fail_msg("%s is not where it should be", order[i]);
		text += strlen(order[i]);
	}
}

static const char *unpacked(void **state, struct leaflet *leaflet)
{
	return ask(*state, make(leaflet), "qpdf --qdf --object-streams=disable", "-");
}

static void a_screen_file_says_what_it_is(void **state)
{
	const char *text = unpacked(state, leaflet_new(*state));
	static const char *const said[] = {"/Marked true",
					   "/DisplayDocTitle true",
					   "/PrintScaling /None",
					   "/Duplex /DuplexFlipLongEdge",
					   "/GTS_PDFA1",
					   "/Lang (nl)",
					   "/Lang (ar)",
					   "/Alt (Een streep)",
					   "/StructParents 0",
					   "/StructParent 1",
					   "/URI (tel:08002000)",
					   "/Contents (0800-2000)",
					   "/F 4",
					   "/Tabs /S",
					   "/ParentTree",
					   "/Outlines",
					   "/SE ",
					   "/ListNumbering /Disc",
					   "/ActualText",
					   "/CreationDate (D:20261123000000Z)",
					   "<pdfuaid:part>1</pdfuaid:part>",
					   "<pdfaid:conformance>A</pdfaid:conformance>",
					   "<pdfaExtension:schemas>",
					   "<xmp:CreateDate>2026-11-23T00:00:00Z</xmp:CreateDate>",
					   "<rdf:li xml:lang=\"x-default\">Verklaring &lt;ختان&gt;</rdf:li>"};

	for (size_t i = 0; i < sizeof said / sizeof *said; i++)
		if (!strstr(text, said[i]))
			fail_msg("%s is missing", said[i]);
}

static void a_plain_file_says_less(void **state)
{
	struct leaflet *leaflet = leaflet_new(*state);
	static const char *const unsaid[] = {"/MarkInfo",      "/StructTreeRoot", "/MCID",   "/Artifact",
					     "/OutputIntents", "/Outlines",       "/Annots", "pdfuaid:part>",
					     "/Duplex",        "/Tabs",           " rg\n"};
	const char *text;

	leaflet->edition =
	    (struct edition){.id = "plain", .width = 300 * PT, .height = 400 * PT, .color_space = COLOR_GREY};
	leaflet->document.duplex = DUPLEX_UNSAID;
	text = unpacked(state, leaflet);
	for (size_t i = 0; i < sizeof unsaid / sizeof *unsaid; i++)
		if (strstr(text, unsaid[i]))
			fail_msg("%s is said", unsaid[i]);
}

static void a_bleed_has_its_boxes(void **state)
{
	struct leaflet *leaflet = leaflet_new(*state);
	const char *text;

	leaflet->edition.bleed = 8504;
	leaflet->edition.color_space = COLOR_CMYK;
	text = unpacked(state, leaflet);
	assert_non_null(strstr(text, "/BleedBox [\n    -8.504\n    -8.504\n    308.504\n    408.504\n"));
	assert_non_null(strstr(text, "/TrimBox [\n    0\n    0\n    300\n    400\n"));
	assert_non_null(strstr(text, "0 0 0 1 k\n"));
}

static size_t count(const char *text, const char *what)
{
	size_t found = 0;

	for (; (text = strstr(text, what)); text++)
		found++;
	return found;
}

static void artwork_painted_twice_is_one_form(void **state)
{
	const char *text = unpacked(state, leaflet_new(*state));

	assert_int_equal(count(text, "/Subtype /Form"), 1);
	assert_int_equal(count(text, "/X1 Do"), 2);
}

/* All that is marked content is opened and closed, and stands inside BT and ET or outside, never across. */
static void marked_content_is_nested(void **state)
{
	const char *text = unpacked(state, leaflet_new(*state));
	bool inside = false, marked = false;

	for (const char *at = text; (at = strchr(at, '\n')); at++) {
		bool begins = strncmp(at, "\nBT\n", 4) == 0, ends = strncmp(at, "\nET\n", 4) == 0;
		bool closes = strncmp(at, "\nEMC\n", 5) == 0;
		const char *end = strchr(at + 1, '\n');
		bool opens = end && end - at > 4 &&
			     (strncmp(end - 4, " BDC", 4) == 0 || strncmp(end - 4, " BMC", 4) == 0);

		assert_false((begins || ends || opens) && marked);
		assert_false((begins && inside) || (ends && !inside) || (closes && !marked));
		inside = begins || (inside && !ends);
		marked = opens || (marked && !closes);
	}
	assert_false(inside || marked);
}

static void the_same_job_gives_the_same_bytes(void **state)
{
	struct bytes a = make(leaflet_new(*state)), b = make(leaflet_new(*state));

	assert_int_equal(a.length, b.length);
	assert_memory_equal(a.data, b.data, a.length);
}

static void documents_of_a_job_share_their_fonts(void **state)
{
	struct fixture *fixture = *state;
	struct leaflet *leaflet = leaflet_new(fixture);
	const struct pages *twice[] = {&leaflet->pages, &leaflet->pages};
	const struct job job = {.documents = twice, .document_count = 2, .stem = "kit"};
	struct bytes one = make(leaflet), two;
	const char *text;

	two = pdf_make(fixture->arena, fixture->diag, &job);
	text = ask(fixture, two, "qpdf --qdf --object-streams=disable", "-");
	assert_int_equal(count(text, "/Count 2\n"), 1);
	assert_int_equal(count(text, "/FontFile2 "),
			 count(ask(fixture, one, "qpdf --qdf --object-streams=disable", "-"), "/FontFile2 "));
}

/* The darkness of the grey page that a command writes, in sheets of black pixels. */
static long darkness(struct fixture *fixture, const char *command)
{
	FILE *pipe = popen(arena_format(fixture->arena, command, path_of(fixture)), "r");
	long dark = 0, pixels = 300 * 400;
	int byte;

	assert_non_null(pipe);
	while ((byte = fgetc(pipe)) != EOF)
		dark += pixels-- > 0 ? 255 - byte : 0;
	assert_int_equal(pclose(pipe), 0);
	return dark / 255;
}

/* The ink that text extraction does not see: three renderers draw the composed glyphs alike. */
static void every_renderer_draws_it(void **state)
{
	const char *const commands[] = {
	    "mutool draw -q -r 72 -c gray -F pgm -o - %s 1 2>/dev/null | tail -c 120000",
	    "pdftoppm -gray -r 72 %s | tail -c 120000",
	    "gs -q -dBATCH -dNOPAUSE -dTextAlphaBits=4 -dGraphicsAlphaBits=4 -sDEVICE=pgmraw -r72 "
	    "-sOutputFile=- %s"
	    " | tail -c 120000"};
	long first;

	ask(*state, make(leaflet_new(*state)), "qpdf --check", "");
	first = darkness(*state, commands[0]);
	assert_in_range(first, 1000, 10000);
	for (int i = 1; i < 3; i++)
		assert_in_range(darkness(*state, commands[i]) * 100 / first, 93, 107);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, helper_setup, helper_teardown)
	const struct CMUnitTest tests[] = {
	    TEST(qpdf_finds_nothing),
	    TEST(text_comes_back),
	    TEST(structure_is_in_reading_order),
	    TEST(a_screen_file_says_what_it_is),
	    TEST(a_plain_file_says_less),
	    TEST(a_bleed_has_its_boxes),
	    TEST(artwork_painted_twice_is_one_form),
	    TEST(marked_content_is_nested),
	    TEST(the_same_job_gives_the_same_bytes),
	    TEST(documents_of_a_job_share_their_fonts),
	    TEST(every_renderer_draws_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
