/* Words as they are written in a sign-off, read again; and what changed between two of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "review/changes.h"

static const char *printed(struct arena *arena, struct words words)
{
	struct buf buf = buf_new(arena);

	words_print(&buf, words);
	return buf.data;
}

static void what_is_printed_is_read_again(void **state)
{
	static const char *const texts[] = {
	    "",
	    "Een zin.",
	    "De rechter kan tot {penalty.years} jaar <b>gevangenisstraf</b> geven.",
	    "Bel <a url.help>hier <b>nu</b></a><b>!</b> {phone.bz:abroad}",
	    "1 < 2, a<c en {geen sleutel} <i>",
	};
	struct arena *arena = arena_new();
	(void)state;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_string_equal(printed(arena, words_parse(arena, texts[i], (struct loc){0})), texts[i]);
	arena_free(arena);
}

static void keys_and_marks_are_no_text(void **state)
{
	struct arena *arena = arena_new();
	struct words words = words_parse(arena, "tot {penalty.years:home} <b>jaar</b>", (struct loc){0});
	(void)state;

	assert_int_equal(words.length, 4);
	assert_int_equal(words.pieces[1].kind, PIECE_FACT);
	assert_string_equal(words.pieces[1].key, "penalty.years");
	assert_string_equal(words.pieces[1].form, "home");
	assert_true(words.pieces[3].bold);
	arena_free(arena);
}

static void changes_are_marked_word_by_word(void **state)
{
	static const struct {
		const char *before, *after, *marked_before, *marked_after;
	} cases[] = {
	    {"een twee drie", "een twee drie", "een twee drie", "een twee drie"},
	    {"een twee drie", "een drie", "een <b>[-twee-]</b> drie", "een drie"},
	    {"een drie", "een twee drie", "een drie", "een <b>[+twee+]</b> drie"},
	    {"een a b vier", "een twee drie vier", "een <b>[-a b-]</b> vier",
	     "een <b>[+twee drie+]</b> vier"},
	    {"", "nieuw", "", "<b>[+nieuw+]</b>"},
	    {"weg", "", "<b>[-weg-]</b>", ""},
	    {"een <b>twee</b>", "een twee", "een <b>[-twee-]</b>", "een <b>[+twee+]</b>"},
	    {"tot {a} jaar", "tot {b} jaar", "tot <b>[-{a}-]</b> jaar", "tot <b>[+{b}+]</b> jaar"},
	    {"bel {a:home}.", "bel {a:home}!", "bel {a:home}<b>[-.-]</b>", "bel {a:home}<b>[+!+]</b>"},
	};
	struct arena *arena = arena_new();
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct loc loc = {0};
		struct changes changes = changes_find(arena, words_parse(arena, cases[i].before, loc),
						      words_parse(arena, cases[i].after, loc));

		assert_string_equal(printed(arena, changes.before), cases[i].marked_before);
		assert_string_equal(printed(arena, changes.after), cases[i].marked_after);
	}
	arena_free(arena);
}

/* A text longer than any unit is compared without a table. */
static void a_very_long_text_is_all_changed(void **state)
{
	struct arena *arena = arena_new();
	struct buf buf = buf_new(arena);
	struct words words;
	(void)state;

	for (int i = 0; i < 2000; i++)
		buf_puts(&buf, "woord ");
	words = changes_find(arena, words_parse(arena, buf.data, (struct loc){0}),
			     words_parse(arena, buf.data, (struct loc){0}))
		    .after;
	assert_int_equal(words.length, 1);
	assert_true(words.pieces[0].bold);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(what_is_printed_is_read_again),
	    cmocka_unit_test(keys_and_marks_are_no_text),
	    cmocka_unit_test(changes_are_marked_word_by_word),
	    cmocka_unit_test(a_very_long_text_is_all_changed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
