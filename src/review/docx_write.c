/* A table that reads from left to right in every language; only its cells have directions. What may be changed are the last two
 * columns; the others stand in locked content controls (ECMA-376 part 1, 17.5.2), which Word heeds, and which LibreOffice shows. */
#include "review/docx.h"

#include <string.h>

#include "base/arena.h"
#include "review/archive.h"
#include "review/docx_parts.h"
#include "review/html.h"

#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define W "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define RELATIONS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006"
#define WORD_TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char content_types[] = XML
    "<Types xmlns=\"" PACKAGE "/content-types\">"
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
    "<Override PartName=\"/word/document.xml\" ContentType=\"" WORD_TYPE "document.main+xml\"/>"
    "<Override PartName=\"/word/styles.xml\" ContentType=\"" WORD_TYPE "styles+xml\"/>"
    "<Override PartName=\"/word/settings.xml\" ContentType=\"" WORD_TYPE "settings+xml\"/>"
    "<Override PartName=\"/word/header1.xml\" ContentType=\"" WORD_TYPE "header+xml\"/></Types>";
static const char package_relations[] =
    XML "<Relationships xmlns=\"" PACKAGE "/relationships\"><Relationship Id=\"r1\" Type=\"" RELATIONS
	"/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
static const char document_relations[] =
    XML "<Relationships xmlns=\"" PACKAGE "/relationships\"><Relationship Id=\"r1\" Type=\"" RELATIONS
	"/styles\" Target=\"styles.xml\"/><Relationship Id=\"r2\" Type=\"" RELATIONS
	"/settings\" Target=\"settings.xml\"/><Relationship Id=\"r3\" Type=\"" RELATIONS
	"/header\" Target=\"header1.xml\"/></Relationships>";
static const char settings[] =
    XML "<w:settings " W "><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
	"w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>";

#define STYLE(id, based, paragraph, run)                                                                     \
	"<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" id "\"/>" based                \
	"<w:pPr>" paragraph "</w:pPr><w:rPr>" run "</w:rPr></w:style>"
#define SIZE(half_points) "<w:sz w:val=\"" half_points "\"/><w:szCs w:val=\"" half_points "\"/>"
#define SPACING(before, after) "<w:spacing w:before=\"" before "\" w:after=\"" after "\"/>"

static const char styles[] = XML
    "<w:styles " W "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" "
    "w:eastAsia=\"Calibri\" w:cs=\"Arial\"/>" SIZE(
	"22") "<w:lang w:val=\"nl-NL\"/></w:rPr></w:rPrDefault>"
	      "</w:docDefaults>"
	      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
	      "w:val=\"Normal\"/></w:style>" STYLE(
		  "Heading1", "<w:basedOn w:val=\"Normal\"/>",
		  "<w:keepNext/>" SPACING("0", "120") "<w:outlineLvl w:val=\"0\"/>",
		  "<w:b/><w:bCs/>" SIZE("32"))
		  STYLE("Guide", "<w:basedOn w:val=\"Normal\"/>", SPACING("0", "80"), "")
		      STYLE("Cell", "<w:basedOn w:val=\"Normal\"/>", SPACING("40", "40"), "")
			  STYLE("Head", "<w:basedOn w:val=\"Cell\"/>", "<w:keepNext/>" SPACING("40", "40"),
				"<w:b/><w:bCs/>")
			      STYLE("Id", "<w:basedOn w:val=\"Cell\"/>", SPACING("40", "0"), SIZE("18"))
				  STYLE("Hint", "<w:basedOn w:val=\"Cell\"/>", SPACING("20", "0"),
					"<w:color w:val=\"595959\"/>" SIZE(
					    "16")) "<w:style w:type=\"character\" w:styleId=\"Chip\"><w:name "
						   "w:val=\"Chip\"/><w:rPr>"
						   "<w:shd w:val=\"clear\" w:color=\"auto\" "
						   "w:fill=\"D9D9D9\"/></w:rPr></w:style></w:styles>";

enum column { ID, DUTCH, REFERENCE, TARGET, REMARK, COLUMNS };

/* Twentieths of a point, of 15398 on an A4 that lies; without a reference its share goes to Dutch and target. */
static const int widths[2][COLUMNS] = {{2900, 4500, 0, 5198, 2800}, {2700, 3300, 3100, 3898, 2400}};

static const char *const guide[] = {
    "Vul alleen de kolommen Vertaling en Opmerking in. Laat de andere kolommen en de rijen zoals ze zijn.",
    "Fill in only the columns Vertaling / Translation and Opmerking / Remark. Leave the other columns and "
    "the rows as they are.",
    NULL};
static const char *const guide_dutch[] = {"Verander alleen de kolom Nieuw Nederlands; een opmerking mag in "
					  "de laatste kolom. Laat de rest zoals het is.",
					  "Change only the column Nieuw Nederlands / New Dutch; a remark may "
					  "go into the last column. Leave the rest as it is.",
					  NULL};
