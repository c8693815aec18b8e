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
/* The text in Latin letters without marks, small, as somebody types it who has no other keyboard: what is no letter or figure is a space. */
const char *collate_latin(struct arena *arena, const char *text);
/* A string whose bytes (strcmp) put texts in the order of a locale's alphabet. */
const char *collate_key(struct arena *arena, const char *text, const char *locale);

#endif
