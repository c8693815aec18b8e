/* letters DATA: for each language in DATA/translations/languages.xml a line with its tag, a tab and all letters and marks of which the program
 * knows that the language writes them; nothing behind the tab where it does not know. */
#include <stdio.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"
#include "text/alphabet.h"

enum { LETTERS_FROM = 0x41, LETTERS_TO = 0x1FFFF, SURROGATES = 0xD800, PRIVATE = 0xE000, HAN = 0x4E00 };

static const char *letters_of(struct arena *arena, const struct language *language)
{
	const struct alphabet *alphabet = alphabet_open(arena, language);
	struct buf buf = buf_new(arena);

	for (uint32_t code = LETTERS_FROM; !alphabet_holds(alphabet, HAN) && code < LETTERS_TO; code++)
		if ((code < SURROGATES || code >= PRIVATE) && alphabet_holds(alphabet, code))
			buf_add_utf8(&buf, code);
	return buf.data ? buf.data : "";
}

int main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct diag *diag = diag_new();
	struct languages languages;

	if (argc != 2 ||
	    !languages_load(arena, diag, arena_format(arena, "%s/translations/languages.xml", argv[1]),
			    &languages))
		return 1;
	for (size_t i = 0; i < languages.length; i++)
		printf("%s\t%s\n", languages.data[i].tag, letters_of(arena, &languages.data[i]));
	diag_free(diag);
	arena_free(arena);
	return 0;
}
