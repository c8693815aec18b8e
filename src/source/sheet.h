/*
 * How the pages of an edition are laid on sheets. templates/editions.xml, <sheet>.
 *
 * Offsets: none.  Lengths: length_t.
 * Memory:  the arena given.
 * Errors:  go to the sink.
 */
#ifndef SOURCE_SHEET_H
#define SOURCE_SHEET_H

#include "source/edition.h"
#include "source/xml.h"

/* Reads the <sheet> of an edition whose other attributes are known; NULL where there is none, or after an error. */
const struct sheet_plan *sheet_read(struct arena *arena, struct diag *diag, const xmlNode *edition_node,
				    const struct edition *edition);

#endif
