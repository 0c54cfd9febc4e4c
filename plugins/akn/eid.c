/* eid.c: eIds as @lawsafrica/indigo-akn assigns them (its dist/eids.js). */
#include "eid.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

/* The model's 220 levels, what stands around them, and the empty paragraph at the end of them. */
enum { MOST_LEVELS = 240 };

/* numbered: a num may come first. expected: without one the number is "nn" and a count. */
static const struct {
    const char *name;
    char numbered, expected;
} elements[ANF__AKN_EIDS] = {
    [ANF__AKN_EID_A] = {"a", 0, 0},
    [ANF__AKN_EID_ANSWER] = {"answer", 1, 0},
    [ANF__AKN_EID_AUTHORIAL_NOTE] = {"authorialNote", 0, 0},
    [ANF__AKN_EID_BLOCK] = {"block", 0, 0},
    [ANF__AKN_EID_BLOCK_CONTAINER] = {"blockContainer", 1, 0},
    [ANF__AKN_EID_BLOCK_LIST] = {"list", 0, 0},
    [ANF__AKN_EID_CAPTION] = {"caption", 0, 0},
    [ANF__AKN_EID_CONTAINER] = {"container", 0, 0},
    [ANF__AKN_EID_DEBATE_SECTION] = {"dbsect", 1, 0},
    [ANF__AKN_EID_DOC_NUMBER] = {"docNumber", 0, 0},
    [ANF__AKN_EID_DOC_PROPONENT] = {"docProponent", 0, 0},
    [ANF__AKN_EID_DOC_STATUS] = {"docStatus", 0, 0},
    [ANF__AKN_EID_DOC_TITLE] = {"docTitle", 0, 0},
    [ANF__AKN_EID_DOC_TYPE] = {"docType", 0, 0},
    [ANF__AKN_EID_ITEM] = {"item", 1, 1},
    [ANF__AKN_EID_LEGISLATURE] = {"legislature", 0, 0},
    [ANF__AKN_EID_LI] = {"li", 0, 0},
    [ANF__AKN_EID_LONG_TITLE] = {"longTitle", 0, 0},
    [ANF__AKN_EID_OL] = {"ol", 0, 0},
    [ANF__AKN_EID_P] = {"p", 0, 0},
    [ANF__AKN_EID_QUESTION] = {"question", 1, 0},
    [ANF__AKN_EID_QUESTIONS] = {"questions", 0, 0},
    [ANF__AKN_EID_TABLE] = {"table", 0, 0},
    [ANF__AKN_EID_UL] = {"ul", 0, 0},
};

/* An open element: whatever stands in it is counted here. */
struct level {
    size_t length;   /* of the path up to here */
    uint32_t serial; /* of the element; no other has it */
    uint32_t counts[ANF__AKN_EIDS];
};

/* How often an eId was wanted within one element. Only where numbers are taken from the text can
 * two be the same; a balanced tree holds these, for which no text is a bad case. */
struct taken {
    uint32_t within; /* serial of the element */
    uint32_t times;
    char name[];
};

struct anf__akn_eids {
    char *path;
    size_t capacity;
    uint32_t serials;
    unsigned depth;
    void *taken; /* tree of struct taken (tsearch(3)) */
    struct level levels[MOST_LEVELS];
};

struct anf__akn_eids *
anf__akn_eids_new(void)
{
    enum { USUAL_LENGTH = 256 };
    struct anf__akn_eids *eids = calloc(1, sizeof *eids);
    if (!eids)
        return NULL;
    eids->capacity = USUAL_LENGTH;
    eids->path = calloc(1, eids->capacity);
    return eids->path ? eids : anf__akn_eids_free(eids);
}

struct anf__akn_eids *
anf__akn_eids_free(struct anf__akn_eids *eids)
{
    if (eids) {
        tdestroy(eids->taken, free);
        free(eids->path);
    }
    free(eids);
    return NULL;
}

void
anf__akn_eids_reset(struct anf__akn_eids *eids)
{
    tdestroy(eids->taken, free);
    eids->taken = NULL;
    eids->path[0] = '\0';
    eids->depth = 0;
    eids->serials = 0;
    memset(&eids->levels[0], 0, sizeof eids->levels[0]);
}

const char *
anf__akn_eids_path(const struct anf__akn_eids *eids)
{
    return eids->path;
}

static int
reserve(struct anf__akn_eids *eids, size_t len)
{
    if (len < eids->capacity)
        return ANF_OK;
    char *path = realloc(eids->path, len * 2);
    if (!path)
        return ANF_ERR_NOMEM;
    eids->path = path;
    eids->capacity = len * 2;
    return ANF_OK;
}

