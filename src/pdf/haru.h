/*
 * The records behind pdf/object.h, for the two files that speak with libharu.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given to pdf_open.
 * Errors:  the first status that is not HPDF_OK sticks in pdf.status.
 */
#ifndef PDF_HARU_H
#define PDF_HARU_H

#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_streams.h>

#include "base/buf.h"
#include "base/vec.h"
#include "pdf/hash.h"
#include "pdf/object.h"

#if HPDF_VERSION_ID < 20300 || HPDF_VERSION_ID >= 20400
#error "the records of libharu 2.3 are known here; other releases lay them out differently"
#endif

struct deflater;

struct pdf {
	struct arena *arena;
	HPDF_Doc haru;
	HPDF_STATUS status;
	int version; /* behind "1." */
	struct deflater *deflater;
	struct hash hash; /* of all streams and strings */
	struct dict *catalog, *info;
	VEC(const struct dict *) streams;
};

struct dict {
	struct pdf *pdf;
	HPDF_Dict haru;
	struct buf more;     /* entries as bytes */
	struct bytes stream; /* data is NULL for a plain dictionary */
};

struct array {
	struct pdf *pdf;
	HPDF_Array haru;
};

/* Keeps a status, or the one that libharu kept itself. */
void pdf_check(struct pdf *pdf, HPDF_STATUS status);
/* Keeps the status of an empty memory when there is no object. */
void pdf_check_object(struct pdf *pdf, const void *object);

#endif
