/* Bidirectional controls are forbidden because direction comes from the language and from isolates that the program sets; U+FFFD, private
 * use and noncharacters (Unicode 23.5-23.7) because a reader of the paper would see a box. ASCII's controls never come here: XML has
 * none but tabs and line ends. */
#include "source/characters.h"

#include <string.h>

static const struct {
	uint32_t first, last;
	enum diag_code code;
} ranges[] = {
    {0x0080, 0x009F, DIAG_CHARACTER_FORBIDDEN}, {0x061C, 0x061C, DIAG_CHARACTER_BIDI},
    {0x200E, 0x200F, DIAG_CHARACTER_BIDI},      {0x2028, 0x2029, DIAG_CHARACTER_FORBIDDEN},
    {0x202A, 0x202E, DIAG_CHARACTER_BIDI},      {0x2066, 0x2069, DIAG_CHARACTER_BIDI},
    {0x206A, 0x206F, DIAG_CHARACTER_FORBIDDEN}, {0xE000, 0xF8FF, DIAG_CHARACTER_PRIVATE},
    {0xFDD0, 0xFDEF, DIAG_CHARACTER_FORBIDDEN}, {0xFEFF, 0xFEFF, DIAG_CHARACTER_FORBIDDEN},
    {0xFFF9, 0xFFFB, DIAG_CHARACTER_FORBIDDEN}, {0xFFFD, 0xFFFD, DIAG_CHARACTER_LOST},
    {0xFFFE, 0xFFFF, DIAG_CHARACTER_FORBIDDEN}, {0xF0000, 0x10FFFF, DIAG_CHARACTER_PRIVATE},
};

/* Length of the well-formed sequence at p (Unicode table 3-7), 0 when there is none. */
static size_t sequence(const unsigned char *p, size_t left)
{
	unsigned char low = 0x80, high = 0xBF;
	size_t length = p[0] < 0x80 ? 1 : p[0] < 0xC2 ? 0 : p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;

	if (length < 2)
		return length;
	if (p[0] > 0xF4 || left < length)
		return 0;
	if (p[0] == 0xE0)
		low = 0xA0;
	else if (p[0] == 0xED)
		high = 0x9F;
	else if (p[0] == 0xF0)
		low = 0x90;
	else if (p[0] == 0xF4)
		high = 0x8F;
	if (p[1] < low || p[1] > high)
		return 0;
	for (size_t i = 2; i < length; i++)
		if (p[i] < 0x80 || p[i] > 0xBF)
			return 0;
	return length;
}

/* How many bytes from here are ASCII, counted by eights: most of every file is. */
static size_t skip_ascii(const unsigned char *p, size_t left)
{
	size_t skipped = 0;
	uint64_t eight;

	for (; left - skipped >= sizeof eight; skipped += sizeof eight) {
		memcpy(&eight, p + skipped, sizeof eight);
		if (eight & 0x8080808080808080u)
			break;
	}
	return skipped;
}

size_t characters_valid(struct bytes bytes)
{
	size_t i = 0, length = 1;

	while (i < bytes.length && length) {
		i += skip_ascii(bytes.data + i, bytes.length - i);
		if (i == bytes.length)
			break;
		length = sequence(bytes.data + i, bytes.length - i);
		i += length;
	}
	return i;
}

static uint32_t decode(const unsigned char *p, size_t length)
{
	static const unsigned char masks[] = {0, 0x7F, 0x1F, 0x0F, 0x07};
	uint32_t code_point = p[0] & masks[length];

	for (size_t i = 1; i < length; i++)
		code_point = code_point << 6 | (p[i] & 0x3F);
	return code_point;
}

static bool listed(uint32_t code_point, struct forbidden *found)
{
	if ((code_point & 0xFFFE) == 0xFFFE) {
		*found = (struct forbidden){DIAG_CHARACTER_FORBIDDEN, code_point};
		return true;
	}
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges && ranges[i].first <= code_point; i++) {
		if (code_point <= ranges[i].last) {
			*found = (struct forbidden){ranges[i].code, code_point};
			return true;
		}
	}
	return false;
}

/* Whether a character that begins so can be in the table; text in most scripts never asks it. */
static bool may_begin(const unsigned char *p)
{
	return (*p == 0xC2 && p[1] < 0xA0) || (*p == 0xD8 && p[1] == 0x9C) || (*p == 0xE2 && p[1] <= 0x81) ||
	       *p >= 0xEE;
}

bool characters_forbidden(struct bytes bytes, struct forbidden *found)
{
	for (size_t i = 0; i < bytes.length; i++) {
		i += skip_ascii(bytes.data + i, bytes.length - i);
		if (i < bytes.length && may_begin(bytes.data + i) &&
		    listed(decode(bytes.data + i, sequence(bytes.data + i, bytes.length - i)), found))
			return true;
	}
	return false;
}

bool characters_line(const char *words)
{
	struct bytes bytes = {(const unsigned char *)words, strlen(words)};
	struct forbidden found;

	for (size_t i = 0; i < bytes.length; i++)
		if (bytes.data[i] < 0x20 || bytes.data[i] == 0x7F)
			return false;
	return characters_valid(bytes) == bytes.length && !characters_forbidden(bytes, &found);
}
