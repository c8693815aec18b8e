/* A tree that only grows; reading order is the order of adding. */
#include "layout/element.h"

#include "base/arena.h"

struct element *element_add(struct arena *arena, struct element *parent, enum role role)
{
	struct element *element = arena_alloc(arena, sizeof *element);

	element->role = role;
	element->parent = parent;
	if (parent)
		vec_push(arena, &parent->children, element);
	return element;
}

static size_t number_from(struct element *element, size_t index)
{
	element->index = index++;
	for (size_t i = 0; i < element->children.length; i++)
		index = number_from(element->children.data[i], index);
	return index;
}

size_t element_number(struct element *root)
{
	return number_from(root, 0);
}
