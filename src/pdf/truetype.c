/* Six tables change: glyf and loca take the new glyphs, hmtx and hhea their widths, maxp and head what they imply. The
 * rest is copied, and the checksums are made anew. */
#include "pdf/truetype.h"

#include <stdbool.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/length.h"

enum {
	WORDS = 0x0001,
	XY_VALUES = 0x0002,
	MORE = 0x0020,
	X_AND_Y_SCALE = 0x0040,
	UNSCALED_OFFSET = 0x1000,
	ONE = 0x4000, /* in 2.14 */
	SHORT_LOCA_MOST = 0x1FFFE,
	MAGIC = (int)0xB1B0AFBA
};

enum table { GLYF, HEAD, HHEA, HMTX, LOCA, MAXP, TABLES };

static const struct {
	char tag[5];
	size_t least;
} known[TABLES] = {
    [GLYF] = {"glyf", 0}, [HEAD] = {"head", 54}, [HHEA] = {"hhea", 36},
    [HMTX] = {"hmtx", 4}, [LOCA] = {"loca", 4},  [MAXP] = {"maxp", 32},
};

struct box {
	int32_t x0, y0, x1, y1;
};

struct truetype {
	struct arena *arena;
	struct bytes program;
	struct buf tables[TABLES];
	uint32_t glyphs, metrics, units;
	struct box box; /* of the whole font */
};

static uint32_t u16(const void *data)
{
	const unsigned char *bytes = data;

	return (uint32_t)bytes[0] << 8 | bytes[1];
}

static uint32_t u32(const void *data)
{
	const unsigned char *bytes = data;

	return u16(bytes) << 16 | u16(bytes + 2);
}

static int32_t s16(const void *data)
{
	return (int16_t)u16(data);
}

static void put_u16(struct buf *buf, uint32_t value)
{
	buf_putc(buf, (char)(value >> 8));
	buf_putc(buf, (char)value);
}

static void put_u32(struct buf *buf, uint32_t value)
{
	put_u16(buf, value >> 16);
	put_u16(buf, value);
}

static void set_u16(struct buf *buf, size_t at, uint32_t value)
{
	buf->data[at] = (char)(value >> 8);
	buf->data[at + 1] = (char)value;
}

static void set_u32(struct buf *buf, size_t at, uint32_t value)
{
	set_u16(buf, at, value >> 16);
	set_u16(buf, at + 2, value);
}

static const unsigned char *record_find(struct bytes program, const char *tag)
{
	for (uint32_t i = 0; i < u16(program.data + 4); i++)
		if (memcmp(program.data + 12 + 16 * i, tag, 4) == 0)
			return program.data + 12 + 16 * i;
	return NULL;
}

static bool records_fit(struct bytes program)
{
	if (program.length < 12 || (program.length - 12) / 16 < u16(program.data + 4))
		return false;
	for (uint32_t i = 0; i < u16(program.data + 4); i++) {
		const unsigned char *record = program.data + 12 + 16 * i;

		if (u32(record + 8) > program.length || u32(record + 12) > program.length - u32(record + 8))
			return false;
	}
	return true;
}

static bool open_program(struct truetype *truetype)
{
	struct bytes program = truetype->program;

	if (!records_fit(program))
		return false;
	for (int i = 0; i < TABLES; i++) {
		const unsigned char *record = record_find(program, known[i].tag);

		if (!record || u32(record + 12) < known[i].least)
			return false;
		truetype->tables[i] = buf_new(truetype->arena);
		buf_add(&truetype->tables[i], program.data + u32(record + 8), u32(record + 12));
	}
	truetype->glyphs = u16(truetype->tables[MAXP].data + 4);
	truetype->metrics = u16(truetype->tables[HHEA].data + 34);
	truetype->units = u16(truetype->tables[HEAD].data + 18);
	return truetype->metrics && truetype->metrics <= truetype->glyphs && truetype->units &&
	       truetype->tables[HMTX].length >= 2 * (size_t)(truetype->metrics + truetype->glyphs);
}

static bool long_loca(const struct truetype *truetype)
{
	return u16(truetype->tables[HEAD].data + 50) != 0;
}

/* Offsets into glyf as long ones, whatever they were. */
static bool widen_loca(struct truetype *truetype)
{
	struct buf *loca = &truetype->tables[LOCA], wide = buf_new(truetype->arena);
	size_t size = long_loca(truetype) ? 4 : 2;

	if (loca->length < size * (truetype->glyphs + 1))
		return false;
	for (uint32_t i = 0; i <= truetype->glyphs; i++)
		put_u32(&wide, size == 4 ? u32(loca->data + 4 * i) : 2 * u16(loca->data + 2 * i));
	*loca = wide;
	return u32(wide.data + 4 * truetype->glyphs) <= truetype->tables[GLYF].length;
}

