/*
 * Texts made comparable.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  bytes that are no UTF-8 become U+FFFD.
 */
#ifndef TEXT_COLLATE_H
#define TEXT_COLLATE_H

struct arena;

/* The text with case folded and in compatibility form (UAX #15, NFKC_Casefold): alike for all who mean the same word. */
const char *collate_fold(struct arena *arena, const char *text);

#endif
