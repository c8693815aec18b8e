/* What stands between and behind the words, as the language's script has it (UAX #44, sentence terminals; CLDR, quotation marks). */
#include "review/passage.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

enum { NBSP = 0xA0, APOSTROPHE_RIGHT = 0x2019, APOSTROPHE = 0x27 };

enum ending { ENDING_NONE, ENDING_STOP, ENDING_QUESTION, ENDING_EXCLAMATION, ENDING_COLON, ENDING_ELLIPSIS };

static enum ending ending_of(uint32_t code)
{
	static const struct {
		uint32_t code;
		enum ending ending;
	} endings[] = {
	    {'.', ENDING_STOP},           {0x0964, ENDING_STOP},     {0x06D4, ENDING_STOP},
	    {0x1362, ENDING_STOP},        {0x0589, ENDING_STOP},     {0x104B, ENDING_STOP},
	    {0x17D4, ENDING_STOP},        {0x3002, ENDING_STOP},     {'?', ENDING_QUESTION},
	    {0x061F, ENDING_QUESTION},    {0x1367, ENDING_QUESTION}, {0x037E, ENDING_QUESTION},
	    {0xFF1F, ENDING_QUESTION},    {'!', ENDING_EXCLAMATION}, {0x07F9, ENDING_EXCLAMATION},
	    {0xFF01, ENDING_EXCLAMATION}, {':', ENDING_COLON},       {0x1366, ENDING_COLON},
	    {0xFF1A, ENDING_COLON},       {0x2026, ENDING_ELLIPSIS},
	};

	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
		if (endings[i].code == code)
			return endings[i].ending;
	return ENDING_NONE;
}

/* The last mark of a text, quotation marks and brackets that close behind it left aside. */
static enum ending ending(const struct letters *text)
{
	size_t at = text->length;

	while (at > 0 && (text->data[at - 1].kind == LETTER_QUOTE ||
			  text->data[at - 1].kind == LETTER_CLOSE || text->data[at - 1].kind == LETTER_BLANK))
		at--;
	return at ? ending_of(text->data[at - 1].code) : ENDING_NONE;
}

static bool is_script(const struct passage *passage, const char *script)
{
	return strcmp(passage->reviewer->language->script, script) == 0;
}

/* Thai and Lao end a sentence with a blank; Armenian asks inside the word, Greek by a semicolon. */
static void check_ending(const struct passage *passage)
{
	enum ending wanted = ending(&passage->source), found = ending(&passage->text);

	if (wanted == found || is_script(passage, "Thai") || is_script(passage, "Laoo") ||
	    ((is_script(passage, "Armn") || is_script(passage, "Grek")) && wanted == ENDING_QUESTION))
		return;
	passage_say(passage, DIAG_ENDING_DIFFERS, NULL, NULL);
}

static const struct {
	const char *scripts, *languages; /* languages NULL: all of the script */
	uint32_t wrong, right;
} foreign[] = {
    {"Arab Thaa Nkoo", NULL, '?', 0x061F}, {"Arab Thaa", NULL, ',', 0x060C},
    {"Arab Thaa", NULL, ';', 0x061B},      {"Arab", "ur pa-Arab", '.', 0x06D4},
    {"Ethi", NULL, '.', 0x1362},           {"Ethi", NULL, ',', 0x1363},
    {"Ethi", NULL, ';', 0x1364},           {"Deva Beng", "hi bn ne", '.', 0x0964},
    {"Mymr", NULL, '.', 0x104B},           {"Khmr", NULL, '.', 0x17D4},
    {"Nkoo", NULL, ',', 0x07F8},
};

static const char *show(struct arena *arena, uint32_t code)
{
	struct buf buf = buf_new(arena);

	buf_add_utf8(&buf, code);
	return buf.data;
}

/* Whether a fact or a letter of the language's own script stands before, quotation marks left aside. */
static bool behind_own(const struct passage *passage, size_t at)
{
	while (at > 0 && passage->text.data[at - 1].kind == LETTER_QUOTE)
		at--;
	return at > 0 && (passage->text.data[at - 1].script == passage->reviewer->script ||
			  passage->text.data[at - 1].kind == LETTER_OBJECT);
}

/* A mark of Latin script behind a letter of the language's own, and before a blank or the end. */
static void check_foreign(const struct passage *passage, size_t at)
{
	const struct letters *text = &passage->text;
	const struct language *language = passage->reviewer->language;
	const struct letter *letter = &text->data[at];
	bool open = at + 1 < text->length &&
		    (letters_in_word(text, at + 1) || text->data[at + 1].kind == LETTER_PUNCTUATION);

	if (open || !behind_own(passage, at))
		return;
	for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++)
		if (foreign[i].wrong == letter->code && strstr(foreign[i].scripts, language->script) &&
		    (!foreign[i].languages || strstr(foreign[i].languages, language->tag)))
			passage_say(passage, DIAG_MARK_FOREIGN, show(passage->reviewer->arena, letter->code),
				    show(passage->reviewer->arena, foreign[i].right));
}

/* XML's own blanks are one by now; those that do not break can still stand beside another. */
static void check_blanks(const struct passage *passage)
{
	const struct letters *text = &passage->text;

	for (size_t i = 0; i + 1 < text->length; i++)
		if (text->data[i].kind == LETTER_BLANK && text->data[i + 1].kind == LETTER_BLANK) {
			passage_say(passage, DIAG_BLANK_DOUBLED, NULL, NULL);
			return;
		}
	for (size_t i = 0; i < passage->target->words.length; i++)
		if (passage->target->words.pieces[i].blanks) {
			passage_say(passage, DIAG_BLANK_DOUBLED, NULL, NULL);
			return;
		}
}

