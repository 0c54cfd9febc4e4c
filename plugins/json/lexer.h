/* lexer.h: strings, numbers and words of JSON (RFC 8259, sections 3, 6 and 7). */
#ifndef ANF_JSON_LEXER_H
#define ANF_JSON_LEXER_H

#include <stddef.h>

enum { ANF__JSON_CHARACTER = 4 }; /* bytes that a character may have in UTF-8 */

int anf__json_is_space(char byte);

/* Pass over the string, number or word at *at. NULL, or what is wrong with it; *at is then where
 * it is wrong. */
const char *anf__json_lex(const char **at, const char *end);

/* Decode the escape at *at, in a string that was found sound; how many bytes it stands for. */
size_t anf__json_decode_escape(const char **at, char bytes[static ANF__JSON_CHARACTER]);

#endif
