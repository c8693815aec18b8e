/* Numbers and addresses are facts and stand here by their keys, as they do in the texts. */
#include "site/chrome.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/diag.h"

static const char *const words[WORDS][TONGUES] = {
    [WORD_TITLE] = {"Verklaring tegen meisjesbesnijdenis", "Declaration against female circumcision"},
    [WORD_LEAD] = {"Een blad dat ouders meenemen naar familie. Zoek de taal van het gezin, print het blad, "
		   "lees het samen.",
		   "A sheet that parents take along to their family. Find the family's language, print the "
		   "sheet, read it together."},
    [WORD_OTHER_TONGUE] = {"English", "Nederlands"},
    [WORD_SKIP] = {"Naar de inhoud", "To the content"},
    [WORD_DRAFT] = {"Concept. Deze teksten zijn niet vrijgegeven en niet de officiële verklaring van de "
		    "overheid. Geef ze niet aan ouders mee.",
		    "Draft. These texts are not released and are not the official declaration of the "
		    "government. Do not hand them to parents."},
    [WORD_SEARCH] = {"Welke taal leest het gezin? Of: uit welk land komt het?",
		     "Which language does the family read? Or: which country are they from?"},
    [WORD_SEARCH_HINT] = {"Bijvoorbeeld Somalisch, Eritrea of ትግርኛ. Een tikfout geeft niet.",
			  "For instance Somali, Eritrea or ትግርኛ. A typing error does no harm."},
    [WORD_NONE_FOUND] = {"Niets gevonden. Kijk in de lijst hieronder, of geef het Engels of Frans met een "
			 "tolk.",
			 "Nothing found. Look in the list below, or give English or French with an "
			 "interpreter."},
    [WORD_ONE_FOUND] = {"1 taal gevonden", "1 language found"},
    [WORD_SOME_FOUND] = {"# talen gevonden", "# languages found"},
    [WORD_WHICH_REGION] = {"Deze taal kent meer vormen. Uit welke streek komt het gezin, of welk schrift "
			   "leest het?",
			   "This language has several forms. Which region is the family from, or which "
			   "script do they read?"},
    [WORD_ALL] = {"Alle talen van A tot Z", "All languages from A to Z"},
    [WORD_COUNTRIES] = {"Talen per land", "Languages by country"},
    [WORD_PRINT_WITH] = {"Print met Nederlands (A4)", "Print with Dutch (A4)"},
    [WORD_PRINT] = {"Print (A4)", "Print (A4)"},
    [WORD_PICTURE] = {"Foto voor telefoon", "Picture for a phone"},
    [WORD_READ] = {"Lezen op het scherm", "Read on the screen"},
    [WORD_WANTED] = {"Nog niet in deze taal.", "Not in this language yet."},
    [WORD_GIVE_MEANWHILE] = {"Geef zolang, met een tolk:", "Give meanwhile, with an interpreter:"},
    [WORD_NOT_RELEASED] = {"De tekst in deze taal is nog niet vrijgegeven.",
			   "The text in this language is not released yet."},
    [WORD_RECALLED_TEXT] = {"De tekst in deze taal is teruggeroepen:",
			    "The text in this language was recalled:"},
    [WORD_RECALLED_DUTCH] = {"De Nederlandse tekst waarvan dit de vertaling is, is teruggeroepen:",
			     "The Dutch text that this translates was recalled:"},
    [WORD_NOTHING_YET] = {"Er is nog geen vrijgegeven tekst. Bestel de officiële verklaring bij "
			  "{mail.declaration}.",
			  "No text is released yet. Order the official declaration from {mail.declaration}."},
    [WORD_WHEN_LABEL] = {"Wanneer geeft u het?", "When do you give it?"},
    [WORD_WHEN] = {"Als de ouders zelf tegen meisjesbesnijdenis zijn, ruim voor een reis naar familie. Nooit "
		   "als drukmiddel.",
		   "When the parents themselves are against it, well before they travel to family. Never to "
		   "put pressure on them."},
    [WORD_THIS_WEEK_LABEL] = {"Gevaar, en zij vertrekken deze week?", "Danger, and they leave this week?"},
    [WORD_THIS_WEEK] = {"Bel meteen Veilig Thuis, {phone.veiligthuis}, en ook de politie, {phone.112}.",
			"Call Veilig Thuis at once, {phone.veiligthuis}, and the police too, {phone.112}."},
    [WORD_SETTING_LABEL] = {"Hoe print u?", "How do you print?"},
    [WORD_SETTING] = {"A4, dubbelzijdig over de lange kant, op ware grootte (schaal 100).",
		      "A4, both sides over the long edge, at actual size (scale 100)."},
    [WORD_MORE] = {"Meer formaten", "More formats"},
    [WORD_FORMAT] = {"Formaat", "Format"},
    [WORD_PAGES] = {"Bladzijden", "Pages"},
    [WORD_SIZE] = {"Grootte", "Size"},
    [WORD_VERSION] = {"versie", "version"},
    [WORD_CODE] = {"Code", "Code"},
    [WORD_WITH] = {"met", "with"},
    [WORD_JOB] = {"werkblad", "job sheet"},
    [WORD_VARIETY] = {"Taal en schrift", "Language and script"},
    [WORD_READERS] = {"Voor", "For"},
    [WORD_NOT_FOR] = {"Niet voor", "Not for"},
    [WORD_PICTURES] = {"Plaatjes om te sturen", "Pictures to send"},
    [WORD_PICTURES_HELP] = {"Eén taal, grote letters. Open dit op uw telefoon, houd een plaatje ingedrukt en "
			    "deel het; of sla de plaatjes op.",
			    "One language, large letters. Open this on your phone, press a picture for a "
			    "while and share it; or save the pictures."},
    [WORD_PICTURE_OF] = {"Plaatje # van de tekst", "Picture # of the text"},
    [WORD_THUMBNAIL] = {"De eerste bladzijde van het blad", "The first page of the sheet"},
    [WORD_YOUNG] = {"Voor jongeren", "For young people"},
    [WORD_OTHER_DOCUMENTS] = {"Voor de professional", "For the professional"},
    [WORD_CHECK_CODE] = {"Is een blad nog goed? Zoek de code op", "Is a sheet still right? Look up its code"},
    [WORD_CODES_TITLE] = {"Codes op de bladen", "Codes on the sheets"},
    [WORD_CODES_LEAD] =
	{"De code van zeven tekens staat onder aan elk blad. Gebruik geen blad dat vervangen of "
	 "teruggeroepen is.",
	 "The code of seven characters stands at the foot of each sheet. Do not use a sheet "
	 "that was replaced or recalled."},
    [WORD_CODES_NONE] = {"Er zijn nog geen codes.", "There are no codes yet."},
    [WORD_DOCUMENT] = {"Blad", "Sheet"},
    [WORD_LANGUAGE] = {"Taal", "Language"},
    [WORD_DATE] = {"Datum", "Date"},
    [WORD_STATUS] = {"Nu", "Now"},
    [WORD_CURRENT] = {"geldig", "current"},
    [WORD_CODE_OF_DRAFT] = {"concept: niet uitdelen", "draft: do not hand out"},
    [WORD_REPLACED] = {"vervangen: print een nieuw blad", "replaced: print a new sheet"},
    [WORD_RECALLED] = {"teruggeroepen: niet meer gebruiken", "recalled: do not use any more"},
    [WORD_HOME] = {"Alle talen", "All languages"},
    [WORD_OFFICIAL] = {"De officiële verklaring van de overheid bestelt u bij {mail.declaration}.",
		       "The official declaration of the government is ordered from {mail.declaration}."},
};

const char *chrome_word(enum tongue tongue, enum word word)
{
	return words[word][tongue];
}

/* A fact as it is said, or NULL. */
static const char *say(const struct chrome *chrome, const char *key)
{
	const struct fact *fact = fact_find(chrome->facts, key);

	if (!fact)
		return NULL;
	if (!fact_may_stand(fact, chrome->released) || !fact_timely(fact, chrome->today)) {
		diag_add(chrome->diag, DIAG_SITE_FACT, fact->loc, NULL, key, NULL);
		return NULL;
	}
	return fact_display(fact, "home");
}

const char *chrome_sentence(const struct chrome *chrome, enum word word)
{
	struct buf buf = buf_new(chrome->arena);

	for (const char *at = words[word][chrome->tongue]; *at; at++) {
		const char *end = *at == '{' ? strchr(at, '}') : NULL, *said;

		if (!end) {
			buf_putc(&buf, *at);
			continue;
		}
		said = say(chrome, arena_copy(chrome->arena, at + 1, (size_t)(end - at - 1)));
		if (!said)
			return "";
		buf_puts(&buf, said);
		at = end;
	}
	buf_puts(&buf, "");
	return buf.data ? buf.data : "";
}
