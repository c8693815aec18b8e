/*
 * Part of the build: an ICC profile becomes C, deflated, so that it travels inside the program and costs a run nothing. The date of its
 * making (ICC.1, 7.2.8) is set to a fixed one: the same data give the same program on every day.
 */
#include <libdeflate.h>
#include <stdio.h>
#include <string.h>

enum { MOST = 1 << 20, DATE = 24, LEVEL = 12 };

static unsigned char profile[MOST], packed[MOST];

static void print_array(FILE *file, size_t length)
{
	fputs("#include \"pdf/press_profile.h\"\n\nstatic const unsigned char data[] = {", file);
	for (size_t i = 0; i < length; i++)
		fprintf(file, "%d,%s", packed[i], i % 32 == 31 ? "\n" : "");
	fputs("};\n\nconst struct bytes press_profile = {data, sizeof data};\n", file);
}

static size_t pack(size_t length)
{
	static const unsigned char date[] = {0x07, 0xE8, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
	struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(LEVEL);

	if (!compressor)
		return 0;
	memcpy(profile + DATE, date, sizeof date);
	length = libdeflate_zlib_compress(compressor, profile, length, packed, MOST);
	libdeflate_free_compressor(compressor);
	return length;
}

int main(int argc, char **argv)
{
	FILE *in = argc == 3 ? fopen(argv[1], "rb") : NULL, *out;
	size_t length = in ? fread(profile, 1, MOST, in) : 0;

	if (in)
		fclose(in);
	length = length > 128 && length < MOST ? pack(length) : 0;
	out = length ? fopen(argv[2], "w") : NULL;
	if (!out) {
		fputs("usage: pack_profile PROFILE.icc OUTPUT.c\n", stderr);
		return 1;
	}
	print_array(out, length);
	return fclose(out) == 0 ? 0 : 1;
}
