/*
 * Type 0 fonts with Identity-H. A TrueType program is asked through CIDToGIDMap, since several codes may share a glyph,
 * and gets further glyphs for codes that are composed; a CFF program keeps its own identifiers. The widths are those of the program: where the text asks for another advance,
 * the content moves the pen.
 */
#include "pdf/font.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "pdf/hash.h"
#include "pdf/truetype.h"

enum {
	FLAG_SYMBOLIC = 4,
	STEM_REGULAR = 80,
	STEM_BOLD = 140,
	BLOCK = 100 /* entries of one bfchar operator, at most */
};

static int compare(const void *left, const void *right)
{
	const struct code *const *a = left, *const *b = right;

	return (*a)->cid - (*b)->cid;
}

static const struct code **by_cid(struct arena *arena, const struct code_font *font)
{
	const struct code **sorted = arena_array(arena, font->codes.length, sizeof *sorted);

	for (size_t i = 0; i < font->codes.length; i++)
		sorted[i] = &font->codes.data[i];
	qsort(sorted, font->codes.length, sizeof *sorted, compare);
	return sorted;
}

/* How many codes from here on have consecutive numbers and stand for consecutive characters in one row of 256. */
static size_t range(const struct code **codes, size_t count)
{
	size_t length = 1;

	while (length < count && codes[length]->text.length == 1 && codes[0]->text.length == 1 &&
	       codes[length]->cid == codes[0]->cid + length &&
	       codes[length]->text.data[0] == codes[0]->text.data[0] + length &&
	       codes[length]->cid >> 8 == codes[0]->cid >> 8 &&
	       codes[length]->text.data[0] >> 8 == codes[0]->text.data[0] >> 8)
		length++;
	return length;
}

static void hex(struct buf *buf, const uint16_t *units, size_t length)
{
	buf_putc(buf, '<');
	for (size_t i = 0; i < length; i++)
		buf_printf(buf, "%04X", units[i]);
	buf_putc(buf, '>');
}

static void character(struct buf *buf, const struct code **codes, size_t length)
{
	hex(buf, &codes[0]->cid, 1);
	if (length > 1)
		hex(buf, &codes[length - 1]->cid, 1);
	hex(buf, codes[0]->text.data, codes[0]->text.length);
	buf_putc(buf, '\n');
}

/* The entries that are ranges, or those that are not, in blocks. */
static void characters(struct buf *buf, const struct code **codes, size_t count, bool ranges)
{
	const char *operator= ranges ? "bfrange" : "bfchar";
	struct buf block = buf_new(buf->arena);
	int entries = 0;

	for (size_t i = 0, length; i < count; i += length) {
		length = range(codes + i, count - i);
		if ((length > 1) == ranges && codes[i]->text.length) {
			character(&block, codes + i, length);
			entries++;
		}
		if (entries == BLOCK || (i + length == count && entries)) {
			buf_printf(buf, "%d begin%s\n%send%s\n", entries, operator, block.data, operator);
			block.length = 0;
			entries = 0;
		}
	}
}

struct bytes font_to_unicode(struct arena *arena, const struct code_font *font)
{
	const struct code **codes = by_cid(arena, font);
	struct buf buf = buf_new(arena);

	buf_puts(&buf, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
		       "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n"
		       "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
		       "1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n");
	characters(&buf, codes, font->codes.length, true);
	characters(&buf, codes, font->codes.length, false);
	buf_puts(&buf, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
	return (struct bytes){(const unsigned char *)buf.data, buf.length};
}

/* The subset's tag: six letters out of a hash of name and glyphs (9.6.4). */
static const char *base_name(struct arena *arena, const struct code_font *font)
{
	struct hash hash = hash_new();
	unsigned char result[HASH_SIZE];
	char tag[7] = "";

	hash_add(&hash, font->font->postscript_name, strlen(font->font->postscript_name));
	hash_add(&hash, font->gids.data, font->gids.length * sizeof *font->gids.data);
	hash_result(&hash, result);
	for (int i = 0; i < 6; i++)
		tag[i] = (char)('A' + result[HASH_SIZE - 6 + i] % 26);
	return arena_format(arena, "%s+%s", tag, font->font->postscript_name);
}

static struct dict *descriptor(struct pdf *pdf, const struct font *font, const char *name)
{
	const int32_t *box = font->bbox;
	struct dict *dict = pdf_dict(pdf);
	struct array *corners;

