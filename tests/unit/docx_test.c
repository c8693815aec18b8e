/* Word files: what goes out comes back, and whatever word processors and people do to a table is understood or told by name. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/file.h"
#include "helper_source.h"
#include "review/archive.h"
#include "review/docx.h"
#include "source/offer.h"

#define FILE_NAME "back.docx"

static struct tree *open_material(void)
{
	struct tree *tree = tree_open();

	assert_true(material_load(tree->arena, tree->diag, tree->folder, &tree->material));
	return tree;
}

static struct offer make_offer(struct tree *tree, const char *tag, const char *reference)
{
	const struct languages *languages = &tree->material.languages;
	struct request request = {.document = "leaf",
				  .language = language_find(languages, tag),
				  .second = reference ? language_find(languages, reference) : NULL};
	struct offer offer;

	assert_non_null(request.language);
	assert_true(offer_make(tree->arena, tree->diag, &tree->material, &request, &offer));
	return offer;
}

static void save(struct tree *tree, struct bytes bytes)
{
	assert_non_null(bytes.data);
	assert_true(file_write(tree->diag, tree_path(tree, FILE_NAME), bytes));
}

static bool read_back(struct tree *tree, struct delivery *delivery)
{
	return docx_read(tree->arena, tree->diag, tree_path(tree, FILE_NAME), delivery);
}

static const char *printed(struct tree *tree, struct words words)
{
	struct buf buf = buf_new(tree->arena);

	buf_puts(&buf, "");
	words_print(&buf, words);
	return buf.data;
}

static void goes_round(const char *tag, const char *reference)
{
	struct tree *tree = open_material();
	struct offer offer = make_offer(tree, tag, reference);
	struct delivery delivery;

	save(tree, docx_write(tree->arena, tree->diag, &offer));
	assert_true(read_back(tree, &delivery));
	assert_string_equal(tree_said(tree), "");
	assert_string_equal(delivery.document, "leaf");
	assert_string_equal(delivery.tag, tag);
	assert_int_equal(delivery.length, offer.length);
	for (size_t i = 0; i < offer.length; i++) {
		const struct delivered *unit = &delivery.units[i];

		assert_string_equal(unit->id, offer.units[i].unit->id);
		assert_string_equal(printed(tree, unit->source), printed(tree, offer.units[i].unit->source));
		assert_string_equal(printed(tree, unit->target), printed(tree, offer.units[i].target));
		assert_string_equal(unit->base, offer.units[i].base);
		assert_int_equal(unit->loc.line, i + 1);
	}
	tree_close(tree);
}

static void what_goes_out_comes_back(void **state)
{
	(void)state;
	goes_round("ar", NULL);
	goes_round("ar", "nl");
	goes_round("nl", NULL);
}

static void chips_alone_are_no_translation(void **state)
{
	struct tree *tree = open_material();
	struct offer offer;
	struct delivery delivery;
	(void)state;

	assert_int_equal(remove(tree_path(tree, "translations/leaf/ar.xlf")), 0);
	offer = make_offer(tree, "ar", NULL);
	save(tree, docx_write(tree->arena, tree->diag, &offer));
	assert_true(read_back(tree, &delivery));
	assert_int_equal(delivery.length, offer.length);
	for (size_t i = 0; i < delivery.length; i++)
		assert_int_equal(delivery.units[i].target.length, 0);
	tree_close(tree);
}

static void the_same_offer_is_the_same_file(void **state)
{
	struct tree *tree = open_material();
	struct offer offer = make_offer(tree, "ar", "nl");
	struct bytes one = docx_write(tree->arena, tree->diag, &offer);
	struct bytes other = docx_write(tree->arena, tree->diag, &offer);
	(void)state;

	assert_int_equal(one.length, other.length);
	assert_memory_equal(one.data, other.data, one.length);
	tree_close(tree);
}

/* A file of others' making */

