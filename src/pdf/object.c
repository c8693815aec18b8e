/*
 * libharu allocates and numbers the objects and serialises them (ISO 32000-1, 7.5). Text strings and decimals it would
 * write in octal and as floats, so a dictionary carries those entries as bytes, which its write_fn adds.
 * libharu's object layer never calls the error handler: every status is looked at here.
 */
#include "pdf/object.h"

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_streams.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "pdf/deflate.h"
#include "pdf/hash.h"

#if HPDF_VERSION_ID < 20300 || HPDF_VERSION_ID >= 20400
#error "pdf/object.c knows the records of libharu 2.3; other releases lay them out differently"
#endif

struct pdf {
	struct arena *arena;
	HPDF_Doc haru;
	HPDF_STATUS status;
	struct deflater *deflater;
	struct hash hash; /* of all streams and strings */
	struct dict *catalog, *info;
};

struct dict {
	struct pdf *pdf;
	HPDF_Dict haru;
	struct buf more; /* entries as bytes */
};

struct array {
	struct pdf *pdf;
	HPDF_Array haru;
};

static void check(struct pdf *pdf, HPDF_STATUS status)
{
	if (!pdf->status)
		pdf->status = status ? status : pdf->haru->error.error_no;
}

static void check_object(struct pdf *pdf, const void *object)
{
	check(pdf, object ? HPDF_OK : HPDF_FAILD_TO_ALLOC_MEM);
}

/* libharu cuts longer names off without a word. */
static void check_name(struct pdf *pdf, const char *name)
{
	check(pdf, strlen(name) <= HPDF_LIMIT_MAX_NAME_LEN ? HPDF_OK : HPDF_NAME_OUT_OF_RANGE);
}

static HPDF_STATUS write_more(HPDF_Dict haru, HPDF_Stream stream)
{
	const struct dict *dict = haru->attr;

	return HPDF_Stream_Write(stream, (const HPDF_BYTE *)dict->more.data, (HPDF_UINT)dict->more.length);
}

static struct dict *wrap_dict(struct pdf *pdf, HPDF_Dict haru)
{
	struct dict *dict = arena_alloc(pdf->arena, sizeof *dict);

	*dict = (struct dict){pdf, haru, buf_new(pdf->arena)};
	check_object(pdf, haru);
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
	check_object(pdf, haru);
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
	pdf->deflater = deflater_new(arena);
	pdf->hash = hash_new();
	pdf->haru->pdf_version = HPDF_VER_17;
	pdf->catalog = wrap_dict(pdf, pdf->haru->catalog);
	pdf->info = wrap_dict(pdf, pdf->haru->info);
	check(pdf, HPDF_Dict_RemoveElement(pdf->haru->info, "Producer"));
	return pdf;
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
		check(pdf, HPDF_Xref_Add(pdf->haru->xref, dict->haru));
	return dict;
}

struct dict *pdf_page(struct pdf *pdf)
{
	struct dict *page = pdf_dict(pdf);
	HPDF_Array kids = HPDF_Dict_GetItem(pdf->haru->root_pages, "Kids", HPDF_OCLASS_ARRAY);

	check_object(pdf, kids);
	if (pdf->status)
		return page;
	page->haru->header.obj_class |= HPDF_OSUBCLASS_PAGE; /* libharu counts these */
	check(pdf, HPDF_Dict_Add(page->haru, "Parent", pdf->haru->root_pages));
	check(pdf, HPDF_Array_Add(kids, page->haru));
	dict_name(page, "Type", "Page");
	return page;
}

struct dict *pdf_plain_stream(struct pdf *pdf, struct bytes bytes)
{
	struct dict *dict = wrap_dict(pdf, HPDF_DictStream_New(pdf->haru->mmgr, pdf->haru->xref));

	hash_add(&pdf->hash, bytes.data, bytes.length);
	if (!pdf->status)
		check(pdf, HPDF_Stream_Write(dict->haru->stream, bytes.data, (HPDF_UINT)bytes.length));
	return dict;
}

struct dict *pdf_stream(struct pdf *pdf, struct bytes bytes)
{
	struct dict *dict = pdf_plain_stream(pdf, deflate_pack(pdf->arena, pdf->deflater, bytes));

	dict_syntax(dict, "Filter", "/FlateDecode");
	return dict;
}

