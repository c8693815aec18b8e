/*
 * What countries and languages are called: CLDR's names, through ICU.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  "" where CLDR has no name in that locale.
 */
#ifndef TEXT_NAMES_H
#define TEXT_NAMES_H

struct arena;

/* A country by its code of ISO 3166 ("ER"), as a locale calls it. */
const char *name_of_country(struct arena *arena, const char *code, const char *locale);
/* Another name that people know it by ("Ivory Coast"). */
const char *variant_of_country(struct arena *arena, const char *code, const char *locale);
/* A language by its tag, as a locale calls it. */
const char *name_of_language(struct arena *arena, const char *tag, const char *locale);

#endif
