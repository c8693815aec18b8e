/*
 * Every stage printed as text: the debugging lens, and the source of the goldens.
 *
 * Offsets: as in each stage.  Lengths: points with up to three decimals; em parts in thousandths.
 * Memory:  the buffer given.
 * Errors:  none.
 */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

struct buf;
struct document;
struct text;
struct pages;
struct translation;

/* Units: kind, id, state, and the words in both languages. */
void units_print(struct buf *buf, const struct translation *translation);
/* Blocks: role, style, language, number, unit, and the words with their spans. */
void blocks_print(struct buf *buf, const struct document *document);
/* Items: offset, length, level, script, language and font of each, with its text. */
void items_print(struct buf *buf, const struct text *text);
/* Breaks: the text, with | where a line may end, - where a hyphen may stand / where a line must end, ~ inside an address. */
void breaks_print(struct buf *buf, const struct text *text);
/* Glyphs: a line for each run: gid=cluster@dx,dy+advance, as hb-shape writes them. */
void glyphs_print(struct buf *buf, const struct text *text);
/* Lines: where each stands, how wide it is, and its text. */
void lines_print(struct buf *buf, const struct pages *pages);
/* Pages: scale, what each frame got, and every mark. */
void pages_print(struct buf *buf, const struct pages *pages);
/* Sheets: where each page stands on the sides of sheets, and the marks to cut and fold by. */
void sheets_print(struct buf *buf, const struct pages *pages);
/* Tags: the tree of elements. */
void tags_print(struct buf *buf, const struct pages *pages);

#endif