/* Short offsets again, where they can be: half the bytes. */
static void narrow_loca(struct truetype *truetype)
{
	struct buf *loca = &truetype->tables[LOCA], narrow = buf_new(truetype->arena);
	bool fits = truetype->tables[GLYF].length <= SHORT_LOCA_MOST;

	for (size_t i = 0; i < loca->length && fits; i += 4) {
		fits = u32(loca->data + i) % 2 == 0;
		put_u16(&narrow, u32(loca->data + i) / 2);
	}
	if (fits)
		*loca = narrow;
	set_u16(&truetype->tables[HEAD], 50, fits ? 0 : 1);
}

/* Every glyph with its own width, so that more can follow. */
static void widen_metrics(struct truetype *truetype)
{
	struct buf *hmtx = &truetype->tables[HMTX], wide = buf_new(truetype->arena);
	uint32_t last = truetype->metrics - 1;

	buf_add(&wide, hmtx->data, 4 * (size_t)truetype->metrics);
	for (uint32_t i = truetype->metrics; i < truetype->glyphs; i++) {
		buf_add(&wide, hmtx->data + 4 * last, 2);
		buf_add(&wide, hmtx->data + 4 * truetype->metrics + 2 * (i - truetype->metrics), 2);
	}
	*hmtx = wide;
}

static struct box join(struct box a, struct box b)
{
	if (a.x0 > a.x1)
		return b;
	return (struct box){a.x0 < b.x0 ? a.x0 : b.x0, a.y0 < b.y0 ? a.y0 : b.y0, a.x1 > b.x1 ? a.x1 : b.x1,
			    a.y1 > b.y1 ? a.y1 : b.y1};
}

/* How far a component's origin is from the composite's. */
static int32_t offset(const struct truetype *truetype, const struct composite *composite,
		      const struct component *component)
{
	int32_t x = composite->mirrored ? -component->x : component->x;

	return length_scale(x, (int32_t)truetype->units, 1000);
}

static bool component_box(const struct truetype *truetype, const struct composite *composite,
			  const struct component *component, struct box *box)
{
	const char *loca = truetype->tables[LOCA].data + 4 * component->gid;
	const char *glyph = truetype->tables[GLYF].data + u32(loca);
	int32_t x = offset(truetype, composite, component);
	int32_t y = length_scale(component->y, (int32_t)truetype->units, 1000);

	if (u32(loca + 4) < u32(loca) + 10)
		return false;
	*box = (struct box){s16(glyph + 2), s16(glyph + 4) + y, s16(glyph + 6), s16(glyph + 8) + y};
	if (composite->mirrored)
		*box = (struct box){-box->x1, box->y0, -box->x0, box->y1};
	box->x0 += x;
	box->x1 += x;
	return true;
}

static struct box composite_box(const struct truetype *truetype, const struct composite *composite)
{
	struct box all = {0, 0, -1, -1}, one;

	for (size_t i = 0; i < composite->component_count; i++)
		if (component_box(truetype, composite, &composite->components[i], &one))
			all = join(all, one);
	return all.x0 > all.x1 ? (struct box){0, 0, 0, 0} : all;
}

static void add_components(struct truetype *truetype, const struct composite *composite, struct box box)
{
	struct buf *glyf = &truetype->tables[GLYF];
	unsigned flags = WORDS | XY_VALUES | (composite->mirrored ? X_AND_Y_SCALE | UNSCALED_OFFSET : 0);

	put_u16(glyf, 0xFFFF);
	put_u16(glyf, (uint32_t)box.x0);
	put_u16(glyf, (uint32_t)box.y0);
	put_u16(glyf, (uint32_t)box.x1);
	put_u16(glyf, (uint32_t)box.y1);
	for (size_t i = 0; i < composite->component_count; i++) {
		const struct component *component = &composite->components[i];

		put_u16(glyf, flags | (i + 1 < composite->component_count ? MORE : 0));
		put_u16(glyf, component->gid);
		put_u16(glyf, (uint32_t)offset(truetype, composite, component));
		put_u16(glyf, (uint32_t)length_scale(component->y, (int32_t)truetype->units, 1000));
		if (composite->mirrored) {
			put_u16(glyf, (uint32_t)-ONE);
			put_u16(glyf, ONE);
		}
	}
}

