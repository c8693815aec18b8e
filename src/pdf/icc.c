/*
 * The header says what kind of profile it is; the table of tags must point into the file. Colours are never converted here, so nobody reads
 * the tables themselves but the printer.
 */
#include "pdf/icc.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"

enum { PROFILE_MOST = 8 << 20, HEADER = 128, TAG = 12, NAME_MOST = 120, VERSION_MOST = 4 };

static uint32_t number_at(struct bytes bytes, size_t at)
{
	const unsigned char *from = bytes.data + at;

	return (uint32_t)from[0] << 24 | (uint32_t)from[1] << 16 | (uint32_t)from[2] << 8 | from[3];
}

static bool word_at(struct bytes bytes, size_t at, const char *word)
{
	return memcmp(bytes.data + at, word, 4) == 0;
}

static bool is_inside(struct bytes bytes, uint32_t at, uint32_t length)
{
	return at <= bytes.length && length <= bytes.length - at;
}

/* The bytes of a tag; data is NULL where there is none. */
static struct bytes tag_of(struct bytes profile, const char *name)
{
	uint32_t count = number_at(profile, HEADER);

	for (uint32_t i = 0; i < count; i++) {
		size_t entry = HEADER + 4 + (size_t)i * TAG;

		if (word_at(profile, entry, name))
			return (struct bytes){profile.data + number_at(profile, entry + 4),
					      number_at(profile, entry + 8)};
	}
	return (struct bytes){NULL, 0};
}

static bool is_whole(struct bytes profile)
{
	uint32_t count;

	if (profile.length < HEADER + 4 || !word_at(profile, 36, "acsp") ||
	    number_at(profile, 0) != profile.length || profile.data[8] > VERSION_MOST)
		return false;
	count = number_at(profile, HEADER);
	if (count > (profile.length - HEADER - 4) / TAG)
		return false;
	for (uint32_t i = 0; i < count; i++) {
		size_t entry = HEADER + 4 + (size_t)i * TAG;

		if (!is_inside(profile, number_at(profile, entry + 4), number_at(profile, entry + 8)))
			return false;
	}
	return tag_of(profile, "A2B0").length && tag_of(profile, "B2A0").length;
}

struct bytes icc_read(struct arena *arena, struct diag *diag, const char *path)
{
	struct bytes profile = file_read(arena, diag, path, PROFILE_MOST);
	struct loc loc = {path, 0};

	if (!profile.data)
		return profile;
	if (profile.length > HEADER && word_at(profile, 36, "acsp") &&
	    (!word_at(profile, 12, "prtr") || !word_at(profile, 16, "CMYK")))
		diag_add(diag, DIAG_ICC_KIND, loc, NULL,
			 arena_copy(arena, (const char *)profile.data + 16, 4), NULL);
	else if (!is_whole(profile))
		diag_add(diag, DIAG_ICC_BROKEN, loc, NULL, NULL);
	else
		return profile;
	return (struct bytes){NULL, 0};
}

const char *icc_name(struct arena *arena, struct bytes profile, const char *path)
{
	struct bytes tag = tag_of(profile, "desc");
	bool plain = tag.length > 12 && word_at(tag, 0, "desc");
	bool wide = tag.length > 28 && word_at(tag, 0, "mluc") && is_inside(tag, number_at(tag, 24), 2);
	const unsigned char *from = plain ? tag.data + 12 : wide ? tag.data + number_at(tag, 24) + 1 : NULL;
	const unsigned char *end = tag.data + tag.length;
	char name[NAME_MOST + 1];
	size_t length = 0;

	for (; from && from < end && *from >= ' ' && *from < 127 && length < NAME_MOST; from += plain ? 1 : 2)
		name[length++] = (char)*from;
	return length ? arena_copy(arena, name, length) : path_name(path);
}
