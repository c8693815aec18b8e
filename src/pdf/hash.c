/* FNV-1a: exclusive or with the byte, times the prime 2^88 + 2^8 + 0x3b. */
#include "pdf/hash.h"

struct hash hash_new(void)
{
	return (struct hash){(unsigned __int128)0x6c62272e07bb0142u << 64 | 0x62b821756295c58du};
}

void hash_add(struct hash *hash, const void *bytes, size_t length)
{
	const unsigned __int128 prime = (unsigned __int128)1 << 88 | 0x13b;
	const unsigned char *next = bytes;

	while (length--)
		hash->state = (hash->state ^ *next++) * prime;
}

void hash_result(const struct hash *hash, unsigned char result[HASH_SIZE])
{
	for (int i = 0; i < HASH_SIZE; i++)
		result[i] = (unsigned char)(hash->state >> (8 * (HASH_SIZE - 1 - i)));
}
