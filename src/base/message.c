/* GNU gettext; LC_NUMERIC stays "C": a decimal comma has no place in our files. */
#include "base/message.h"

#include <libintl.h>
#include <locale.h>

void message_open(const char *folder)
{
	setlocale(LC_MESSAGES, "");
	bindtextdomain("verklaring", folder);
	bind_textdomain_codeset("verklaring", "UTF-8");
}

const char *message_translate(const char *sentence)
{
	return dgettext("verklaring", sentence);
}
