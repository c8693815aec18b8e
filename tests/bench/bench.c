/*
 * The benchmark: what a leaflet costs, stage by stage, beside the floor that no typesetter can go under:
 * shaping the same text with HarfBuzz, taking the same glyphs with hb-subset, deflating the same fonts.
 *
 * bench DATA ROUNDS [DOCUMENT]: every offered language, in one warm process and one thread.
 */
#include <hb-icu.h>
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

static const char *const stage_names[STAGES] = {"compose", "shape",  "layout", "write",
						"shaping", "subset", "deflate"};

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

static void floor_shape(const struct face *face, const struct para *para, const struct item *item)
{
	hb_buffer_t *buffer = hb_buffer_create();
	const hb_glyph_info_t *infos;
	unsigned count;

	hb_buffer_set_unicode_funcs(buffer, hb_icu_get_unicode_funcs());
	hb_buffer_add_utf16(buffer, para->text, para->length, (unsigned)item->start, item->length);
	hb_buffer_set_direction(buffer, item->level & 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, hb_script_from_string(item->script, -1));
	hb_buffer_set_language(buffer, hb_language_from_string(item->language->locale, -1));
	hb_shape(face->hb, buffer, NULL, 0);
	infos = hb_buffer_get_glyph_infos(buffer, &count);
	for (unsigned i = 0; i < count; i++)
		hb_set_add(face->glyphs, infos[i].codepoint);
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

static size_t floor_deflate(hb_face_t *subset)
{
	struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(6);
	hb_blob_t *blob = hb_face_reference_blob(subset);
	unsigned length;
	const char *data = hb_blob_get_data(blob, &length);
	size_t bound = libdeflate_zlib_compress_bound(compressor, length);
	void *out = malloc(bound);
	size_t written = out ? libdeflate_zlib_compress(compressor, data, length, out, bound) : 0;

	free(out);
	hb_blob_destroy(blob);
	libdeflate_free_compressor(compressor);
	return written;
}

static void floor_run(struct arena *arena, face_vec *faces, const struct text *text, struct cost *cost)
{
	double start = now();

	for (size_t i = 0; i < text->para_count; i++)
		for (size_t k = 0; text->paras[i] && k < text->paras[i]->item_count; k++) {
			const struct item *item = &text->paras[i]->items[k];

			floor_shape(face_find(arena, faces, item->font), text->paras[i], item);
		}
	cost->ms[STAGE_FLOOR_SHAPE] += now() - start;
	for (size_t i = 0; i < faces->length; i++) {
		hb_face_t *subset;

		if (hb_set_is_empty(faces->data[i].glyphs))
			continue;
		start = now();
		subset = floor_subset(&faces->data[i]);
		cost->ms[STAGE_FLOOR_SUBSET] += now() - start;
		start = now();
		cost->floor_bytes += floor_deflate(subset);
		cost->ms[STAGE_FLOOR_DEFLATE] += now() - start;
		hb_face_destroy(subset);
		hb_set_clear(faces->data[i].glyphs);
	}
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
		struct job job = {documents, 1, document->stem};

		cost->bytes += pdf_make(arena, diag, &job).length;
		times[4] = now();
		for (int i = 0; i < 4; i++)
			cost->ms[i] += times[i + 1] - times[i];
		floor_run(bench->arena, &bench->faces, &text, cost);
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

static void print_cost(const char *name, const struct cost *cost, int rounds)
{
	double ours = sum(cost, STAGE_COMPOSE, STAGE_WRITE),
	       floor = sum(cost, STAGE_FLOOR_SHAPE, STAGE_FLOOR_DEFLATE);

	printf("%-6s %6.2f ms", name, ours / rounds);
	for (int i = STAGE_COMPOSE; i <= STAGE_WRITE; i++)
		printf("  %s %2.0f%%", stage_names[i], 100 * cost->ms[i] / ours);
	printf("  floor %5.2f ms (", floor / rounds);
	for (int i = STAGE_FLOOR_SHAPE; i < STAGES; i++)
		printf("%s%s %2.0f%%", i == STAGE_FLOOR_SHAPE ? "" : ", ", stage_names[i],
		       100 * cost->ms[i] / floor);
	printf(")  x%.1f  %zu bytes, floor %zu, x%.2f\n", ours / floor, cost->bytes / (size_t)rounds,
	       cost->floor_bytes / (size_t)rounds, (double)cost->bytes / (double)cost->floor_bytes);
}

static bool bench_document(struct bench *bench, const char *id, int rounds)
{
	const struct languages *languages = &bench->material->languages;
	struct cost all = {0};
	size_t count = 0;

	for (size_t i = 0; i < languages->length; i++) {
		struct request request = {id, &languages->data[i], NULL,
					  edition_find(bench->material, "office")};
		struct cost warm = {0}, cost = {0};

		if (!request.language->offered)
			continue;
		if (!run(bench, &request, &warm))
			return false;
		for (int round = 0; round < rounds; round++)
			run(bench, &request, &cost);
		print_cost(request.language->tag, &cost, rounds);
		for (int k = 0; k < STAGES; k++)
			all.ms[k] += cost.ms[k];
		all.bytes += cost.bytes;
		all.floor_bytes += cost.floor_bytes;
		count++;
	}
	print_cost("all", &all, rounds * (int)count);
	return true;
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
