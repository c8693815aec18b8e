/* RFC 4648, 4: three bytes are four letters. */
#include "source/digest.h"

#include <sha2.h>

#include "base/arena.h"

const char *digest_base64(struct arena *arena, struct bytes bytes)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	enum { DIGITS = (SHA256_DIGEST_LENGTH + 2) / 3 * 4 };
	uint8_t digest[DIGITS / 4 * 3] = {0};
	char *text = arena_alloc(arena, DIGITS + 1);
	SHA2_CTX context;

	SHA256Init(&context);
	SHA256Update(&context, bytes.data, bytes.length);
	SHA256Final(digest, &context);
	for (size_t i = 0; i < DIGITS; i++) {
		size_t bit = i * 6, byte = bit / 8;
		unsigned pair =
		    (unsigned)digest[byte] << 8 | (byte + 1 < sizeof digest ? digest[byte + 1] : 0);

		text[i] = bit < SHA256_DIGEST_LENGTH * 8 ? letters[pair >> (10 - bit % 8) & 63] : '=';
	}
	return text;
}
