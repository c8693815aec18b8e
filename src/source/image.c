/* The size is looked at before anything is unpacked: a small file can promise a huge picture. A JPEG in CMYK is refused, since its
 * colours mean something only to the press that it was made for. */
#include "source/image.h"

#include <png.h>
#include <stdbool.h>
#include <string.h>
#include <turbojpeg.h>

#include "base/arena.h"
#include "base/diag.h"

enum { SIDE_MOST = 4096, RGB = 3 };

struct reader {
	struct arena *arena;
	struct diag *diag;
	const char *path;
	struct bytes bytes;
};

static const struct image *refuse(const struct reader *reader, enum diag_code code, const char *detail)
{
	diag_add(reader->diag, code, (struct loc){reader->path, 0}, NULL, detail, NULL);
	return NULL;
}

static bool fits(const struct reader *reader, unsigned width, unsigned height)
{
	if (width >= 1 && height >= 1 && width <= SIDE_MOST && height <= SIDE_MOST)
		return true;
	diag_add(reader->diag, DIAG_LOGO_SIZE, (struct loc){reader->path, 0}, NULL,
		 arena_format(reader->arena, "%u x %u", width, height),
		 arena_format(reader->arena, "%d", SIDE_MOST), NULL);
	return false;
}

static struct image *image_new(struct arena *arena, unsigned width, unsigned height, uint8_t **pixels)
{
	struct image *image = arena_alloc(arena, sizeof *image);

	*pixels = arena_alloc(arena, (size_t)width * height * RGB);
	*image = (struct image){(int)width, (int)height, *pixels};
	return image;
}

static const struct image *read_png(const struct reader *reader)
{
	static const png_color white = {255, 255, 255};
	png_image png = {.version = PNG_IMAGE_VERSION};
	struct image *image = NULL;
	uint8_t *pixels;

	if (!png_image_begin_read_from_memory(&png, reader->bytes.data, reader->bytes.length))
		return refuse(reader, DIAG_LOGO_BROKEN, png.message);
	if (fits(reader, png.width, png.height)) {
		png.format = PNG_FORMAT_RGB;
		image = image_new(reader->arena, png.width, png.height, &pixels);
		if (!png_image_finish_read(&png, &white, pixels, 0, NULL)) {
			refuse(reader, DIAG_LOGO_BROKEN, png.message);
			image = NULL;
		}
	}
	png_image_free(&png);
	return image;
}

static const struct image *unpack_jpeg(const struct reader *reader, tjhandle jpeg)
{
	unsigned long length = (unsigned long)reader->bytes.length;
	int width, height, samples, space;
	uint8_t *pixels;
	struct image *image;

	if (tjDecompressHeader3(jpeg, reader->bytes.data, length, &width, &height, &samples, &space))
		return refuse(reader, DIAG_LOGO_BROKEN, tjGetErrorStr2(jpeg));
	if (space == TJCS_CMYK || space == TJCS_YCCK)
		return refuse(reader, DIAG_LOGO_CMYK, NULL);
	if (!fits(reader, (unsigned)width, (unsigned)height))
		return NULL;
	image = image_new(reader->arena, (unsigned)width, (unsigned)height, &pixels);
	if (tjDecompress2(jpeg, reader->bytes.data, length, pixels, width, 0, height, TJPF_RGB,
			  TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING))
		return refuse(reader, DIAG_LOGO_BROKEN, tjGetErrorStr2(jpeg));
	return image;
}

static const struct image *read_jpeg(const struct reader *reader)
{
	tjhandle jpeg = tjInitDecompress();
	const struct image *image = unpack_jpeg(reader, jpeg);

	tjDestroy(jpeg);
	return image;
}

static bool starts(struct bytes bytes, const char *magic)
{
	size_t length = strlen(magic);

	return bytes.length > length && memcmp(bytes.data, magic, length) == 0;
}

const struct image *image_read(struct arena *arena, struct diag *diag, const char *path, struct bytes bytes)
{
	struct reader reader = {arena, diag, path, bytes};

	if (starts(bytes, "\x89PNG"))
		return read_png(&reader);
	if (starts(bytes, "\xFF\xD8\xFF"))
		return read_jpeg(&reader);
	return refuse(&reader, DIAG_LOGO_KIND, NULL);
}
