/*
 * Word files for translators who have no translation tool: a table with a row for each unit.
 *
 * Offsets: rows are numbered from 1 below the head; they stand in the file, and in a delivery's loc.line.  Lengths: none.
 * Memory:  the arena given.
 * Errors:  go to the sink with row and unit; then there is no file, or no delivery.
 */
#ifndef REVIEW_DOCX_H
#define REVIEW_DOCX_H

#include <stdbool.h>

#include "base/file.h"
#include "source/delivery.h"
#include "source/offer.h"

/* Makes the file; data is NULL after an error. */
struct bytes docx_write(struct arena *arena, struct diag *diag, const struct offer *offer);
/* Whether a file is one of a word processor, damaged or not, by its first bytes. */
bool docx_is(const char *path);
/* Reads what came back, from Word or LibreOffice; false after an error. */
bool docx_read(struct arena *arena, struct diag *diag, const char *path, struct delivery *delivery);

#endif
