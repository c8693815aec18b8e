/* A slip of the pen in the Dutch, and what looks like one and turns the sentence round. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/arena.h"
#include "review/minor.h"

static struct words plain(struct arena *arena, const char *text)
{
	struct words_maker maker = words_begin(arena);

	words_text(&maker, text, (struct loc){0});
	return words_end(&maker);
}

static const struct change {
	const char *before, *after;
	bool minor;
} changes[] = {
    {"Zij is goed, net als wij.", "Zij is goed net als wij.", true},
    {"Het meisej mag weigeren.", "Het meisje mag weigeren.", true},
    {"Praat met een jeugdvepleegkundige.", "Praat met een jeugdverpleegkundige.", true},
    {"Het is in nederland verboden.", "Het is in Nederland verboden.", true},
    {"Zij is oké: echt.", "Zij is oké; echt!", true},
    {"Een patiente gaat naar huis.", "Een patiënte gaat naar huis.", true},
    {"de straf. Vraag hulp.", "De straf. Vraag hulp.", true},
    {"Zij heeft vele jaren pijn.", "Zij heeft nul jaren pijn.", false},
    {"Dat is goed.", "Dat is ongoed.", false},
    {"Dat is gezond.", "Dat is ongezond.", false},
    {"Het is openbaar.", "Het is onopenbaar.", false},
    {"Een helpt u.", "Geen helpt u.", false},
    {"Hij is ziek.", "Zij is ziek.", false},
    {"Ouders moeten dit weten.", "Ouders mogen dit weten.", false},
    {"Het kan zonder gevaar.", "Het kan onder gevaar.", false},
    {"Dat duurt zeven dagen.", "Dat duurt zeker dagen.", false},
    {"Een meisje van zestien jaar.", "Een meisje van zeventien jaar.", false},
    {"Een vijftienjarige.", "Een veertienjarige.", false},
    {"Bel nu.", "Bel u.", false},
    {"Dit is strafbaar.", "Dit is straf baar.", false},
    {"Dit is het.", "Dit is het niet.", false},
    {"Dit is het.", "Dit is het?", false},
    {"De dokter en de tandats helpen.", "De doktor en de tandarts helpen.", false},
    {"Tot 12 jaar.", "Tot 13 jaar.", false},
    {"a, b, c, d.", "a b c d.", false},
};

static void a_turn_of_meaning_is_no_slip(void **state)
{
	struct arena *arena = arena_new();
	(void)state;

	for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
		const struct change *change = &changes[i];
		struct words before = plain(arena, change->before), after = plain(arena, change->after);

		if (change_is_minor(arena, NULL, before, after) != change->minor ||
		    change_is_minor(arena, NULL, after, before) != change->minor)
			fail_msg("%s -> %s", change->before, change->after);
	}
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(a_turn_of_meaning_is_no_slip),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
