/*
 * libharu serialises the values, and the file is put together here: objects without a stream go into one compressed
 * object stream, behind a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8). libharu's own writer knows neither, and
 * a structure tree takes four times the room without them. HPDF_SaveToFile would lose a document on a full disk.
 */
#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "pdf/deflate.h"
#include "pdf/haru.h"

enum { BUFFER = 4096, FILE_MOST = 1 << 24 };

static uint32_t object_number(HPDF_Dict haru)
{
	return haru->header.obj_id & 0x00FFFFFF;
}

/* Where an object is: a stream by its offset in the file, another by its index in the object stream. */
struct place {
	bool packed;
	uint32_t at;
};

/* The file on its way. */
struct saving {
	struct pdf *pdf;
	struct buf file;
	struct place *places; /* by object number */
	uint32_t count;
};

/* What libharu wrote into memory since the start. */
static struct bytes written(struct arena *arena, HPDF_Stream stream)
{
	struct buf all = buf_new(arena);

	for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); i++) {
		HPDF_UINT length = 0;
		const HPDF_BYTE *part = HPDF_MemStream_GetBufPtr(stream, i, &length);

		buf_add(&all, part, length);
	}
	return (struct bytes){(const unsigned char *)all.data, all.length};
}

static void add_stream(struct saving *saving, uint32_t number, struct bytes dictionary, struct bytes bytes)
{
	saving->places[number] = (struct place){false, (uint32_t)saving->file.length};
	buf_printf(&saving->file, "%u 0 obj\n", number);
	buf_add(&saving->file, dictionary.data, dictionary.length);
	buf_puts(&saving->file, "\nstream\n");
	buf_add(&saving->file, bytes.data, bytes.length);
	buf_puts(&saving->file, "\nendstream\nendobj\n");
}

static void save_streams(struct saving *saving)
{
	struct pdf *pdf = saving->pdf;

	for (size_t i = 0; i < pdf->streams.length && !pdf->status; i++) {
		const struct dict *dict = pdf->streams.data[i];
		HPDF_Stream memory = HPDF_MemStream_New(pdf->haru->mmgr, BUFFER);

		pdf_check_object(pdf, memory);
		if (!pdf->status)
			pdf_check(pdf, HPDF_Obj_WriteValue(dict->haru, memory, NULL));
		if (!pdf->status)
			add_stream(saving, object_number(dict->haru), written(pdf->arena, memory),
				   dict->stream);
		HPDF_Stream_Free(memory);
	}
}

/* Writes the values of all other objects, and adds number and offset of each to the index. */
static uint32_t save_values(struct saving *saving, HPDF_Stream memory, struct buf *index)
{
	struct pdf *pdf = saving->pdf;
	uint32_t packed = 0;

	for (uint32_t i = 1; i < saving->count && !pdf->status; i++) {
		if (saving->places[i].at)
			continue;
		saving->places[i] = (struct place){true, packed++};
		buf_printf(index, "%u %u ", i, (unsigned)memory->size);
		pdf_check(pdf,
			  HPDF_Obj_WriteValue(HPDF_Xref_GetEntry(pdf->haru->xref, i)->obj, memory, NULL));
		pdf_check(pdf, HPDF_Stream_WriteStr(memory, "\n"));
	}
	return packed;
}

static void save_packed(struct saving *saving, uint32_t number)
{
	struct pdf *pdf = saving->pdf;
	HPDF_Stream memory = HPDF_MemStream_New(pdf->haru->mmgr, BUFFER);
	struct buf all = buf_new(pdf->arena), dictionary = buf_new(pdf->arena);
	struct bytes values, bytes;
	uint32_t packed;
	size_t first;

	pdf_check_object(pdf, memory);
	if (pdf->status)
		return;
	packed = save_values(saving, memory, &all);
	first = all.length;
	values = written(pdf->arena, memory);
	HPDF_Stream_Free(memory);
	buf_add(&all, values.data, values.length);
	bytes = deflate_pack(pdf->arena, pdf->deflater,
			     (struct bytes){(const unsigned char *)all.data, all.length});
	buf_printf(&dictionary, "<</Type /ObjStm /N %u /First %zu /Filter /FlateDecode /Length %zu>>", packed,
		   first, bytes.length);
	add_stream(saving, number, (struct bytes){(const unsigned char *)dictionary.data, dictionary.length},
		   bytes);
}

