/* Letters that look alike or nearly so, typed on a keyboard of another language: a reader stumbles, a search finds nothing. Which a
 * language writes follows the tables of /translations/languages.xml and CLDR; what is seldom right is doubtful, the rest is wrong. */
#include "review/passage.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "review/lookalikes.h"
#include "source/fontlist.h"

static bool in_word(const struct letters *text, size_t at)
{
	return at < text->length &&
	       (text->data[at].kind == LETTER_WORD || text->data[at].kind == LETTER_MARK);
}

static bool stands(const struct letters *text, size_t from, size_t to, enum lookalike_place place)
{
	bool before = from > 0 && in_word(text, from - 1), after = in_word(text, to);

	switch (place) {
	case PLACE_ANY:
		return true;
	case PLACE_START:
		return !before && after;
	case PLACE_END:
		return before && !after;
	case PLACE_INSIDE:
		return before && after;
	case PLACE_BESIDE:
		return before || after;
	}
	return false;
}

/* How many letters of the text spell this, from here; 0: it is not there. */
static size_t spells(const struct letters *text, size_t at, const char *wanted)
{
	size_t length = strlen(wanted), start = text->data[at].at, count = 0;

	if (strncmp(text->text + start, wanted, length) != 0)
		return 0;
	while (at + count < text->length && text->data[at + count].at < start + length)
		count++;
	return count;
}

static const char *name_all(struct arena *arena, const char *text)
{
	const struct letters letters = letters_read(arena, text);
	struct buf buf = buf_new(arena);

	for (size_t i = 0; i < letters.length; i++)
		buf_printf(&buf, "%s%s", i ? " + " : "", letters_name(arena, &letters.data[i]));
	return buf.data;
}

/* The word around a place, so that the translator finds it. */
static const char *word_around(struct arena *arena, const struct letters *text, size_t at)
{
	size_t from = at, to;

	while (from > 0 && text->data[from - 1].kind != LETTER_BLANK)
		from--;
	for (to = at; to < text->length && text->data[to].kind != LETTER_BLANK; to++)
		;
	return letters_part(arena, text, from, to);
}

static void tell(const struct passage *passage, const struct lookalike *lookalike, size_t at)
{
	struct arena *arena = passage->reviewer->arena;

	diag_add(passage->reviewer->diag, lookalike->doubtful ? DIAG_LETTER_DOUBTFUL : DIAG_LETTER_WRONG,
		 passage->target->loc, passage->target->unit->id, name_all(arena, lookalike->wrong),
		 word_around(arena, &passage->text, at), name_all(arena, lookalike->right), NULL);
}

static void look_for(const struct passage *passage, const struct lookalike *lookalike)
{
	const struct letters *text = &passage->text;

	if (!strstr(text->text, lookalike->wrong))
		return;
	for (size_t i = 0; i < text->length; i++) {
		size_t count = spells(text, i, lookalike->wrong);

		if (!count || !stands(text, i, i + count, lookalike->place))
			continue;
		tell(passage, lookalike, i);
		return;
	}
}

/* A variety says "(ጸ, niet ፀ)": each letter of the second's row is the same letter of the first's. Rows of Ethiopic are eight long. */
static void look_for_variety(const struct passage *passage)
{
	static const char not [] = ", niet ";
	const struct reviewer *reviewer = passage->reviewer;
	const char *at = strstr(reviewer->language->variety, not );
	struct letters before, after;
	uint32_t right, wrong;

	if (!at)
		return;
	before = letters_read(reviewer->arena, arena_copy(reviewer->arena, reviewer->language->variety,
							  (size_t)(at - reviewer->language->variety)));
	after = letters_read(reviewer->arena, at + sizeof not -1);
	if (!before.length || !after.length)
		return;
	right = before.data[before.length - 1].code, wrong = after.data[0].code;
	for (uint32_t order = 0; order < 8; order++) {
		struct buf from = buf_new(reviewer->arena), to = buf_new(reviewer->arena);

		buf_add_utf8(&from, wrong + order);
		buf_add_utf8(&to, right + order);
		look_for(passage, &(struct lookalike){"", from.data, to.data, PLACE_ANY, false});
	}
}

static bool is_for(const struct lookalike *lookalike, const struct language *language)
{
	if (strlen(lookalike->languages) == 4 && strcmp(lookalike->languages, language->script) == 0)
		return true;
	return tag_listed(lookalike->languages, language->tag);
}

void check_spelling(const struct passage *passage)
{
	for (const struct lookalike *lookalike = lookalikes; lookalike->wrong; lookalike++)
		if (is_for(lookalike, passage->reviewer->language))
			look_for(passage, lookalike);
	if (strcmp(passage->reviewer->language->script, "Ethi") == 0)
		look_for_variety(passage);
}
