/*
 * Chips: how a placeholder stands in a file that a person types in: "[penalty.years: 12]", and a link "[url.help: start]" its
 * words "[url.help: end]". They are text, so they outlive every word processor.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  none; brackets that are no chip stay text.
 */
#ifndef REVIEW_CHIP_H
#define REVIEW_CHIP_H

#include <stdbool.h>
#include <stddef.h>

#include "source/words.h"

struct facts;

/* The chip of a placeholder, with the value that it has now. */
const char *chip_of_fact(struct arena *arena, const struct facts *facts, const struct piece *piece);
/* The chip before the words of a link, or behind them. */
const char *chip_of_link(struct arena *arena, const char *key, bool start);
/* Words of paragraphs, joined by spaces, with their chips made placeholders and links; .text of a placeholder is what stands in its
 * chip. */
struct words chips_read(struct arena *arena, const struct words *paragraphs, size_t count);

#endif
