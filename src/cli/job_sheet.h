/*
 * The sheet that goes to the print shop beside a file, for an operator who cannot read its language.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the workshop's arena.
 * Errors:  as of any production.
 */
#ifndef CLI_JOB_SHEET_H
#define CLI_JOB_SHEET_H

#include "cli/production.h"

/* Makes the PDF of the sheet for what was produced of a request; data is NULL after an error. */
struct bytes job_sheet(const struct workshop *workshop, const struct request *request,
		       const struct production *production);

#endif
