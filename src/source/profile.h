/*
 * Who hands a paper out: name, numbers and logo of an organisation, for the places that layouts keep free. A file of the organisation's own.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the arena given to profile_read.
 * Errors:  go to the sink; NULL is given back.
 */
#ifndef SOURCE_PROFILE_H
#define SOURCE_PROFILE_H

#include "base/loc.h"

struct arena;
struct artwork;
struct diag;
struct schemas;

struct profile {
	const char *name;
	const char *phone, *contact; /* as printed, or NULL */
	const struct artwork *logo;  /* its colours are declared for the screen alone; or NULL */
	struct loc loc;
};

/* Reads a profile and the logo beside it. */
const struct profile *profile_read(struct arena *arena, struct diag *diag, struct schemas *schemas,
				   const char *path);

#endif
