/*
 * Coordinates stay those of the trimmed page: with a bleed, the media box begins left of and below 0.
 * Viewer preferences: ISO 32000-1, 12.2; boxes: 14.11.2; output intents: 14.11.5 and ISO 19005-2, 6.2.3.
 */
#include "pdf/profile.h"

#include "base/arena.h"

enum { PROFILE_LIMIT = 1 << 20 };

void profile_page(struct dict *page, const struct page *laid, const struct edition *edition)
{
	length_t bleed = edition->bleed;
	struct rect media = {-bleed, -bleed, laid->width + 2 * bleed, laid->height + 2 * bleed};

	dict_rect(page, "MediaBox", media);
	if (bleed > 0) {
		dict_rect(page, "BleedBox", media);
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
	return !(edition->claims & CLAIM_A2A) || output_intent(output, diag, catalog);
}
