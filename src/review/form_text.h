/*
 * The files of src/review/form, made into C by form_text.cmake.
 *
 * Offsets: none.  Lengths: bytes.
 * Memory:  constant.
 * Errors:  none.
 */
#ifndef REVIEW_FORM_TEXT_H
#define REVIEW_FORM_TEXT_H

#include "base/file.h"

extern const struct bytes form_html, form_css, form_js;

#endif
