/* A table that went through other hands. Rows are known by the id in their first cell, columns by their number; what stands anywhere and
 * would be lost is told. Changes that are tracked count as accepted, as they look in the translator's eyes. */
#include "review/docx.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"
#include "review/archive.h"
#include "review/chip.h"
#include "review/docx_parts.h"
#include "source/wordml.h"

struct reading {
	struct arena *arena;
	struct diag *diag;
	const char *path;
	struct wordml wordml;
	const struct wordml_comment *comments;
	size_t comment_count;
	const char *head; /* text of the first cell: "verklaring/ar" */
	size_t columns;
	VEC(struct delivered) units;
};

/* What a cell may hold that is no words, and what is said of it. */
static const struct {
	unsigned found;
	enum diag_code code;
} troubles[] = {
    {WORDML_TRACKED, DIAG_DOCX_TRACKED}, {WORDML_STRUCK, DIAG_DOCX_STRUCK},
    {WORDML_PICTURE, DIAG_DOCX_PICTURE}, {WORDML_TABLE, DIAG_DOCX_TABLE},
    {WORDML_NOTE, DIAG_DOCX_FOOTNOTE},   {WORDML_SYMBOL, DIAG_DOCX_SYMBOL},
};

static const char *plain(struct arena *arena, struct words words)
{
	struct buf buf = buf_new(arena);

	for (size_t i = 0; i < words.length; i++)
		buf_puts(&buf, words.pieces[i].text);
	return buf.data;
}

static const char *first_line(struct arena *arena, const struct wordml_cell *cell)
{
	return cell->paragraph_count ? plain(arena, cell->paragraphs[0]) : "";
}

static const char *cut_word(struct arena *arena, const char **text)
{
	size_t length = strcspn(*text, " ");
	const char *word = arena_copy(arena, *text, length);

	*text += length + strspn(*text + length, " ");
	return word;
}

/* The code behind "vk_7_", if the mark is this row's own: rows are copied and pasted too. */
static const char *base_of(const struct wordml_row *row, int number)
{
	const char *mark = row->mark;
	char *end;

	if (!mark || strncmp(mark, DOCX_MARK, strlen(DOCX_MARK)) != 0 ||
	    strtol(mark + strlen(DOCX_MARK), &end, 10) != number || *end != '_' || !end[1])
		return NULL;
	return end + 1;
}

static void add_remark(struct arena *arena, struct delivered *unit, const char *text)
{
	const char **remarks = arena_array(arena, unit->remark_count + 1, sizeof *remarks);

	for (size_t i = 0; i < unit->remark_count; i++)
		remarks[i] = unit->remarks[i];
	remarks[unit->remark_count++] = text;
	unit->remarks = remarks;
}

/* Comments that hang at any cell of a row are remarks too. */
static void add_comments(const struct reading *reading, const struct wordml_cell *cell,
			 struct delivered *unit)
{
	for (size_t i = 0; i < cell->comment_count; i++)
		for (size_t k = 0; k < reading->comment_count; k++) {
			const struct wordml_comment *comment = &reading->comments[k];

			for (size_t p = 0;
			     strcmp(comment->id, cell->comments[i]) == 0 && p < comment->paragraph_count; p++)
				add_remark(reading->arena, unit,
					   plain(reading->arena, comment->paragraphs[p]));
		}
}

static void check_cell(const struct reading *reading, const struct wordml_cell *cell,
		       const struct delivered *unit)
{
	for (size_t i = 0; i < sizeof troubles / sizeof *troubles; i++)
		if (cell->found & troubles[i].found)
			diag_add(reading->diag, troubles[i].code, unit->loc, unit->id, NULL);
}

static const char *name_of(struct arena *arena, const struct piece *chip)
{
	return arena_format(arena, "%s%s%s", chip->key, *chip->form ? ":" : "", chip->form);
}

