/*
 * What an author reads when a text does not fit.
 *
 * Offsets: none.  Lengths: length_t; printed in millimetres.
 * Memory:  the layout's scratch.
 * Errors:  text-overflow and word-overflow, at the block's line.
 */
#ifndef LAYOUT_REPORT_H
#define LAYOUT_REPORT_H

#include "layout/block.h"

/* Names the widest word of a block, which is wider than its column. */
void report_word(const struct layout *layout, const struct block_box *box);
/* Says that a block, and what follows it, is this much too tall for its frame. */
void report_lack(const struct layout *layout, const struct block *block, length_t lack, const char *frame);

#endif
