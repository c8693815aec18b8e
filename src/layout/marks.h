/*
 * Marks on a sheet: where to cut, where to fold.
 *
 * Offsets: none.  Lengths: length_t from the lower left corner of the sheet, y up.
 * Memory:  the arena given.
 * Errors:  none.
 */
#ifndef LAYOUT_MARKS_H
#define LAYOUT_MARKS_H

#include "base/vec.h"
#include "layout/page.h"

typedef VEC(struct op) op_vec;

/* Adds the marks of a sheet whose grid of panels is this rectangle: strokes where one cuts, dashes where one folds, none of them where
 * pages have text. mirrored: columns run from the right. */
void marks_add(struct arena *arena, op_vec *ops, const struct sheet_plan *plan, struct rect grid,
	       bool mirrored);

#endif
