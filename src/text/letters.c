/* General categories become the few kinds that a check asks for (UAX #44); sentences are those of text/sentence.h. */
#include "text/letters.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "base/arena.h"
#include "base/buf.h"
#include "text/sentence.h"
#include "text/stage.h"
#include "text/utf.h"

enum { ZWNJ = 0x200C, ZWJ = 0x200D, APOSTROPHE = 0x27, APOSTROPHE_RIGHT = 0x2019 };

static bool is_quote(UChar32 c)
{
	return c == '"' || c == APOSTROPHE || c == 0x201A || c == 0x201E ||
	       u_charType(c) == U_INITIAL_PUNCTUATION || u_charType(c) == U_FINAL_PUNCTUATION;
}

static enum letter_kind kind_of(UChar32 c)
{
	const uint32_t mask = U_MASK(u_charType(c));

	if (c == LETTERS_FACT)
		return LETTER_OBJECT;
	if (u_isUWhiteSpace(c))
		return LETTER_BLANK;
	if (is_quote(c))
		return LETTER_QUOTE;
	if (mask & U_GC_L_MASK)
		return LETTER_WORD;
	if (mask & U_GC_M_MASK)
		return LETTER_MARK;
	if (mask & U_GC_ND_MASK)
		return LETTER_DIGIT;
	if (mask & (U_GC_PS_MASK | U_GC_PE_MASK))
		return mask & U_GC_PS_MASK ? LETTER_OPEN : LETTER_CLOSE;
	if (mask & U_GC_P_MASK)
		return LETTER_PUNCTUATION;
	return mask & U_GC_CF_MASK ? LETTER_FORMAT : LETTER_OTHER;
}

static struct letter letter_of(UChar32 c)
{
	UErrorCode status = U_ZERO_ERROR;

	return (struct letter){
	    .code = (uint32_t)c,
	    .length = (size_t)U8_LENGTH(c),
	    .kind = kind_of(c),
	    .digit = u_charDigitValue(c),
	    .script = uscript_getScript(c, &status),
	    .assigned = u_charType(c) != U_UNASSIGNED,
	    .small = u_islower(c),
	};
}

struct letters letters_read(struct arena *arena, const char *text)
{
	struct wide wide = utf_widen(arena, text);
	struct letter *data = arena_array(arena, (size_t)wide.length, sizeof *data);
	struct letters letters = {.text = text, .data = data};
	size_t offset = 0;
	int32_t end;

	end = sentence_end(wide.text, wide.length, 0);
	for (int32_t at = 0; at < wide.length;) {
		struct letter *letter = &data[letters.length++];

		if (at >= end) {
			letters.sentences++;
			end = sentence_end(wide.text, wide.length, at);
		}
		*letter = letter_of(char_next(wide.text, &at, wide.length));
		letter->at = offset;
		letter->sentence = letters.sentences;
		offset += letter->length;
	}
	letters.sentences += wide.length > 0;
	return letters;
}

static bool is_letter(const struct letter *letter)
{
	return letter->kind == LETTER_WORD || letter->kind == LETTER_MARK || letter->kind == LETTER_DIGIT;
}

bool letters_in_word(const struct letters *letters, size_t at)
{
	const struct letter *letter = &letters->data[at];
	bool between = at > 0 && at + 1 < letters->length && is_letter(letter - 1) && is_letter(letter + 1);

	return is_letter(letter) || letter->code == ZWNJ || letter->code == ZWJ ||
	       ((letter->code == APOSTROPHE || letter->code == APOSTROPHE_RIGHT) && between);
}

size_t letters_word_end(const struct letters *letters, size_t at)
{
	while (at < letters->length && letters_in_word(letters, at))
		at++;
	return at;
}

const char *letters_part(struct arena *arena, const struct letters *letters, size_t from, size_t to)
{
	size_t end = to < letters->length ? letters->data[to].at : strlen(letters->text);
	size_t start = from < letters->length ? letters->data[from].at : end;

	return arena_copy(arena, letters->text + start, end - start);
}

bool letters_common(const struct letter *letter)
{
	return letter->script == USCRIPT_COMMON || letter->script == USCRIPT_INHERITED;
}

int letters_script(const char *code)
{
	return u_getPropertyValueEnum(UCHAR_SCRIPT, code);
}

const char *letters_name(struct arena *arena, const struct letter *letter)
{
	struct buf buf = buf_new(arena);
	bool seen = letter->kind != LETTER_FORMAT && letter->kind != LETTER_BLANK && letter->assigned;

	if (!seen)
		return arena_format(arena, "U+%04X", (unsigned)letter->code);
	if (letter->kind == LETTER_MARK)
		buf_add_utf8(&buf, 0x25CC);
	buf_add_utf8(&buf, letter->code);
	buf_printf(&buf, " (U+%04X)", (unsigned)letter->code);
	return buf.data;
}
