/*
 * Files that every site has alike, made into C by asset.cmake from src/site/assets.
 *
 * Offsets: none.  Lengths: bytes.
 * Memory:  constant.
 * Errors:  none.
 */
#ifndef SITE_ASSET_H
#define SITE_ASSET_H

#include "base/file.h"

struct asset {
	const char *name;
	struct bytes bytes;
};

extern const struct asset assets[];
extern const size_t asset_count;

#endif
