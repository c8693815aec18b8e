/*
 * The catalogue as a model: which texts there are, and which files were made of them.
 *
 * Offsets: none.  Lengths: bytes, pages.
 * Memory:  the run's arena.
 * Errors:  go to the sink.
 */
#ifndef SITE_SITE_H
#define SITE_SITE_H

#include "base/vec.h"
#include "site/output.h"
#include "source/compose.h"
#include "source/history.h"
#include "source/recording.h"
#include "source/xliff.h"
#include "text/webfont.h"

/* What a file is for. */
enum site_use { SITE_PRINT, SITE_PICTURE, SITE_OTHER };

/* A file that was made of a text; its path is from the site's folder. */
struct site_file {
	enum site_use use;
	const char *path;
	const struct edition *edition;
	const struct language *second;
	size_t pages, bytes;
	bool job; /* the sheet for the operator of the press */
};

struct site_document {
	const char *id;
	const char *folder; /* of its pages: says nothing where the document is discreet */
	const char *title;  /* the Dutch one */
	const struct master *master;
	struct history history;
	bool discreet;
	bool main; /* the sheet that the front page offers */
};

/* A document in a language that may be handed out. */
struct site_text {
	const struct site_document *document;
	const struct language *language;
	const struct document *web; /* composed, with Dutch beside it */
	const char *code, *version, *date;
	enum state state;                  /* as it may be told */
	const char *thumbnail;             /* path of a small picture of the first page, or NULL */
	const struct recording *recording; /* read aloud, or NULL */
	VEC(struct site_file) files;
};

/* A text that was recalled, or whose Dutch was: it is not handed out. */
struct site_recall {
	const struct site_document *document;
	const struct language *language;
	const struct history_entry *entry;
};

struct site {
	struct arena *arena;
	struct diag *diag;
	const struct material *material;
	struct fontset *fontset;
	const char *base_url;          /* ends in '/', or NULL */
	const struct profile *profile; /* who hands the papers out, or NULL */
	bool drafts;
	struct output *output;
	struct letters *letters; /* that stand on the pages */
	struct site_document *documents;
	size_t document_count;
	VEC(struct site_text) texts;
	VEC(struct site_recall) recalls;
};

/* The folder of a document: its id, or a name without meaning. */
const char *site_folder(struct arena *arena, const char *document, bool discreet);
/* The text of a document in a language, or NULL. */
const struct site_text *site_text_find(const struct site *site, const struct site_document *document,
				       const struct language *language);
/* Why the present text was recalled, or NULL. */
const struct history_entry *site_recall_of(const struct site *site, const struct site_document *document,
					   const struct language *language);
/* What to give while a language is wanted: the languages it names, from 0; NULL after the last. */
const struct language *site_meanwhile(const struct site *site, const struct language *language, size_t index);
/* The main document, or NULL. */
const struct site_document *site_main(const struct site *site);
/* The first file of a text for a use, or NULL. */
const struct site_file *site_file_find(const struct site_text *text, enum site_use use);
/* The page of a text, from the site's folder. */
const char *site_text_path(struct arena *arena, const struct site_document *document,
			   const struct language *language);
/* Writes all pages. */
void site_write(struct site *site);

#endif
