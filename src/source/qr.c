/* libqrencode chooses version and mask; dark modules that touch in a row are one rectangle, so that no hairline shows between them. */
#include "source/qr.h"

#include <qrencode.h>
#include <stdbool.h>

#include "base/arena.h"
#include "base/vec.h"

struct drawer {
	struct arena *arena;
	int width; /* in modules */
	VEC(struct segment) segments;
};

static void add_point(struct drawer *drawer, enum segment_kind kind, int column, int row)
{
	struct segment segment = {.kind = kind};

	segment.x[2] = (column + QR_QUIET) * QR_MODULE;
	segment.y[2] = (drawer->width - row + QR_QUIET) * QR_MODULE;
	vec_push(drawer->arena, &drawer->segments, segment);
}

static void add_run(struct drawer *drawer, int row, int first, int end)
{
	add_point(drawer, SEGMENT_MOVE, first, row);
	add_point(drawer, SEGMENT_LINE, end, row);
	add_point(drawer, SEGMENT_LINE, end, row + 1);
	add_point(drawer, SEGMENT_LINE, first, row + 1);
	add_point(drawer, SEGMENT_CLOSE, first, row);
}

static void add_row(struct drawer *drawer, const unsigned char *modules, int row)
{
	int first = -1;

	for (int column = 0; column <= drawer->width; column++) {
		bool dark = column < drawer->width && (modules[column] & 1);

		if (dark && first < 0)
			first = column;
		if (!dark && first >= 0) {
			add_run(drawer, row, first, column);
			first = -1;
		}
	}
}

const struct artwork *qr_draw(struct arena *arena, const char *text, const struct color *color)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_Q);
	struct artwork *artwork = arena_alloc(arena, sizeof *artwork);
	struct path *path = arena_alloc(arena, sizeof *path);
	struct drawer drawer = {.arena = arena};

	if (!code)
		return NULL;
	drawer.width = code->width;
	for (int row = 0; row < code->width; row++)
		add_row(&drawer, code->data + row * code->width, row);
	QRcode_free(code);
	*path = (struct path){
	    .segments = drawer.segments.data, .segment_count = drawer.segments.length, .fill = color};
	artwork->id = "qr";
	artwork->width = artwork->height = (drawer.width + 2 * QR_QUIET) * QR_MODULE;
	artwork->paths = path;
	artwork->path_count = 1;
	return artwork;
}