#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define CELL(content) "<w:tc><w:p>" content "</w:p></w:tc>"
#define RUN(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define BOLD(text) "<w:r><w:rPr><w:b w:val=\"true\"/></w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define HEAD "<w:tr>" CELL(RUN("leaf/ar")) CELL(RUN("nl")) CELL(RUN("ar")) CELL(RUN("opm")) "</w:tr>"
#define DUTCH "<w:tc><w:p>" RUN("Tot [penalty.years: 12] jaar ") BOLD("gevangenis") RUN(".") "</w:p></w:tc>"
#define ROW(target, remark) "<w:tr>" CELL(RUN("7 law.penalty")) DUTCH target remark "</w:tr>"
#define BODY(inside) "<?xml version=\"1.0\"?><w:document " W "><w:body>" inside "</w:body></w:document>"
#define TABLE(rows) BODY("<w:tbl>" HEAD rows "</w:tbl><w:sectPr/>")
#define TARGET(content) TABLE(ROW(CELL(content), CELL("")))
#define RELATION(type, target)                                                                               \
	"<Relationship Id=\"r1\" "                                                                           \
	"Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" type                   \
	"\" Target=\"" target "\"/>"
#define RELATIONS(inside)                                                                                    \
	"<?xml version=\"1.0\"?><Relationships "                                                             \
	"xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" inside "</Relationships>"

static struct bytes bytes_of(const char *text)
{
	return (struct bytes){(const unsigned char *)text, strlen(text)};
}

static void save_others(struct tree *tree, const char *main_part, const char *comments)
{
	const struct archive_part parts[] = {
	    {"_rels/.rels", bytes_of(RELATIONS(RELATION("officeDocument", "/word/document2.xml")))},
	    {"word/document2.xml", bytes_of(main_part)},
	    {"word/_rels/document2.xml.rels", bytes_of(RELATIONS(RELATION("comments", "comments.xml")))},
	    {"word/comments.xml", bytes_of(comments ? comments : "")},
	};

	save(tree, archive_make(tree->arena, tree->diag, parts, comments ? 4 : 3));
}

static void reads(const char *main_part, const char *target)
{
	struct tree *tree = open_material();
	struct delivery delivery;

	save_others(tree, main_part, NULL);
	if (!read_back(tree, &delivery))
		fail_msg("%s", tree_said(tree));
	assert_int_equal(delivery.length, 1);
	assert_string_equal(printed(tree, delivery.units[0].target), target);
	tree_close(tree);
}

static void what_word_processors_do_is_understood(void **state)
{
	(void)state;
	/* one chip in four runs, spelling marks and bookmarks between */
	reads(TARGET(RUN("a [penal") "<w:proofErr w:type=\"spellStart\"/>" RUN("ty.years")
			 RUN(": ") "<w:bookmarkStart w:id=\"1\" w:name=\"_GoBack\"/>" RUN("12] b")),
	      "a {penalty.years} b");
	/* a content control, a smart tag and a link are looked through */
	reads(TARGET("<w:sdt><w:sdtPr><w:tag w:val=\"t\"/></w:sdtPr><w:sdtContent>" RUN(
		  "a") "</w:sdtContent></w:sdt>"
		       "<w:smartTag>" RUN("b") "</w:smartTag>"
					       "<w:hyperlink>" RUN("c") "</w:hyperlink>"),
	      "abc");
	/* spaces that only a run holds, quotation marks as they are, a fixed space before a colon */
	reads(TARGET(RUN("a") RUN(" ") RUN("\xE2\x80\x98"
					   "b\xE2\x80\x99 [penalty.years\xC2\xA0: 12]")),
	      "a \xE2\x80\x98"
	      "b\xE2\x80\x99 {penalty.years}");
	/* bold for complex scripts, and bold that is switched off */
	reads(TARGET("<w:r><w:rPr><w:bCs/></w:rPr><w:t>a</w:t></w:r>"
		     "<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>b</w:t></w:r>" BOLD("c") BOLD("d")),
	      "<b>a</b>b<b>cd</b>");
	/* line breaks, tabs and paragraphs are spaces; hyphens stay */
	reads(TARGET(RUN("a") "<w:r><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/></w:r></"
			      "w:p><w:p>" RUN("d")),
	      "a b c\xE2\x80\x91 d");
	/* a field shows its result */
	reads(TARGET("<w:r><w:fldChar "
		     "w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>" RUN("a")),
	      "a");
	/* links */
	reads(TARGET(RUN("[url.site: start]a ") BOLD("b[url.site: end]") RUN(" c")),
	      "<a url.site>a <b>b</b></a> c");
	/* brackets that are no chip */
	reads(TARGET(RUN("[a] [b c] [ [penalty.years: 12]")), "[a] [b c] [ {penalty.years}");
	/* rows and cells in content controls of their own */
	reads(TABLE("<w:sdt><w:sdtContent>" ROW(
		  "<w:sdt><w:sdtContent>" CELL(RUN("a")) "</w:sdtContent></w:sdt>",
		  CELL("")) "</w:sdtContent></w:sdt>"),
	      "a");
	/* the table was cut in two, the head was repeated, a row was added at the end */
	reads(BODY("<w:tbl>" HEAD "</w:tbl><w:p/><w:tbl>" HEAD ROW(CELL(RUN("a")), CELL("")) "<w:tr>" CELL("")
		       CELL("") CELL("") CELL("") "</w:tr></w:tbl>"),
	      "a");
}

