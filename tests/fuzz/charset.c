/* charset.c: any bytes, in any charset: the first byte tells which, from outside or by the bytes.
 */
#include "fuzz.h"

static const char *const charsets[] = {
    NULL,           "utf-8",     "windows-1252", "iso-8859-1", "iso-8859-15", "utf-16le",
    "utf-16be",     "shift_jis", "iso-2022-jp",  "gb18030",    "big5",        "euc-kr",
    "windows-1250", "macintosh", "CP850",        "UTF-32",     "EUC-JP",      "koi8-r",
};
enum { CHARSETS = sizeof charsets / sizeof *charsets };

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size)
        fuzz_read("text", charsets[data[0] % CHARSETS], data + 1, size - 1);
    return 0;
}
