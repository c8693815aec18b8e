/*
 * The parts of compose, which share what is known of the document in the making. Only for compose*.c.
 *
 * Offsets: none.  Lengths: length_t.
 * Memory:  the document's arena.
 * Errors:  go to the sink; a function then gives NULL or leaves the part out, and compose stops at its end.
 */
#ifndef SOURCE_COMPOSE_PARTS_H
#define SOURCE_COMPOSE_PARTS_H

#include "base/vec.h"
#include "source/compose.h"
#include "source/store.h"
#include "source/template.h"
#include "source/xliff.h"

enum { COMPOSE_STRINGS = 3 };

struct composer {
	struct arena *arena;
	struct diag *diag;
	const struct material *material;
	const struct request *request;
	const struct language *dutch;
	const struct master *master;
	const struct translation *first, *second; /* second: NULL in one language */
	const struct translation
	    *strings[COMPOSE_STRINGS]; /* the common strings, per language, once asked for */
	const struct template *template;
	struct document *document;
	bool organisation; /* the profile's name has a place */
	VEC(const struct block *) blocks;
	VEC(const struct style *) styles;
	VEC(struct flow) flows;
};

/* Text as spans: facts are resolved, kinds kept. */
struct spans {
	const struct span *data;
	size_t length;
};

/* At most three: own, second, Dutch. */
struct blocks {
	const struct block *data[COMPOSE_STRINGS];
	size_t length;
};

/* Reads the words of a target in its language. */
struct spans compose_spans(struct composer *composer, const struct target *target,
			   const struct language *language);
/* The same as plain text: for titles and alternative texts. */
const char *compose_plain(struct composer *composer, const struct target *target,
			  const struct language *language);
/* A style of the theme for a script, with the edition's floor, at home in the document; an align of -1 is the style's. Raises the
 * document's smallest scale to what the floor asks. NULL when there is no such style. */
const struct style *compose_style(struct composer *composer, const char *id, const struct language *language,
				  int align, struct loc loc);
/* Numbers a block and adds it to the document. */
const struct block *compose_block(struct composer *composer, struct block block);
/* The common strings in a language, or NULL. */
const struct translation *compose_strings(struct composer *composer, const struct language *language);
/* The common string with this id in a language, or NULL. */
const struct target *compose_string(struct composer *composer, const char *id,
				    const struct language *language, struct loc loc);
/* Whether the document has everything that a string asks of it: publisher, contact and licence may be absent. */
bool compose_answers(const struct composer *composer, const struct target *target);
/* The blocks of a running on a page of this kind, one for each language that it speaks, the page's own first. */
struct blocks compose_running(struct composer *composer, const struct template_item *item,
			      enum page_language page);
/* The language whose direction a page follows. */
const struct language *compose_page_language(const struct composer *composer, enum page_language page);
/* Whether an element of a page has a place on this paper: on a draft, with a stamp, a QR code, a bleed. */
bool compose_shows(const struct composer *composer, const struct template_item *item);
/* Makes a flow of every frame that names sections. */
void compose_flows(struct composer *composer);
/* Whether the paper may say that it is no draft; where a release was asked for, what is missing goes to the sink. */
bool compose_released(struct composer *composer);
/* Tells which of the texts whose codes the document bears were recalled. */
void compose_recalls(struct composer *composer);
/* Makes the pages: places everything, mirrored where the document reads from right to left. */
void compose_pages(struct composer *composer);

#endif
