/*
 * Lengths on paper: integers, so that every machine lays out alike.
 *
 * Offsets: none.  Lengths: thousandths of a DTP point (1/72 inch); y grows up, as in PDF.
 * Memory:  none.
 * Errors:  length_parse says false for what is no length.
 */
#ifndef BASE_LENGTH_H
#define BASE_LENGTH_H

#include <stdbool.h>
#include <stdint.h>

typedef int32_t length_t;

enum { LENGTH_PT = 1000, LENGTH_TALLEST = 1000000000 };

/* Millimetres (in thousandths) to a length, rounded to nearest. */
length_t length_from_mm(int32_t thousandths);
/* A length in hundredths of a millimetre, rounded to nearest: for messages. */
int32_t length_to_mm100(length_t value);
/* Reads "12mm", "3.5pt" or "0" (CSS absolute lengths; no sign but minus, no exponent), at most 14400 pt. */
bool length_parse(const char *text, length_t *value);
/* value * numerator / denominator, rounded half away from zero, without overflow inside. */
length_t length_scale(length_t value, int32_t numerator, int32_t denominator);
/* The sum, at most LENGTH_TALLEST: what is taller fits nowhere. */
length_t length_add(length_t a, length_t b);
/* Reads a plain decimal as thousandths: "1.10" is 1100. */
bool milli_parse(const char *text, int32_t *thousandths);

#endif
