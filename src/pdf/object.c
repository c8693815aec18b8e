/*
 * libharu allocates, numbers and checks the objects. Text strings and decimals it would write in octal and as floats, so
 * a dictionary carries those entries as bytes, which its write_fn adds when it is serialised.
 * libharu's object layer never calls the error handler: every status is looked at.
 */
#include "pdf/object.h"

#include <string.h>

#include "base/arena.h"
#include "pdf/deflate.h"
#include "pdf/haru.h"

enum { PACKED_LEAST = 256 }; /* below, the time for a stream buys a few bytes */

void pdf_check(struct pdf *pdf, HPDF_STATUS status)
{
	if (!pdf->status)
		pdf->status = status ? status : pdf->haru->error.error_no;
}

void pdf_check_object(struct pdf *pdf, const void *object)
{
	pdf_check(pdf, object ? HPDF_OK : HPDF_FAILD_TO_ALLOC_MEM);
}

/* libharu cuts longer names off without a word. */
static void check_name(struct pdf *pdf, const char *name)
{
	pdf_check(pdf, strlen(name) <= HPDF_LIMIT_MAX_NAME_LEN ? HPDF_OK : HPDF_NAME_OUT_OF_RANGE);
}

static HPDF_STATUS write_more(HPDF_Dict haru, HPDF_Stream stream)
{
	const struct dict *dict = haru->attr;

	return HPDF_Stream_Write(stream, (const HPDF_BYTE *)dict->more.data, (HPDF_UINT)dict->more.length);
}

static struct dict *wrap_dict(struct pdf *pdf, HPDF_Dict haru)
{
	struct dict *dict = arena_alloc(pdf->arena, sizeof *dict);

	*dict = (struct dict){pdf, haru, buf_new(pdf->arena), {NULL, 0}};
	pdf_check_object(pdf, haru);
	if (haru) {
		haru->attr = dict;
		haru->write_fn = write_more;
	}
	return dict;
}

static struct array *wrap_array(struct pdf *pdf, HPDF_Array haru)
{
	struct array *array = arena_alloc(pdf->arena, sizeof *array);

	*array = (struct array){pdf, haru};
	pdf_check_object(pdf, haru);
	return array;
}

static void close_document(void *haru)
{
	HPDF_Free(haru);
}

struct pdf *pdf_open(struct arena *arena)
{
	struct pdf *pdf = arena_alloc(arena, sizeof *pdf);

	pdf->haru = HPDF_New(NULL, NULL);
	if (!pdf->haru)
		arena_exhausted();
	arena_defer(arena, close_document, pdf->haru);
	pdf->arena = arena;
	pdf->version = 7;
	pdf->deflater = deflater_new(arena);
	pdf->hash = hash_new();
	pdf->catalog = wrap_dict(pdf, pdf->haru->catalog);
	pdf->info = wrap_dict(pdf, pdf->haru->info);
	pdf_check(pdf, HPDF_Dict_RemoveElement(pdf->haru->info, "Producer"));
	return pdf;
}

void pdf_version(struct pdf *pdf, int version)
{
	pdf->version = version;
}

void pdf_content_id(const struct pdf *pdf, unsigned char id[16])
{
	unsigned char bytes[HASH_SIZE];

	hash_result(&pdf->hash, bytes);
	memcpy(id, bytes, 16);
}

struct dict *pdf_catalog(struct pdf *pdf)
{
	return pdf->catalog;
}

struct dict *pdf_info(struct pdf *pdf)
{
	return pdf->info;
}

struct dict *pdf_dict(struct pdf *pdf)
{
	struct dict *dict = wrap_dict(pdf, HPDF_Dict_New(pdf->haru->mmgr));

	if (!pdf->status)
		pdf_check(pdf, HPDF_Xref_Add(pdf->haru->xref, dict->haru));
	return dict;
}

struct dict *pdf_page(struct pdf *pdf)
{
	struct dict *page = pdf_dict(pdf);
	HPDF_Array kids = HPDF_Dict_GetItem(pdf->haru->root_pages, "Kids", HPDF_OCLASS_ARRAY);

	pdf_check_object(pdf, kids);
	if (pdf->status)
		return page;
	page->haru->header.obj_class |= HPDF_OSUBCLASS_PAGE; /* libharu counts these */
	pdf_check(pdf, HPDF_Dict_Add(page->haru, "Parent", pdf->haru->root_pages));
	pdf_check(pdf, HPDF_Array_Add(kids, page->haru));
	dict_name(page, "Type", "Page");
	return page;
}

struct dict *pdf_plain_stream(struct pdf *pdf, struct bytes bytes)
{
	struct dict *dict = pdf_dict(pdf);

