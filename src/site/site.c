/* Pages first: fonts are cut down to the letters that stand on them. */
#include "site/site.h"

#include <stdint.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "site/pages.h"

enum { DRAWING_MOST = 1 << 20 };

/* Five letters and figures of a hash: always the same, and telling nothing. */
const char *site_folder(struct arena *arena, const char *document, bool discreet)
{
	static const char digits[] = "0123456789abcdefghjkmnpqrstvwxyz";
	uint64_t hash = 14695981039346656037u;
	char *name;

	if (!discreet)
		return document;
	for (const char *c = document; *c; c++)
		hash = (hash ^ (unsigned char)*c) * 1099511628211u;
	name = arena_alloc(arena, 6);
	for (int i = 0; i < 5; i++)
		name[i] = digits[hash >> (20 + 5 * i) & 31];
	return name;
}

const struct site_text *site_text_find(const struct site *site, const struct site_document *document,
				       const struct language *language)
{
	for (size_t i = 0; document && i < site->texts.length; i++)
		if (site->texts.data[i].document == document && site->texts.data[i].language == language)
			return &site->texts.data[i];
	return NULL;
}

const struct history_entry *site_recall_of(const struct site *site, const struct site_document *document,
					   const struct language *language)
{
	for (size_t i = 0; i < site->recalls.length; i++)
		if (site->recalls.data[i].document == document && site->recalls.data[i].language == language)
			return site->recalls.data[i].entry;
	return NULL;
}

const struct language *site_meanwhile(const struct site *site, const struct language *language, size_t index)
{
	char *rest = arena_string(site->arena, language->meanwhile);

	for (char *tag = strsep(&rest, " "); tag; tag = strsep(&rest, " ")) {
		const struct language *other = language_find(&site->material->languages, tag);

		if (other && index-- == 0)
			return other;
	}
	return NULL;
}

const struct site_document *site_main(const struct site *site)
{
	for (size_t i = 0; i < site->document_count; i++)
		if (site->documents[i].main)
			return &site->documents[i];
	return NULL;
}

const struct site_file *site_file_find(const struct site_text *text, enum site_use use)
{
	for (size_t i = 0; i < text->files.length; i++)
		if (text->files.data[i].use == use)
			return &text->files.data[i];
	return NULL;
}

const char *site_text_path(struct arena *arena, const struct site_document *document,
			   const struct language *language)
{
	return arena_format(arena, "%s/%s.html", document->folder, language->tag);
}

/* Drawings go as they are: what the program's own reader took holds nothing but shapes. */
static void put_drawing(struct site *site, const struct artwork *artwork)
{
	const char *path = arena_format(site->arena, "art/%s.svg", artwork->id);
	struct bytes bytes;

	if (map_find(&site->output->known, path))
		return;
	bytes = file_read(site->arena, site->diag, artwork->loc.path, DRAWING_MOST);
	if (bytes.data)
		output_put(site->output, path, bytes);
}

static void put_drawings(struct site *site, const struct document *document)
{
	for (size_t i = 0; i < document->block_count; i++)
		if (document->blocks[i]->artwork)
			put_drawing(site, document->blocks[i]->artwork);
}

static void write_nurse_pages(struct site *site, enum tongue tongue)
{
	const struct languages *languages = &site->material->languages;

	front_page(site, tongue);
	codes_page(site, tongue);
	for (size_t i = 0; i < languages->length; i++)
		language_page(site, tongue, &languages->data[i]);
}

void site_write(struct site *site)
{
	site->letters = letters_new(site->arena);
	for (size_t i = 0; i < site->texts.length; i++) {
		leaflet_page(site, &site->texts.data[i]);
		put_drawings(site, site->texts.data[i].web);
	}
	for (size_t i = 0; i < site->document_count; i++)
		leaflet_index(site, &site->documents[i]);
	for (enum tongue tongue = 0; tongue < TONGUES; tongue++)
		write_nurse_pages(site, tongue);
	search_names(site);
	site_style(site);
}