/* The identifier is a hash of the content (14.4), so that the same input gives the same file. */
static void add_identifier(struct buf *buf, const struct hash *hash)
{
	unsigned char bytes[HASH_SIZE];

	hash_result(hash, bytes);
	buf_puts(buf, "/ID [<");
	for (int i = 0; i < 2 * HASH_SIZE; i++)
		buf_printf(buf, "%s%02X", i == HASH_SIZE ? "><" : "", bytes[i % HASH_SIZE]);
	buf_puts(buf, ">]");
}

/* Entries of six bytes: kind; offset or number of the object stream; index in that. */
static void add_entry(struct buf *buf, int kind, uint32_t where, uint32_t index)
{
	const uint32_t bytes[] = {(uint32_t)kind, where >> 16, where >> 8, where, index >> 8, index};

	for (int i = 0; i < 6; i++)
		buf_putc(buf, (char)bytes[i]);
}

static void save_references(struct saving *saving, uint32_t packed)
{
	struct pdf *pdf = saving->pdf;
	struct buf entries = buf_new(pdf->arena), dictionary = buf_new(pdf->arena);
	uint32_t number = packed + 1;
	struct bytes bytes;
	size_t start = saving->file.length;

	add_entry(&entries, 0, 0, UINT16_MAX);
	for (uint32_t i = 1; i < number; i++)
		add_entry(&entries, saving->places[i].packed ? 2 : 1,
			  saving->places[i].packed ? packed : saving->places[i].at,
			  saving->places[i].packed ? saving->places[i].at : 0);
	add_entry(&entries, 1, (uint32_t)start, 0);
	bytes = deflate_pack(pdf->arena, pdf->deflater,
			     (struct bytes){(const unsigned char *)entries.data, entries.length});
	buf_printf(&dictionary, "<</Type /XRef /Size %u /W [1 3 2] /Root %u 0 R /Info %u 0 R ", number + 1,
		   object_number(pdf->catalog->haru), object_number(pdf->info->haru));
	add_identifier(&dictionary, &pdf->hash);
	buf_printf(&dictionary, " /Filter /FlateDecode /Length %zu>>", bytes.length);
	add_stream(saving, number, (struct bytes){(const unsigned char *)dictionary.data, dictionary.length},
		   bytes);
	buf_printf(&saving->file, "startxref\n%zu\n%%%%EOF\n", start);
}

static struct bytes save(struct arena *arena, struct pdf *pdf)
{
	uint32_t count = pdf->haru->xref->entries->count;
	struct saving saving = {.pdf = pdf, .file = buf_new(arena), .count = count};

	saving.places = arena_array(pdf->arena, count + 2, sizeof *saving.places);
	buf_printf(&saving.file, "%%PDF-1.%d\n%%\xE2\xE3\xCF\xD3\n", pdf->version);
	save_streams(&saving);
	save_packed(&saving, count);
	save_references(&saving, count);
	pdf_check(pdf, saving.file.length < FILE_MOST && count < UINT16_MAX ? HPDF_OK : HPDF_XREF_COUNT_ERR);
	return (struct bytes){(const unsigned char *)saving.file.data, saving.file.length};
}

struct bytes pdf_save(struct arena *arena, struct diag *diag, const char *name, struct pdf *pdf)
{
	struct bytes bytes = {NULL, 0};

	pdf_check(pdf, HPDF_OK);
	if (!pdf->status)
		bytes = save(arena, pdf);
	if (pdf->status == HPDF_FAILD_TO_ALLOC_MEM)
		arena_exhausted();
	if (!pdf->status)
		return bytes;
	diag_add(diag, DIAG_PDF_FAILED, (struct loc){name, 0}, NULL,
		 arena_format(pdf->arena, "0x%04lX", (unsigned long)pdf->status), NULL);
	return (struct bytes){NULL, 0};
}
