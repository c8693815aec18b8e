/*
 * What a command line asks for: documents, languages, edition.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the run's arena.
 * Errors:  an unknown name goes to the sink.
 */
#ifndef CLI_SELECTION_H
#define CLI_SELECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "cli/command.h"
#include "source/compose.h"

/* Options that every selecting command has. */
#define SELECTION_OPTIONS                                                                                    \
	{"document", N_("NAME"), N_("only this document (all of them by default)")},                         \
	    {"language", N_("TAG,..."), N_("only these languages, as so,ar,ti; worst: see README")},         \
	    {"with", N_("TAG"), N_("a second language beside each, as nl")},                                 \
	    {"back-to-back", NULL, N_("the second language behind the first, not beside it")},               \
	    {"edition", N_("NAME"), N_("what to make: office, screen ... (office by default)")},             \
	{                                                                                                    \
		"data", N_("FOLDER"), N_("another tree with translations/, templates/ and fonts/")           \
	}

struct selection {
	const struct request *data;
	size_t length;
	bool worst; /* "--language worst": all, of which those that try a design hardest go into one file */
};

/* Options that those have as well that draw pages. */
#define PAGE_OPTIONS                                                                                         \
	{"profile", N_("FILE"), N_("who hands it out: name, numbers and logo, see templates/README.md")},    \
	    {"release", NULL, N_("only what is released; else a list of all that is missing")},              \
	    {"stamp", NULL, N_("with a labelled box for a stamp; only for a released text")},                \
	{                                                                                                    \
		"guides", NULL, N_("for designers: frames, sizes, fill and baselines over the pages")        \
	}

/* Every request that the options name, documents in order, then languages in the order of languages.xml (or as asked);
 * false when a name is unknown. Without --language, the languages that have a translation and are offered. */
bool selection_make(struct context *context, const struct material *material, struct selection *selection);

/* The same for languages that stand elsewhere than in --language; NULL: all. */
bool selection_of(struct context *context, const struct material *material, const char *tags,
		  struct selection *selection);
/* The language with this tag or alias; NULL, and told, when it is unknown. */
const struct language *selection_language(struct context *context, const struct material *material,
					  const char *tag);
/* Joins requests that share their sheets: one for as many languages, in order, as the edition puts together. */
void selection_join(struct arena *arena, struct selection *selection);

#endif
