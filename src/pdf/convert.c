/*
 * lcms2, relative colorimetric with black point compensation, as print shops convert logos. What is neutral in sRGB stays neutral: it goes on
 * the black plate alone, so that a black logo needs no register and a grey one gets no tinge.
 */
#include "pdf/convert.h"

#include <lcms2.h>
#include <string.h>

#include "base/arena.h"

enum { RGB = 3, CMYK = 4, FULL = 255 };

struct converter {
	enum color_space space;
	cmsHTRANSFORM inks, light; /* to CMYK, and to grey */
};

static void free_converter(void *object)
{
	struct converter *converter = object;

	if (converter->inks)
		cmsDeleteTransform(converter->inks);
	if (converter->light)
		cmsDeleteTransform(converter->light);
}

static cmsHTRANSFORM transform(cmsHPROFILE to, cmsUInt32Number format)
{
	cmsHPROFILE from = cmsCreate_sRGBProfile();
	cmsHTRANSFORM made = NULL;

	if (to)
		made = cmsCreateTransform(from, TYPE_RGB_8, to, format, INTENT_RELATIVE_COLORIMETRIC,
					  cmsFLAGS_BLACKPOINTCOMPENSATION);
	cmsCloseProfile(from);
	if (to)
		cmsCloseProfile(to);
	return made;
}

/* Grey as a screen shows it: the curve of sRGB. */
static cmsHPROFILE grey_profile(void)
{
	cmsFloat64Number curve[] = {2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045};
	cmsToneCurve *tone = cmsBuildParametricToneCurve(NULL, 4, curve);
	cmsHPROFILE profile = cmsCreateGrayProfile(cmsD50_xyY(), tone);

	cmsFreeToneCurve(tone);
	return profile;
}

struct converter *converter_new(struct arena *arena, enum color_space space, struct bytes profile)
{
	struct converter *converter = arena_alloc(arena, sizeof *converter);

	*converter = (struct converter){.space = space};
	arena_defer(arena, free_converter, converter);
	if (space == COLOR_SCREEN)
		return converter;
	converter->light = transform(grey_profile(), TYPE_GRAY_8);
	if (space == COLOR_CMYK)
		converter->inks = transform(
		    cmsOpenProfileFromMem(profile.data, (cmsUInt32Number)profile.length), TYPE_CMYK_8);
	return converter->light && (converter->inks || space != COLOR_CMYK) ? converter : NULL;
}

int converter_samples(enum color_space space)
{
	static const int samples[] = {[COLOR_SCREEN] = RGB, [COLOR_CMYK] = CMYK, [COLOR_GREY] = 1};

	return samples[space];
}

static void keep_neutral(const struct converter *converter, const uint8_t *rgb, uint8_t *inks)
{
	uint8_t light;

	if (rgb[0] != rgb[1] || rgb[1] != rgb[2])
		return;
	cmsDoTransform(converter->light, rgb, &light, 1);
	memcpy(inks, (uint8_t[]){0, 0, 0, (uint8_t)(FULL - light)}, CMYK);
}

void converter_pixels(const struct converter *converter, const uint8_t *rgb, size_t count, uint8_t *samples)
{
	switch (converter->space) {
	case COLOR_SCREEN:
		memcpy(samples, rgb, count * RGB);
		break;
	case COLOR_GREY:
		cmsDoTransform(converter->light, rgb, samples, (cmsUInt32Number)count);
		break;
	case COLOR_CMYK:
		cmsDoTransform(converter->inks, rgb, samples, (cmsUInt32Number)count);
		for (size_t i = 0; i < count; i++)
			keep_neutral(converter, rgb + i * RGB, samples + i * CMYK);
		break;
	}
}

static uint8_t per_cent(uint8_t sample)
{
	return (uint8_t)((sample * 100 + FULL / 2) / FULL);
}

struct color converter_color(const struct converter *converter, const struct color *color)
{
	struct color whole = *color;
	uint8_t samples[CMYK];

	if (!color->foreign || converter->space == COLOR_SCREEN)
		return whole;
	converter_pixels(converter, color->rgb, 1, samples);
	if (converter->space == COLOR_GREY)
		whole.grey = per_cent(samples[0]);
	for (int i = 0; i < CMYK && converter->space == COLOR_CMYK; i++)
		whole.cmyk[i] = per_cent(samples[i]);
	return whole;
}
