#include "text/autospace.h"

#include <stdbool.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

enum { THIN_SPACE = 200 };

static bool is_stroke(UChar32 c)
{
	return c == 0x0964 || c == 0x0965 || c == 0x06D4;
}

static bool is_like_strokes(UChar32 c)
{
	UErrorCode status = U_ZERO_ERROR;

	return u_isdigit(c) || (u_isalpha(c) && uscript_getScript(c, &status) == USCRIPT_LATIN);
}

int32_t autospace_before(const uint16_t *text, int32_t length, int32_t at)
{
	UChar32 c = 0;

	if (at >= length || !is_stroke(text[at]))
		return 0;
	while (at > 0) {
		U16_PREV(text, 0, at, c);
		if (!u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT))
			return is_like_strokes(c) ? THIN_SPACE : 0;
	}
	return 0;
}
