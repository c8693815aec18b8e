/*
 * What the site itself says, in Dutch and in English. What a reader's page says in the reader's language stands in translations/common.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  constant, or the arena given.
 * Errors:  a fact that may not be said goes to the sink.
 */
#ifndef SITE_CHROME_H
#define SITE_CHROME_H

#include "source/facts.h"

enum tongue { TONGUE_NL, TONGUE_EN, TONGUES };

enum word {
	WORD_TITLE,
	WORD_LEAD,
	WORD_OTHER_TONGUE,
	WORD_SKIP,
	WORD_DRAFT,
	WORD_SEARCH,
	WORD_SEARCH_HINT,
	WORD_NONE_FOUND,
	WORD_ONE_FOUND,
	WORD_SOME_FOUND,
	WORD_WHICH_REGION,
	WORD_ALL,
	WORD_COUNTRIES,
	WORD_PRINT_WITH,
	WORD_PRINT,
	WORD_PICTURE,
	WORD_READ,
	WORD_WANTED,
	WORD_GIVE_MEANWHILE,
	WORD_NOT_RELEASED,
	WORD_RECALLED_TEXT,
	WORD_RECALLED_DUTCH,
	WORD_NOTHING_YET,
	WORD_WHEN,
	WORD_THIS_WEEK,
	WORD_SETTING,
	WORD_WHEN_LABEL,
	WORD_THIS_WEEK_LABEL,
	WORD_SETTING_LABEL,
	WORD_MORE,
	WORD_FORMAT,
	WORD_PAGES,
	WORD_SIZE,
	WORD_VERSION,
	WORD_CODE,
	WORD_WITH,
	WORD_JOB,
	WORD_VARIETY,
	WORD_READERS,
	WORD_NOT_FOR,
	WORD_PICTURES,
	WORD_PICTURES_HELP,
	WORD_PICTURE_OF,
	WORD_THUMBNAIL,
	WORD_YOUNG,
	WORD_OTHER_DOCUMENTS,
	WORD_CHECK_CODE,
	WORD_CODES_TITLE,
	WORD_CODES_LEAD,
	WORD_CODES_NONE,
	WORD_DOCUMENT,
	WORD_LANGUAGE,
	WORD_DATE,
	WORD_STATUS,
	WORD_CURRENT,
	WORD_CODE_OF_DRAFT,
	WORD_REPLACED,
	WORD_RECALLED,
	WORD_HOME,
	WORD_OFFICIAL,
	WORDS
};

/* Who speaks, and what may be said. */
struct chrome {
	struct arena *arena;
	struct diag *diag;
	const struct facts *facts;
	const char *today;
	enum tongue tongue;
	bool released; /* only what is confirmed */
};

/* A word or sentence; {key} stands for a fact. */
const char *chrome_word(enum tongue tongue, enum word word);
/* The same with its facts as they are printed in the Netherlands; a sentence whose fact is not there is "", and so is one whose fact may not
 * be said, which is an error: a reader may miss a number by it. */
const char *chrome_sentence(const struct chrome *chrome, enum word word);

#endif
