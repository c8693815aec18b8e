/*
 * The font manifest: fonts.xml says which file draws which script and language, how large and how far apart.
 *
 * Offsets: none.  Lengths: factors and em parts in thousandths.
 * Memory:  the run's arena.
 * Errors:  go to the sink while loading.
 */
#ifndef SOURCE_FONTLIST_H
#define SOURCE_FONTLIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/loc.h"

struct arena;
struct diag;
struct language;

struct font_file {
	const char *path;     /* NULL: this weight does not exist */
	const char *package;  /* of Debian */
	const char *revision; /* fontRevision, as "2.004" */
	const char *sha256;
	long bytes;
	int face; /* in a collection, else 0 */
	struct loc loc;
};

struct family {
	const char *id, *name;
	int32_t size;              /* factor on the style's size */
	int32_t line_height;       /* multiple of the style's size (not of size x factor) */
	int32_t word_space;        /* added to each space, em parts: some fonts kern words until they touch */
	int32_t ascent, descent;   /* ink, in em of this family; both positive */
	struct font_file files[2]; /* by enum weight */
};

struct font_rule {
	const char *script; /* ISO 15924 */
	const char *
	    style; /* ISO 15924 of how it writes that script ("Aran": Nastaliq), by which floors may name it; else the script */
	bool compact;          /* for editions with little room alone */
	const char *languages; /* tags, separated by spaces; "" for all others */
	const struct family *family, *companion;
};

struct font_override {
	uint32_t first, last;
	const char *script, *languages, *except; /* except: tags that keep their own family */
	const struct family *family;
};

struct font_feature {
	const char *languages;
	char tag[5];
	uint32_t value;
	uint32_t first, last; /* only these characters; 0, 0: all */
};

struct fontlist {
	const struct family *families;
	size_t family_count;
	const struct font_rule *rules; /* language rules before those for all others */
	size_t rule_count;
	const struct font_override *overrides;
	size_t override_count;
	const struct font_feature *features;
	size_t feature_count;
	struct loc loc;
};

/* Reads fonts.xml; false when it could not be read. Files are looked at only when a font is opened. */
bool fontlist_load(struct arena *arena, struct diag *diag, const char *path, struct fontlist *fontlist);
/* The rule for a script in a language, or NULL. */
const struct font_rule *font_rule_find(const struct fontlist *fontlist, const char *script,
				       const struct language *language);
/* Whether a tag stands in a list separated by spaces. */
bool tag_listed(const char *list, const char *tag);

#endif