static const char *const guide_all[] = {
    "Grijze woorden tussen haken, zoals [phone.112: 112], zijn vaste gegevens; het programma vult ze in. Zet "
    "elk ervan "
    "één keer op de plaats waar het in de zin hoort. U mag ze kopiëren en verplaatsen. Typ er niets in.",
    "Grey words in brackets, like [phone.112: 112], are fixed; the program fills them in. Put each of them "
    "once where it belongs "
    "in the sentence. You may copy and move them. Do not type in them.",
    "Is een woord in het Nederlands vet? Maak dan hetzelfde woord in uw zin vet.",
    "Is a word bold in the Dutch? Then make the same word bold in your sentence.",
    "Is iets niet duidelijk? Schrijf het bij Opmerking. Bewaar het bestand als .docx en stuur het terug.",
    "Is anything unclear? Write it under Opmerking / Remark. Save the file as .docx and send it back.",
    NULL};

static const struct language dutch = {.tag = "nl", .script = "Latn", .direction = DIRECTION_LTR};

static bool of_dutch(const struct offer *offer)
{
	return strcmp(offer->language->tag, "nl") == 0;
}

static void line(struct docx *docx, const char *style, const char *text)
{
	docx_paragraph(docx, style, NULL);
	docx_run(docx, text, "", NULL);
	buf_puts(&docx->buf, "</w:p>");
}

static void lines(struct docx *docx, const char *const *texts)
{
	for (; *texts; texts++)
		line(docx, "Guide", *texts);
}

static void add_head(struct docx *docx)
{
	const struct offer *offer = docx->offer;
	struct arena *arena = docx->buf.arena;

	line(docx, "Heading1",
	     arena_format(arena, "%s: %s / %s", offer->document, offer->language->name_nl,
			  offer->language->name_en));
	lines(docx, of_dutch(offer) ? guide_dutch : guide);
	lines(docx, guide_all);
}

bool docx_is_guide(const char *text, const char *document)
{
	static const char *const *const all[] = {guide, guide_dutch, guide_all};
	size_t length = strlen(document);

	for (size_t i = 0; i < sizeof all / sizeof *all; i++)
		for (const char *const *known = all[i]; *known; known++)
			if (strcmp(*known, text) == 0)
				return true;
	return strncmp(text, document, length) == 0 && text[length] == ':';
}

static void open_cell(struct docx *docx, enum column column)
{
	buf_printf(&docx->buf, "<w:tc><w:tcPr><w:tcW w:w=\"%d\" w:type=\"dxa\"/></w:tcPr>",
		   widths[docx->offer->reference != NULL][column]);
}

static const char *column_name(const struct docx *docx, enum column column)
{
	const struct offer *offer = docx->offer;
	struct arena *arena = docx->buf.arena;

	switch (column) {
	case ID:
		return arena_format(arena, "%s/%s", offer->document, offer->language->tag);
	case DUTCH:
		return "Nederlands / Dutch";
	case REFERENCE:
		return arena_format(arena, "%s / %s", offer->reference->name_nl, offer->reference->name_en);
	case TARGET:
		return of_dutch(offer)
			   ? "Nieuw Nederlands / New Dutch"
			   : arena_format(arena, "Vertaling / Translation: %s", offer->language->autonym);
	case REMARK:
	case COLUMNS:
		break;
	}
	return "Opmerking / Remark";
}

static void add_names(struct docx *docx)
{
	buf_puts(&docx->buf, "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>");
	for (enum column column = ID; column < COLUMNS; column++) {
		if (column == REFERENCE && !docx->offer->reference)
			continue;
		open_cell(docx, column);
		line(docx, "Head", column_name(docx, column));
		buf_puts(&docx->buf, "</w:tc>");
	}
	buf_puts(&docx->buf, "</w:tr>");
}

static const char *kind_hint(enum unit_kind kind)
{
	switch (kind) {
	case UNIT_TITLE:
		return "naam van het bestand / name of the file";
	case UNIT_H1:
	case UNIT_H2:
	case UNIT_H3:
		return "kop / heading";
	case UNIT_ALT:
		return "wat een tekening laat zien, voor wie haar niet kan zien / what a drawing shows, for "
		       "those who cannot see it";
	case UNIT_P:
	case UNIT_LI:
	case UNIT_STRING:
		break;
	}
	return NULL;
}

/* The mark goes around the id, so that it is lost with it and never without. */
static void add_id(struct docx *docx, size_t row)
{
	const struct offered *offered = &docx->offer->units[row];
	struct arena *arena = docx->buf.arena;
	const char *hint = kind_hint(offered->unit->kind);

	docx_paragraph(docx, "Id", NULL);
	buf_printf(&docx->buf, "<w:bookmarkStart w:id=\"%zu\" w:name=\"" DOCX_MARK "%zu_%s\"/>", row, row + 1,
		   offered->base ? offered->base : "");
	docx_control(docx, "fixed", "sdtContentLocked");
	docx_run(docx, arena_format(arena, "%zu %s", row + 1, offered->unit->id), "", NULL);
	docx_control_close(docx);
	buf_printf(&docx->buf, "<w:bookmarkEnd w:id=\"%zu\"/></w:p>", row);
	if (hint)
		line(docx, "Hint", hint);
	if (offered->unit->note && !of_dutch(docx->offer))
		line(docx, "Hint", offered->unit->note);
	if (offered->previous)
		line(docx, "Hint", arena_format(arena, "Eerder / Before: %s", offered->previous));
}

