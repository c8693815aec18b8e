/*
 * PDF objects (ISO 32000-1, 7.3): the one place that speaks with libharu.
 *
 * Offsets: none.  Lengths: length_t is written in points with up to three decimals.
 * Memory:  the arena given to pdf_open, until it is freed; libharu's own memory goes with it.
 * Errors:  the first one sticks: later calls do nothing, and pdf_save reports it. Pointers given back are never NULL.
 */
#ifndef PDF_OBJECT_H
#define PDF_OBJECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/file.h"
#include "base/length.h"
#include "layout/page.h"
#include "pdf/string.h"

struct arena;
struct diag;
struct pdf;
struct dict;
struct array;

/* Opens an empty document. */
struct pdf *pdf_open(struct arena *arena);
/* Sets the version of the header, 1.7 where nobody does: the digit behind "1.". */
void pdf_version(struct pdf *pdf, int version);
/* A hash of the streams and strings so far. */
void pdf_content_id(const struct pdf *pdf, unsigned char id[16]);
/* The catalog, and the information dictionary. */
struct dict *pdf_catalog(struct pdf *pdf);
struct dict *pdf_info(struct pdf *pdf);
/* Adds an indirect dictionary. */
struct dict *pdf_dict(struct pdf *pdf);
/* Adds a page behind the others. */
struct dict *pdf_page(struct pdf *pdf);
/* Adds a stream: compressed, or as it is. */
struct dict *pdf_stream(struct pdf *pdf, struct bytes bytes);
struct dict *pdf_plain_stream(struct pdf *pdf, struct bytes bytes);
/* Adds a stream that is deflated already. */
struct dict *pdf_packed_stream(struct pdf *pdf, struct bytes packed);
/* Gives the file identifier and serialises; data is NULL, with a diagnostic, when anything failed on the way. */
struct bytes pdf_save(struct arena *arena, struct diag *diag, const char *name, struct pdf *pdf);

/* Add an entry to a dictionary. */
void dict_name(struct dict *dict, const char *key, const char *name);
void dict_number(struct dict *dict, const char *key, int32_t number);
void dict_bool(struct dict *dict, const char *key, bool value);
/* A reference to an indirect dictionary, page or stream. */
void dict_ref(struct dict *dict, const char *key, const struct dict *value);
/* A text string, in UTF-16 or UTF-8; and one of ASCII bytes. */
void dict_text(struct dict *dict, const char *key, struct utf16 text);
void dict_words(struct dict *dict, const char *key, const char *utf8);
/* A rectangle, as left, bottom, right and top. */
void dict_rect(struct dict *dict, const char *key, struct rect rect);
/* Anything that is written already. */
void dict_syntax(struct dict *dict, const char *key, const char *syntax);
/* A new direct dictionary or array. */
struct dict *dict_dict(struct dict *dict, const char *key);
struct array *dict_array(struct dict *dict, const char *key);

/* Add an item to an array. */
void array_number(struct array *array, int32_t number);
void array_name(struct array *array, const char *name);
void array_ref(struct array *array, const struct dict *value);
struct dict *array_dict(struct array *array);
struct array *array_array(struct array *array);

#endif
