/*
 * A leaflet without its pages: as a message, and as a sheet to read aloud from.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  the buffer given.
 * Errors:  none.
 */
#ifndef CLI_LEAFLET_H
#define CLI_LEAFLET_H

struct buf;
struct document;
struct text;

/* Plain text in reading order: the draft's notice first, the imprint with code and month last; two languages one after the other. */
void leaflet_message(struct buf *buf, const struct document *document, const struct text *text);
/* The same words sentence by sentence, numbered, with telephone numbers in figures below; how to record them on top, in Dutch. */
void leaflet_script(struct buf *buf, const struct document *document, const struct text *text);

#endif
