/* languages.c: codes of languages: ISO 639-1, and of ISO 639-2 the terminology code and, where it
 * differs, the bibliographic one. BCP 47 takes the shortest, Akoma Ntoso those of three letters. */
#include "vocabulary.h"

#include <stddef.h>
#include <string.h>

static const struct {
    char two[3];
    char three[4];
    char bibliographic[4];
} languages[] = {
    {"aa", "aar", ""},    {"ab", "abk", ""},    {"ae", "ave", ""},    {"af", "afr", ""},
    {"ak", "aka", ""},    {"am", "amh", ""},    {"an", "arg", ""},    {"ar", "ara", ""},
    {"as", "asm", ""},    {"av", "ava", ""},    {"ay", "aym", ""},    {"az", "aze", ""},
    {"ba", "bak", ""},    {"be", "bel", ""},    {"bg", "bul", ""},    {"bh", "bih", ""},
    {"bi", "bis", ""},    {"bm", "bam", ""},    {"bn", "ben", ""},    {"bo", "bod", "tib"},
    {"br", "bre", ""},    {"bs", "bos", ""},    {"ca", "cat", ""},    {"ce", "che", ""},
    {"ch", "cha", ""},    {"co", "cos", ""},    {"cr", "cre", ""},    {"cs", "ces", "cze"},
    {"cu", "chu", ""},    {"cv", "chv", ""},    {"cy", "cym", "wel"}, {"da", "dan", ""},
    {"de", "deu", "ger"}, {"dv", "div", ""},    {"dz", "dzo", ""},    {"ee", "ewe", ""},
    {"el", "ell", "gre"}, {"en", "eng", ""},    {"eo", "epo", ""},    {"es", "spa", ""},
    {"et", "est", ""},    {"eu", "eus", "baq"}, {"fa", "fas", "per"}, {"ff", "ful", ""},
    {"fi", "fin", ""},    {"fj", "fij", ""},    {"fo", "fao", ""},    {"fr", "fra", "fre"},
    {"fy", "fry", ""},    {"ga", "gle", ""},    {"gd", "gla", ""},    {"gl", "glg", ""},
    {"gn", "grn", ""},    {"gu", "guj", ""},    {"gv", "glv", ""},    {"ha", "hau", ""},
    {"he", "heb", ""},    {"hi", "hin", ""},    {"ho", "hmo", ""},    {"hr", "hrv", ""},
    {"ht", "hat", ""},    {"hu", "hun", ""},    {"hy", "hye", "arm"}, {"hz", "her", ""},
    {"ia", "ina", ""},    {"id", "ind", ""},    {"ie", "ile", ""},    {"ig", "ibo", ""},
    {"ii", "iii", ""},    {"ik", "ipk", ""},    {"io", "ido", ""},    {"is", "isl", "ice"},
    {"it", "ita", ""},    {"iu", "iku", ""},    {"ja", "jpn", ""},    {"jv", "jav", ""},
    {"ka", "kat", "geo"}, {"kg", "kon", ""},    {"ki", "kik", ""},    {"kj", "kua", ""},
    {"kk", "kaz", ""},    {"kl", "kal", ""},    {"km", "khm", ""},    {"kn", "kan", ""},
    {"ko", "kor", ""},    {"kr", "kau", ""},    {"ks", "kas", ""},    {"ku", "kur", ""},
    {"kv", "kom", ""},    {"kw", "cor", ""},    {"ky", "kir", ""},    {"la", "lat", ""},
    {"lb", "ltz", ""},    {"lg", "lug", ""},    {"li", "lim", ""},    {"ln", "lin", ""},
    {"lo", "lao", ""},    {"lt", "lit", ""},    {"lu", "lub", ""},    {"lv", "lav", ""},
    {"mg", "mlg", ""},    {"mh", "mah", ""},    {"mi", "mri", "mao"}, {"mk", "mkd", "mac"},
    {"ml", "mal", ""},    {"mn", "mon", ""},    {"mr", "mar", ""},    {"ms", "msa", "may"},
    {"mt", "mlt", ""},    {"my", "mya", "bur"}, {"na", "nau", ""},    {"nb", "nob", ""},
    {"nd", "nde", ""},    {"ne", "nep", ""},    {"ng", "ndo", ""},    {"nl", "nld", "dut"},
    {"nn", "nno", ""},    {"no", "nor", ""},    {"nr", "nbl", ""},    {"nv", "nav", ""},
    {"ny", "nya", ""},    {"oc", "oci", ""},    {"oj", "oji", ""},    {"om", "orm", ""},
    {"or", "ori", ""},    {"os", "oss", ""},    {"pa", "pan", ""},    {"pi", "pli", ""},
    {"pl", "pol", ""},    {"ps", "pus", ""},    {"pt", "por", ""},    {"qu", "que", ""},
    {"rm", "roh", ""},    {"rn", "run", ""},    {"ro", "ron", "rum"}, {"ru", "rus", ""},
    {"rw", "kin", ""},    {"sa", "san", ""},    {"sc", "srd", ""},    {"sd", "snd", ""},
    {"se", "sme", ""},    {"sg", "sag", ""},    {"si", "sin", ""},    {"sk", "slk", "slo"},
    {"sl", "slv", ""},    {"sm", "smo", ""},    {"sn", "sna", ""},    {"so", "som", ""},
    {"sq", "sqi", "alb"}, {"sr", "srp", ""},    {"ss", "ssw", ""},    {"st", "sot", ""},
    {"su", "sun", ""},    {"sv", "swe", ""},    {"sw", "swa", ""},    {"ta", "tam", ""},
    {"te", "tel", ""},    {"tg", "tgk", ""},    {"th", "tha", ""},    {"ti", "tir", ""},
    {"tk", "tuk", ""},    {"tl", "tgl", ""},    {"tn", "tsn", ""},    {"to", "ton", ""},
    {"tr", "tur", ""},    {"ts", "tso", ""},    {"tt", "tat", ""},    {"tw", "twi", ""},
    {"ty", "tah", ""},    {"ug", "uig", ""},    {"uk", "ukr", ""},    {"ur", "urd", ""},
    {"uz", "uzb", ""},    {"ve", "ven", ""},    {"vi", "vie", ""},    {"vo", "vol", ""},
    {"wa", "wln", ""},    {"wo", "wol", ""},    {"xh", "xho", ""},    {"yi", "yid", ""},
    {"yo", "yor", ""},    {"za", "zha", ""},    {"zh", "zho", "chi"}, {"zu", "zul", ""},
};
enum { LANGUAGES = sizeof languages / sizeof *languages };