static void said(struct tree *tree, const char *line)
{
	if (!strstr(tree_said(tree), line))
		fail_msg("expected %s, got:\n%s", line, tree_said(tree));
}

static void tracked_changes_are_taken_and_told(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		struct tree *tree = open_material();
		struct delivery delivery;

		save_others(
		    tree,
		    i ? TARGET("<w:moveFrom>" RUN("x") "</w:moveFrom><w:moveTo>" RUN("a") "</w:moveTo>")
		      : TARGET(
			    "<w:ins>" RUN("a") "</w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del>"),
		    NULL);
		assert_true(read_back(tree, &delivery));
		assert_string_equal(printed(tree, delivery.units[0].target), "a");
		said(tree, "back.docx:7: warning: unit law.penalty: ");
		said(tree, "[docx-tracked]");
		tree_close(tree);
	}
}

static void remarks_and_comments_come_along(void **state)
{
	struct tree *tree = open_material();
	struct delivery delivery;
	(void)state;

	save_others(
	    tree,
	    TABLE(ROW(CELL(RUN("a") "<w:r><w:commentReference w:id=\"3\"/></w:r>"),
		      CELL(RUN("een") "</w:p><w:p>" RUN("twee")))),
	    "<?xml version=\"1.0\"?><w:comments " W
	    "><w:comment w:id=\"2\"><w:p>" RUN("nee") "</w:p></w:comment><w:comment w:id=\"3\"><w:p>" RUN(
		"drie") "</w:p></w:comment></w:comments>");
	assert_true(read_back(tree, &delivery));
	assert_int_equal(delivery.units[0].remark_count, 3);
	assert_string_equal(delivery.units[0].remarks[0], "een");
	assert_string_equal(delivery.units[0].remarks[1], "twee");
	assert_string_equal(delivery.units[0].remarks[2], "drie");
	tree_close(tree);
}

static void refuses(const char *main_part, const char *place, const char *word)
{
	struct tree *tree = open_material();
	struct delivery delivery;

	save_others(tree, main_part, NULL);
	assert_false(read_back(tree, &delivery));
	said(tree, place);
	said(tree, word);
	tree_close(tree);
}

#define UNIT "back.docx:7: error: unit law.penalty: "

