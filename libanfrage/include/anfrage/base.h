/* base.h: what every other header needs: status, diagnostics, memory.
 *
 * For every function of the library:
 *  - Text is UTF-8, copied on the way in and borrowed on the way out. A borrowed pointer lives
 *    until its owner changes or dies.
 *  - new gives you one reference, ref another, unref drops one. unref(NULL) does nothing; every
 *    unref returns NULL, so `p = anf_..._unref(p);` works. steal moves ownership out to you, copy
 *    gives you a copy; both go to anf_free.
 *  - Functions that return int return ANF_OK or a negative enum anf_status unless their comment
 *    says otherwise, and write their ret_ arguments on success only. ANF_ERR_NOMEM can come from
 *    whatever makes or copies something.
 *  - NULL for an object that is needed is ANF_ERR_ARGUMENT (or NULL, or 0), never a crash. What may
 *    be NULL has a comment that says so.
 *  - What reads, writes, loads or commits tells the context of every failure before it returns it,
 *    but for ANF_ERR_ARGUMENT. Nothing else reports.
 *  - A function of yours that the library calls may use the context and the objects at hand for
 *    other calls, and let go of its references to them; it may not change them.
 *  - Growable structs begin with their size. The library fills in the size of the structs that it
 *    hands out (ANF_HAS tells what is there); where it takes one, a field that lies beyond the
 *    caller's size counts as zero, and what the library does not know is left out.
 *  - Threads: contexts share nothing, so the usual program has one for each thread. A context, a
 *    source or a sink is used by one thread at a time; it may pass from one to another. So may an
 *    inquiry or a page, and once nobody changes it any more, any number of threads may read, write
 *    (with a context of their own) and compare it at once. ref and unref are safe from any thread.
 *  - The library never prints, never exits, never calls setlocale, never changes the directory.
 *    docs/embedding.md lists what it leaves alone, and the test of each.
 */
#ifndef ANFRAGE_BASE_H
#define ANFRAGE_BASE_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define ANF_API               __attribute__((visibility("default")))
#define ANF_CHECKED           __attribute__((warn_unused_result))
#define ANF_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#else
#define ANF_API
#define ANF_CHECKED
#define ANF_PRINTF(fmt, args)
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* Is a field of a growable struct there? For what an older library than the header may hand out. */
#define ANF_HAS(object, field)                                                                     \
    ((object)->size >= (size_t)((const char *)(&(object)->field + 1) - (const char *)(object)))

/* The status steers the program; the diagnostic tells the reader. */
enum anf_status {
    ANF_OK = 0,
    ANF_ERR_NOMEM = -1,
    ANF_ERR_ARGUMENT = -2,    /* the caller broke the contract of this header */
    ANF_ERR_IO = -3,          /* the source or the sink failed */
    ANF_ERR_SYNTAX = -4,      /* the bytes are not the format that they claim to be */
    ANF_ERR_MODEL = -5,       /* the model's grammar does not allow it (docs/model.md) */
    ANF_ERR_LIMIT = -6,       /* larger or deeper than the context allows */
    ANF_ERR_UNSUPPORTED = -7, /* no plugin reads or writes this */
    ANF_ERR_PLUGIN = -8,      /* a plugin was refused, or broke its contract */
    ANF_ERR_NO_INQUIRY = -9   /* a sound page that holds no parliamentary inquiry */
};

/* One English phrase for a status, also for an int that is none; never NULL, never to be freed. */
ANF_API const char *anf_strerror(int status);

/* The version of the library that runs, such as "0.1.0"; never to be freed. */
ANF_API const char *anf_version(void);

/* Give back memory that a steal or copy function handed out: the program's own free() may be
 * another one. NULL is allowed. */
ANF_API void anf_free(void *memory);

enum anf_severity { ANF_SEVERITY_NOTE = 0, ANF_SEVERITY_WARNING = 1, ANF_SEVERITY_ERROR = 2 };

/* One thing that a reader of messages should know. Every pointer is borrowed for the call. */
struct anf_diagnostic {
    uint32_t size;       /* bytes filled in; a field beyond them is absent */
    int32_t severity;    /* enum anf_severity */
    uint32_t code;       /* enum anf_code, shown as ANF-042; 0: a foreign plugin's own message */
    uint32_t line;       /* from 1; 0 when unknown */
    uint32_t column;     /* from 1, in characters; 0 when unknown */
    const char *source;  /* name of the input or output; NULL when none is concerned */
    const char *member;  /* part of the source, such as "content.xml" in an archive; or NULL */
    const char *plugin;  /* name of the plugin that reports; NULL: the library itself */
    const char *message; /* one English line without a full stop; no control characters */
};

/* Called on the thread that runs the operation, before that returns. */
typedef void anf_diagnostic_fn(const struct anf_diagnostic *diagnostic, void *user);

#ifdef __cplusplus
}
#endif
#endif
