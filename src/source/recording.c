/* The code of the text (source/version.h) is a hash of its words and facts, so a recording knows when it is stale. The sound is not decoded:
 * a file that is no MPEG audio by its first bytes is refused. */
#include "source/recording.h"

#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "source/store.h"
#include "source/xml.h"

enum { SOUND_MOST = 64 << 20 };

/* An ID3 tag, or the eleven bits that begin a frame (ISO 11172-3, 2.4.1.2). */
static bool is_mpeg(struct bytes bytes)
{
	return bytes.length > 3 && (memcmp(bytes.data, "ID3", 3) == 0 ||
				    (bytes.data[0] == 0xFF && (bytes.data[1] & 0xE0) == 0xE0));
}

static const struct recording *read_both(struct arena *arena, struct diag *diag, const xmlNode *root,
					 const char *sound_path, const char *code)
{
	struct recording *recording = arena_alloc(arena, sizeof *recording);

	if (strcmp(xml_attribute(root, "code", ""), code) != 0) {
		diag_add(diag, DIAG_RECORDING_STALE, xml_loc(root), NULL, xml_attribute(root, "code", ""),
			 code, NULL);
		return NULL;
	}
	recording->role = xml_attribute(root, "role", "");
	recording->date = xml_attribute(root, "date", "");
	recording->sound = file_read(arena, diag, sound_path, SOUND_MOST);
	if (!recording->sound.data)
		return NULL;
	if (!is_mpeg(recording->sound)) {
		diag_add(diag, DIAG_RECORDING_SOUND, (struct loc){sound_path, 0}, NULL, NULL);
		return NULL;
	}
	return recording;
}

const struct recording *recording_read(struct arena *arena, struct diag *diag,
				       const struct material *material, const struct document *document,
				       const char *code)
{
	const char *stem =
	    arena_format(arena, "%s/audio/%s/%s", material->folder, document->id, document->language->tag);
	struct xml_file file = {.arena = arena,
				.diag = diag,
				.schemas = store_schemas(material->store),
				.path = arena_format(arena, "%s.xml", stem),
				.schema = SCHEMA_RECORDING,
				.root = "recording"};
	const char *sound = arena_format(arena, "%s.mp3", stem);
	const xmlNode *root;

	if (!file_exists(sound) && !file_exists(file.path))
		return NULL;
	root = xml_read(&file);
	return root ? read_both(arena, diag, root, sound, code) : NULL;
}
