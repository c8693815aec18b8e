/*
 * Messages by locale (gettext): N_ marks a sentence, _ looks up its translation.
 *
 * Offsets: none.  Lengths: none.
 * Memory:  what _ gives lives as long as the program.
 * Errors:  a sentence without a translation stays English.
 */
#ifndef BASE_MESSAGE_H
#define BASE_MESSAGE_H

#define N_(sentence) (sentence)
#define _(sentence) message_translate(sentence)

/* Takes the locale of the environment; catalogues are looked for in folder/<locale>/LC_MESSAGES/verklaring.mo. */
void message_open(const char *folder);
/* The translation of a sentence, or the sentence itself. */
const char *message_translate(const char *sentence) __attribute__((format_arg(1)));

#endif
