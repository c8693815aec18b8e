/*
 * What the stages of one paragraph hand on to each other.
 *
 * Offsets: UTF-16 code units into para.text.  Lengths: thousandths of an em.
 * Memory:  the result in arena, the rest in the fontset's scratch.
 * Errors:  go to the sink and are remembered in failed; the stage finishes.
 */
#ifndef TEXT_STAGE_H
#define TEXT_STAGE_H

#include "text/fontset.h"
#include "text/para.h"

struct stage {
	struct arena *arena;
	struct diag *diag;
	struct fontset *fontset;
	struct para *para;
	const uint8_t *levels;   /* of each code unit */
	const uint16_t *scripts; /* of each code unit: UScriptCode */
	bool failed;
};

enum { CHAR_SHY = 0x00AD, CHAR_LRI = 0x2066, CHAR_RLI = 0x2067, CHAR_FSI = 0x2068, CHAR_PDI = 0x2069 };

/* Whether a code unit stands in no item: isolate controls and C0 controls. */
static inline bool char_is_control(uint32_t c)
{
	return (c >= CHAR_LRI && c <= CHAR_PDI) || c < 0x20 || c == 0x2028 || c == 0x2029;
}

/* The code point at an offset, which moves behind it; a lone surrogate stands for itself. */
static inline UChar32 char_next(const uint16_t *text, int32_t *at, int32_t end)
{
	UChar32 c = text[(*at)++];

	if ((c & 0xFC00) == 0xD800 && *at < end && (text[*at] & 0xFC00) == 0xDC00)
		c = (c << 10) + text[(*at)++] - 0x35FDC00;
	return c;
}

/* The language of a span, or of the block. */
const struct language *span_language(const struct stage *stage, const struct span *span);
/* The weight that a span asks for. */
enum weight span_weight(const struct stage *stage, const struct span *span);
/* UAX #9: embedding levels. */
void bidi_levels(struct stage *stage);
/* UAX #24: scripts, common characters resolved. */
void script_resolve(struct stage *stage);
/* Cuts the text into items and gives each a font. */
void itemize(struct stage *stage);
/* UAX #14: where a line may end. */
void breaks_find(struct stage *stage);
/* Shapes every item. */
void shape_items(struct stage *stage);

#endif