	dict->stream = bytes;
	dict_number(dict, "Length", (int32_t)bytes.length);
	hash_add(&pdf->hash, bytes.data, bytes.length);
	vec_push(pdf->arena, &pdf->streams, dict);
	return dict;
}

struct dict *pdf_packed_stream(struct pdf *pdf, struct bytes packed)
{
	struct dict *dict = pdf_plain_stream(pdf, packed);

	dict_name(dict, "Filter", "FlateDecode");
	return dict;
}

struct dict *pdf_stream(struct pdf *pdf, struct bytes bytes)
{
	if (bytes.length < PACKED_LEAST)
		return pdf_plain_stream(pdf, bytes);
	return pdf_packed_stream(pdf, deflate_pack(pdf->arena, pdf->deflater, bytes));
}

void dict_name(struct dict *dict, const char *key, const char *name)
{
	check_name(dict->pdf, name);
	if (!dict->pdf->status)
		pdf_check(dict->pdf, HPDF_Dict_AddName(dict->haru, key, name));
}

void dict_number(struct dict *dict, const char *key, int32_t number)
{
	if (!dict->pdf->status)
		pdf_check(dict->pdf, HPDF_Dict_AddNumber(dict->haru, key, number));
}

void dict_bool(struct dict *dict, const char *key, bool value)
{
	if (!dict->pdf->status)
		pdf_check(dict->pdf, HPDF_Dict_AddBoolean(dict->haru, key, value ? HPDF_TRUE : HPDF_FALSE));
}

void dict_ref(struct dict *dict, const char *key, const struct dict *value)
{
	if (!dict->pdf->status)
		pdf_check(dict->pdf, HPDF_Dict_Add(dict->haru, key, value->haru));
}

void dict_syntax(struct dict *dict, const char *key, const char *syntax)
{
	buf_printf(&dict->more, "/%s ", key);
	buf_puts(&dict->more, syntax);
	buf_putc(&dict->more, '\n');
}

void dict_text(struct dict *dict, const char *key, struct utf16 text)
{
	buf_printf(&dict->more, "/%s ", key);
	string_text(&dict->more, text);
	buf_putc(&dict->more, '\n');
	hash_add(&dict->pdf->hash, text.data, text.length * sizeof *text.data);
}

void dict_words(struct dict *dict, const char *key, const char *utf8)
{
	dict_text(dict, key, utf16_from_utf8(dict->pdf->arena, utf8));
}

void dict_rect(struct dict *dict, const char *key, struct rect rect)
{
	const length_t corners[] = {rect.x, rect.y, rect.x + rect.width, rect.y + rect.height};

	buf_printf(&dict->more, "/%s [", key);
	for (int i = 0; i < 4; i++) {
		if (i)
			buf_putc(&dict->more, ' ');
		buf_add_milli(&dict->more, corners[i]);
	}
	buf_puts(&dict->more, "]\n");
}

struct dict *dict_dict(struct dict *dict, const char *key)
{
	struct dict *child = wrap_dict(dict->pdf, HPDF_Dict_New(dict->pdf->haru->mmgr));

	if (!dict->pdf->status)
		pdf_check(dict->pdf, HPDF_Dict_Add(dict->haru, key, child->haru));
	return child;
}

struct array *dict_array(struct dict *dict, const char *key)
{
	struct array *child = wrap_array(dict->pdf, HPDF_Array_New(dict->pdf->haru->mmgr));

	if (!dict->pdf->status)
		pdf_check(dict->pdf, HPDF_Dict_Add(dict->haru, key, child->haru));
	return child;
}

void array_number(struct array *array, int32_t number)
{
	if (!array->pdf->status)
		pdf_check(array->pdf, HPDF_Array_AddNumber(array->haru, number));
}

void array_name(struct array *array, const char *name)
{
	check_name(array->pdf, name);
	if (!array->pdf->status)
		pdf_check(array->pdf, HPDF_Array_AddName(array->haru, name));
}

void array_ref(struct array *array, const struct dict *value)
{
	if (!array->pdf->status)
		pdf_check(array->pdf, HPDF_Array_Add(array->haru, value->haru));
}

struct dict *array_dict(struct array *array)
{
	struct dict *child = wrap_dict(array->pdf, HPDF_Dict_New(array->pdf->haru->mmgr));

	if (!array->pdf->status)
		pdf_check(array->pdf, HPDF_Array_Add(array->haru, child->haru));
	return child;
}

struct array *array_array(struct array *array)
{
	struct array *child = wrap_array(array->pdf, HPDF_Array_New(array->pdf->haru->mmgr));

	if (!array->pdf->status)
		pdf_check(array->pdf, HPDF_Array_Add(array->haru, child->haru));
	return child;
}
