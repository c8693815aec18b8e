/* Two words that name one text. */
#include "cli/subject.h"

#include <string.h>

#include "base/diag.h"

static bool document_known(const struct material *material, const char *id)
{
	for (size_t i = 0; i < material->document_count; i++)
		if (strcmp(material->documents[i], id) == 0)
			return true;
	return strcmp(id, "common") == 0;
}

bool subject_find(struct context *context, const struct material *material, struct subject *subject)
{
	const struct arguments *arguments = &context->arguments;

	if (arguments->operand_count != 2) {
		diag_add(context->diag, DIAG_SUBJECT_MISSING, (struct loc){0}, NULL, NULL);
		return false;
	}
	*subject = (struct subject){arguments->operands[0],
				    language_find(&material->languages, arguments->operands[1])};
	if (!document_known(material, subject->document))
		diag_add(context->diag, DIAG_DOCUMENT_UNKNOWN, (struct loc){0}, NULL, subject->document,
			 NULL);
	if (!subject->language)
		diag_add(context->diag, DIAG_LANGUAGE_UNKNOWN, (struct loc){0}, NULL, arguments->operands[1],
			 NULL);
	return document_known(material, subject->document) && subject->language;
}
