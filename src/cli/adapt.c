/* An edition is the material's: what is asked of it on top goes into a copy. */
#include "cli/adapt.h"

#include "base/arena.h"
#include "base/diag.h"

static const struct edition *change(struct context *context, const struct edition *edition)
{
	struct edition *copy = arena_alloc(context->arena, sizeof *copy);

	*copy = *edition;
	copy->marks = argument_maybe(&context->arguments, "marks") != NULL;
	copy->grey = argument_maybe(&context->arguments, "grey") != NULL;
	if (copy->grey)
		copy->color_space = COLOR_GREY;
	return copy;
}

bool adapt(struct context *context, struct adaption *adaption, struct request *request)
{
	const struct edition *edition = request->edition;

	request->output_intent = argument_maybe(&context->arguments, "output-intent");
	if (!(edition->claims & CLAIM_X4) &&
	    (request->output_intent || argument_maybe(&context->arguments, "marks"))) {
		diag_add(context->diag, DIAG_PRESS_ONLY, (struct loc){0}, NULL, edition->id, NULL);
		return false;
	}
	for (size_t i = 0; i < adaption->from.length; i++)
		if (adaption->from.data[i] == edition) {
			request->edition = adaption->to.data[i];
			return true;
		}
	request->edition = change(context, edition);
	vec_push(context->arena, &adaption->from, edition);
	vec_push(context->arena, &adaption->to, request->edition);
	return true;
}