/* An apostrophe, not a quotation mark: inside a word, or at the end of one, as in English plurals and before a fact. */
static bool is_apostrophe(const struct letters *text, size_t at)
{
	uint32_t code = text->data[at].code;
	enum letter_kind before = at > 0 ? text->data[at - 1].kind : LETTER_BLANK;

	return (code == APOSTROPHE || code == APOSTROPHE_RIGHT) &&
	       (before == LETTER_WORD || before == LETTER_MARK || before == LETTER_OBJECT);
}

/* Guillemets are at home in Arabic script, whatever CLDR has of a language. */
static bool is_own_quote(const struct reviewer *reviewer, uint32_t code)
{
	bool guillemet = code == 0xAB || code == 0xBB;

	return alphabet_quotes(reviewer->alphabet, code) ||
	       (guillemet && strcmp(reviewer->language->script, "Arab") == 0);
}

static void check_quotes(const struct passage *passage)
{
	const struct reviewer *reviewer = passage->reviewer;

	for (size_t i = 0; i < passage->text.length; i++) {
		const struct letter *letter = &passage->text.data[i];

		if (letter->kind != LETTER_QUOTE || is_own_quote(reviewer, letter->code) ||
		    is_apostrophe(&passage->text, i))
			continue;
		passage_say(passage, DIAG_QUOTE_FOREIGN, show(reviewer->arena, letter->code),
			    alphabet_quotes_shown(reviewer->arena, reviewer->alphabet));
		return;
	}
}

/* Quotation marks come in pairs, whichever a language takes; what may be an apostrophe makes up for a missing one. */
static void check_quote_pairs(const struct passage *passage)
{
	size_t marks = 0, apostrophes = 0;

	for (size_t i = 0; i < passage->text.length; i++) {
		if (passage->text.data[i].kind != LETTER_QUOTE || letters_in_word(&passage->text, i))
			continue;
		if (is_apostrophe(&passage->text, i))
			apostrophes++;
		else
			marks++;
	}
	if (marks % 2 == 1 && apostrophes == 0)
		passage_say(passage, DIAG_QUOTE_UNPAIRED, NULL, NULL);
}

/* A closing bracket without an opening one is that of a list, "1)", where nothing but a number or a letter stands before it. */
static void check_brackets(const struct passage *passage)
{
	long depth = 0;

	for (size_t i = 0; i < passage->text.length; i++) {
		enum letter_kind kind = passage->text.data[i].kind;

		depth += (kind == LETTER_OPEN) - (kind == LETTER_CLOSE);
		if (depth < 0)
			break;
	}
	if (depth)
		passage_say(passage, DIAG_BRACKET_UNPAIRED, NULL, NULL);
}

static bool same_word(const struct letters *text, size_t a, size_t b, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (text->data[a + i].code != text->data[b + i].code)
			return false;
	return true;
}

/* Words that some languages say twice on purpose. */
static bool may_double(const char *tag, const char *word)
{
	static const char *const allowed[][2] = {
	    {"sq", "të"},    {"ps", "کله"},     {"fr", "nous"},  {"fr", "vous"},  {"nl", "die"},
	    {"nl", "u"},     {"en", "that"},    {"en", "had"},   {"it", "via"},   {"sw", "mara"},
	    {"sw", "sana"},  {"sw", "pole"},    {"om", "tokko"}, {"ha", "ku"},    {"bn", "কেউ"},
	    {"bn", "সঙ্গে"},  {"bn", "সাথে"},    {"bn", "ধীরে"},  {"hi", "साथ"},   {"hi", "कोई"},
	    {"hi", "अलग"},   {"hi", "धीरे"},     {"hi", "बार"},   {"ur", "بار"},   {"ur", "الگ"},
	    {"ur", "ساتھ"},  {"ur", "آہستہ"},   {"tr", "yavaş"}, {"tr", "zaman"}, {"fa", "کم"},
	    {"fa-AF", "کم"}, {"pa-Arab", "کدی"}};

	for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++)
		if (strcmp(allowed[i][0], tag) == 0 && strcmp(allowed[i][1], word) == 0)
			return true;
	return false;
}

static void check_doubled(const struct passage *passage)
{
	const struct letters *text = &passage->text;

	for (size_t i = 0; i < text->length; i++) {
		size_t end = letters_word_end(text, i), next = end + 1;
		const char *word;

		if (end == i)
			continue;
		if (end < text->length && text->data[end].kind == LETTER_BLANK && next < text->length &&
		    letters_word_end(text, next) == next + (end - i) && same_word(text, i, next, end - i)) {
			word = letters_part(passage->reviewer->arena, text, i, end);
			if (!may_double(passage->reviewer->language->tag, word))
				passage_say(passage, DIAG_WORD_DOUBLED, word, NULL);
		}
		i = end - 1;
	}
}

void check_marks(const struct passage *passage)
{
	if (!passage->reviewer->dutch)
		check_ending(passage);
	for (size_t i = 0; i < passage->text.length; i++)
		if (passage->text.data[i].kind == LETTER_PUNCTUATION)
			check_foreign(passage, i);
	check_blanks(passage);
	check_quotes(passage);
	check_quote_pairs(passage);
	check_brackets(passage);
	check_doubled(passage);
}