static void what_would_be_lost_is_refused_by_row_and_unit(void **state)
{
	(void)state;
	refuses(TARGET("<w:r><w:rPr><w:strike/></w:rPr><w:t>a</w:t></w:r>"), UNIT, "[docx-struck]");
	refuses(TARGET("<w:r><w:drawing><w:t>a</w:t></w:drawing></w:r>"), UNIT, "[docx-picture]");
	refuses(TARGET("</w:p><w:tbl><w:tr>" CELL(RUN("a")) "</w:tr></w:tbl><w:p>"), UNIT, "[docx-table]");
	refuses(TARGET("<w:r><w:footnoteReference w:id=\"1\"/></w:r>"), UNIT, "[docx-footnote]");
	refuses(TARGET("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F04A\"/></w:r>"), UNIT, "[docx-symbol]");
	refuses(TARGET(RUN("a [penalty.years: 15]")), UNIT, "[docx-typed-over]");
	refuses(TABLE("<w:tr>" CELL(RUN("7 law.penalty")) DUTCH CELL(RUN("a")) "</w:tr>"), UNIT,
		"[docx-cells]");
	refuses(TABLE("<w:tr>" CELL(RUN("7 law.penalty")) DUTCH CELL(
		    RUN("a")) "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p/></w:tc></w:tr>"),
		UNIT, "[docx-cells]");
	refuses(TABLE("<w:tr>" CELL("") CELL("") CELL(RUN("a")) CELL("") "</w:tr>"),
		"back.docx:1: error: ", "[docx-id]");
	refuses(BODY("<w:tbl><w:tr>" CELL(RUN("prijs")) CELL("") CELL("") CELL("") "</w:tr></w:tbl>"),
		"back.docx: error: ", "[docx-foreign]");
	refuses(BODY("<w:p/>"), "back.docx: error: ", "[docx-foreign]");
	refuses("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"b\">]><w:document " W "/>",
		"back.docx:1: error: ", "[xml-doctype]");
}

static void a_sentence_outside_the_table_is_told(void **state)
{
	struct tree *tree = open_material();
	struct delivery delivery;
	(void)state;

	save_others(tree, BODY("<w:tbl>" HEAD "</w:tbl><w:p>" RUN("Let op!") "</w:p>"), NULL);
	assert_true(read_back(tree, &delivery));
	said(tree, "Let op! [docx-outside]");
	tree_close(tree);
}

static void breaks(struct bytes bytes, const char *word)
{
	struct tree *tree = open_material();
	struct delivery delivery;

	save(tree, bytes);
	assert_false(read_back(tree, &delivery));
	said(tree, word);
	tree_close(tree);
}

static void hostile_files_are_not_opened(void **state)
{
	static const char *const names[] = {"../../etc/passwd", "/etc/passwd", "word\\x", "word/../../x",
					    "C:x"};
	struct arena *arena = arena_new();
	struct diag *diag = diag_new();
	struct archive_part parts[500] = {
	    {"_rels/.rels", bytes_of(RELATIONS(RELATION("officeDocument", "bomb")))},
	    {"bomb", {arena_alloc(arena, 64 << 20), 64 << 20}}};
	struct bytes whole = archive_make(arena, diag, parts, 2);
	(void)state;

	breaks(whole, "[docx-unsafe]");
	breaks((struct bytes){whole.data, whole.length / 2}, "[docx-broken]");
	breaks(bytes_of("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), "[docx-locked]");
	breaks(bytes_of("<html>"), "[docx-broken]");
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		parts[1] = (struct archive_part){names[i], bytes_of("x")};
		breaks(archive_make(arena, diag, parts, 2), "[docx-unsafe]");
	}
	parts[1] = (struct archive_part){"_RELS/.rels", bytes_of("x")};
	breaks(archive_make(arena, diag, parts, 2), "[docx-unsafe]");
	for (size_t i = 0; i < 500; i++)
		parts[i] = (struct archive_part){arena_format(arena, "%zu", i), bytes_of("x")};
	breaks(archive_make(arena, diag, parts, 500), "[docx-unsafe]");
	parts[0] =
	    (struct archive_part){"_rels/.rels", bytes_of(RELATIONS(RELATION("officeDocument", "gone")))};
	breaks(archive_make(arena, diag, parts, 1), "[docx-broken]");
	diag_free(diag);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_goes_out_comes_back),
	    cmocka_unit_test(chips_alone_are_no_translation),
	    cmocka_unit_test(the_same_offer_is_the_same_file),
	    cmocka_unit_test(what_word_processors_do_is_understood),
	    cmocka_unit_test(tracked_changes_are_taken_and_told),
	    cmocka_unit_test(remarks_and_comments_come_along),
	    cmocka_unit_test(what_would_be_lost_is_refused_by_row_and_unit),
	    cmocka_unit_test(a_sentence_outside_the_table_is_told),
	    cmocka_unit_test(hostile_files_are_not_opened),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
