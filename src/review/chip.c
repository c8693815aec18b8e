/* A chip may be cut into several runs by a word processor, so runs of one weight are joined before chips are looked for. Space
 * before a colon is what French spelling help puts there. */
#include "review/chip.h"

#include <string.h>

#include "base/arena.h"
#include "source/offer.h"

const char *chip_of_fact(struct arena *arena, const struct facts *facts, const struct piece *piece)
{
	const char *shown = piece_shown(arena, facts, piece);
	const char *colon = *piece->form ? ":" : "";

	if (!shown || *shown == '{')
		return arena_format(arena, "[%s%s%s]", piece->key, colon, piece->form);
	return arena_format(arena, "[%s%s%s: %s]", piece->key, colon, piece->form, shown);
}

const char *chip_of_link(struct arena *arena, const char *key, bool start)
{
	return arena_format(arena, "[%s: %s]", key, start ? "start" : "end");
}

static const char *skip_blank(const char *p)
{
	static const char *const blanks[] = {" ", "\xC2\xA0", "\xE2\x80\xAF"};
	size_t i = 0;

	while (i < sizeof blanks / sizeof *blanks) {
		size_t length = strlen(blanks[i]);

		i = strncmp(p, blanks[i], length) == 0 ? 0 : i + 1;
		p += i ? 0 : length;
	}
	return p;
}

static size_t key_length(const char *p)
{
	return *p >= 'a' && *p <= 'z' ? strspn(p, "abcdefghijklmnopqrstuvwxyz0123456789.-") : 0;
}

/* The form behind a key, if one stands there. */
static const char *read_form(const char **p)
{
	static const char *const forms[] = {"home", "abroad"};

	for (size_t i = 0; **p == ':' && i < sizeof forms / sizeof *forms; i++) {
		size_t length = strlen(forms[i]);

		if (strncmp(*p + 1, forms[i], length) == 0 && !key_length(*p + 1 + length)) {
			*p += 1 + length;
			return forms[i];
		}
	}
	return "";
}

/* Reads a chip at an opening bracket and says where it ends; NULL when it is none. */
static const char *read_chip(struct arena *arena, const char *p, struct piece *chip)
{
	size_t length = key_length(++p);
	const char *end;

	*chip = (struct piece){.key = arena_copy(arena, p, length), .text = ""};
	p += length;
	chip->form = read_form(&p);
	p = skip_blank(p);
	if (*p == ']')
		return strchr(chip->key, '.') ? p + 1 : NULL;
	end = strchr(p, ']');
	if (!length || *p != ':' || !end)
		return NULL;
	p = skip_blank(p + 1);
	chip->text = arena_copy(arena, p, (size_t)(end - p));
	return end + 1;
}

struct joiner {
	struct words_maker maker;
	const char *link;
	bool bold;
};

static void put_chip(struct joiner *joiner, struct piece chip)
{
	bool start = strcmp(chip.text, "start") == 0;

	if (start || strcmp(chip.text, "end") == 0) {
		joiner->link = start ? chip.key : NULL;
		words_mark(&joiner->maker, joiner->bold, joiner->link);
	} else {
		words_fact(&joiner->maker, chip);
	}
}

static void put_text(struct joiner *joiner, const char *text, struct loc loc)
{
	struct arena *arena = joiner->maker.arena;

	while (*text) {
		const char *bracket = strchr(text, '['), *after = NULL;
		struct piece chip;
		size_t length = bracket ? (size_t)(bracket - text) : strlen(text);

		if (bracket)
			after = read_chip(arena, bracket, &chip);
		if (bracket && !after)
			length++;
		words_text(&joiner->maker, arena_copy(arena, text, length), loc);
		if (after) {
			chip.loc = loc;
			put_chip(joiner, chip);
		}
		text = after ? after : text + length;
	}
}

/* The runs of all paragraphs; those of one weight joined. */
static struct words join(struct arena *arena, const struct words *paragraphs, size_t count)
{
	struct words_maker maker = words_begin(arena);

	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < paragraphs[i].length; k++) {
			const struct piece *piece = &paragraphs[i].pieces[k];

			if (piece->bold != maker.pending.bold)
				words_mark(&maker, piece->bold, NULL);
			words_text(&maker, piece->text, piece->loc);
		}
		words_text(&maker, " ", (struct loc){0});
	}
	return words_end(&maker);
}

struct words chips_read(struct arena *arena, const struct words *paragraphs, size_t count)
{
	struct words joined = join(arena, paragraphs, count);
	struct joiner joiner = {.maker = words_begin(arena)};

	for (size_t i = 0; i < joined.length; i++) {
		joiner.bold = joined.pieces[i].bold;
		words_mark(&joiner.maker, joiner.bold, joiner.link);
		put_text(&joiner, joined.pieces[i].text, joined.pieces[i].loc);
	}
	return words_end(&joiner.maker);
}
