/* log.c: the diagnostics of a test, to be looked at afterwards. */
#include "log.h"

#include <check.h>
#include <stdio.h>
#include <string.h>

static void
check_line(const char *text)
{
    ck_assert_ptr_nonnull(text);
    ck_assert_msg(*text, "an empty message");
    for (const unsigned char *c = (const unsigned char *)text; *c; c++)
        ck_assert_msg(*c >= 0x20 && *c != 0x7f, "a control character in: %s", text);
    ck_assert_msg(text[strlen(text) - 1] != '.', "a full stop ends: %s", text);
}

static void
copy(char *to, size_t room, const char *from)
{
    snprintf(to, room, "%s", from ? from : "");
}

void
log_diagnostic(const struct anf_diagnostic *diagnostic, void *user)
{
    struct log *log = user;
    ck_assert_uint_eq(diagnostic->size, sizeof *diagnostic);
    check_line(diagnostic->message);
    if (log->count++ >= LOG_MOST)
        return;
    struct log_entry *entry = &log->entries[log->count - 1];
    entry->severity = diagnostic->severity;
    entry->code = diagnostic->code;
    entry->line = diagnostic->line;
    copy(entry->source, sizeof entry->source, diagnostic->source);
    copy(entry->plugin, sizeof entry->plugin, diagnostic->plugin);
    copy(entry->message, sizeof entry->message, diagnostic->message);
}

void
log_clear(struct log *log)
{
    log->count = 0;
}

const struct log_entry *
log_find(const struct log *log, uint32_t code)
{
    for (size_t i = 0; i < log->count && i < LOG_MOST; i++)
        if (log->entries[i].code == code)
            return &log->entries[i];
    return NULL;
}

size_t
log_count(const struct log *log, uint32_t code)
{
    size_t count = 0;
    for (size_t i = 0; i < log->count && i < LOG_MOST; i++)
        count += log->entries[i].code == code;
    return count;
}

const char *
log_message(const struct log *log, uint32_t code)
{
    const struct log_entry *entry = log_find(log, code);
    return entry ? entry->message : "";
}
