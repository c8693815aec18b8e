/*
 * What HarfBuzz asks of Unicode, answered by ICU.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  until the arena given is freed.
 * Errors:  none.
 */
#ifndef TEXT_UNICODE_H
#define TEXT_UNICODE_H

#include <hb.h>

struct arena;

/* The functions for a buffer. */
hb_unicode_funcs_t *unicode_functions(struct arena *arena);

#endif
