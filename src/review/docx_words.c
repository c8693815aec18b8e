/* Runs (ECMA-376 part 1, 17.3.2). A right-to-left run says so (rtl), and has its weight and language in the complex-script
 * properties (bCs, lang@bidi). Fonts are named that Windows and macOS bring with Word. */
#include "review/docx_parts.h"

#include <string.h>

#include "base/arena.h"
#include "review/chip.h"
#include "review/html.h"

static const struct {
	const char *script, *font;
} fonts[] = {
    {"Latn", "Calibri"},         {"Cyrl", "Calibri"},
    {"Grek", "Calibri"},         {"Arab", "Arial"},
    {"Hebr", "Arial"},           {"Ethi", "Ebrima"},
    {"Nkoo", "Ebrima"},          {"Tfng", "Ebrima"},
    {"Vaii", "Ebrima"},          {"Adlm", "Ebrima"},
    {"Beng", "Nirmala UI"},      {"Deva", "Nirmala UI"},
    {"Gujr", "Nirmala UI"},      {"Guru", "Nirmala UI"},
    {"Knda", "Nirmala UI"},      {"Mlym", "Nirmala UI"},
    {"Orya", "Nirmala UI"},      {"Sinh", "Nirmala UI"},
    {"Taml", "Nirmala UI"},      {"Telu", "Nirmala UI"},
    {"Khmr", "Leelawadee UI"},   {"Laoo", "Leelawadee UI"},
    {"Thai", "Leelawadee UI"},   {"Mymr", "Myanmar Text"},
    {"Armn", "Sylfaen"},         {"Geor", "Sylfaen"},
    {"Thaa", "MV Boli"},         {"Syrc", "Estrangelo Edessa"},
    {"Hans", "Microsoft YaHei"}, {"Hant", "Microsoft JhengHei"},
    {"Jpan", "Yu Gothic"},       {"Kore", "Malgun Gothic"},
};

static const char *font_of(const struct language *language)
{
	for (size_t i = 0; i < sizeof fonts / sizeof *fonts; i++)
		if (strcmp(fonts[i].script, language->script) == 0)
			return fonts[i].font;
	return "Arial";
}

static bool rtl(const struct language *language)
{
	return language && language->direction == DIRECTION_RTL;
}

void docx_paragraph(struct docx *docx, const char *style, const struct language *language)
{
	buf_printf(&docx->buf, "<w:p><w:pPr><w:pStyle w:val=\"%s\"/>%s</w:pPr>", style,
		   rtl(language) ? "<w:bidi/>" : "");
}

static void add_font(struct docx *docx, const struct language *language)
{
	const char *font = font_of(language);

	buf_printf(&docx->buf, "<w:rFonts w:ascii=\"%s\" w:hAnsi=\"%s\" w:eastAsia=\"%s\" w:cs=\"%s\"/>",
		   font, font, font, font);
}

static void add_run(struct docx *docx, const char *text, const char *style, const struct language *language,
		    bool bold)
{
	struct buf *buf = &docx->buf;

	buf_puts(buf, "<w:r><w:rPr>");
	if (*style)
		buf_printf(buf, "<w:rStyle w:val=\"%s\"/>", style);
	if (language)
		add_font(docx, language);
	buf_puts(buf, bold ? "<w:b/><w:bCs/>" : "");
	if (language)
		buf_printf(buf, "%s<w:lang w:val=\"%s\" w:eastAsia=\"%s\" w:bidi=\"%s\"/>",
			   rtl(language) ? "<w:rtl/>" : "", language->tag, language->tag, language->tag);
	buf_puts(buf, "</w:rPr><w:t xml:space=\"preserve\">");
	html_escape(buf, text);
	buf_puts(buf, "</w:t></w:r>");
}

void docx_run(struct docx *docx, const char *text, const char *style, const struct language *language)
{
	add_run(docx, text, style, language, false);
}

void docx_control(struct docx *docx, const char *tag, const char *lock)
{
	buf_puts(&docx->buf, "<w:sdt><w:sdtPr><w:tag w:val=\"");
	html_escape(&docx->buf, tag);
	buf_printf(&docx->buf, "\"/><w:id w:val=\"%d\"/><w:lock w:val=\"%s\"/></w:sdtPr><w:sdtContent>",
		   ++docx->controls, lock);
}

void docx_control_close(struct docx *docx)
{
	buf_puts(&docx->buf, "</w:sdtContent></w:sdt>");
}

/* How chips are put: lock is NULL where the whole text is locked already. */
struct putting {
	struct docx *docx;
	const char *lock;
	bool bold;
};

static void put_chip(const struct putting *putting, const char *chip, const char *key)
{
	if (putting->lock)
		docx_control(putting->docx, arena_format(putting->docx->buf.arena, "fact:%s", key),
			     putting->lock);
	add_run(putting->docx, chip, "Chip", NULL, putting->bold);
	if (putting->lock)
		docx_control_close(putting->docx);
}

static bool same_link(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static void put_link(struct putting *putting, const char *before, const char *now)
{
	struct arena *arena = putting->docx->buf.arena;

	putting->bold = false;
	if (before && !same_link(before, now))
		put_chip(putting, chip_of_link(arena, before, false), before);
	if (now && !same_link(before, now))
		put_chip(putting, chip_of_link(arena, now, true), now);
}

/* Without a language only the chips are put, with spaces between. */
static void put_words(struct docx *docx, struct words words, const struct language *language,
		      const char *lock)
{
	struct putting putting = {docx, lock, false};
	const char *link = NULL;

	for (size_t i = 0; i < words.length; i++) {
		const struct piece *piece = &words.pieces[i];

		put_link(&putting, link, piece->link);
		link = piece->link;
		putting.bold = piece->bold && language;
		if (piece->kind == PIECE_FACT)
			put_chip(&putting, chip_of_fact(docx->buf.arena, docx->offer->facts, piece),
				 piece->key);
		else if (language)
			add_run(docx, piece->text, "", language, piece->bold);
		if (!language && piece->kind == PIECE_FACT)
			docx_run(docx, " ", "", NULL);
	}
	put_link(&putting, link, NULL);
}

void docx_fixed_words(struct docx *docx, struct words words, const struct language *language)
{
	docx_paragraph(docx, "Cell", language);
	if (words.length) {
		docx_control(docx, "fixed", "sdtContentLocked");
		put_words(docx, words, language, NULL);
		docx_control_close(docx);
	}
	buf_puts(&docx->buf, "</w:p>");
}

static size_t chip_count(struct words words)
{
	size_t count = 0;

	for (size_t i = 0; i < words.length; i++)
		count += words.pieces[i].kind == PIECE_FACT || words.pieces[i].link;
	return count;
}

/* One chip stays where it is and the words go around it; of several the order may change, so they can be moved. */
void docx_open_words(struct docx *docx, const struct offered *offered, const struct language *language)
{
	const char *lock = chip_count(offered->unit->source) > 1 ? "contentLocked" : "sdtContentLocked";

	docx_paragraph(docx, "Cell", language);
	if (offered->target.length)
		put_words(docx, offered->target, language, lock);
	else
		put_words(docx, offered->unit->source, NULL, lock);
	buf_puts(&docx->buf, "</w:p>");
}
