/*
 * A page for translators who have a telephone or an old laptop and nothing else: one HTML file that works without a network.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  none.
 */
#ifndef REVIEW_FORM_H
#define REVIEW_FORM_H

#include "base/file.h"
#include "source/offer.h"

/* Makes the page. What it gives back is XLIFF 2.0. */
struct bytes form_write(struct arena *arena, const struct offer *offer);

#endif
