/* Every unit of a translation before every family of checks. */
#include "review/review.h"

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/vec.h"
#include "review/passage.h"

enum { MEASURED = 8, ENOUGH = 4 }; /* letters; units */

typedef void family(const struct passage *passage);

static family *const families[] = {check_damage,  check_script, check_spelling,
				   check_numbers, check_marks,  check_avoided};
static family *const beside_dutch[] = {check_likeness, check_terms};

static void review_passage(const struct passage *passage)
{
	for (size_t i = 0; i < sizeof families / sizeof *families; i++)
		families[i](passage);
	for (size_t i = 0; !passage->reviewer->dutch && i < sizeof beside_dutch / sizeof *beside_dutch; i++)
		beside_dutch[i](passage);
}

static int compare(const void *left, const void *right)
{
	const int64_t *a = left, *b = right;

	return (*a > *b) - (*a < *b);
}

/* The median: one unit that is far too long must not make the others look short. */
static int64_t measure(struct arena *arena, const struct passage *passages, size_t count)
{
	int64_t *ratios = arena_array(arena, count, sizeof *ratios);
	size_t known = 0;

	for (size_t i = 0; i < count; i++) {
		int64_t source = (int64_t)passage_size(&passages[i].source);

		if (source >= MEASURED)
			ratios[known++] = (int64_t)passage_size(&passages[i].text) * 1000 / source;
	}
	qsort(ratios, known, sizeof *ratios, compare);
	return known >= ENOUGH ? ratios[known / 2] : 0;
}

void review_translation(struct arena *arena, struct diag *diag, const struct review *review)
{
	const struct translation *translation = review->translation;
	const struct language *language = translation->language;
	struct reviewer reviewer = {
	    .arena = arena,
	    .diag = diag,
	    .translation = translation,
	    .language = language,
	    .glossary = review->glossary,
	    .facts = review->facts,
	    .alphabet = alphabet_open(arena, language),
	    .script = letters_script(language->script),
	    .dutch = strcmp(language->tag, "nl") == 0,
	};
	VEC(struct passage) passages = {0};

	for (size_t i = 0; i < translation->target_count; i++) {
		struct passage passage;

		if (!translation->targets[i].unit || !translation->targets[i].words.length)
			continue;
		passage = passage_read(&reviewer, &translation->targets[i]);
		reviewer.text_size += (int64_t)passage_size(&passage.text);
		vec_push(arena, &passages, passage);
	}
	reviewer.measure = measure(arena, passages.data, passages.length);
	for (size_t i = 0; i < passages.length; i++)
		review_passage(&passages.data[i]);
	check_whole(&reviewer);
	if (review->said)
		check_consistent(&reviewer, review->said);
}
