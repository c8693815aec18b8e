/* A term of the glossary is asked for where the Dutch says it. Words bend and take endings and articles, so a term is found by the stem of
 * any longer word of its forms, anywhere in the unit: only where nothing of the kind is there, something is told. */
#include "review/passage.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "text/collate.h"

enum { STEM = 60, LEAST = 4 }; /* per cent of a word; letters */

/* Without what stands between brackets. */
static char *without_remarks(struct arena *arena, const char *text)
{
	char *copy = arena_string(arena, text), *to = copy;
	int depth = 0;

	for (; *text; text++) {
		depth += *text == '(';
		if (!depth)
			*to++ = *text;
		depth -= *text == ')' && depth > 0;
	}
	*to = '\0';
	return copy;
}

static char *trim(char *text)
{
	size_t length;

	text += strspn(text, " ");
	for (length = strlen(text); length && text[length - 1] == ' '; length--)
		;
	text[length] = '\0';
	return text;
}

/* "de rechter" asks wherever the Dutch says "rechter". */
static const char *without_article(const char *text)
{
	static const char *const articles[] = {"de ", "het ", "een "};

	for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
		if (strncmp(text, articles[i], strlen(articles[i])) == 0)
			return text + strlen(articles[i]);
	return text;
}

static bool is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte & 0x80);
}

static bool says(const char *text, const char *words)
{
	size_t length = strlen(words);

	for (const char *at = length ? strstr(text, words) : NULL; at; at = strstr(at + 1, words))
		if ((at == text || !is_letter(at[-1])) && !is_letter(at[length]))
			return true;
	return false;
}

static bool asked(struct arena *arena, const char *dutch, const struct term *term)
{
	char *rest = NULL, *list = without_remarks(arena, collate_fold(arena, term->dutch));

	for (char *form = strtok_r(list, ",:", &rest); form; form = strtok_r(NULL, ",:", &rest))
		if (says(dutch, without_article(trim(form))))
			return true;
	return false;
}

/* Ethiopic letters change their vowel where a word bends: each is made the first of its row of eight. */
static const char *level(struct arena *arena, const char *text)
{
	struct letters letters = letters_read(arena, text);
	struct buf buf = buf_new(arena);

	for (size_t i = 0; i < letters.length; i++) {
		uint32_t code = letters.data[i].code;

		buf_add_utf8(&buf, code >= 0x1200 && code < 0x1358 ? code & ~7u : code);
	}
	return buf.data ? buf.data : "";
}

/* Behind the Arabic article, which other prefixes melt with, and the polite prefix of an Ethiopic verb. */
static size_t behind_article(const struct letters *letters, size_t from, size_t to)
{
	size_t length = to - from;

	if (length > 4 && letters->data[from].code == 0x627 && letters->data[from + 1].code == 0x644)
		return from + 2;
	return length > 3 && letters->data[from].code == 0x12E8 ? from + 1 : from;
}

static size_t stem_length(size_t length)
{
	size_t stem = length * STEM / 100;

	return stem < 2 ? 2 : stem;
}

static size_t longest_word(const struct letters *form)
{
	size_t longest = 0;

	for (size_t i = 0, end; i<form->length; i = end> i ? end : i + 1) {
		end = letters_word_end(form, i);
		longest = end - i > longest ? end - i : longest;
	}
	return longest;
}

/* Short words tell little where there are longer ones; in most other scripts words are shorter than in Latin. */
static size_t least_of(const struct letter *first, size_t longest)
{
	size_t least = first->code < 0x590 ? LEAST : LEAST - 1;

	return longest < least ? longest : least;
}

/* Whether the stem of a word of this form is in the text. */
static bool uses(struct arena *arena, const char *text, const struct letters *form, size_t longest)
{
	for (size_t i = 0, end; i<form->length; i = end> i ? end : i + 1) {
		size_t from;

		end = letters_word_end(form, i);
		from = behind_article(form, i, end);
		if (end > from && end >= from + least_of(&form->data[from], longest) &&
		    strstr(text, letters_part(arena, form, from, from + stem_length(end - from))))
			return true;
	}
	return false;
}

/* A list without a word cannot be asked for. */
static bool used(struct arena *arena, const char *text, const struct term *term)
{
	const char *list = level(arena, without_remarks(arena, collate_fold(arena, term->preferred)));
	char *rest = NULL, *forms = arena_string(arena, list);
	bool any = false;

	for (char *form = strtok_r(forms, ";", &rest); form; form = strtok_r(NULL, ";", &rest)) {
		struct letters letters = letters_read(arena, form);
		size_t longest = longest_word(&letters);

		if (longest && uses(arena, text, &letters, longest))
			return true;
		any |= longest > 0;
	}
	return !any;
}

static bool is_sure(const struct term *term)
{
	return strcmp(term->confidence, "H") == 0 || strcmp(term->confidence, "M") == 0;
}

void check_terms(const struct passage *passage)
{
	const struct reviewer *reviewer = passage->reviewer;
	struct arena *arena = reviewer->arena;
	const char *dutch = collate_fold(arena, passage->source.text);
	const char *text = level(arena, collate_fold(arena, passage->text.text));

	for (size_t i = 0; i < reviewer->glossary->length; i++) {
		const struct term *term = &reviewer->glossary->terms[i];

		if (*term->preferred && is_sure(term) && asked(arena, dutch, term) &&
		    !used(arena, text, term))
			passage_say(passage, DIAG_TERM_MISSING, term->dutch, term->preferred);
	}
}