/* In a word processor that heeds no locks, somebody may have typed into a chip: it no longer says what the Dutch column says. */
static void check_chips(const struct reading *reading, const struct delivered *unit)
{
	for (size_t i = 0; i < unit->target.length; i++) {
		const struct piece *chip = &unit->target.pieces[i];

		for (size_t k = 0; chip->kind == PIECE_FACT && k < unit->source.length; k++) {
			const struct piece *other = &unit->source.pieces[k];

			if (other->kind != PIECE_FACT || strcmp(other->key, chip->key) != 0 ||
			    strcmp(other->form, chip->form) != 0)
				continue;
			if (strcmp(other->text, chip->text) != 0)
				diag_add(reading->diag, DIAG_DOCX_TYPED_OVER, unit->loc, unit->id,
					 name_of(reading->arena, chip), chip->text, other->text, NULL);
			break;
		}
	}
}

static bool has_text(struct words words)
{
	for (size_t i = 0; i < words.length; i++)
		if (words.pieces[i].kind == PIECE_TEXT && strcmp(words.pieces[i].text, " ") != 0)
			return true;
	return false;
}

static void read_words(struct reading *reading, const struct wordml_row *row, struct delivered *unit)
{
	const struct wordml_cell *dutch = &row->cells[1], *target = &row->cells[reading->columns - 2];
	const struct wordml_cell *remark = target + 1;

	unit->source = chips_read(reading->arena, dutch->paragraphs, dutch->paragraph_count);
	unit->target = chips_read(reading->arena, target->paragraphs, target->paragraph_count);
	if (!has_text(unit->target) && has_text(unit->source))
		unit->target.length = 0; /* the chips that were put there to begin with */
	for (size_t i = 0; i < remark->paragraph_count; i++)
		add_remark(reading->arena, unit, plain(reading->arena, remark->paragraphs[i]));
	for (size_t i = 0; i < reading->columns; i++)
		add_comments(reading, &row->cells[i], unit);
	check_cell(reading, target, unit);
	check_cell(reading, remark, unit);
	check_chips(reading, unit);
}

static bool is_merged(const struct wordml_row *row)
{
	for (size_t i = 0; i < row->cell_count; i++)
		if (row->cells[i].found & WORDML_MERGED)
			return true;
	return false;
}

static bool is_empty(const struct wordml_row *row)
{
	for (size_t i = 0; i < row->cell_count; i++)
		if (row->cells[i].paragraph_count || row->cells[i].found || row->cells[i].comment_count)
			return false;
	return true;
}

static void read_row(struct reading *reading, size_t index)
{
	const struct wordml_row *row = &reading->wordml.rows[index];
	const char *text = row->cell_count ? first_line(reading->arena, &row->cells[0]) : "";
	const char *number = cut_word(reading->arena, &text), *id = cut_word(reading->arena, &text);
	struct delivered unit = {.id = id, .loc = {reading->path, atoi(number)}};

	if (is_empty(row) || strcmp(number, reading->head) == 0)
		return;
	if (unit.loc.line <= 0)
		unit.loc.line = (int)index;
	if (row->deleted)
		diag_add(reading->diag, DIAG_DOCX_TRACKED, unit.loc, id, NULL);
	else if (!*id)
		diag_add(reading->diag, DIAG_DOCX_ID, unit.loc, NULL, NULL);
	else if (row->cell_count != reading->columns || is_merged(row))
		diag_add(reading->diag, DIAG_DOCX_CELLS, unit.loc, id, NULL);
	else {
		unit.base = base_of(row, unit.loc.line);
		read_words(reading, row, &unit);
		vec_push(reading->arena, &reading->units, unit);
	}
}

