/* Fixed point. 1 inch = 25.4 mm = 72 pt (CSS Values 3, 6.2). */
#include "base/length.h"

#include <stddef.h>
#include <string.h>

enum { MILLI_LIMIT = 100000000, LENGTH_MOST = 14400 * LENGTH_PT };

length_t length_scale(length_t value, int32_t numerator, int32_t denominator)
{
	int64_t product = (int64_t)value * numerator;
	int64_t half = denominator / 2;

	return (length_t)((product < 0 ? product - half : product + half) / denominator);
}

length_t length_add(length_t a, length_t b)
{
	int64_t sum = (int64_t)a + b;

	return sum > LENGTH_TALLEST ? LENGTH_TALLEST : (length_t)sum;
}

length_t length_from_mm(int32_t thousandths)
{
	return length_scale(thousandths, 720, 254);
}

int32_t length_to_mm100(length_t value)
{
	return length_scale(value, 254, 7200);
}

static const char *scan_milli(const char *text, int32_t *thousandths)
{
	int64_t value = 0;
	int places = -1, digits = 0;
	bool minus = *text == '-';

	for (text += minus; (*text >= '0' && *text <= '9') || (*text == '.' && places < 0); text++) {
		if (*text == '.') {
			places = 0;
			continue;
		}
		digits++;
		if (places >= 0 && ++places > 3)
			continue;
		value = value * 10 + (*text - '0');
		if (value > MILLI_LIMIT)
			return NULL;
	}
	for (places = places < 0 ? 0 : places; places < 3; places++)
		value *= 10;
	if (!digits || value > MILLI_LIMIT)
		return NULL;
	*thousandths = (int32_t)(minus ? -value : value);
	return text;
}

bool milli_parse(const char *text, int32_t *thousandths)
{
	const char *end = scan_milli(text, thousandths);

	return end && *end == '\0';
}

bool length_parse(const char *text, length_t *value)
{
	int32_t number = 0;
	const char *unit = scan_milli(text, &number);

	if (!unit || number > LENGTH_MOST || number < -LENGTH_MOST)
		return false;
	if (strcmp(unit, "pt") == 0 || (number == 0 && *unit == '\0'))
		*value = number;
	else if (strcmp(unit, "mm") == 0)
		*value = length_from_mm(number);
	else
		return false;
	return *value <= LENGTH_MOST && *value >= -LENGTH_MOST;
}
