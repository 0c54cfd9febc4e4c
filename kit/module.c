/* module.c: what an ELF module says of itself, read from its file (System V ABI, chapters 4 and 5).
 * The sections of a file that nobody checked: every offset is looked at before it is used. */
#include "module.h"

#include <fcntl.h>
#include <link.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

struct module {
    const unsigned char *data;
    size_t length;
    const ElfW(Ehdr) * header;
};

/* count things of one size at an offset; NULL: not within the file. */
static const void *
at(const struct module *module, size_t offset, size_t count, size_t size)
{
    size_t sum;
    if (__builtin_mul_overflow(count, size, &sum) || offset > module->length ||
        sum > module->length - offset || offset % sizeof(uint32_t) != 0) {
        return NULL;
    }
    return module->data + offset;
}

static bool
is_ours(const struct module *module)
{
    /* This program is of this machine's kind. */
    ElfW(Ehdr) own;
    int fd = open("/proc/self/exe", O_RDONLY | O_CLOEXEC);
    bool known = fd >= 0 && read(fd, &own, sizeof own) == (ssize_t)sizeof own;
    if (fd >= 0) {
        close(fd);
    }
    const ElfW(Ehdr) *header = at(module, 0, 1, sizeof *header);
    return known && header && memcmp(header->e_ident, own.e_ident, EI_OSABI) == 0 &&
           header->e_machine == own.e_machine && header->e_shentsize == sizeof(ElfW(Shdr)) &&
           header->e_phentsize == sizeof(ElfW(Phdr));
}

struct module *
module_open(const char *path)
{
    struct stat st;
    struct module *module = calloc(1, sizeof *module);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    void *data = MAP_FAILED;
    if (fd >= 0 && fstat(fd, &st) == 0 && st.st_size > 0) {
        data = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
    }
    if (fd >= 0) {
        close(fd);
    }
    if (!module || data == MAP_FAILED) {
        free(module);
        return NULL;
    }
    module->data = data;
    module->length = (size_t)st.st_size;
    module->header = data;
    return is_ours(module) ? module : module_close(module);
}

struct module *
module_close(struct module *module)
{
    if (module) {
        munmap((void *)(uintptr_t)module->data, module->length);
        free(module);
    }
    return NULL;
}

/* --- sections --- */

static const ElfW(Shdr) * section_at(const struct module *module, size_t index)
{
    const ElfW(Shdr) *sections = at(module, module->header->e_shoff, module->header->e_shnum,
                                    sizeof *sections);
    return sections && index < module->header->e_shnum ? &sections[index] : NULL;
}

static const ElfW(Shdr) * section_of_type(const struct module *module, uint32_t type)
{
    const ElfW(Shdr) * section;
    for (size_t i = 0; (section = section_at(module, i)); i++) {
        if (section->sh_type == type) {
            return section;
        }
    }
    return NULL;
}

/* A string of the table that belongs to a section; "" for what is not there. */
static const char *
string_at(const struct module *module, const ElfW(Shdr) * section, size_t offset)
{
    const ElfW(Shdr) *strings = section_at(module, section->sh_link);
    const char *text = strings && strings->sh_size > 0
                           ? at(module, strings->sh_offset, strings->sh_size, 1)
                           : NULL;
    bool sound = text && offset < strings->sh_size && text[strings->sh_size - 1] == '\0';
    return sound ? text + offset : "";
}

void
module_each_symbol(const struct module *module, module_symbol_fn *fn, void *user)
{
    const ElfW(Shdr) *section = section_of_type(module, SHT_DYNSYM);
    size_t count = section ? section->sh_size / sizeof(ElfW(Sym)) : 0;
    const ElfW(Sym) *symbols = section ? at(module, section->sh_offset, count, sizeof *symbols)
                                       : NULL;
    for (size_t i = 1; symbols && i < count; i++) {
        fn(string_at(module, section, symbols[i].st_name), symbols[i].st_shndx != SHN_UNDEF, user);
    }
}

bool
module_needs(const struct module *module, const char *library)
{
    const ElfW(Shdr) *section = section_of_type(module, SHT_DYNAMIC);
    size_t count = section ? section->sh_size / sizeof(ElfW(Dyn)) : 0;
    const ElfW(Dyn) *entries = section ? at(module, section->sh_offset, count, sizeof *entries)
                                       : NULL;
    size_t length = strlen(library);
    for (size_t i = 0; entries && i < count; i++) {
        if (entries[i].d_tag == DT_NEEDED &&
            strncmp(string_at(module, section, entries[i].d_un.d_val), library, length) == 0) {
            return true;
        }
    }
    return false;
}

static size_t
functions_in(const struct module *module, uint32_t type)
{
    const ElfW(Shdr) *section = section_of_type(module, type);
    return section ? section->sh_size / sizeof(void *) : 0;
}

size_t
module_constructors(const struct module *module)
{
    return functions_in(module, SHT_INIT_ARRAY);
}

size_t
module_destructors(const struct module *module)
{
    return functions_in(module, SHT_FINI_ARRAY);
}

bool
module_has_thread_storage(const struct module *module)
{
    const ElfW(Shdr) * section;
    for (size_t i = 0; (section = section_at(module, i)); i++) {
        if (section->sh_flags & SHF_TLS) {
            return true;
        }
    }
    return false;
}
