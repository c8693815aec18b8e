/* The longest common subsequence of words (Hunt and McIlroy's problem, solved by the plain table: a unit has some twenty words). A fact
 * is a word, and so is a word in bold. Where the table would be larger than any unit can need, everything counts as changed. */
#include "review/changes.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/vec.h"

enum { TABLE_MOST = 1 << 20 };

struct token {
	struct piece piece; /* text: one word */
	bool space;         /* white space stands before it */
	bool kept;          /* the other text has it, too */
};

typedef VEC(struct token) token_vec;

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_token(const struct token *a, const struct token *b)
{
	const struct piece *one = &a->piece, *other = &b->piece;

	if (one->kind != other->kind || one->bold != other->bold || !same_text(one->link, other->link))
		return false;
	return one->kind == PIECE_TEXT ? same_text(one->text, other->text)
				       : same_text(one->key, other->key) && same_text(one->form, other->form);
}

static void cut_text(struct arena *arena, token_vec *tokens, const struct piece *piece, bool *space)
{
	for (const char *text = piece->text; *text;) {
		size_t length = strcspn(text, " ");

		if (length) {
			struct token *token = vec_add(arena, tokens);

			*token = (struct token){.piece = *piece, .space = *space};
			token->piece.text = arena_copy(arena, text, length);
			*space = false;
		}
		text += length;
		*space |= *text == ' ';
		text += *text == ' ';
	}
}

static token_vec cut(struct arena *arena, struct words words)
{
	token_vec tokens = {0};
	bool space = false;

	for (size_t i = 0; i < words.length; i++) {
		if (words.pieces[i].kind == PIECE_TEXT) {
			cut_text(arena, &tokens, &words.pieces[i], &space);
			continue;
		}
		vec_push(arena, &tokens, ((struct token){.piece = words.pieces[i], .space = space}));
		space = false;
	}
	return tokens;
}

/* lengths[i][j]: how much of what begins at i and at j is common. */
static void keep_common(struct arena *arena, token_vec *before, token_vec *after)
{
	const size_t wide = after->length + 1;
	uint32_t *lengths;

	if (before->length >= TABLE_MOST / wide)
		return;
	lengths = arena_array(arena, (before->length + 1) * wide, sizeof *lengths);
	for (size_t i = before->length; i-- > 0;)
		for (size_t j = after->length; j-- > 0;) {
			uint32_t down = lengths[(i + 1) * wide + j], right = lengths[i * wide + j + 1];

			lengths[i * wide + j] = same_token(&before->data[i], &after->data[j])
						    ? lengths[(i + 1) * wide + j + 1] + 1
						: down > right ? down
							       : right;
		}
	for (size_t i = 0, j = 0; i < before->length && j < after->length;) {
		if (same_token(&before->data[i], &after->data[j]))
			before->data[i++].kept = after->data[j++].kept = true;
		else if (lengths[(i + 1) * wide + j] >= lengths[i * wide + j + 1])
			i++;
		else
			j++;
	}
}

static void set_mark(struct words_maker *maker, bool bold, const char *link)
{
	if (maker->pending.bold != bold || !same_text(maker->pending.link, link))
		words_mark(maker, bold, link);
}

/* Where a mark begins or ends, the space before the word stands outside of it. */
static void put_space(struct words_maker *maker, const struct token *token, const struct token *before)
{
	bool within = before && before->kept == token->kept &&
		      (!token->kept || (before->piece.bold == token->piece.bold &&
					same_text(before->piece.link, token->piece.link)));

	if (!within)
		set_mark(maker, false, NULL);
	words_text(maker, " ", token->piece.loc);
}

static void put(struct words_maker *maker, const struct token *token, const char *open, const char *close)
{
	const struct piece *piece = &token->piece;

	set_mark(maker, piece->bold || !token->kept, token->kept ? piece->link : NULL);
	words_text(maker, open, piece->loc);
	if (piece->kind == PIECE_TEXT)
		words_text(maker, piece->text, piece->loc);
	else
		words_fact(maker, *piece);
	words_text(maker, close, piece->loc);
}

static struct words mark(struct arena *arena, const token_vec *tokens, const char *open, const char *close)
{
	struct words_maker maker = words_begin(arena);

	for (size_t i = 0; i < tokens->length; i++) {
		const struct token *token = &tokens->data[i];
		bool first = !token->kept && (i == 0 || token[-1].kept);
		bool last = !token->kept && (i + 1 == tokens->length || token[1].kept);

		if (token->space)
			put_space(&maker, token, i ? token - 1 : NULL);
		put(&maker, token, first ? open : "", last ? close : "");
	}
	return words_end(&maker);
}

struct changes changes_find(struct arena *arena, struct words before, struct words after)
{
	token_vec old = cut(arena, before), new = cut(arena, after);

	keep_common(arena, &old, &new);
	return (struct changes){mark(arena, &old, "[-", "-]"), mark(arena, &new, "[+", "+]")};
}
