/*
 * Copyfitting: the largest scale at which a document fits.
 *
 * Offsets: none.  Lengths: scales in thousandths.
 * Memory:  none.
 * Errors:  none; what does not fit at the smallest scale has none.
 */
#ifndef LAYOUT_FIT_H
#define LAYOUT_FIT_H

#include <stdbool.h>
#include <stdint.h>

/* Scales are tried in steps of so many thousandths. */
enum { FIT_STEP = 5 };

struct fit {
	int32_t min, max;
	bool (*fits)(void *context, int32_t scale);
	void *context;
};

/* Finds the largest scale from min to max that fits, among max and min and the steps of 5 above it; 0: none does. */
int32_t fit_search(const struct fit *fit);

#endif
