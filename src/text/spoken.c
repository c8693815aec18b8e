/* The same digits and calendars as on paper (text/digits.h). */
#include "text/spoken.h"

#include "base/arena.h"
#include "text/digits.h"
#include "text/utf.h"

const char *spoken_number(struct arena *arena, const struct language *language, const char *digits)
{
	struct wide wide = utf_widen(arena, digits);

	digits_localise(language->digits, wide.text, wide.length);
	return utf_narrow(arena, wide.text, wide.length);
}

const char *spoken_date(struct arena *arena, const struct language *language, const char *date)
{
	uint16_t text[CALENDAR_CAPACITY];
	int32_t length = calendar_format(calendar_open(arena, language), date, text);

	return length ? utf_narrow(arena, text, length) : spoken_number(arena, language, date);
}
