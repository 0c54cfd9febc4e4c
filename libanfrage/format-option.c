/* format-option.c: the options that a format describes. docs/plugins.md has the grammar of the
 * lines in a description. */
#include "format-option.h"

#include "format.h"
#include "growable.h"
#include "text.h"

#include <string.h>

/* The least that the struct must cover to be of any use. */
enum { LEAST_OPTION = ANF__SIZE_UP_TO(struct anf_format_option, help) };

static const struct anf_format_option *const no_options[] = {NULL};

/* --- is it sound? --- */

int
anf__flag_value(const char *word)
{
    static const struct {
        const char *word;
        int value;
    } words[] = {{"yes", 1}, {"true", 1}, {"1", 1}, {"no", 0}, {"false", 0}, {"0", 0}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(word, words[i].word) == 0)
            return words[i].value;
    return -1;
}

static int
is_listed(const char *const *words, const char *word)
{
    while (words && *words && strcmp(*words, word) != 0)
        ++words;
    return words && *words;
}

int
anf_format_option_takes(const struct anf_format_option *option, const char *value)
{
    uint32_t number;
    if (!option || !value)
        return 0;
    switch (option->type) {
    case ANF_OPTION_FLAG:
        return anf__flag_value(value) >= 0;
    case ANF_OPTION_NUMBER:
        return anf__parse_decimal(value, &number) && number >= option->least &&
               number <= option->most;
    case ANF_OPTION_CHOICE:
        return is_listed(option->choices, value);
    default:
        return 1;
    }
}

/* What stands between blanks in a description, and between bars where it is a choice. */
static int
is_word(const char *word)
{
    return *word && !strpbrk(word, " \t|") && anf__line_check(word) == ANF_OK;
}

static const char *
fault_of_choices(const char *const *choices)
{
    size_t count = 0;
    if (choices)
        for (; choices[count]; count++)
            if (!is_word(choices[count]))
                return "a choice is no word";
    return count < 2 ? "there are less than two choices" : NULL;
}

/* A description shows a default as one word, and "-" where there is none. */
static int
is_default(const struct anf_format_option *option, const char *value)
{
    return is_word(value) && strcmp(value, "-") != 0 && anf_format_option_takes(option, value);
}

/* NULL: sound. */
static const char *
fault_of_option(const struct anf_format_option *option)
{
    const char *fault = NULL;
    if (!option->key || !anf__is_plugin_name(option->key, '-'))
        return "its key is not of lower-case letters, digits and dashes";
    if (!(option->flags & (ANF_OPTION_READS | ANF_OPTION_WRITES)))
        return "it belongs neither to reading nor to writing";
    if (option->type == ANF_OPTION_NUMBER && option->least > option->most)
        return "its least number is greater than the most";
    if (option->type == ANF_OPTION_CHOICE)
        fault = fault_of_choices(option->choices);
    if (fault)
        return fault;
    if (option->otherwise && !is_default(option, option->otherwise))
        return "its default is no value that it takes";
    if (!option->help || !*option->help || anf__line_check(option->help) != ANF_OK)
        return "it does not say in one line what it does";
    return NULL;
}

/* --- the list --- */

static int
append(struct anf__arena *arena, anf__option_list *list, const struct anf_format_option *option)
{
    size_t count = 0;
    while (*list && (*list)[count])
        ++count;
    const struct anf_format_option **longer = anf__arena_take(arena, (count + 2) * sizeof *longer);
    if (!longer)
        return ANF_ERR_NOMEM;
    if (count)
        memcpy(longer, *list, count * sizeof *longer);
    longer[count] = option;
    *list = longer;
    return ANF_OK;
}

/* Check an option, and put it behind the list. */
static int
add(struct anf__arena *arena, anf__option_list *list, const struct anf_format_option *option,
    const char **ret_fault)
{
    *ret_fault = fault_of_option(option);
    for (anf__option_list other = *list; !*ret_fault && other && *other; other++)
        if (strcmp((*other)->key, option->key) == 0)
            *ret_fault = "another option has its key";
    return *ret_fault ? ANF_OK : append(arena, list, option);
}

/* --- of a constant --- */

/* Only the fields that its size covers; what a newer header means by its bits and types is not
 * known. */
static int
take(struct anf__arena *arena, const struct anf_format_option *theirs, anf__option_list *list,
     const char **ret_fault)
{
    if (theirs->size < LEAST_OPTION) {
        *ret_fault = "it is smaller than the first version of its struct";
        return ANF_OK;
    }
    if (!anf__is_struct_size(theirs->size)) {
        *ret_fault = "its size is no struct's";
        return ANF_OK;
    }
    struct anf_format_option *option = anf__arena_take(arena, sizeof *option);
    if (!option)
        return ANF_ERR_NOMEM;
    anf__copy_struct(option, sizeof *option, theirs, theirs->size);
    option->size = sizeof *option;
    option->flags &= ANF_OPTION_READS | ANF_OPTION_WRITES;
    if (option->type > ANF_OPTION_CHOICE)
        option->type = ANF_OPTION_TEXT;
    return add(arena, list, option, ret_fault);
}

