/* A canonical text of all that is meant, hashed. Every part is ended by a NUL, so that no two texts run together. */
#include "source/version.h"

#include <sha2.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"

static void add_part(struct buf *buf, const char *part)
{
	buf_add(buf, part, strlen(part) + 1);
}

static const char *value_of(const struct facts *facts, const char *key)
{
	const struct fact *fact = fact_find(facts, key);

	return fact ? fact->value : "";
}

static void add_facts(struct buf *buf, struct words words, const struct facts *facts)
{
	for (size_t i = 0; i < words.length; i++) {
		const struct piece *piece = &words.pieces[i];
		const struct fact *fact = piece->key ? fact_find(facts, piece->key) : NULL;
		const char *display = fact ? fact_display(fact, piece->form) : NULL;

		add_part(buf, display ? display : "");
		if (piece->link)
			add_part(buf, value_of(facts, piece->link));
	}
}

static void add_target(struct buf *buf, const struct target *target, const struct facts *facts)
{
	add_part(buf, target->unit->id);
	words_print(buf, target->unit->source);
	buf_putc(buf, '\0');
	words_print(buf, target->words);
	buf_putc(buf, '\0');
	add_facts(buf, target->words, facts);
}

static char *spell(struct arena *arena, const uint8_t digest[SHA256_DIGEST_LENGTH])
{
	static const char digits[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	char *code = arena_alloc(arena, VERSION_CODE + 1);
	uint64_t bits = 0;

	for (int i = 0; i < 5; i++)
		bits = bits << 8 | digest[i];
	bits >>= 5;
	for (int i = VERSION_CODE - 1; i >= 0; i--, bits >>= 5)
		code[i] = digits[bits & 31];
	return code;
}

static const char *code_of(struct arena *arena, const struct buf *buf)
{
	uint8_t digest[SHA256_DIGEST_LENGTH];
	SHA2_CTX context;

	SHA256Init(&context);
	SHA256Update(&context, (const uint8_t *)buf->data, buf->length);
	SHA256Final(digest, &context);
	return spell(arena, digest);
}

const char *words_code(struct arena *arena, struct words words)
{
	struct buf buf = buf_new(arena);

	words_print(&buf, words);
	return code_of(arena, &buf);
}

const char *version_code(struct arena *arena, const struct translation *translation,
			 const struct facts *facts)
{
	struct buf buf = buf_new(arena);

	add_part(&buf, translation->master->id);
	add_part(&buf, translation->language->tag);
	for (size_t i = 0; i < translation->target_count; i++)
		if (translation->targets[i].unit)
			add_target(&buf, &translation->targets[i], facts);
	return code_of(arena, &buf);
}
