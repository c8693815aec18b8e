/* ICU answers in the code itself where it has no name, and says so by U_USING_DEFAULT_WARNING. */
#include "text/names.h"

#include <unicode/uloc.h>
#include <unicode/ures.h>

#include "base/arena.h"
#include "text/utf.h"

enum { NAME_MOST = 200 };

typedef int32_t namer(const char *locale, const char *display, UChar *name, int32_t capacity,
		      UErrorCode *status);

static const char *ask(struct arena *arena, namer *name_of, const char *what, const char *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	UChar name[NAME_MOST];
	int32_t length = name_of(what, locale, name, NAME_MOST, &status);

	if (U_FAILURE(status) || status == U_USING_DEFAULT_WARNING || length > NAME_MOST)
		return "";
	return utf_narrow(arena, name, length);
}

const char *name_of_country(struct arena *arena, const char *code, const char *locale)
{
	return ask(arena, uloc_getDisplayCountry, arena_format(arena, "und_%s", code), locale);
}

/* Variants stand in a table of ICU's region data that no function reads. */
const char *variant_of_country(struct arena *arena, const char *code, const char *locale)
{
	UErrorCode status = U_ZERO_ERROR;
	UResourceBundle *bundle = ures_open(U_ICUDATA_NAME "-region", locale, &status);
	const UChar *name;
	int32_t length = 0;

	bundle = ures_getByKey(bundle, "Countries%variant", bundle, &status);
	name = ures_getStringByKey(bundle, code, &length, &status);
	ures_close(bundle);
	return U_SUCCESS(status) ? utf_narrow(arena, name, length) : "";
}

const char *name_of_language(struct arena *arena, const char *tag, const char *locale)
{
	return ask(arena, uloc_getDisplayLanguage, tag, locale);
}
