/*
 * Writes a job as one PDF file.
 *
 * Offsets: none.  Lengths: as in layout/page.h.
 * Memory:  the job's arena; libharu's own memory is given back before returning.
 * Errors:  to the sink; no file, old or new, is touched after an error.
 */
#ifndef PDF_WRITE_H
#define PDF_WRITE_H

#include <stdbool.h>

#include "base/file.h"
#include "layout/page.h"

struct arena;
struct diag;

/* Laid-out documents that go into one file: a leaflet is a job of one, a kit of many. */
struct job {
	const struct pages *const *documents;
	size_t document_count;
	const char *stem; /* file name without ".pdf", for messages */
	const size_t
	    *copies; /* by document; NULL: one of each. Copies share their content, so they are untagged */
	bool duplex; /* each copy starts on a leaf of its own */
};

/* Makes the bytes of the PDF; the same job gives the same bytes. data is NULL after an error. */
struct bytes pdf_make(struct arena *arena, struct diag *diag, const struct job *job);

#endif