/* What a regular expression of ECMAScript calls \s (ECMA-262, CharacterClassEscape). */
static int
is_space(utf8proc_int32_t c)
{
    return (c >= 0x09 && c <= 0x0D) || c == ' ' || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F ||
           c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

/* ASCII's but for the backslash, General Punctuation, Supplemental Punctuation. */
static int
is_punctuation(utf8proc_int32_t c)
{
    if (c < 0x80)
        return c && strchr("!\"#$%&'()*+,-./:;<=>?@[]^_`{|}~", c) != NULL;
    return (c >= 0x2000 && c <= 0x206F) || (c >= 0x2E00 && c <= 0x2E7F);
}

/* Clean a number into ret, which has room for all of it: punctuation and space at both ends go,
 * space within goes, a run of punctuation within becomes one hyphen. Returns the length. */
static size_t
clean(const char *number, size_t len, char *ret)
{
    size_t used = 0;
    int pending = 0;
    for (size_t i = 0; i < len;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)number + i,
                                              (utf8proc_ssize_t)(len - i), &c);
        if (n <= 0)
            break;
        if (is_space(c) || is_punctuation(c)) {
            pending |= !is_space(c);
        } else {
            if (pending && used)
                ret[used++] = '-';
            memcpy(ret + used, number + i, (size_t)n);
            used += (size_t)n;
            pending = 0;
        }
        i += (size_t)n;
    }
    return used;
}

static int
compare(const void *a, const void *b)
{
    const struct taken *left = a;
    const struct taken *right = b;
    if (left->within != right->within)
        return left->within < right->within ? -1 : 1;
    return strcmp(left->name, right->name);
}

/* Count one more use of the path's last part, which begins at start. 0: out of memory. */
static uint32_t
take(struct anf__akn_eids *eids, uint32_t within, size_t start)
{
    size_t size = strlen(eids->path + start) + 1;
    struct taken *wanted = malloc(sizeof *wanted + size);
    if (!wanted)
        return 0;
    wanted->within = within;
    wanted->times = 0;
    memcpy(wanted->name, eids->path + start, size);
    struct taken **found = tsearch(wanted, &eids->taken, compare);
    if (!found || *found != wanted)
        free(wanted);
    return found ? ++(*found)->times : 0;
}

/* Without snprintf: this is written for every element. */
static void
put_count(char *to, uint32_t count)
{
    char digits[10];
    size_t len = 0;
    do
        digits[len++] = (char)('0' + count % 10);
    while (count /= 10);
    for (size_t i = 0; i < len; ++i)
        to[i] = digits[len - 1 - i];
    to[len] = '\0';
}

/* An eId that is already there gets the number of times behind it, until it is new; so does one
 * that lacks the number that it should have. */
static int
make_unique(struct anf__akn_eids *eids, uint32_t within, size_t start, int lacks_number)
{
    enum { DIGITS = 12 };
    for (;;) {
        uint32_t times = take(eids, within, start);
        if (!times)
            return ANF_ERR_NOMEM;
        if (times == 1 && !lacks_number)
            return ANF_OK;
        size_t length = strlen(eids->path);
        if (reserve(eids, length + DIGITS) != ANF_OK)
            return ANF_ERR_NOMEM;
        eids->path[length] = '_';
        put_count(eids->path + length + 1, times);
        lacks_number = 0;
    }
}

/* The last part of the path: "dbsect_2", "item_a", "item_nn". Tells whether it lacks a number. */
static int
append_name(struct anf__akn_eids *eids, struct level *parent, enum anf__akn_eid element,
            const char *number, size_t len)
{
    const char *name = elements[element].name;
    size_t end = strlen(eids->path);
    size_t name_length = strlen(name);
    memcpy(eids->path + end, name, name_length);
    end += name_length;
    eids->path[end++] = '_';
    size_t cleaned = clean(number, len, eids->path + end);
    eids->path[end + cleaned] = '\0';
    if (cleaned)
        return 0;
    if (elements[element].expected) {
        strcpy(eids->path + end, "nn");
        return 1;
    }
    put_count(eids->path + end, ++parent->counts[element]);
    return 0;
}

static int
enter(struct anf__akn_eids *eids)
{
    if (eids->depth + 1 >= MOST_LEVELS)
        return ANF_ERR_LIMIT;
    struct level *level = &eids->levels[++eids->depth];
    memset(level, 0, sizeof *level);
    level->serial = ++eids->serials;
    level->length = strlen(eids->path);
    return ANF_OK;
}

int
anf__akn_eids_open(struct anf__akn_eids *eids, enum anf__akn_eid element, const char *number,
                   size_t len)
{
    enum { SEPARATOR = 2, LONGEST_NAME = 32 };
    struct level *parent = &eids->levels[eids->depth];
    size_t start = parent->length;
    if (reserve(eids, start + len + SEPARATOR + LONGEST_NAME) != ANF_OK)
        return ANF_ERR_NOMEM;
    eids->path[start] = '\0';
    if (start)
        strcpy(eids->path + start, "__");
    int lacks_number = append_name(eids, parent, element, number, number ? len : 0);
    if (elements[element].numbered) {
        int status = make_unique(eids, parent->serial, start, lacks_number);
        if (status != ANF_OK)
            return status;
    }
    return enter(eids);
}

int
anf__akn_eids_open_prefix(struct anf__akn_eids *eids, const char *name)
{
    size_t start = eids->levels[eids->depth].length;
    if (reserve(eids, start + strlen(name)) != ANF_OK)
        return ANF_ERR_NOMEM;
    strcpy(eids->path + start, name);
    return enter(eids);
}

void
anf__akn_eids_close(struct anf__akn_eids *eids)
{
    if (!eids->depth)
        return;
    --eids->depth;
    eids->path[eids->levels[eids->depth].length] = '\0';
}