static void add_glyph(struct truetype *truetype, const struct composite *composite)
{
	struct box box = composite_box(truetype, composite);

	if (composite->component_count) {
		add_components(truetype, composite, box);
		truetype->box = join(truetype->box, box);
	}
	put_u32(&truetype->tables[LOCA], (uint32_t)truetype->tables[GLYF].length);
	put_u16(&truetype->tables[HMTX],
		(uint32_t)length_scale(composite->width, (int32_t)truetype->units, 1000));
	put_u16(&truetype->tables[HMTX], (uint32_t)box.x0);
}

static void raise(struct buf *table, size_t at, uint32_t value)
{
	value = value > 0xFFFF ? 0xFFFF : value;
	if (u16(table->data + at) < value)
		set_u16(table, at, value);
}

/* Limits that an interpreter sizes its memory by: points and contours, components, depth. */
static void raise_limits(struct truetype *truetype, const struct composite *composites, size_t count)
{
	struct buf *maxp = &truetype->tables[MAXP], *hhea = &truetype->tables[HHEA];
	uint32_t most = 0;

	for (size_t i = 0; i < count; i++) {
		if (composites[i].component_count > most)
			most = (uint32_t)composites[i].component_count;
		raise(hhea, 10, (uint32_t)length_scale(composites[i].width, (int32_t)truetype->units, 1000));
	}
	raise(maxp, 10, most * u16(maxp->data + (u16(maxp->data + 10) ? 10 : 6)));
	raise(maxp, 12, most * u16(maxp->data + (u16(maxp->data + 12) ? 12 : 8)));
	raise(maxp, 28, most);
	raise(maxp, 30, u16(maxp->data + 30) + 1);
	set_u16(maxp, 4, truetype->glyphs + (uint32_t)count);
	set_u16(hhea, 34, truetype->glyphs + (uint32_t)count);
}

static uint32_t checksum(const char *data, size_t length)
{
	uint32_t sum = 0;

	for (size_t i = 0; i < length; i += 4)
		sum += u32(data + i);
	return sum;
}

static void pad(struct buf *buf)
{
	while (buf->length % 4)
		buf_putc(buf, 0);
}

static void add_table(struct truetype *truetype, struct buf *file, uint32_t index, uint32_t *head)
{
	const unsigned char *record = truetype->program.data + 12 + 16 * index;
	struct bytes table = {truetype->program.data + u32(record + 8), u32(record + 12)};
	size_t start = file->length;

	for (int i = 0; i < TABLES; i++)
		if (memcmp(record, known[i].tag, 4) == 0)
			table = (struct bytes){(const unsigned char *)truetype->tables[i].data,
					       truetype->tables[i].length};
	if (memcmp(record, "head", 4) == 0)
		*head = (uint32_t)start;
	buf_add(file, table.data, table.length);
	pad(file);
	set_u32(file, 12 + 16 * index + 4, checksum(file->data + start, file->length - start));
	set_u32(file, 12 + 16 * index + 8, (uint32_t)start);
	set_u32(file, 12 + 16 * index + 12, (uint32_t)table.length);
}

static struct bytes assemble(struct truetype *truetype)
{
	uint32_t count = u16(truetype->program.data + 4), head = 0;
	struct buf file = buf_new(truetype->arena);

	set_u32(&truetype->tables[HEAD], 8, 0);
	buf_add(&file, truetype->program.data, 12 + 16 * (size_t)count);
	for (uint32_t i = 0; i < count; i++)
		add_table(truetype, &file, i, &head);
	set_u32(&file, head + 8, (uint32_t)MAGIC - checksum(file.data, file.length));
	return (struct bytes){(const unsigned char *)file.data, file.length};
}

struct bytes truetype_compose(struct arena *arena, struct bytes program, const struct composite *composites,
			      size_t count, uint32_t *first)
{
	struct truetype truetype = {.arena = arena, .program = program};
	struct buf *head = &truetype.tables[HEAD];

	if (!open_program(&truetype) || !widen_loca(&truetype))
		return (struct bytes){NULL, 0};
	widen_metrics(&truetype);
	pad(&truetype.tables[GLYF]);
	set_u32(&truetype.tables[LOCA], 4 * truetype.glyphs, (uint32_t)truetype.tables[GLYF].length);
	truetype.box = (struct box){s16(head->data + 36), s16(head->data + 38), s16(head->data + 40),
				    s16(head->data + 42)};
	for (size_t i = 0; i < count; i++)
		add_glyph(&truetype, &composites[i]);
	narrow_loca(&truetype);
	raise_limits(&truetype, composites, count);
	set_u16(head, 36, (uint32_t)truetype.box.x0);
	set_u16(head, 38, (uint32_t)truetype.box.y0);
	set_u16(head, 40, (uint32_t)truetype.box.x1);
	set_u16(head, 42, (uint32_t)truetype.box.y1);
	*first = truetype.glyphs;
	return assemble(&truetype);
}
