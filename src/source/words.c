/* White space is collapsed across pieces (CSS Text 3, 4.1.1): a space belongs to the piece that it is first met in. */
#include "source/words.h"

#include <string.h>

#include "base/arena.h"

struct words_maker words_begin(struct arena *arena)
{
	struct words_maker maker = {.arena = arena, .text = buf_new(arena), .space = true};

	return maker;
}

static void flush(struct words_maker *maker)
{
	if (!maker->text.length)
		return;
	maker->pending.kind = PIECE_TEXT;
	maker->pending.text = maker->text.data;
	vec_push(maker->arena, &maker->pieces, maker->pending);
	maker->pending.blanks = false;
	maker->text = buf_new(maker->arena);
}

/* Two spaces between words, not the line ends and indents that a tool sets. */
static bool has_two_blanks(const char *text)
{
	for (const char *at = strstr(text, "  "); at; at = strstr(at, "  ")) {
		size_t length = strspn(at, " \t\r\n");
		bool lines = memchr(at, '\n', length) || memchr(at, '\r', length);

		if (!lines && at > text && at[-1] != '\n' && at[length])
			return true;
		at += length;
	}
	return false;
}

void words_text(struct words_maker *maker, const char *text, struct loc loc)
{
	size_t start = maker->text.length;
	char *to;

	if (!start)
		maker->pending.loc = loc;
	buf_puts(&maker->text, text);
	maker->pending.blanks |= has_two_blanks(text);
	to = maker->text.data + start;
	for (const char *from = to; *from; from++) {
		bool space = *from == ' ' || *from == '\t' || *from == '\r' || *from == '\n';

		if (!space || !maker->space)
			*to++ = space ? ' ' : *from;
		maker->space = space;
	}
	*to = '\0';
	maker->text.length = (size_t)(to - maker->text.data);
}

void words_fact(struct words_maker *maker, struct piece fact)
{
	flush(maker);
	fact.kind = PIECE_FACT;
	fact.bold = maker->pending.bold;
	fact.link = maker->pending.link;
	vec_push(maker->arena, &maker->pieces, fact);
	maker->space = false;
}

void words_mark(struct words_maker *maker, bool bold, const char *link)
{
	flush(maker);
	maker->pending.bold = bold;
	maker->pending.link = link;
}

struct words words_end(struct words_maker *maker)
{
	struct piece *last;

	flush(maker);
	last = maker->pieces.length ? vec_last(&maker->pieces) : NULL;
	if (last && last->kind == PIECE_TEXT && maker->space) {
		last->text = arena_copy(maker->arena, last->text, strlen(last->text) - 1);
		maker->pieces.length -= !*last->text;
	}
	return (struct words){maker->pieces.data, maker->pieces.length};
}

static bool same_text(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static void print_marks(struct buf *buf, const struct piece *before, const struct piece *piece)
{
	const char *link = before ? before->link : NULL, *next = piece ? piece->link : NULL;
	bool bold = before && before->bold, strong = piece && piece->bold;

	if (same_text(link, next) && bold == strong)
		return;
	if (bold)
		buf_puts(buf, "</b>");
	if (link && !same_text(link, next))
		buf_puts(buf, "</a>");
	if (next && !same_text(link, next))
		buf_printf(buf, "<a %s>", next);
	if (strong)
		buf_puts(buf, "<b>");
}

void words_print(struct buf *buf, struct words words)
{
	const struct piece *before = NULL;

	for (size_t i = 0; i < words.length; i++) {
		const struct piece *piece = &words.pieces[i];

		print_marks(buf, before, piece);
		if (piece->kind == PIECE_TEXT)
			buf_puts(buf, piece->text);
		else
			buf_printf(buf, "{%s%s%s}", piece->key, *piece->form ? ":" : "", piece->form);
		before = piece;
	}
	print_marks(buf, before, NULL);
}

bool words_same(struct arena *arena, struct words left, struct words right)
{
	struct arena_mark mark = arena_mark(arena);
	struct buf a = buf_new(arena), b = buf_new(arena);
	bool same;

	words_print(&a, left);
	words_print(&b, right);
	same = strcmp(a.data, b.data) == 0;
	arena_rewind(arena, mark);
	return same;
}

/* A key or a tag as words_print writes it: what stands between the signs; NULL where it is none. */
static const char *between(struct arena *arena, const char *text, const char *open, char close)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._:-";
	size_t start = strlen(open), length;

	if (strncmp(text, open, start) != 0)
		return NULL;
	length = strspn(text + start, letters);
	return length && text[start + length] == close ? arena_copy(arena, text + start, length) : NULL;
}

/* Reads one mark of a text; how many bytes it has, 0 where there is none. */
static size_t parse_mark(struct words_maker *maker, const char *text, struct loc loc)
{
	const char *link = between(maker->arena, text, "<a ", '>'),
		   *key = between(maker->arena, text, "{", '}');
	const bool bold = maker->pending.bold;

	if (strncmp(text, "<b>", 3) == 0 || strncmp(text, "</b>", 4) == 0) {
		words_mark(maker, text[1] == 'b', maker->pending.link);
		return text[1] == 'b' ? 3 : 4;
	}
	if (link || strncmp(text, "</a>", 4) == 0) {
		words_mark(maker, bold, link);
		return link ? strlen(link) + 4 : 4;
	}
	if (key) {
		const char *colon = strchr(key, ':');
		struct piece fact = {.key =
					 colon ? arena_copy(maker->arena, key, (size_t)(colon - key)) : key,
				     .form = colon ? colon + 1 : "",
				     .loc = loc};

		fact.kind = PIECE_FACT;
		words_fact(maker, fact);
		return strlen(key) + 2;
	}
	return 0;
}

struct words words_parse(struct arena *arena, const char *text, struct loc loc)
{
	struct words_maker maker = words_begin(arena);

	while (*text) {
		size_t mark = parse_mark(&maker, text, loc), plain = 1;

		if (!mark) {
			plain += strcspn(text + 1, "<{");
			words_text(&maker, arena_copy(arena, text, plain), loc);
		}
		text += mark ? mark : plain;
	}
	return words_end(&maker);
}
