/* It takes the way of every text: a master in memory with one section. */
#include "cli/paper.h"

#include "base/arena.h"

void paper_add(struct paper *paper, enum unit_kind kind, const char *text)
{
	struct words_maker words = words_begin(paper->arena);
	struct unit *unit = vec_add(paper->arena, &paper->units);

	words_text(&words, text, paper->about->loc);
	*unit =
	    (struct unit){.id = arena_format(paper->arena, "%s.%zu", paper->template, paper->units.length),
			  .kind = kind,
			  .index = paper->units.length - 1,
			  .source = words_end(&words),
			  .basis = "",
			  .reason = "",
			  .editions = "",
			  .list = kind == UNIT_LI,
			  .loc = paper->about->loc};
}

struct paper paper_begin(struct arena *arena, const struct master *about, const char *template,
			 const char *title)
{
	struct paper paper = {.arena = arena, .about = about, .template = template, .title = title};

	paper_add(&paper, UNIT_TITLE, title);
	paper_add(&paper, UNIT_H1, title);
	return paper;
}

const struct master *paper_master(struct paper *paper)
{
	struct master *master = arena_alloc(paper->arena, sizeof *master);
	struct section *section = arena_alloc(paper->arena, sizeof *section);

	*section = (struct section){paper->template, 1, paper->units.length - 1, paper->about->loc};
	*master = *paper->about;
	master->template = paper->template;
	master->units = paper->units.data;
	master->unit_count = paper->units.length;
	master->sections = section;
	master->section_count = 1;
	master->ids = (struct map){0};
	return master;
}
