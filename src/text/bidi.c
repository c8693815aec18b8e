/* UAX #9 as ICU does it; the base direction is that of the block's language (HL1), never guessed from the text. */
#include <assert.h>

#include "text/stage.h"

void bidi_levels(struct stage *stage)
{
	const struct para *para = stage->para;
	UErrorCode status = U_ZERO_ERROR;

	if (!para->length)
		return;
	ubidi_setPara(stage->fontset->bidi, para->text, para->length, para->direction == DIRECTION_RTL, NULL,
		      &status);
	stage->levels = ubidi_getLevels(stage->fontset->bidi, &status);
	assert(U_SUCCESS(status));
}
