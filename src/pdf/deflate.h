/*
 * Compression of streams (zlib format, RFC 1950), by libdeflate.
 *
 * Offsets: none.  Lengths: bytes.
 * Memory:  the arena given; the compressor goes with the arena that made it.
 * Errors:  none but an empty memory.
 */
#ifndef PDF_DEFLATE_H
#define PDF_DEFLATE_H

#include "base/file.h"

struct arena;
struct deflater;

/* A compressor, to be used for all streams of a job. */
struct deflater *deflater_new(struct arena *arena);
/* The compressed form of some bytes. */
struct bytes deflate_pack(struct arena *arena, struct deflater *deflater, struct bytes bytes);
/* Unpacks what deflate_pack packed, of at most so many bytes; data is NULL where it is something else. */
struct bytes deflate_unpack(struct arena *arena, struct bytes packed, size_t limit);

#endif
