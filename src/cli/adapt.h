/*
 * Editions as the command line wants them: in grey, with crop marks, for a print shop's own profile.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the run's arena.
 * Errors:  what an edition cannot be asked goes to the sink.
 */
#ifndef CLI_ADAPT_H
#define CLI_ADAPT_H

#include "base/vec.h"
#include "cli/command.h"
#include "source/compose.h"

/* Options that change an edition. */
#define ADAPT_OPTIONS                                                                                        \
	{"grey", NULL, N_("without colours: for a black-and-white printer, or one ink on a press")},         \
	    {"marks", NULL, N_("with crop marks; only for a print shop")},                                   \
	{                                                                                                    \
		"output-intent", N_("FILE"), N_("the ICC profile of the print shop (FOGRA39 by default)")    \
	}

/* Edits of editions so far: the same edition is edited once. */
struct adaption {
	VEC(const struct edition *) from;
	VEC(const struct edition *) to;
};

/* The edition and the profile of a request as the options want them; false after an error. */
bool adapt(struct context *context, struct adaption *adaption, struct request *request);

#endif