	dict_name(dict, "Type", "FontDescriptor");
	dict_name(dict, "FontName", name);
	dict_number(dict, "Flags", FLAG_SYMBOLIC);
	corners = dict_array(dict, "FontBBox");
	for (int i = 0; i < 4; i++)
		array_number(corners, box[i]);
	dict_number(dict, "ItalicAngle", font->italic_angle / 1000);
	dict_number(dict, "Ascent", font->ascender ? font->ascender : box[3]);
	dict_number(dict, "Descent", font->ascender ? font->descender : box[1]);
	dict_number(dict, "CapHeight",
		    font->cap_height ? font->cap_height
		    : font->ascender ? font->ascender
				     : box[3]);
	dict_number(dict, "StemV", font->weight == WEIGHT_BOLD ? STEM_BOLD : STEM_REGULAR);
	return dict;
}

static void program(struct pdf *pdf, struct dict *descriptor, const struct font *font, struct bytes bytes)
{
	struct dict *stream = pdf_stream(pdf, bytes);

	if (font->cff)
		dict_name(stream, "Subtype", "CIDFontType0C");
	else
		dict_number(stream, "Length1", (int32_t)bytes.length);
	dict_ref(descriptor, font->cff ? "FontFile3" : "FontFile2", stream);
}

static void widths(struct arena *arena, struct dict *dict, const struct code_font *font)
{
	const struct code **codes = by_cid(arena, font);
	struct array *all = dict_array(dict, "W"), *row = NULL;

	for (size_t i = 0; i < font->codes.length; i++) {
		if (!row || codes[i]->cid != codes[i - 1]->cid + 1) {
			array_number(all, codes[i]->cid);
			row = array_array(all);
		}
		array_number(row, codes[i]->width);
	}
}

static uint32_t new_gid(const struct code_font *font, const struct font_subset *subset, uint32_t gid)
{
	size_t low = 0, high = font->gids.length;

	while (low + 1 < high) {
		size_t middle = (low + high) / 2;

		if (font->gids.data[middle] <= gid)
			low = middle;
		else
			high = middle;
	}
	return subset->new_gids[low];
}

static struct composite composite(struct arena *arena, const struct code_font *font,
				  const struct font_subset *subset, const struct code *code)
{
	struct component *components = arena_array(arena, code->part_count, sizeof *components);

	for (size_t i = 0; i < code->part_count; i++)
		components[i] = (struct component){new_gid(font, subset, code->parts[i].gid),
						   code->parts[i].x, code->parts[i].y};
	return (struct composite){components, code->part_count, code->width, code->mirrored};
}

/* Makes one glyph of each code that has several; gids takes the glyph of every code, by number. */
static struct bytes compose(struct arena *arena, const struct code_font *font,
			    const struct font_subset *subset, uint32_t *gids)
{
	const struct code **codes = by_cid(arena, font);
	struct composite *composites = arena_array(arena, font->codes.length, sizeof *composites);
	struct bytes program = {subset->data, subset->length};
	uint32_t first = 0;
	size_t count = 0;

	for (size_t i = 0; i < font->codes.length; i++) {
		if (code_composed(codes[i]))
			composites[count++] = composite(arena, font, subset, codes[i]);
		else
			gids[codes[i]->cid] = new_gid(font, subset, codes[i]->parts[0].gid);
	}
	if (count)
		program = truetype_compose(arena, program, composites, count, &first);
	for (size_t i = 0; i < font->codes.length; i++)
		if (code_composed(codes[i]))
			gids[codes[i]->cid] = first++;
	return program;
}

static void cid_to_gid(struct arena *arena, struct pdf *pdf, struct dict *dict, const uint32_t *gids,
		       size_t count)
{
	unsigned char *map = arena_alloc(arena, 2 * count);
	bool identity = true;

	while (count > 1 && !gids[count - 1])
		count--;
	for (size_t i = 0; i < count; i++) {
		map[2 * i] = (unsigned char)(gids[i] >> 8);
		map[2 * i + 1] = (unsigned char)gids[i];
		identity &= !gids[i] || gids[i] == i;
	}
	if (identity)
		dict_name(dict, "CIDToGIDMap", "Identity");
	else
		dict_ref(dict, "CIDToGIDMap", pdf_stream(pdf, (struct bytes){map, 2 * count}));
}

/* The font program and how codes reach its glyphs. */
static bool embed_program(struct arena *arena, struct diag *diag, struct pdf *pdf,
			  const struct code_font *font, struct dict *cid, struct dict *described)
{
	size_t count = font->gids.length + font->codes.length + 1;
	uint32_t *gids = arena_array(arena, count, sizeof *gids);
	struct font_subset subset;
	struct bytes bytes;

	if (!font_subset(arena, diag, font->font, font->gids.data, font->gids.length, &subset))
		return false;
	if (font->font->cff) {
		program(pdf, described, font->font, (struct bytes){subset.data, subset.length});
		return true;
	}
	bytes = compose(arena, font, &subset, gids);
	if (!bytes.data) {
		diag_add(diag, DIAG_SUBSET_FAILED, (struct loc){font->font->postscript_name, 0}, NULL, NULL);
		return false;
	}
	cid_to_gid(arena, pdf, cid, gids, count);
	program(pdf, described, font->font, bytes);
	return true;
}

static bool embed(struct arena *arena, struct diag *diag, struct pdf *pdf, const struct code_font *font,
		  struct dict *type0)
{
	const char *name = base_name(arena, font);
	struct dict *cid = pdf_dict(pdf), *described = descriptor(pdf, font->font, name);

	dict_name(type0, "Type", "Font");
	dict_name(type0, "Subtype", "Type0");
	dict_name(type0, "BaseFont", name);
	dict_name(type0, "Encoding", "Identity-H");
	array_ref(dict_array(type0, "DescendantFonts"), cid);
	dict_ref(type0, "ToUnicode", pdf_stream(pdf, font_to_unicode(arena, font)));
	dict_name(cid, "Type", "Font");
	dict_name(cid, "Subtype", font->font->cff ? "CIDFontType0" : "CIDFontType2");
	dict_name(cid, "BaseFont", name);
	dict_syntax(cid, "CIDSystemInfo", "<</Registry (Adobe) /Ordering (Identity) /Supplement 0>>");
	dict_ref(cid, "FontDescriptor", described);
	widths(arena, cid, font);
	return embed_program(arena, diag, pdf, font, cid, described);
}

bool font_embed(struct arena *arena, struct diag *diag, struct pdf *pdf, const struct codes *codes,
		struct dict *resources)
{
	struct dict *names = codes->fonts.length ? dict_dict(resources, "Font") : NULL;
	bool embedded = true;

	for (size_t i = 0; i < codes->fonts.length; i++) {
		struct dict *type0 = pdf_dict(pdf);

		dict_ref(names, arena_format(arena, "F%zu", i + 1), type0);
		embedded &= embed(arena, diag, pdf, codes->fonts.data[i], type0);
	}
	return embedded;
}
