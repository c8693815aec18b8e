/* The facts become one letter each, so that neither their digits nor their Latin names are judged as the translator's. */
#include "review/passage.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

static const char *words_text_of(struct arena *arena, struct words words)
{
	struct buf buf = buf_new(arena);

	for (size_t i = 0; i < words.length; i++) {
		if (words.pieces[i].kind == PIECE_FACT)
			buf_add_utf8(&buf, LETTERS_FACT);
		else
			buf_puts(&buf, words.pieces[i].text);
	}
	return buf.data ? buf.data : "";
}

struct passage passage_read(const struct reviewer *reviewer, const struct target *target)
{
	struct arena *arena = reviewer->arena;

	return (struct passage){
	    .reviewer = reviewer,
	    .target = target,
	    .source = letters_read(arena, words_text_of(arena, target->unit->source)),
	    .text = letters_read(arena, words_text_of(arena, target->words)),
	};
}

void passage_say(const struct passage *passage, enum diag_code code, const char *first, const char *second)
{
	const struct target *target = passage->target;

	diag_add(passage->reviewer->diag, code, target->loc, target->unit->id, first ? first : "",
		 second ? second : "", NULL);
}

size_t passage_size(const struct letters *letters)
{
	size_t size = 0;

	for (size_t i = 0; i < letters->length; i++) {
		enum letter_kind kind = letters->data[i].kind;

		size += kind == LETTER_WORD || kind == LETTER_MARK || kind == LETTER_DIGIT ||
			kind == LETTER_OBJECT;
	}
	return size;
}
