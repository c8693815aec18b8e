/* One act is one <signoff>: a person, a role, a day, and the units that were signed. Texts that the sign-off before has as well are
 * not written again, so three people cost little more than one. */
#include "source/signoff.h"

#include <ctype.h>
#include <sha2.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "source/ledger.h"

static const char *const role_words[] = {"translator", "reviewer", "approver", NULL};

const char *signer_word(enum signer role)
{
	return role_words[role];
}

enum signer signer_find(const char *word)
{
	int role = 0;

	while (role < SIGNERS && strcmp(word, role_words[role]) != 0)
		role++;
	return (enum signer)role;
}

/* The next letter of a name in lower case, blanks left out; 0 at its end. */
static int next_letter(const char **name)
{
	while (**name && isspace((unsigned char)**name))
		++*name;
	return **name ? tolower((unsigned char)*(*name)++) : 0;
}

bool signer_same(const char *one, const char *other)
{
	int a, b;

	do {
		a = next_letter(&one);
		b = next_letter(&other);
	} while (a && a == b);
	return a == b;
}

static void add_part(struct buf *buf, const char *part)
{
	buf_add(buf, part, strlen(part) + 1);
}

static void add_fact(struct buf *buf, const struct fact *fact, const char *form, enum signer role)
{
	const char *shown = fact && role == SIGNER_APPROVER ? fact_display(fact, form) : NULL;

	if (!fact || (role != SIGNER_APPROVER && fact->kind != FACT_NUMBER))
		return;
	add_part(buf, fact->key);
	add_part(buf, fact->value);
	add_part(buf, shown ? shown : "");
}

static const char *hash_of(struct arena *arena, const struct facts *facts, const struct signoff *signoff,
			   struct words words)
{
	struct buf buf = buf_new(arena);
	uint8_t digest[SHA256_DIGEST_LENGTH];
	char *hash = arena_alloc(arena, SHA256_DIGEST_STRING_LENGTH);
	SHA2_CTX context;

	add_part(&buf, signoff->language);
	add_part(&buf, signoff->unit);
	add_part(&buf, signoff->source);
	add_part(&buf, signoff->target);
	for (size_t i = 0; i < words.length; i++) {
		const struct piece *piece = &words.pieces[i];

		if (piece->kind == PIECE_FACT)
			add_fact(&buf, fact_find(facts, piece->key), piece->form, signoff->role);
		if (piece->link)
			add_fact(&buf, fact_find(facts, piece->link), "", signoff->role);
	}
	SHA256Init(&context);
	SHA256Update(&context, (const uint8_t *)buf.data, buf.length);
	SHA256Final(digest, &context);
	for (size_t i = 0; i < sizeof digest; i++) {
		hash[2 * i] = "0123456789abcdef"[digest[i] >> 4];
		hash[2 * i + 1] = "0123456789abcdef"[digest[i] & 15];
	}
	return hash;
}

static const char *text_of(struct arena *arena, struct words words)
{
	struct buf buf = buf_new(arena);

	words_print(&buf, words);
	return buf.data;
}

struct signoff signoff_make(struct arena *arena, const struct facts *facts, const struct language *language,
			    const struct target *target, enum signer role)
{
	struct signoff signoff = {
	    .unit = target->unit->id,
	    .language = language->tag,
	    .role = role,
	    .source = text_of(arena, target->unit->source),
	    .target = text_of(arena, target->words),
	};

	signoff.hash = hash_of(arena, facts, &signoff, target->words);
	return signoff;
}

static const char *key_of(struct arena *arena, const char *language, const char *unit)
{
	return arena_format(arena, "%s %s", language, unit);
}

const struct signoff *signoff_last(struct arena *arena, const struct signoffs *signoffs,
				   const struct language *language, const struct unit *unit)
{
	return signoffs && signoffs->length
		   ? map_find(&signoffs->last, key_of(arena, language->tag, unit->id))
		   : NULL;
}

struct standing signoff_standing(struct arena *arena, const struct signoffs *signoffs,
				 const struct facts *facts, const struct language *language,
				 const struct target *target)
{
	struct standing standing = {{NULL}};
	const struct signoff *last = signoff_last(arena, signoffs, language, target->unit);
	const char *hashes[SIGNERS] = {NULL};

	for (const struct signoff *signoff = last; signoff; signoff = signoff->before) {
		const char **hash = &hashes[signoff->role];

		if (standing.by[signoff->role])
			continue;
		if (!*hash)
			*hash = signoff_make(arena, facts, language, target, signoff->role).hash;
		if (strcmp(signoff->hash, *hash) == 0)
			standing.by[signoff->role] = signoff;
	}
	return standing;
}

static bool differ(const struct signoff *one, const struct signoff *other)
{
	return one && other && !signer_same(one->by, other->by);
}

