/* template.h: the files that "anfrage plugin new" writes, as they are in template/. */
#ifndef CLI_TEMPLATE_H
#define CLI_TEMPLATE_H

struct template_file {
    const char *name; /* with @name@ and @id@ in it, as the text */
    const char *text;
};

/* Up to one without a name. */
extern const struct template_file template_files[];

#endif
