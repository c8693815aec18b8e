/*
 * What several documents of a run share: masters, sign-offs, layouts, artwork. Each is read when it is first asked for; threads may share a store.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the store's own arena, gone with the arena given to store_new.
 * Errors:  what was wrong with a file is told to the sink of everyone who asks for it.
 */
#ifndef SOURCE_STORE_H
#define SOURCE_STORE_H

#include "source/artwork.h"
#include "source/master.h"
#include "source/signoff.h"
#include "source/template.h"
#include "source/theme.h"

struct store;

/* What the files of a store are held against. */
struct store_base {
	const char *folder; /* the data tree */
	const struct facts *facts;
	const struct theme *theme;
	struct schemas *schemas;
};

/* An empty store. */
struct store *store_new(struct arena *arena, struct store_base base);
/* The schemas that it was given. */
struct schemas *store_schemas(const struct store *store);
/* The master of a document, or of the common strings; NULL after an error. */
const struct master *store_master(struct store *store, struct diag *diag, const char *document);
const struct master *store_strings(struct store *store, struct diag *diag);
/* The sign-offs of a document, or of the common strings; NULL after an error. */
const struct signoffs *store_signoffs(struct store *store, struct diag *diag, const char *document);
/* A layout or a drawing by its id, for what stands at loc; NULL after an error. */
const struct template *store_template(struct store *store, struct diag *diag, const char *id, struct loc loc);
const struct artwork *store_artwork(struct store *store, struct diag *diag, const char *id, struct loc loc);

#endif
