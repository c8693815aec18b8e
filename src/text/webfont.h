/*
 * Fonts for a browser: some characters of a font, with everything that shaping them needs.
 *
 * Offsets: none.  Lengths: bytes.
 * Memory:  the arena given.
 * Errors:  a font that HarfBuzz cannot take apart goes to the sink; data is then NULL.
 */
#ifndef TEXT_WEBFONT_H
#define TEXT_WEBFONT_H

#include "base/file.h"
#include "text/font.h"

/* A set of characters that texts have, without those of ASCII, which every device draws. */
struct letters;

struct letters *letters_new(struct arena *arena);
/* Adds the characters of a text. */
void letters_add(struct letters *letters, const char *text);
/* The characters of a set that a font draws, as a TrueType or OpenType file. */
struct bytes webfont_make(struct arena *arena, struct diag *diag, const struct font *font,
			  const struct letters *letters);

#endif
