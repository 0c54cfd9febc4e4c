/* slug.h: text as a part of a URI: lower-case ASCII letters, digits and single hyphens. */
#ifndef ANF_AKN_SLUG_H
#define ANF_AKN_SLUG_H

/* Cut where it would become longer. */
struct anf__akn_slug {
    char text[96];
};

/* "KI / Künstliche Intelligenz" is "ki-kuenstliche-intelligenz". otherwise: where nothing is left,
 * as of text in another script. */
struct anf__akn_slug anf__akn_slug(const char *text, const char *otherwise);
/* Without the titles in front, such as "Dr.". */
struct anf__akn_slug anf__akn_slug_of_person(const char *name, const char *otherwise);

#endif
