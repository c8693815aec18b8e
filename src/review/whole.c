/* What shows in a whole translation alone: letters that a text of this length cannot do without, and one Dutch sentence said in two ways. */
#include "review/passage.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "base/map.h"
#include "text/collate.h"

enum { ENOUGH = 400 }; /* letters, after which none of a language's own is a sign that all were lost */

static const char *all_text(const struct reviewer *reviewer)
{
	struct buf buf = buf_new(reviewer->arena);

	for (size_t i = 0; i < reviewer->translation->target_count; i++) {
		struct words words = reviewer->translation->targets[i].words;

		for (size_t k = 0; k < words.length; k++)
			if (words.pieces[k].kind == PIECE_TEXT)
				buf_puts(&buf, words.pieces[k].text);
	}
	return buf.data ? buf.data : "";
}

static bool holds_any(struct arena *arena, const char *text, const char *letters)
{
	struct letters wanted = letters_read(arena, letters);

	for (size_t i = 0; i < wanted.length; i++)
		if (strstr(text, letters_part(arena, &wanted, i, i + 1)))
			return true;
	return false;
}

/* A keyboard without these letters, or a message as telephones send it. */
static void check_letters_lost(const struct reviewer *reviewer)
{
	static const char *const needed[][2] = {
	    {"tr", "ğışĞİŞ"},        {"ku", "êîûÊÎÛ"},  {"ha", "ɓɗƙƁƊƘ"},  {"ro", "ăâîșțĂÂÎȘȚ"},
	    {"pl", "ąćęłńśźż"},      {"sq", "ëç"},      {"fr", "éèàê"},    {"es", "áéíóñ"},
	    {"pt", "ãçáé"},          {"de", "äöüß"},    {"it", "àèìòù"},   {"yo", "ẹọṣàáèé"},
	    {"ig", "ịọụ"},           {"wo", "ëéàñŋ"},   {"bm", "ɛɔŋɲ"},    {"ff-Latn-GN", "ɓɗŋƴñ"},
	    {"ff-Latn-SN", "ɓɗŋƴñ"}, {"vi", "ăâđêôơư"}, {"hu", "áéíóöőüű"}};
	const char *text;

	if (reviewer->text_size < ENOUGH)
		return;
	for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
		if (strcmp(needed[i][0], reviewer->language->tag) != 0)
			continue;
		text = all_text(reviewer);
		if (!holds_any(reviewer->arena, text, needed[i][1]))
			diag_add(reviewer->diag, DIAG_LETTERS_LOST, reviewer->translation->loc, NULL,
				 needed[i][1], NULL);
	}
}

/* The same Dutch for other readers may be said in another way: "bel" is polite to parents, familiar to the young, and feminine to girls alone. */
static const char *key_of(const struct reviewer *reviewer, const struct unit *unit)
{
	const char *audience = reviewer->translation->master->audience;
	struct buf key = buf_new(reviewer->arena);

	buf_printf(&key, "%s\n", audience ? audience : "");
	words_print(&key, unit->source);
	return key.data;
}

void check_consistent(const struct reviewer *reviewer, struct map *said)
{
	for (size_t i = 0; i < reviewer->translation->target_count; i++) {
		const struct target *target = &reviewer->translation->targets[i];
		const struct target *before;
		const char *key;

		if (!target->words.length)
			continue;
		key = key_of(reviewer, target->unit);
		before = map_find(said, key);
		if (!before)
			map_set(reviewer->arena, said, key, (void *)(uintptr_t)target);
		else if (!words_same(reviewer->arena, before->words, target->words))
			diag_add(reviewer->diag, DIAG_TRANSLATED_TWICE, target->loc, target->unit->id,
				 before->unit->id, before->loc.path, NULL);
	}
}

void check_whole(const struct reviewer *reviewer)
{
	check_letters_lost(reviewer);
}
