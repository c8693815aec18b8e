/*
 * Bisection over steps of 5 thousandths. A larger scale may by chance fit where a smaller one does not (lines break
 * elsewhere), so the steps above the one found are tried as well.
 */
#include "layout/fit.h"

enum { NEIGHBOURS = 2 };

static int32_t scale_at(const struct fit *fit, int32_t step)
{
	int32_t scale = fit->min + step * FIT_STEP;

	return scale < fit->max || step == 0 ? scale : fit->max;
}

static bool fits(const struct fit *fit, int32_t step)
{
	return fit->fits(fit->context, scale_at(fit, step));
}

static int32_t bisect(const struct fit *fit, int32_t low, int32_t high)
{
	while (low + 1 < high) {
		int32_t middle = low + (high - low) / 2;

		if (fits(fit, middle))
			low = middle;
		else
			high = middle;
	}
	return low;
}

static int32_t climb(const struct fit *fit, int32_t found, int32_t top)
{
	for (int32_t step = found + 2; step < top && step <= found + 1 + NEIGHBOURS; step++)
		if (fits(fit, step))
			found = step;
	return found;
}

int32_t fit_search(const struct fit *fit)
{
	int32_t top = fit->max > fit->min ? (fit->max - fit->min + FIT_STEP - 1) / FIT_STEP : 0;

	if (fits(fit, top))
		return scale_at(fit, top);
	if (top == 0 || !fits(fit, 0))
		return 0;
	return scale_at(fit, climb(fit, bisect(fit, 0, top), top));
}