static void add_remarks(struct docx *docx, const struct offered *offered)
{
	for (size_t i = 0; i < offered->question_count; i++)
		line(docx, "Cell", offered->questions[i]);
	if (!offered->question_count)
		line(docx, "Cell", "");
}

static void add_row(struct docx *docx, size_t row)
{
	const struct offer *offer = docx->offer;
	const struct offered *offered = &offer->units[row];

	buf_puts(&docx->buf, "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
	open_cell(docx, ID);
	add_id(docx, row);
	buf_puts(&docx->buf, "</w:tc>");
	open_cell(docx, DUTCH);
	docx_fixed_words(docx, offered->unit->source, &dutch);
	buf_puts(&docx->buf, "</w:tc>");
	if (offer->reference) {
		open_cell(docx, REFERENCE);
		docx_fixed_words(docx, offered->reference, offer->reference);
		buf_puts(&docx->buf, "</w:tc>");
	}
	open_cell(docx, TARGET);
	docx_open_words(docx, offered, offer->language);
	buf_puts(&docx->buf, "</w:tc>");
	open_cell(docx, REMARK);
	add_remarks(docx, offered);
	buf_puts(&docx->buf, "</w:tc></w:tr>");
}

static void add_table(struct docx *docx)
{
	static const char *const sides[] = {"top", "left", "bottom", "right", "insideH", "insideV"};

	buf_puts(&docx->buf, "<w:tbl><w:tblPr><w:tblW w:w=\"15398\" w:type=\"dxa\"/><w:tblBorders>");
	for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
		buf_printf(&docx->buf, "<w:%s w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"7F7F7F\"/>",
			   sides[i]);
	buf_puts(&docx->buf, "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
	for (enum column column = ID; column < COLUMNS; column++)
		if (column != REFERENCE || docx->offer->reference)
			buf_printf(&docx->buf, "<w:gridCol w:w=\"%d\"/>",
				   widths[docx->offer->reference != NULL][column]);
	buf_puts(&docx->buf, "</w:tblGrid>");
	add_names(docx);
	for (size_t i = 0; i < docx->offer->length; i++)
		add_row(docx, i);
	buf_puts(&docx->buf, "</w:tbl>");
}

static struct docx docx_new(struct arena *arena, const struct offer *offer)
{
	return (struct docx){.buf = buf_new(arena), .offer = offer};
}

static struct bytes bytes_of(const struct docx *docx)
{
	return (struct bytes){(const unsigned char *)docx->buf.data, docx->buf.length};
}

static struct bytes make_document(struct arena *arena, const struct offer *offer)
{
	struct docx docx = docx_new(arena, offer);

	buf_puts(&docx.buf, XML "<w:document " W " xmlns:r=\"" RELATIONS "\"><w:body>");
	add_head(&docx);
	add_table(&docx);
	buf_puts(&docx.buf,
		 "<w:p/><w:sectPr><w:headerReference w:type=\"default\" r:id=\"r3\"/><w:pgSz w:w=\"16838\" "
		 "w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1100\" w:right=\"720\" "
		 "w:bottom=\"720\" w:left=\"720\" w:header=\"500\" w:footer=\"400\" w:gutter=\"0\"/>"
		 "</w:sectPr></w:body></w:document>");
	return bytes_of(&docx);
}

/* What it is stands on every page. */
static struct bytes make_header(struct arena *arena, const struct offer *offer)
{
	struct docx docx = docx_new(arena, offer);

	buf_puts(&docx.buf, XML "<w:hdr " W ">");
	line(&docx, "Hint",
	     arena_format(
		 arena, "%s/%s · versie / version %s, %s · concept, om te vertalen / draft, for translation",
		 offer->document, offer->language->tag, offer->master->version, offer->master->date));
	buf_puts(&docx.buf, "</w:hdr>");
	return bytes_of(&docx);
}

#define CONSTANT(text)                                                                                       \
	{                                                                                                    \
		(const unsigned char *)(text), sizeof(text) - 1                                              \
	}

struct bytes docx_write(struct arena *arena, struct diag *diag, const struct offer *offer)
{
	const struct archive_part parts[] = {
	    {"[Content_Types].xml", CONSTANT(content_types)},
	    {"_rels/.rels", CONSTANT(package_relations)},
	    {"word/document.xml", make_document(arena, offer)},
	    {"word/_rels/document.xml.rels", CONSTANT(document_relations)},
	    {"word/styles.xml", CONSTANT(styles)},
	    {"word/settings.xml", CONSTANT(settings)},
	    {"word/header1.xml", make_header(arena, offer)},
	};

	return archive_make(arena, diag, parts, sizeof parts / sizeof *parts);
}
