/* A sentence ends at a terminal mark of any script, with the brackets and quotes that close behind it, before a blank (UAX #29:
 * SB8 to SB11); not where a small letter goes on, and not inside an isolate: a number or a name is one word. */
#include "text/sentence.h"

#include <unicode/uchar.h>

#include "text/stage.h"

struct text_run {
	const uint16_t *text;
	int32_t length;
};

static UChar32 next(const struct text_run *run, int32_t *at)
{
	return char_next(run->text, at, run->length);
}

static bool closes(UChar32 c)
{
	int8_t type = u_charType(c);

	return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION || type == U_INITIAL_PUNCTUATION ||
	       c == '"' || c == '\'' || c == CHAR_PDI;
}

/* Behind the marks that stand together with a terminal one. */
static int32_t skip_closing(const struct text_run *run, int32_t at)
{
	for (int32_t end = at; end < run->length; at = end) {
		UChar32 c = next(run, &end);

		if (!closes(c) && !u_hasBinaryProperty(c, UCHAR_S_TERM))
			break;
	}
	return at;
}

static int32_t skip_blanks(const struct text_run *run, int32_t at)
{
	for (int32_t end = at; end < run->length; at = end)
		if (!u_isUWhiteSpace(next(run, &end)))
			break;
	return at;
}

/* Georgian begins a sentence with what Unicode has as a small letter: its capitals serve for whole words alone. */
static bool goes_on(const struct text_run *run, int32_t at)
{
	UChar32 c = at < run->length ? next(run, &at) : 0;

	return u_islower(c) && (c < 0x10D0 || c > 0x10FF);
}

/* Scripts without blanks between sentences have marks of their own, which always end one. */
static bool blank_needed(UChar32 c)
{
	return c < 0x0590;
}

int32_t sentence_end(const uint16_t *text, int32_t length, int32_t start)
{
	const struct text_run whole = {text, length}, *run = &whole;
	int depth = 0;

	for (int32_t at = start; at < length;) {
		UChar32 c = next(run, &at);
		int32_t closed, end;

		depth += (c >= CHAR_LRI && c <= CHAR_FSI) - (c == CHAR_PDI);
		if (depth > 0 || !u_hasBinaryProperty(c, UCHAR_S_TERM))
			continue;
		closed = skip_closing(run, at);
		end = skip_blanks(run, closed);
		if ((end > closed || !blank_needed(c)) && !goes_on(run, end))
			return end;
	}
	return run->length;
}
