/* Days compare as their texts do (ISO 8601), which is all the arithmetic that is needed here. */
#include "base/date.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"

/* The Gregorian calendar; 31 December 9999 is the last day that four digits can write. */
static const long long last_second = 253402300799;

const char *date_today(struct arena *arena)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	char *end = NULL, text[11];
	long long given = epoch ? strtoll(epoch, &end, 10) : -1;
	time_t now = given >= 0 && given <= last_second && end != epoch && !*end ? (time_t)given : time(NULL);
	struct tm day;

	strftime(text, sizeof text, "%Y-%m-%d", gmtime_r(&now, &day));
	return arena_string(arena, text);
}

static bool has_form(const char *text, const char *pattern)
{
	if (strlen(text) != strlen(pattern))
		return false;
	for (size_t i = 0; pattern[i]; i++)
		if (pattern[i] == 'd' ? text[i] < '0' || text[i] > '9' : text[i] != pattern[i])
			return false;
	return true;
}

static bool names_month(const char *text)
{
	return atoi(text + 5) >= 1 && atoi(text + 5) <= 12;
}

bool month_valid(const char *text)
{
	return has_form(text, "dddd-dd") && names_month(text);
}

bool date_valid(const char *text)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int year, month, day;
	bool leap;

	if (!has_form(text, "dddd-dd-dd") || !names_month(text))
		return false;
	year = atoi(text), month = atoi(text + 5), day = atoi(text + 8);
	leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
	return day >= 1 && day <= days[month - 1] + leap;
}

bool date_passed(const char *limit, const char *day)
{
	return strncmp(limit, day, strlen(limit)) < 0;
}
