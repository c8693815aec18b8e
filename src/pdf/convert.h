/*
 * A logo's colours, known as sRGB, in the colour space of an edition. Nothing else is ever converted.
 *
 * Offsets: none.  Lengths: pixels; samples are bytes.
 * Memory:  the arena given to converter_new.
 * Errors:  a profile that cannot be used goes to the sink.
 */
#ifndef PDF_CONVERT_H
#define PDF_CONVERT_H

#include <stddef.h>
#include <stdint.h>

#include "base/file.h"
#include "layout/page.h"

struct arena;
struct converter;

/* A converter to this space; for CMYK, to the press that the profile describes. */
struct converter *converter_new(struct arena *arena, enum color_space space, struct bytes profile);
/* How many samples a pixel has in a space. */
int converter_samples(enum color_space space);
/* Converts pixels of three samples. */
void converter_pixels(const struct converter *converter, const uint8_t *rgb, size_t count, uint8_t *samples);
/* A foreign colour with the forms that it lacked. */
struct color converter_color(const struct converter *converter, const struct color *color);

#endif