int
anf__options_take(struct anf__arena *arena, anf__option_list theirs, anf__option_list *ret_list,
                  const char **ret_fault)
{
    int status = ANF_OK;
    *ret_list = no_options;
    *ret_fault = NULL;
    for (; *theirs && !*ret_fault && status == ANF_OK; theirs++)
        status = take(arena, *theirs, ret_list, ret_fault);
    return status;
}

/* --- of a description --- */

/* The next word of a line, which is cut off; "" at the end. */
static char *
next_word(char **rest)
{
    char *word = *rest + strspn(*rest, " \t");
    *rest = word + strcspn(word, " \t");
    if (**rest)
        *(*rest)++ = '\0';
    return word;
}

static uint32_t
read_use(const char *word)
{
    static const struct {
        const char *word;
        uint32_t flags;
    } uses[] = {{"read", ANF_OPTION_READS},
                {"write", ANF_OPTION_WRITES},
                {"both", ANF_OPTION_READS | ANF_OPTION_WRITES}};
    for (size_t i = 0; i < sizeof uses / sizeof *uses; i++)
        if (strcmp(word, uses[i].word) == 0)
            return uses[i].flags;
    return 0;
}

/* "0..1000" */
static int
read_range(char *word, struct anf_format_option *option)
{
    char *dots = strstr(word, "..");
    if (!dots)
        return 0;
    *dots = '\0';
    return anf__parse_decimal(word, &option->least) && anf__parse_decimal(dots + 2, &option->most);
}

/* "a|b|c" */
static int
read_choices(struct anf__arena *arena, char *word, struct anf_format_option *option)
{
    size_t count = 1;
    for (const char *c = word; *c; c++)
        count += *c == '|';
    const char **choices = anf__arena_take(arena, (count + 1) * sizeof *choices);
    if (!choices)
        return ANF_ERR_NOMEM;
    for (size_t i = 0; i < count; i++)
        choices[i] = strsep(&word, "|");
    option->choices = choices;
    return ANF_OK;
}

static int
read_values(struct anf__arena *arena, char *word, struct anf_format_option *option)
{
    option->type = ANF_OPTION_TEXT;
    if (strcmp(word, "yes|no") == 0) {
        option->type = ANF_OPTION_FLAG;
    } else if (strchr(word, '|')) {
        option->type = ANF_OPTION_CHOICE;
        return read_choices(arena, word, option);
    } else if (anf__is_digit(*word) && read_range(word, option)) {
        option->type = ANF_OPTION_NUMBER;
    }
    return ANF_OK;
}

int
anf__options_describe(struct anf__arena *arena, anf__option_list *list, const char *line,
                      const char **ret_fault)
{
    *ret_fault = NULL;
    if (strcmp(line, "none") == 0) {
        *list = *list ? *list : no_options;
        return ANF_OK;
    }
    char *rest = anf__arena_copy(arena, line, strlen(line));
    struct anf_format_option *option = anf__arena_take(arena, sizeof *option);
    if (!rest || !option)
        return ANF_ERR_NOMEM;
    option->size = sizeof *option;
    option->key = next_word(&rest);
    option->flags = read_use(next_word(&rest));
    int status = read_values(arena, next_word(&rest), option);
    if (status != ANF_OK)
        return status;
    const char *otherwise = next_word(&rest);
    option->otherwise = strcmp(otherwise, "-") == 0 ? NULL : otherwise;
    option->help = rest + strspn(rest, " \t");
    return add(arena, list, option, ret_fault);
}

/* --- do the two agree? --- */

static int
texts_differ(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) != 0 : a != b;
}

static int
choices_differ(const char *const *a, const char *const *b)
{
    while (*a && *b && strcmp(*a, *b) == 0) {
        ++a;
        ++b;
    }
    return *a || *b;
}

static int
option_differs(const struct anf_format_option *a, const struct anf_format_option *b)
{
    if (a->type != b->type || a->flags != b->flags)
        return 1;
    if (a->type == ANF_OPTION_NUMBER && (a->least != b->least || a->most != b->most))
        return 1;
    if (a->type == ANF_OPTION_CHOICE && choices_differ(a->choices, b->choices))
        return 1;
    return texts_differ(a->key, b->key) || texts_differ(a->otherwise, b->otherwise) ||
           texts_differ(a->help, b->help);
}

int
anf__options_differ(anf__option_list a, anf__option_list b)
{
    if (!a || !b)
        return a != b;
    while (*a && *b && !option_differs(*a, *b)) {
        ++a;
        ++b;
    }
    return *a || *b;
}
