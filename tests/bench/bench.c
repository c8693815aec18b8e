/*
 * The benchmark: what a leaflet costs, stage by stage, beside the floor that no typesetter can go under:
 * shaping the same text with HarfBuzz, taking the same glyphs with hb-subset, deflating these fonts and the glyphs' numbers.
 *
 * bench DATA ROUNDS [DOCUMENT]: every offered language, in one warm process and one thread.
 */
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"
#include "layout/paginate.h"
#include "pdf/write.h"
#include "source/compose.h"
#include "text/para.h"

enum stage {
	STAGE_COMPOSE,
	STAGE_SHAPE,
	STAGE_LAYOUT,
	STAGE_WRITE,
	STAGE_FLOOR_SHAPE,
	STAGE_FLOOR_SUBSET,
	STAGE_FLOOR_DEFLATE,
	STAGES
};

/* Milliseconds by stage, and bytes, of one language. */
struct cost {
	double ms[STAGES];
	size_t bytes, floor_bytes;
};

struct face {
	const struct font *font;
	hb_font_t *hb;
	hb_set_t *glyphs;
};

typedef VEC(struct face) face_vec;
typedef VEC(unsigned char) glyph_vec;

/* The floor of one leaflet. */
struct least {
	struct arena *arena;
	face_vec *faces;
	glyph_vec text;
};

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static const struct face *face_find(struct arena *arena, face_vec *faces, const struct font *font)
{
	hb_blob_t *blob;
	hb_face_t *face;

	for (size_t i = 0; i < faces->length; i++)
		if (faces->data[i].font == font)
			return &faces->data[i];
	blob = hb_blob_create_from_file(font->family->files[font->weight].path);
	face = hb_face_create(blob, (unsigned)font->family->files[font->weight].face);
	vec_push(arena, faces, ((struct face){font, hb_font_create(face), hb_set_create()}));
	hb_font_set_scale(vec_last(faces)->hb, 1000, 1000);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return vec_last(faces);
}

/* Two bytes for each glyph: what a page needs at least to show it where the font's own width leads. */
static void floor_text(struct arena *arena, glyph_vec *text, unsigned gid)
{
	vec_push(arena, text, (unsigned char)(gid >> 8));
	vec_push(arena, text, (unsigned char)gid);
}

static void floor_shape(struct least *least, const struct para *para, const struct item *item)
{
	const struct face *face = face_find(least->arena, least->faces, item->font);
	hb_buffer_t *buffer = hb_buffer_create();
	const hb_glyph_info_t *infos;
	unsigned count;

	hb_buffer_add_utf16(buffer, para->text, para->length, (unsigned)item->start, item->length);
	hb_buffer_set_direction(buffer, item->level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, hb_script_from_string(item->script, -1));
	hb_buffer_set_language(buffer, hb_language_from_string(item->language->locale, -1));
	hb_shape(face->hb, buffer, NULL, 0);
	infos = hb_buffer_get_glyph_infos(buffer, &count);
	for (unsigned i = 0; i < count; i++) {
		hb_set_add(face->glyphs, infos[i].codepoint);
		floor_text(least->arena, &least->text, infos[i].codepoint);
	}
	hb_buffer_destroy(buffer);
}

static hb_face_t *floor_subset(const struct face *face)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	static const char tags[][5] = {"GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "cmap"};
	hb_face_t *subset;

	for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
		hb_set_add(dropped, hb_tag_from_string(tags[i], 4));
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_NO_HINTING);
	hb_set_union(hb_subset_input_glyph_set(input), face->glyphs);
	subset = hb_subset_or_fail(hb_font_get_face(face->hb), input);
	hb_subset_input_destroy(input);
	return subset;
}

static size_t floor_deflate(const void *data, size_t length)
{
	struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(6);
	size_t bound = libdeflate_zlib_compress_bound(compressor, length);
	void *out = malloc(bound);
	size_t written = out ? libdeflate_zlib_compress(compressor, data, length, out, bound) : 0;

	free(out);
	libdeflate_free_compressor(compressor);
	return written;
}

static void floor_face(const struct face *face, struct cost *cost)
{
	double times[3];
	hb_face_t *subset;
	hb_blob_t *blob;
	unsigned length;
	const char *data;

	times[0] = now();
	subset = floor_subset(face);
	blob = hb_face_reference_blob(subset);
	times[1] = now();
	data = hb_blob_get_data(blob, &length);
	cost->floor_bytes += floor_deflate(data, length);
	times[2] = now();
	cost->ms[STAGE_FLOOR_SUBSET] += times[1] - times[0];
	cost->ms[STAGE_FLOOR_DEFLATE] += times[2] - times[1];
	hb_blob_destroy(blob);
	hb_face_destroy(subset);
	hb_set_clear(face->glyphs);
}

