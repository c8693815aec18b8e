/* Each colour carries its three forms; nothing is converted here. */
#include "pdf/color.h"

#include "base/buf.h"

struct form {
	long parts[4];
	int count;
	const char *fill, *stroke;
};

static struct form form(const struct color *color, enum color_space space)
{
	const uint8_t *rgb = color->rgb, *cmyk = color->cmyk;

	switch (space) {
	case COLOR_SCREEN:
		return (struct form){{(rgb[0] * 1000L + 127) / 255, (rgb[1] * 1000L + 127) / 255,
				      (rgb[2] * 1000L + 127) / 255},
				     3,
				     "rg\n",
				     "RG\n"};
	case COLOR_CMYK:
		return (struct form){
		    {cmyk[0] * 10L, cmyk[1] * 10L, cmyk[2] * 10L, cmyk[3] * 10L}, 4, "k\n", "K\n"};
	case COLOR_GREY:
		break;
	}
	return (struct form){{color->grey * 10L}, 1, "g\n", "G\n"};
}

static void parts(struct buf *buf, const struct form *form)
{
	for (int i = 0; i < form->count; i++) {
		buf_add_milli(buf, form->parts[i]);
		buf_putc(buf, ' ');
	}
}

void color_fill(struct buf *buf, const struct color *color, enum color_space space)
{
	struct form operands = form(color, space);

	parts(buf, &operands);
	buf_puts(buf, operands.fill);
}

void color_stroke(struct buf *buf, const struct color *color, enum color_space space)
{
	struct form operands = form(color, space);

	parts(buf, &operands);
	buf_puts(buf, operands.stroke);
}
