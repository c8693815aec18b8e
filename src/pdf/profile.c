/*
 * Coordinates stay those of the trimmed page: with a bleed, the media box begins left of and below 0.
 * Viewer preferences: ISO 32000-1, 12.2; boxes: 14.11.2; output intents: 14.11.5 and ISO 19005-2, 6.2.3.
 */
#include "pdf/profile.h"

#include "base/arena.h"

#include "pdf/deflate.h"
#include "pdf/icc.h"
#include "pdf/press_profile.h"

enum { PROFILE_LIMIT = 1 << 20, SLUG = 17 * LENGTH_PT, X4_VERSION = 6, CMYK = 4 };

static struct rect around(const struct page *page, length_t edge)
{
	return (struct rect){-edge, -edge, page->width + 2 * edge, page->height + 2 * edge};
}

void profile_page(struct dict *page, const struct page *laid, const struct edition *edition)
{
	length_t bleed = edition->bleed;
	length_t edge = bleed + (edition->marks ? SLUG : 0);

	dict_rect(page, "MediaBox", around(laid, edge));
	if (bleed > 0) {
		dict_rect(page, "BleedBox", around(laid, bleed));
		dict_rect(page, "TrimBox", (struct rect){0, 0, laid->width, laid->height});
	}
	if (edition->tagged)
		dict_name(page, "Tabs", "S");
}

static bool output_intent(struct output *output, struct diag *diag, struct dict *catalog)
{
	struct bytes profile = file_read(output->arena, diag, SRGB_PROFILE, PROFILE_LIMIT);
	struct dict *stream, *intent;

	if (!profile.data)
		return false;
	stream = pdf_stream(output->pdf, profile);
	dict_number(stream, "N", 3);
	intent = array_dict(dict_array(catalog, "OutputIntents"));
	dict_name(intent, "Type", "OutputIntent");
	dict_name(intent, "S", "GTS_PDFA1");
	dict_words(intent, "OutputConditionIdentifier", "sRGB IEC61966-2.1");
	dict_words(intent, "Info", "sRGB IEC61966-2.1");
	dict_ref(intent, "DestOutputProfile", stream);
	return true;
}

/* A characterisation that the ICC's registry knows is named by its name there. */
static void usual_intent(struct pdf *pdf, struct dict *intent)
{
	struct dict *stream = pdf_packed_stream(pdf, press_profile);

	dict_number(stream, "N", CMYK);
	dict_words(intent, "OutputConditionIdentifier", "FOGRA39");
	dict_words(intent, "RegistryName", "http://www.color.org");
	dict_words(intent, "Info", "Coated FOGRA39 (ISO 12647-2:2004)");
	dict_ref(intent, "DestOutputProfile", stream);
}

static bool own_intent(struct output *output, struct diag *diag, struct dict *intent, const char *path)
{
	struct bytes profile = icc_read(output->arena, diag, path);
	struct dict *stream;
	const char *name;

	if (!profile.data)
		return false;
	stream = pdf_stream(output->pdf, profile);
	name = icc_name(output->arena, profile, path);
	dict_number(stream, "N", CMYK);
	dict_words(intent, "OutputConditionIdentifier", name);
	dict_words(intent, "Info", name);
	dict_ref(intent, "DestOutputProfile", stream);
	return true;
}

struct bytes profile_of_press(struct arena *arena, struct diag *diag, const char *path)
{
	return path ? icc_read(arena, diag, path) : deflate_unpack(arena, press_profile, PROFILE_LIMIT);
}

/* PDF/X-4 (ISO 15930-7): the header is that of PDF 1.6; nobody has trapped the pages. */
static bool press_intent(struct output *output, struct diag *diag, struct dict *catalog)
{
	const struct document *document = output->documents.data[0]->pages->document;
	struct dict *intent = array_dict(dict_array(catalog, "OutputIntents"));

	pdf_version(output->pdf, X4_VERSION);
	dict_name(pdf_info(output->pdf), "Trapped", "False");
	dict_name(intent, "Type", "OutputIntent");
	dict_name(intent, "S", "GTS_PDFX");
	if (document->output_intent)
		return own_intent(output, diag, intent, document->output_intent);
	usual_intent(output->pdf, intent);
	return true;
}

bool profile_catalog(struct output *output, struct diag *diag)
{
	static const char *const duplex[] = {[DUPLEX_NONE] = "Simplex",
					     [DUPLEX_LONG] = "DuplexFlipLongEdge",
					     [DUPLEX_SHORT] = "DuplexFlipShortEdge"};
	const struct document *document = output->documents.data[0]->pages->document;
	const struct edition *edition = document->edition;
	struct dict *catalog = pdf_catalog(output->pdf), *viewer;

	dict_words(catalog, "Lang", document->language->tag);
	if (edition->tagged)
		dict_bool(dict_dict(catalog, "MarkInfo"), "Marked", true);
	viewer = dict_dict(catalog, "ViewerPreferences");
	dict_bool(viewer, "DisplayDocTitle", true);
	dict_name(viewer, "PrintScaling", "None");
	if (document->language->direction == DIRECTION_RTL)
		dict_name(viewer, "Direction", "R2L");
	dict_bool(viewer, "PickTrayByPDFSize", true);
	if (document->duplex)
		dict_name(viewer, "Duplex", duplex[document->duplex]);
	if (edition->claims & CLAIM_X4)
		return press_intent(output, diag, catalog);
	return !(edition->claims & CLAIM_A2A) || output_intent(output, diag, catalog);
}
