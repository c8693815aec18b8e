/* GNU gettext. LC_NUMERIC stays "C": a decimal comma has no place in our files. */
#include "base/message.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

/* The locale that the environment asks for (POSIX, 8.2), or NULL. */
static const char *asked_locale(void)
{
	static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);

		if (value && *value)
			return value;
	}
	return NULL;
}

/* Messages need no compiled locale: where the machine lacks the one asked for, its name alone finds the catalogue. */
static void use_name_alone(void)
{
	const char *locale = asked_locale();

	if (locale && setlocale(LC_MESSAGES, "C.UTF-8"))
		setenv("LANGUAGE", locale, 0);
}

void message_open(const char *folder)
{
	if (!setlocale(LC_MESSAGES, ""))
		use_name_alone();
	bindtextdomain("verklaring", folder);
	bind_textdomain_codeset("verklaring", "UTF-8");
}

const char *message_translate(const char *sentence)
{
	return dgettext("verklaring", sentence);
}
