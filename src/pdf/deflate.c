/* One compressor per job: making it costs more than a small stream. On a leaflet level 5 spares a twentieth of the whole time
 * against level 6 for 0.3 per cent more bytes; level 4 would be no quicker, and 3 per cent larger; level 10 saves 3 per cent in
 * five times the time. */
#include "pdf/deflate.h"

#include <libdeflate.h>

#include "base/arena.h"

enum { DEFLATE_LEVEL = 5 };

static void release(void *object)
{
	libdeflate_free_compressor(object);
}

struct deflater *deflater_new(struct arena *arena)
{
	struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(DEFLATE_LEVEL);

	if (!compressor)
		arena_exhausted();
	arena_defer(arena, release, compressor);
	return (struct deflater *)compressor;
}

struct bytes deflate_pack(struct arena *arena, struct deflater *deflater, struct bytes bytes)
{
	struct libdeflate_compressor *compressor = (struct libdeflate_compressor *)deflater;
	size_t bound = libdeflate_zlib_compress_bound(compressor, bytes.length);
	unsigned char *packed = arena_alloc(arena, bound);

	return (struct bytes){packed,
			      libdeflate_zlib_compress(compressor, bytes.data, bytes.length, packed, bound)};
}

struct bytes deflate_unpack(struct arena *arena, struct bytes packed, size_t limit)
{
	struct libdeflate_decompressor *decompressor = libdeflate_alloc_decompressor();
	unsigned char *bytes = arena_alloc(arena, limit);
	size_t length = 0;
	enum libdeflate_result result =
	    decompressor
		? libdeflate_zlib_decompress(decompressor, packed.data, packed.length, bytes, limit, &length)
		: LIBDEFLATE_BAD_DATA;

	if (decompressor)
		libdeflate_free_decompressor(decompressor);
	return result == LIBDEFLATE_SUCCESS ? (struct bytes){bytes, length} : (struct bytes){NULL, 0};
}
