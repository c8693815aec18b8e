/*
 * A proof for reviewers: every unit with a name that can be pointed at, Dutch beside the translation, what changed since it was signed,
 * and room for remarks.
 *
 * Offsets: none.  Lengths: units.
 * Memory:  the arena given.
 * Errors:  none of its own.
 */
#ifndef REVIEW_PROOF_H
#define REVIEW_PROOF_H

#include "source/compose.h"
#include "source/signoff.h"
#include "source/xliff.h"

/* What is proofed. */
struct proof {
	struct arena *arena;
	const struct material *material;
	const struct translation *translation;
	const struct signoffs *signoffs;
	const char *const *names; /* of the units of the master: "7", "K2", "B1", "T" */
};

/* A part of it, to be composed into pages: a Dutch master, and the translation beside it (NULL for Dutch itself). */
struct proof_part {
	const struct master *master;
	const struct translation *beside;
};

/* Names for all units of a master: sentences have the number that is printed beside them, headings K, pictures B, titles T. */
const char *const *proof_names(struct arena *arena, const struct master *master);
/* The units of which chosen says true, in their order, under a title. */
struct proof_part proof_part(const struct proof *proof, const char *title, const bool *chosen);

#endif