/* "verklaring/ar" in the first cell tells our table from any other. */
static bool read_head(struct reading *reading, struct delivery *delivery)
{
	const struct wordml *wordml = &reading->wordml;
	const char *slash;

	reading->columns = wordml->row_count ? wordml->rows[0].cell_count : 0;
	reading->head = reading->columns ? first_line(reading->arena, &wordml->rows[0].cells[0]) : "";
	slash = strchr(reading->head, '/');
	if (!slash || reading->columns < 4 || reading->columns > 5 || strchr(reading->head, ' ')) {
		diag_add(reading->diag, DIAG_DOCX_FOREIGN, (struct loc){reading->path, 0}, NULL, NULL);
		return false;
	}
	delivery->document = arena_copy(reading->arena, reading->head, (size_t)(slash - reading->head));
	delivery->tag = slash + 1;
	delivery->loc = (struct loc){reading->path, 0};
	return true;
}

/* Sentences above and below the table that are not our own would be lost. */
static void check_outside(const struct reading *reading, const struct delivery *delivery)
{
	const struct wordml *wordml = &reading->wordml;

	for (size_t i = 0; i < wordml->outside_count; i++) {
		const char *text = plain(reading->arena, wordml->outside[i]);

		if (!docx_is_guide(text, delivery->document))
			diag_add(reading->diag, DIAG_DOCX_OUTSIDE, delivery->loc, NULL, text, NULL);
	}
}

static const char *folder_of(struct arena *arena, const char *name)
{
	const char *slash = strrchr(name, '/');

	return slash ? arena_copy(arena, name, (size_t)(slash + 1 - name)) : "";
}

/* The name of the part that another is related to: relative to that one's folder, or from the root. */
static const char *related(const struct reading *reading, struct archive *archive, const char *name,
			   const char *type)
{
	struct arena *arena = reading->arena;
	const char *folder = folder_of(arena, name);
	const char *relations = arena_format(arena, "%s_rels/%s.rels", folder, name + strlen(folder));
	struct wordml_part part = {reading->path, archive_part(archive, reading->diag, relations)};
	const char *target = part.bytes.data ? wordml_relation(arena, reading->diag, &part, type) : NULL;

	if (!target)
		return NULL;
	return *target == '/' ? target + 1 : arena_format(arena, "%s%s", folder, target);
}

static bool open_parts(struct reading *reading)
{
	struct archive *archive = archive_open(reading->arena, reading->diag, reading->path);
	const char *name = archive ? related(reading, archive, "", "/officeDocument") : NULL;
	const char *comments = name ? related(reading, archive, name, "/comments") : NULL;
	struct wordml_part part = {.path = reading->path};

	if (!archive)
		return false;
	if (name)
		part.bytes = archive_part(archive, reading->diag, name);
	if (!part.bytes.data) {
		diag_add(reading->diag, DIAG_DOCX_BROKEN, (struct loc){reading->path, 0}, NULL, NULL);
		return false;
	}
	if (!wordml_read(reading->arena, reading->diag, &part, &reading->wordml))
		return false;
	part.bytes = comments ? archive_part(archive, reading->diag, comments) : (struct bytes){0};
	if (part.bytes.data)
		reading->comments =
		    wordml_comments(reading->arena, reading->diag, &part, &reading->comment_count);
	return true;
}

bool docx_is(const char *path)
{
	unsigned char head[4] = {0};
	FILE *file = fopen(path, "rb");
	size_t length = file ? fread(head, 1, sizeof head, file) : 0;

	if (file)
		fclose(file);
	return length == sizeof head &&
	       (memcmp(head, "PK\x03\x04", 4) == 0 || memcmp(head, "\xD0\xCF\x11\xE0", 4) == 0);
}

bool docx_read(struct arena *arena, struct diag *diag, const char *path, struct delivery *delivery)
{
	struct reading reading = {.arena = arena, .diag = diag, .path = path};
	size_t failures = diag_count(diag, DIAG_ERROR);

	if (!open_parts(&reading) || !read_head(&reading, delivery))
		return false;
	check_outside(&reading, delivery);
	for (size_t i = 1; i < reading.wordml.row_count; i++)
		read_row(&reading, i);
	delivery->units = reading.units.data;
	delivery->length = reading.units.length;
	return diag_count(diag, DIAG_ERROR) == failures;
}
