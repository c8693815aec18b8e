/* argv -> command table -> exit status. */
#include "base/arena.h"
#include "base/message.h"
#include "cli/command.h"
#include "cli/place.h"

int main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	int status;

	(void)argc;
	message_open(place_locale(arena));
	status = command_run(argv);
	arena_free(arena);
	return status;
}
