/* W3C WOFF File Format 2.0 with the null transform for every table (5.1): the tables one behind the other in one Brotli stream. The transform of
 * glyf would save a tenth of a small font; a coder of its own for that is not worth its mistakes. */
#include "site/woff2.h"

#include <brotli/encode.h>
#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

enum { SFNT_HEADER = 12, SFNT_RECORD = 16, TAG_FOLLOWS = 63, NULL_TRANSFORM = 3 };

static uint32_t u32(const unsigned char *at)
{
	return (uint32_t)at[0] << 24 | (uint32_t)at[1] << 16 | (uint32_t)at[2] << 8 | at[3];
}

static size_t padded(size_t length)
{
	return (length + 3) & ~(size_t)3;
}

static void add_u32(struct buf *buf, size_t value)
{
	for (int shift = 24; shift >= 0; shift -= 8)
		buf_putc(buf, (char)(value >> shift & 0xFF));
}

/* Seven bits a byte, the highest bit of all but the last set (4.1). */
static void add_base128(struct buf *buf, uint32_t value)
{
	int shift = 28;

	while (shift > 0 && !(value >> shift))
		shift -= 7;
	for (; shift > 0; shift -= 7)
		buf_putc(buf, (char)(0x80 | (value >> shift & 0x7F)));
	buf_putc(buf, (char)(value & 0x7F));
}

/* Its directory entry and its bytes; false where it lies outside the file. */
static bool add_table(struct buf *directory, struct buf *tables, struct bytes font,
		      const unsigned char *record)
{
	uint32_t offset = u32(record + 8), length = u32(record + 12);
	bool outlines = memcmp(record, "glyf", 4) == 0 || memcmp(record, "loca", 4) == 0;

	if (offset > font.length || length > font.length - offset)
		return false;
	buf_putc(directory, (char)(TAG_FOLLOWS | (outlines ? NULL_TRANSFORM << 6 : 0)));
	buf_add(directory, record, 4);
	add_base128(directory, length);
	buf_add(tables, font.data + offset, length);
	return true;
}

static struct bytes compress(struct arena *arena, const struct buf *tables)
{
	size_t length = BrotliEncoderMaxCompressedSize(tables->length);
	unsigned char *packed = arena_alloc(arena, length);

	if (!BrotliEncoderCompress(BROTLI_MAX_QUALITY, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_FONT,
				   tables->length, (const uint8_t *)tables->data, &length, packed))
		return (struct bytes){NULL, 0};
	return (struct bytes){packed, length};
}

static void add_header(struct buf *buf, struct bytes font, size_t count, size_t sizes[3])
{
	buf_add(buf, "wOF2", 4);
	buf_add(buf, font.data, 4);
	add_u32(buf, sizes[0]);
	buf_putc(buf, (char)(count >> 8));
	buf_putc(buf, (char)(count & 0xFF));
	buf_add(buf, "\0\0", 2);
	add_u32(buf, sizes[1]);
	add_u32(buf, sizes[2]);
	buf_add(buf, "\0\1\0\0", 4);
	for (int i = 0; i < 5; i++)
		add_u32(buf, 0);
}

struct bytes woff2_pack(struct arena *arena, struct bytes font)
{
	struct buf directory = buf_new(arena), tables = buf_new(arena), file = buf_new(arena);
	size_t count = font.length > SFNT_HEADER ? (size_t)font.data[4] << 8 | font.data[5] : 0;
	size_t whole = SFNT_HEADER + SFNT_RECORD * count;
	struct bytes packed;

	if (!count || whole > font.length)
		return (struct bytes){NULL, 0};
	for (size_t i = 0; i < count; i++) {
		const unsigned char *record = font.data + SFNT_HEADER + SFNT_RECORD * i;

		if (!add_table(&directory, &tables, font, record))
			return (struct bytes){NULL, 0};
		whole += padded(u32(record + 12));
	}
	packed = compress(arena, &tables);
	if (!packed.data)
		return packed;
	add_header(&file, font, count,
		   (size_t[]){padded(48 + directory.length + packed.length), whole, packed.length});
	buf_add(&file, directory.data, directory.length);
	buf_add(&file, packed.data, packed.length);
	buf_add(&file, "\0\0\0", padded(file.length) - file.length);
	return (struct bytes){(const unsigned char *)file.data, file.length};
}