/* The part of a tag before its first dash, in lower case; "" where it has more than three letters.
 */
static struct anf__akn_language
primary_of(const char *tag)
{
    struct anf__akn_language primary = {""};
    size_t len = strcspn(tag, "-");
    for (size_t i = 0; len < sizeof primary.code && i < len; ++i)
        primary.code[i] = (char)(tag[i] >= 'A' && tag[i] <= 'Z' ? tag[i] - 'A' + 'a' : tag[i]);
    return primary;
}

/* What has no code of two letters, such as Sorbian, is tagged with three. */
struct anf__akn_language
anf__akn_language(const char *tag)
{
    struct anf__akn_language language = {"und"};
    struct anf__akn_language primary = primary_of(tag ? tag : "");
    if (strlen(primary.code) == sizeof primary.code - 1)
        return primary;
    for (size_t i = 0; i < LANGUAGES; ++i) {
        if (strcmp(languages[i].two, primary.code) == 0)
            memcpy(language.code, languages[i].three, sizeof language.code);
    }
    return language;
}

struct anf__akn_language
anf__akn_language_tag(const char *code)
{
    struct anf__akn_language primary = primary_of(code);
    if (strcmp(primary.code, "und") == 0)
        return (struct anf__akn_language){""};
    for (size_t i = 0; i < LANGUAGES; ++i) {
        if (strcmp(languages[i].three, primary.code) == 0 ||
            strcmp(languages[i].bibliographic, primary.code) == 0)
            memcpy(primary.code, languages[i].two, sizeof languages[i].two);
    }
    return primary;
}
