/* A sentence ends at a terminal mark of any script, with the brackets and quotes that close behind it, before a blank (UAX #29:
 * SB8 to SB11); not where a small letter goes on, and not inside an isolate: a number or a name is one word. */
#include "text/sentence.h"

#include <unicode/uchar.h>

#include "text/stage.h"

static UChar32 next(const struct para *para, int32_t *at)
{
	return char_next(para->text, at, para->length);
}

static bool closes(UChar32 c)
{
	int8_t type = u_charType(c);

	return type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION || type == U_INITIAL_PUNCTUATION ||
	       c == '"' || c == '\'' || c == CHAR_PDI;
}

/* Behind the marks that stand together with a terminal one. */
static int32_t skip_closing(const struct para *para, int32_t at)
{
	for (int32_t end = at; end < para->length; at = end) {
		UChar32 c = next(para, &end);

		if (!closes(c) && !u_hasBinaryProperty(c, UCHAR_S_TERM))
			break;
	}
	return at;
}

static int32_t skip_blanks(const struct para *para, int32_t at)
{
	for (int32_t end = at; end < para->length; at = end)
		if (!u_isUWhiteSpace(next(para, &end)))
			break;
	return at;
}

static bool goes_on(const struct para *para, int32_t at)
{
	return at < para->length && u_islower(next(para, &at));
}

/* Scripts without blanks between sentences have marks of their own, which always end one. */
static bool blank_needed(UChar32 c)
{
	return c < 0x0590;
}

int32_t sentence_end(const struct para *para, int32_t start)
{
	int depth = 0;

	for (int32_t at = start; at < para->length;) {
		UChar32 c = next(para, &at);
		int32_t closed, end;

		depth += (c >= CHAR_LRI && c <= CHAR_FSI) - (c == CHAR_PDI);
		if (depth > 0 || !u_hasBinaryProperty(c, UCHAR_S_TERM))
			continue;
		closed = skip_closing(para, at);
		end = skip_blanks(para, closed);
		if ((end > closed || !blank_needed(c)) && !goes_on(para, end))
			return end;
	}
	return para->length;
}
