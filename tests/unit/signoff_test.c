/* Sign-offs: what three names make of a text, what takes them away, and the days of the calendar that they stand on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/date.h"
#include "source/facts.h"
#include "source/signoff.h"

static void names_are_one_persons_whatever_their_blanks(void **state)
{
	(void)state;

	assert_true(signer_same("Proef Een", " proef  een "));
	assert_false(signer_same("Proef Een", "Proef Eenn"));
	assert_false(signer_same("Proef", ""));
	assert_true(signer_same("", "  "));
}

static void three_persons_make_a_final_text(void **state)
{
	static const struct {
		const char *translator, *reviewer, *approver;
		enum state state;
	} cases[] = {
	    {NULL, NULL, NULL, STATE_TRANSLATED}, {"a", NULL, NULL, STATE_TRANSLATED},
	    {NULL, "b", "c", STATE_TRANSLATED},   {"a", NULL, "c", STATE_TRANSLATED},
	    {"a", "A", "c", STATE_TRANSLATED},    {"a", "b", NULL, STATE_REVIEWED},
	    {"a", "b", "a", STATE_REVIEWED},      {"a", "b", "B", STATE_REVIEWED},
	    {"a", "b", "c", STATE_FINAL},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *names[SIGNERS] = {cases[i].translator, cases[i].reviewer, cases[i].approver};
		struct signoff signoffs[SIGNERS];
		struct standing standing = {{NULL}};

		for (int role = 0; role < SIGNERS; role++) {
			signoffs[role] = (struct signoff){.by = names[role]};
			standing.by[role] = names[role] ? &signoffs[role] : NULL;
		}
		assert_int_equal(standing_state(&standing), cases[i].state);
	}
}

/* A unit that prints a number and a telephone number, and what each role signs of it. */
struct sample {
	struct arena *arena;
	struct fact facts[2];
	struct piece pieces[3];
	struct unit unit;
	struct language language;
};

static const char *hash(struct sample *sample, enum signer role)
{
	struct facts facts = {.data = sample->facts, .length = 2};
	struct target target = {.unit = &sample->unit, .words = {sample->pieces, 3}};

	for (size_t i = 0; i < 2; i++)
		map_set(sample->arena, &facts.keys, sample->facts[i].key, &sample->facts[i]);
	sample->unit.source = target.words;
	return signoff_make(sample->arena, &facts, &sample->language, &target, role).hash;
}

static struct sample sample_new(struct arena *arena)
{
	return (struct sample){
	    .arena = arena,
	    .facts = {{.key = "years", .kind = FACT_NUMBER, .value = "12"},
		      {.key = "help", .kind = FACT_PHONE, .value = "+31", .abroad = "+3 1"}},
	    .pieces = {{.kind = PIECE_TEXT, .text = "bel"},
		       {.kind = PIECE_FACT, .key = "years", .form = ""},
		       {.kind = PIECE_FACT, .key = "help", .form = "abroad"}},
	    .unit = {.id = "unit"},
	    .language = {.tag = "so"},
	};
}

static void every_role_signs_words_and_numbers(void **state)
{
	struct arena *arena = arena_new();
	(void)state;

	for (int role = 0; role < SIGNERS; role++) {
		struct sample sample = sample_new(arena);
		const char *before = hash(&sample, (enum signer)role);

		assert_int_equal(strlen(before), 64);
		assert_string_equal(before, hash(&sample, (enum signer)role));
		sample.facts[0].value = "13";
		assert_string_not_equal(before, hash(&sample, (enum signer)role));
		sample.facts[0].value = "12";
		sample.pieces[0].text = "bel nu";
		assert_string_not_equal(before, hash(&sample, (enum signer)role));
		sample.pieces[0].text = "bel";
		sample.language.tag = "ar";
		assert_string_not_equal(before, hash(&sample, (enum signer)role));
		sample.language.tag = "so";
		sample.unit.id = "other";
		assert_string_not_equal(before, hash(&sample, (enum signer)role));
	}
	arena_free(arena);
}

static void only_the_approver_signs_telephone_numbers(void **state)
{
	struct arena *arena = arena_new();
	(void)state;

	for (int role = 0; role < SIGNERS; role++) {
		struct sample sample = sample_new(arena);
		const char *before = hash(&sample, (enum signer)role);
		bool same;

		sample.facts[1].abroad = "+3 2";
		same = strcmp(before, hash(&sample, (enum signer)role)) == 0;
		assert_int_equal(same, role != SIGNER_APPROVER);
	}
	arena_free(arena);
}

static void a_link_is_signed_by_the_approver(void **state)
{
	struct arena *arena = arena_new();
	struct sample sample = sample_new(arena);
	const char *before;
	(void)state;

	sample.pieces[2] = (struct piece){.kind = PIECE_TEXT, .text = "hier", .link = "help"};
	before = hash(&sample, SIGNER_APPROVER);
	sample.facts[1].value = "+32";
	assert_string_not_equal(before, hash(&sample, SIGNER_APPROVER));
	arena_free(arena);
}

static void days_are_those_of_the_calendar(void **state)
{
	static const struct {
		const char *text;
		bool day, month;
	} cases[] = {
	    {"2026-11-27", true, false},   {"2024-02-29", true, false},  {"2026-02-29", false, false},
	    {"2000-02-29", true, false},   {"1900-02-29", false, false}, {"2026-13-01", false, false},
	    {"2026-00-10", false, false},  {"2026-04-31", false, false}, {"2026-4-3", false, false},
	    {"2026-11", false, true},      {"2026-13", false, false},    {"", false, false},
	    {"2026-11-27x", false, false},
	};
	(void)state;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(date_valid(cases[i].text), cases[i].day);
		assert_int_equal(month_valid(cases[i].text), cases[i].month);
	}
	assert_true(date_passed("2026-11-26", "2026-11-27"));
	assert_false(date_passed("2026-11-27", "2026-11-27"));
	assert_false(date_passed("2026-11", "2026-11-30"));
	assert_true(date_passed("2026-11", "2026-12-01"));
}

static void today_comes_from_the_environment_where_that_says_so(void **state)
{
	struct arena *arena = arena_new();
	(void)state;

	setenv("SOURCE_DATE_EPOCH", "951782400", 1);
	assert_string_equal(date_today(arena), "2000-02-29");
	setenv("SOURCE_DATE_EPOCH", "951782400x", 1);
	assert_string_not_equal(date_today(arena), "2000-02-29");
	assert_true(date_valid(date_today(arena)));
	setenv("SOURCE_DATE_EPOCH", "99999999999999999999", 1);
	assert_true(date_valid(date_today(arena)));
	unsetenv("SOURCE_DATE_EPOCH");
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(names_are_one_persons_whatever_their_blanks),
	    cmocka_unit_test(three_persons_make_a_final_text),
	    cmocka_unit_test(every_role_signs_words_and_numbers),
	    cmocka_unit_test(only_the_approver_signs_telephone_numbers),
	    cmocka_unit_test(a_link_is_signed_by_the_approver),
	    cmocka_unit_test(days_are_those_of_the_calendar),
	    cmocka_unit_test(today_comes_from_the_environment_where_that_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