/* The identifier is a hash of the content (14.4), so that the same input gives the same file. */
static void identify(struct pdf *pdf)
{
	struct dict *trailer = wrap_dict(pdf, pdf->haru->trailer);
	struct buf id = buf_new(pdf->arena);
	unsigned char hash[HASH_SIZE];

	hash_result(&pdf->hash, hash);
	buf_puts(&id, "[<");
	for (int i = 0; i < 2 * HASH_SIZE; i++)
		buf_printf(&id, "%s%02X", i == HASH_SIZE ? "><" : "", hash[i % HASH_SIZE]);
	buf_puts(&id, ">]");
	dict_syntax(trailer, "ID", id.data);
}

static struct bytes gather(struct arena *arena, struct pdf *pdf)
{
	HPDF_Stream stream = pdf->haru->stream;
	struct buf all = buf_new(arena);

	for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
		HPDF_UINT length = 0;
		const HPDF_BYTE *part = HPDF_MemStream_GetBufPtr(stream, i, &length);

		check_object(pdf, part);
		buf_add(&all, part, length);
	}
	return (struct bytes){(const unsigned char *)all.data, all.length};
}

struct bytes pdf_save(struct arena *arena, struct diag *diag, const char *name, struct pdf *pdf)
{
	struct bytes bytes = {NULL, 0};

	identify(pdf);
	if (!pdf->status)
		check(pdf, HPDF_SaveToStream(pdf->haru));
	if (!pdf->status)
		bytes = gather(arena, pdf);
	if (pdf->status == HPDF_FAILD_TO_ALLOC_MEM)
		arena_exhausted();
	if (!pdf->status)
		return bytes;
	diag_add(diag, DIAG_PDF_FAILED, (struct loc){name, 0}, NULL,
	         arena_format(pdf->arena, "0x%04lX", (unsigned long)pdf->status), NULL);
	return (struct bytes){NULL, 0};
}

void dict_name(struct dict *dict, const char *key, const char *name)
{
	check_name(dict->pdf, name);
	if (!dict->pdf->status)
		check(dict->pdf, HPDF_Dict_AddName(dict->haru, key, name));
}

void dict_number(struct dict *dict, const char *key, int32_t number)
{
	if (!dict->pdf->status)
		check(dict->pdf, HPDF_Dict_AddNumber(dict->haru, key, number));
}

void dict_bool(struct dict *dict, const char *key, bool value)
{
	if (!dict->pdf->status)
		check(dict->pdf, HPDF_Dict_AddBoolean(dict->haru, key, value ? HPDF_TRUE : HPDF_FALSE));
}

void dict_ref(struct dict *dict, const char *key, const struct dict *value)
{
	if (!dict->pdf->status)
		check(dict->pdf, HPDF_Dict_Add(dict->haru, key, value->haru));
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
		check(dict->pdf, HPDF_Dict_Add(dict->haru, key, child->haru));
	return child;
}

struct array *dict_array(struct dict *dict, const char *key)
{
	struct array *child = wrap_array(dict->pdf, HPDF_Array_New(dict->pdf->haru->mmgr));

	if (!dict->pdf->status)
		check(dict->pdf, HPDF_Dict_Add(dict->haru, key, child->haru));
	return child;
}

void array_number(struct array *array, int32_t number)
{
	if (!array->pdf->status)
		check(array->pdf, HPDF_Array_AddNumber(array->haru, number));
}

void array_name(struct array *array, const char *name)
{
	check_name(array->pdf, name);
	if (!array->pdf->status)
		check(array->pdf, HPDF_Array_AddName(array->haru, name));
}

void array_ref(struct array *array, const struct dict *value)
{
	if (!array->pdf->status)
		check(array->pdf, HPDF_Array_Add(array->haru, value->haru));
}

struct dict *array_dict(struct array *array)
{
	struct dict *child = wrap_dict(array->pdf, HPDF_Dict_New(array->pdf->haru->mmgr));

	if (!array->pdf->status)
		check(array->pdf, HPDF_Array_Add(array->haru, child->haru));
	return child;
}

struct array *array_array(struct array *array)
{
	struct array *child = wrap_array(array->pdf, HPDF_Array_New(array->pdf->haru->mmgr));

	if (!array->pdf->status)
		check(array->pdf, HPDF_Array_Add(array->haru, child->haru));
	return child;
}