static void floor_run(struct least *least, const struct text *text, struct cost *cost)
{
	double start = now();

	for (size_t i = 0; i < text->para_count; i++)
		for (size_t k = 0; text->paras[i] && k < text->paras[i]->item_count; k++)
			floor_shape(least, text->paras[i], &text->paras[i]->items[k]);
	cost->ms[STAGE_FLOOR_SHAPE] += now() - start;
	start = now();
	cost->floor_bytes += floor_deflate(least->text.data, least->text.length);
	cost->ms[STAGE_FLOOR_DEFLATE] += now() - start;
	for (size_t i = 0; i < least->faces->length; i++)
		if (!hb_set_is_empty(least->faces->data[i].glyphs))
			floor_face(&least->faces->data[i], cost);
}

struct bench {
	const struct material *material;
	struct fontset *fontset;
	struct arena *arena;
	face_vec faces;
};

static bool run(struct bench *bench, const struct request *request, struct cost *cost)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new();
	const struct document *document;
	struct text text;
	struct pages pages;
	double times[5];
	bool good = false;

	times[0] = now();
	document = compose(arena, diag, bench->material, request);
	times[1] = now();
	if (document && text_shape(arena, diag, bench->fontset, document, &text)) {
		times[2] = now();
		good = layout_pages(arena, diag, bench->fontset, document, &text, &pages);
		times[3] = now();
	}
	if (good) {
		const struct pages *documents[] = {&pages};
		struct job job = {.documents = documents, .document_count = 1, .stem = document->stem};

		cost->bytes += pdf_make(arena, diag, &job).length;
		times[4] = now();
		for (int i = 0; i < 4; i++)
			cost->ms[i] += times[i + 1] - times[i];
		floor_run(&(struct least){bench->arena, &bench->faces, {0}}, &text, cost);
	}
	diag_print(diag, stderr);
	diag_free(diag);
	arena_free(arena);
	return good;
}

static double sum(const struct cost *cost, int first, int last)
{
	double total = 0;

	for (int i = first; i <= last; i++)
		total += cost->ms[i];
	return total;
}

static void print_head(void)
{
	printf("%-6s %8s  %-36s %8s  %-24s %6s %8s %8s %6s\n", "", "ours ms",
	       "of which compose, shape, layout, write", "floor ms", "shaping, subset, deflate", "times",
	       "bytes", "floor", "times");
}

static void print_cost(const char *name, const struct cost *cost, int rounds)
{
	double ours = sum(cost, STAGE_COMPOSE, STAGE_WRITE),
	       floor = sum(cost, STAGE_FLOOR_SHAPE, STAGE_FLOOR_DEFLATE);

	printf("%-6s %8.2f ", name, ours / rounds);
	for (int i = STAGE_COMPOSE; i <= STAGE_WRITE; i++)
		printf(" %7.0f %%", 100 * cost->ms[i] / ours);
	printf("   %8.2f ", floor / rounds);
	for (int i = STAGE_FLOOR_SHAPE; i < STAGES; i++)
		printf(" %5.0f %%", 100 * cost->ms[i] / floor);
	printf("    %6.1f %8zu %8zu %6.2f\n", ours / floor, cost->bytes / (size_t)rounds,
	       cost->floor_bytes / (size_t)rounds, (double)cost->bytes / (double)cost->floor_bytes);
}

static bool bench_document(struct bench *bench, const char *id, int rounds)
{
	const struct languages *languages = &bench->material->languages;
	struct cost all = {0};
	size_t count = 0;

	print_head();
	for (size_t i = 0; i < languages->length; i++) {
		struct request request = {.document = id,
					  .language = &languages->data[i],
					  .edition = edition_find(bench->material, "office")};
		struct cost warm = {0}, cost = {0};

		if (!request.language->offered)
			continue;
		if (!run(bench, &request, &warm)) {
			printf("%-6s could not be made\n", request.language->tag);
			continue;
		}
		for (int round = 0; round < rounds; round++)
			run(bench, &request, &cost);
		print_cost(request.language->tag, &cost, rounds);
		for (int k = 0; k < STAGES; k++)
			all.ms[k] += cost.ms[k];
		all.bytes += cost.bytes;
		all.floor_bytes += cost.floor_bytes;
		count++;
	}
	if (count)
		print_cost("all", &all, rounds * (int)count);
	return count > 0;
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new();
	struct material material;
	struct bench bench = {&material, NULL, arena, {0}};
	struct rusage usage;
	int rounds = argc > 2 ? atoi(argv[2]) : 20;
	bool good = argc > 1 && rounds > 0 && material_load(arena, diag, argv[1], &material) &&
		    material.document_count > 0;

	if (good) {
		bench.fontset = fontset_new(arena, &material.fonts);
		good = bench_document(&bench, argc > 3 ? argv[3] : material.documents[0], rounds);
	}
	diag_print(diag, stderr);
	getrusage(RUSAGE_SELF, &usage);
	printf("peak memory of the batch, floor included: %.1f MB\n", (double)usage.ru_maxrss / 1024);
	diag_free(diag);
	arena_free(arena);
	return good ? 0 : 1;
}
