/*
 * The usual profile of a print shop, coated FOGRA39, made into C by the build (pack/pack_profile.c).
 *
 * Offsets: none.  Lengths: bytes.
 * Memory:  constant.
 * Errors:  none.
 */
#ifndef PDF_PRESS_PROFILE_H
#define PDF_PRESS_PROFILE_H

#include "base/file.h"

/* Deflated already. */
extern const struct bytes press_profile;

#endif
