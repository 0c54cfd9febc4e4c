/* names.c: how text names what has a fixed value in the model. */
#include "names.h"

#include <anfrage/plugin.h>

#include <string.h>

/* A longer name before one that it ends with. */
const struct anf__plain_name anf__plain_kinds[] = {
    {"kleine-anfrage", "Kleine Anfrage"},
    {"grosse-anfrage", "Große Anfrage"},
    {"schriftliche-anfrage", "Schriftliche Anfrage"},
    {"muendliche-anfrage", "Mündliche Anfrage"},
    {"dringliche-anfrage", "Dringliche Anfrage"},
    {"interpellation", "Interpellation"},
    {"anfrage", "Anfrage"},
    {NULL, NULL},
};

const struct anf__plain_name anf__plain_documents[] = {
    {"anfrage", "Anfrage"}, {"antwort", "Antwort"}, {"zusammenfassung", "Zusammenfassung"},
    {"vorgang", "Vorgang"}, {NULL, NULL},
};

const char *
anf__plain_name_of(const struct anf__plain_name *names, const char *value)
{
    for (; value && names->value; names++)
        if (strcmp(names->value, value) == 0)
            return names->name;
    return NULL;
}

const char *
anf__plain_value_of(const struct anf__plain_name *names, const char *name, size_t len)
{
    for (; names->value; names++)
        if (strlen(names->name) == len && memcmp(names->name, name, len) == 0)
            return names->value;
    return NULL;
}

const char *
anf__plain_kind_of_label(const char *label)
{
    size_t len = strlen(label);
    for (const struct anf__plain_name *kind = anf__plain_kinds; kind->value; kind++) {
        size_t length = strlen(kind->name);
        if (length > len || strcmp(label + len - length, kind->name) != 0)
            continue;
        if (length == len || label[len - length - 1] == ' ')
            return kind->value;
    }
    return NULL;
}

const char *
anf__plain_parliament_of(const struct anf_call *call, const char *name, size_t len)
{
    /* A vocabulary takes phrases of 200 bytes at most (docs/vocabulary.md); no memory is needed,
     * and so none can be missing and take a line for what it is not. */
    char own[201];
    if (len >= sizeof own)
        return NULL;
    memcpy(own, name, len);
    own[len] = '\0';
    const char *code = anf_call_meaning(call, "parliament", own);
    return code ? code : anf_call_meaning(call, "chamber", own);
}
