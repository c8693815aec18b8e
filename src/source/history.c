/* An entry is an element of the ledger; none is ever changed. */
#include "source/history.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/vec.h"
#include "source/ledger.h"
#include "source/store.h"
#include "source/version.h"

static const char *const event_words[] = {"recorded", "recalled", NULL};

static struct xml_file file_of(struct arena *arena, struct diag *diag, const struct material *material,
			       const char *document)
{
	return (struct xml_file){
	    .arena = arena,
	    .diag = diag,
	    .schemas = store_schemas(material->store),
	    .path = arena_format(arena, "%s/translations/%s/history.xml", material->folder, document),
	    .schema = SCHEMA_HISTORY,
	    .root = "history",
	};
}

bool history_read(struct arena *arena, struct diag *diag, const struct material *material,
		  const char *document, struct history *history)
{
	struct xml_file file = file_of(arena, diag, material, document);
	VEC(struct history_entry) entries = {0};
	xmlNode *root;

	*history = (struct history){NULL, 0};
	if (!file_exists(file.path))
		return true;
	root = xml_read(&file);
	if (!root)
		return false;
	for (xmlNode *node = xml_first(root); node; node = xml_next(node))
		vec_push(arena, &entries,
			 ((struct history_entry){.event = (enum event)xml_choice(diag, node, "event",
										 event_words, EVENT_RECORDED),
						 .code = xml_attribute(node, "code", ""),
						 .language = xml_attribute(node, "language", ""),
						 .version = xml_attribute(node, "version", ""),
						 .date = xml_attribute(node, "date", ""),
						 .reason = xml_attribute(node, "reason", NULL)}));
	*history = (struct history){entries.data, entries.length};
	return true;
}

static void append(xmlNode *root, const struct history_entry *entry)
{
	xmlNode *node = ledger_add(root, "entry", NULL);

	ledger_set(node, "event", event_words[entry->event]);
	ledger_set(node, "code", entry->code);
	ledger_set(node, "language", entry->language);
	ledger_set(node, "version", entry->version);
	ledger_set(node, "date", entry->date);
	ledger_set(node, "reason", entry->reason);
}

bool history_add(struct arena *arena, struct diag *diag, const struct material *material,
		 const char *document, const struct history_entry *entry)
{
	struct xml_file file = file_of(arena, diag, material, document);
	xmlNode *root = ledger_open(&file, "urn:verklaring:history:1", document);

	if (!root)
		return false;
	append(root, entry);
	return ledger_write(&file, root);
}

const struct history_entry *history_find(const struct history *history, const char *code, enum event event)
{
	for (size_t i = history->length; i > 0; i--)
		if (history->data[i - 1].event == event && strcmp(history->data[i - 1].code, code) == 0)
			return &history->data[i - 1];
	return NULL;
}

const struct history_entry *history_recall(struct arena *arena, struct diag *diag,
					   const struct material *material, const struct translation *text)
{
	struct history history;

	if (!history_read(arena, diag, material, text->master->id, &history))
		return NULL;
	return history_find(&history, version_code(arena, text, material->facts), EVENT_RECALLED);
}