enum state standing_state(const struct standing *standing)
{
	const struct signoff *translator = standing->by[SIGNER_TRANSLATOR],
			     *reviewer = standing->by[SIGNER_REVIEWER],
			     *approver = standing->by[SIGNER_APPROVER];

	if (!differ(translator, reviewer))
		return STATE_TRANSLATED;
	return differ(approver, translator) && differ(approver, reviewer) ? STATE_FINAL : STATE_REVIEWED;
}

static struct xml_file xml_of(struct arena *arena, struct diag *diag, const struct signoff_file *file)
{
	return (struct xml_file){arena, diag, file->schemas, file->path, SCHEMA_SIGNOFF, "signoffs"};
}

/* Newest last: each knows the one before it. */
static void take(struct arena *arena, struct signoffs *signoffs, xmlNode *node, const struct signoff *act)
{
	struct signoff *signoff = arena_alloc(arena, sizeof *signoff);
	const xmlNode *source = xml_first(node);
	const char *key;

	*signoff = *act;
	signoff->unit = xml_attribute(node, "id", "");
	signoff->hash = xml_attribute(node, "sha256", "");
	signoff->loc = xml_loc(node);
	key = key_of(arena, act->language, signoff->unit);
	signoff->before = map_set(arena, &signoffs->last, key, signoff);
	signoff->source = signoff->before ? signoff->before->source : "";
	signoff->target = signoff->before ? signoff->before->target : "";
	if (source) {
		signoff->source = xml_text(arena, xml_first(node));
		signoff->target = xml_text(arena, xml_next(source));
	}
	signoffs->length++;
}

static void take_act(const struct xml_file *file, struct signoffs *signoffs, const xmlNode *node)
{
	struct signoff act = {
	    .language = xml_attribute(node, "language", ""),
	    .role = (enum signer)xml_choice(file->diag, node, "role", role_words, SIGNER_TRANSLATOR),
	    .by = xml_attribute(node, "by", ""),
	    .date = xml_attribute(node, "date", ""),
	};

	vec_push(file->arena, &signoffs->names, act.by);
	for (xmlNode *unit = xml_first(node); unit; unit = xml_next(unit))
		take(file->arena, signoffs, unit, &act);
}

static const struct signoffs *read_acts(const struct xml_file *file, const char *document,
					const xmlNode *root)
{
	struct signoffs *signoffs = arena_alloc(file->arena, sizeof *signoffs);

	signoffs->document = document;
	if (root && strcmp(xml_attribute(root, "document", ""), document) != 0) {
		diag_add(file->diag, DIAG_SIGNOFF_DOCUMENT, xml_loc(root), NULL,
			 xml_attribute(root, "document", ""), document, NULL);
		return NULL;
	}
	for (const xmlNode *node = root ? xml_first(root) : NULL; node; node = xml_next(node))
		take_act(file, signoffs, node);
	return signoffs;
}

const struct signoffs *signoffs_read(struct arena *arena, struct diag *diag, const struct signoff_file *file)
{
	struct xml_file xml = xml_of(arena, diag, file);
	const xmlNode *root = NULL;

	if (file_exists(file->path)) {
		root = xml_read(&xml);
		if (!root)
			return NULL;
	}
	return read_acts(&xml, file->document, root);
}

static void append_unit(struct arena *arena, const struct signoffs *before, xmlNode *act,
			const struct signoff *signoff)
{
	const struct signoff *last = map_find(&before->last, key_of(arena, signoff->language, signoff->unit));
	xmlNode *node = ledger_add(act, "unit", NULL);

	ledger_set(node, "id", signoff->unit);
	ledger_set(node, "sha256", signoff->hash);
	if (last && strcmp(last->source, signoff->source) == 0 && strcmp(last->target, signoff->target) == 0)
		return;
	ledger_add(node, "source", signoff->source);
	ledger_add(node, "target", signoff->target);
}

bool signoffs_add(struct arena *arena, struct diag *diag, const struct signoff_file *file,
		  const struct signoff *signoffs, size_t count)
{
	struct xml_file xml = xml_of(arena, diag, file);
	xmlNode *root = ledger_open(&xml, "urn:verklaring:signoff:1", file->document);
	const struct signoffs *before = root ? read_acts(&xml, file->document, root) : NULL;
	xmlNode *act;

	if (!before || !count)
		return before != NULL;
	act = ledger_add(root, "signoff", NULL);
	ledger_set(act, "language", signoffs->language);
	ledger_set(act, "role", role_words[signoffs->role]);
	ledger_set(act, "by", signoffs->by);
	ledger_set(act, "date", signoffs->date);
	for (size_t i = 0; i < count; i++)
		append_unit(arena, before, act, &signoffs[i]);
	return ledger_write(&xml, root);
}
