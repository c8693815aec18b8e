/* Digit systems are ten code points in a row (UAX #44, Nd). Dates come from CLDR through ICU, but in the Gregorian
 * calendar everywhere, for the dates are those of Dutch papers. ICU answers for a language it does not know in the
 * locale of the process: so it is asked first whether the language's own data are there. */
#include "text/digits.h"

#include <stdio.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#include "base/arena.h"

struct calendar {
	const struct language *language;
	UDateFormat *format;           /* NULL: ICU does not know the language */
	UChar full[CALENDAR_CAPACITY]; /* patterns of UTS #35 */
	UChar month[CALENDAR_CAPACITY];
	int32_t full_length, month_length;
};

static const struct {
	uint16_t zero; /* UAX #9: those of N'Ko go from right to left, so the first one stays first */
	const char *icu;
} systems[] = {
    [DIGITS_LATN] = {0x0030, "latn"},
    [DIGITS_ARAB] = {0x0660, "arab"},
    [DIGITS_ARABEXT] = {0x06F0, "arabext"},
    [DIGITS_NKOO] = {0x07C0, "nkoo"},
};

void digits_localise(enum digits digits, uint16_t *text, int32_t length)
{
	for (int32_t i = 0; i < length; i++)
		if (text[i] >= '0' && text[i] <= '9')
			text[i] = (uint16_t)(text[i] - '0' + systems[digits].zero);
}

/* Leaves the last part off a locale's name; false when that part is a script or nothing is left. */
static bool to_parent(char *name)
{
	char *last = strrchr(name, '_');

	if (!last || strlen(last + 1) == 4)
		return false;
	*last = '\0';
	return true;
}

static UResourceBundle *gregorian_open(const char *name)
{
	UErrorCode status = U_ZERO_ERROR;
	UResourceBundle *bundle = ures_openDirect(NULL, name, &status);

	bundle = ures_getByKey(bundle, "calendar", bundle, &status);
	bundle = ures_getByKey(bundle, "gregorian", bundle, &status);
	if (U_SUCCESS(status))
		return bundle;
	ures_close(bundle);
	return NULL;
}

/* Whether ICU has the locale or one above it in the same script. */
bool locale_known(const char *locale, char name[LOCALE_CAPACITY])
{
	UErrorCode status = U_ZERO_ERROR;

	uloc_getName(locale, name, LOCALE_CAPACITY, &status);
	if (U_FAILURE(status) || status == U_STRING_NOT_TERMINATED_WARNING)
		return false;
	do {
		UResourceBundle *bundle;

		status = U_ZERO_ERROR;
		bundle = ures_openDirect(NULL, name, &status);
		ures_close(bundle);
		if (U_SUCCESS(status))
			return true;
	} while (to_parent(name));
	return false;
}

static int32_t month_pattern_in(const char *name, UChar *pattern)
{
	UErrorCode status = U_ZERO_ERROR;
	UResourceBundle *bundle = gregorian_open(name);
	const UChar *found;
	int32_t length = 0;

	if (!bundle)
		return 0;
	bundle = ures_getByKey(bundle, "availableFormats", bundle, &status);
	found = ures_getStringByKey(bundle, "yMMMM", &length, &status);
	if (U_SUCCESS(status) && length < CALENDAR_CAPACITY)
		u_memcpy(pattern, found, length);
	else
		length = 0;
	ures_close(bundle);
	return length;
}

/* The pattern of UTS #35 for month and year: the locale's own, or that of one above it. */
static int32_t month_pattern(char *name, UChar *pattern)
{
	int32_t length;

	do {
		length = month_pattern_in(name, pattern);
	} while (!length && to_parent(name));
	return length ? length : month_pattern_in("root", pattern);
}

static void format_close(void *object)
{
	udat_close(object);
}

static void patterns_open(struct arena *arena, struct calendar *calendar, char *name)
{
	char locale[ULOC_FULLNAME_CAPACITY + 64];
	UErrorCode status = U_ZERO_ERROR;
	UDateFormat *format;

	snprintf(locale, sizeof locale, "%s@calendar=gregorian;numbers=%s", name,
		 systems[calendar->language->digits].icu);
	format = udat_open(UDAT_NONE, UDAT_LONG, locale, u"GMT", -1, NULL, 0, &status);
	if (U_FAILURE(status))
		return;
	arena_defer(arena, format_close, format);
	calendar->full_length = udat_toPattern(format, false, calendar->full, CALENDAR_CAPACITY, &status);
	calendar->month_length = month_pattern(name, calendar->month);
	calendar->format = U_SUCCESS(status) ? format : NULL;
}

struct calendar *calendar_open(struct arena *arena, const struct language *language)
{
	struct calendar *calendar = arena_alloc(arena, sizeof *calendar);
	char name[LOCALE_CAPACITY];

	calendar->language = language;
	if (locale_known(language->locale, name))
		patterns_open(arena, calendar, name);
	return calendar;
}

const struct language *calendar_language(const struct calendar *calendar)
{
	return calendar->language;
}

/* Days from 1970-01-01 in the Gregorian calendar; years are counted from March, so that leap days come last. */
static int days_from(int year, int month, int day)
{
	int y = month > 2 ? year : year - 1, m = month > 2 ? month - 3 : month + 9;

	return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719468;
}

int32_t calendar_format(const struct calendar *calendar, const char *value, uint16_t out[CALENDAR_CAPACITY])
{
	int year = 0, month = 0, day = 1, parts = sscanf(value, "%4d-%2d-%2d", &year, &month, &day);
	UErrorCode status = U_ZERO_ERROR;
	int32_t length;

	if (!calendar->format || parts < 2 || month < 1 || month > 12 || day < 1 || day > 31)
		return 0;
	if (parts == 3)
		udat_applyPattern(calendar->format, false, calendar->full, calendar->full_length);
	else
		udat_applyPattern(calendar->format, false, calendar->month, calendar->month_length);
	length = udat_format(calendar->format, days_from(year, month, day) * 86400000.0, out,
			     CALENDAR_CAPACITY, NULL, &status);
	return U_SUCCESS(status) && length <= CALENDAR_CAPACITY ? length : 0;
}
