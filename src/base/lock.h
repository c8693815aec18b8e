/*
 * Locks: who reads files to change them does so alone.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  a lock is held until the arena given is freed, or the process ends, however it ends; nothing is left behind.
 * Errors:  go to the sink.
 */
#ifndef BASE_LOCK_H
#define BASE_LOCK_H

#include <stdbool.h>

struct arena;
struct diag;

/* Waits some seconds until nobody else holds this file; false when it takes longer. A file that is not there, or that no lock can be
 * had on, holds nobody up: the second is warned about. */
bool lock_hold(struct arena *arena, struct diag *diag, const char *path);

#endif
