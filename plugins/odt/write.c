/* write.c: an inquiry as a document: content.xml, and the package around it. */
#include "write.h"

#include "pack.h"

#include <stdlib.h>
#include <string.h>

#define NAMESPACES                                                                                 \
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""                           \
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""                             \
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""                               \
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""                             \
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""                    \
    " xmlns:xlink=\"http://www.w3.org/1999/xlink\" office:version=\"1.3\""

void
anf__odt_fail(struct anf__odt_writer *w, int status)
{
    anf__markup_fail(&w->out, status);
}

static void
add_origin(struct anf__odt_writer *w, struct anf__odt_origin origin)
{
    struct anf__odt_origins *origins = w->origins;
    if (!origins || w->out.status != ANF_OK)
        return;
    if (origins->count == origins->capacity) {
        size_t capacity = origins->capacity ? origins->capacity * 2 : 256;
        void *grown = realloc(origins->items, capacity * sizeof *origins->items);
        if (!grown) {
            anf__odt_fail(w, ANF_ERR_NOMEM);
            return;
        }
        origins->items = grown;
        origins->capacity = capacity;
    }
    origins->items[origins->count++] = origin;
}

void
anf__odt_show(struct anf__odt_writer *w, const struct anf_node *node, enum anf__odt_shows shows)
{
    add_origin(w, (struct anf__odt_origin){.node = node, .shows = (uint8_t)shows});
}

void
anf__odt_show_field(struct anf__odt_writer *w, int field, size_t label)
{
    add_origin(w, (struct anf__odt_origin){.shows = ANF__ODT_SHOWS_FIELD,
                                           .field = (uint8_t)field,
                                           .label = (uint16_t)label});
}

/* --- automatic styles --- */

static const char fixed_styles[] =
    "<style:style style:name=\"Abschnitt\" style:family=\"section\">"
    "<style:section-properties style:editable=\"false\"/></style:style>"
    "<style:style style:name=\"Frage\" style:family=\"section\">"
    "<style:section-properties fo:margin-left=\"0.9cm\" fo:margin-right=\"0cm\""
    " style:editable=\"false\"/></style:style>"
    "<style:style style:name=\"Antwort\" style:family=\"section\">"
    "<style:section-properties fo:margin-left=\"0.9cm\" fo:margin-right=\"0cm\""
    " style:editable=\"false\"/></style:style>"
    "<style:style style:name=\"Kopf\" style:family=\"table\">"
    "<style:table-properties style:width=\"16.5cm\" style:rel-width=\"100%\""
    " fo:margin-top=\"0cm\" fo:margin-bottom=\"0.6cm\" table:align=\"margins\""
    " table:border-model=\"collapsing\"/></style:style>"
    "<style:style style:name=\"Kopfspalte1\" style:family=\"table-column\">"
    "<style:table-column-properties style:column-width=\"4.5cm\""
    " style:rel-column-width=\"45*\"/></style:style>"
    "<style:style style:name=\"Kopfspalte2\" style:family=\"table-column\">"
    "<style:table-column-properties style:column-width=\"12cm\""
    " style:rel-column-width=\"120*\"/></style:style>"
    "<style:style style:name=\"Kopffeld\" style:family=\"table-cell\">"
    "<style:table-cell-properties fo:padding-top=\"0.08cm\" fo:padding-bottom=\"0.08cm\""
    " fo:padding-left=\"0cm\" fo:padding-right=\"0.2cm\" fo:border-left=\"none\""
    " fo:border-right=\"none\" fo:border-top=\"none\" fo:border-bottom=\"0.5pt solid #d5dce5\"/>"
    "</style:style>"
    "<style:style style:name=\"Tabelle\" style:family=\"table\">"
    "<style:table-properties style:width=\"16.5cm\" style:rel-width=\"100%\""
    " fo:margin-top=\"0.1cm\" fo:margin-bottom=\"0.4cm\" table:align=\"margins\""
    " table:border-model=\"collapsing\"/></style:style>"
    "<style:style style:name=\"Zelle\" style:family=\"table-cell\">"
    "<style:table-cell-properties fo:padding=\"0.12cm\" fo:border=\"0.5pt solid #b8c4d2\"/>"
    "</style:style>"
    "<style:style style:name=\"Kopfzelle\" style:family=\"table-cell\">"
    "<style:table-cell-properties fo:padding=\"0.12cm\" fo:border=\"0.5pt solid #b8c4d2\""
    " fo:background-color=\"#e8eef5\"/></style:style>";

static void
put_column_styles(struct anf__markup_out *out, const uint64_t widths[2])
{
    for (unsigned width = 0; width < 128; width++) {
        if (!(widths[width / 64] >> width % 64 & 1))
            continue;
        anf__markup_start(out, "style:style");
        anf__markup_attribute_format(out, "style:name", "Spalte%u", width);
        anf__markup_attribute(out, "style:family", "table-column");
        anf__markup_start(out, "style:table-column-properties");
        /* In hundredths: LibreOffice takes parts of less than 23 for too narrow to be shown. */
        anf__markup_attribute_format(out, "style:rel-column-width", "%u*", width * 100);
        anf__markup_end(out, "style:table-column-properties");
        anf__markup_end(out, "style:style");
    }
}

static void
put_mark_properties(struct anf__markup_out *out, unsigned marks)
{
    if (marks & ANF__ODT_MARK_EMPHASIS)
        anf__markup_attribute(out, "fo:font-style", "italic");
    if (marks & ANF__ODT_MARK_STRONG)
        anf__markup_attribute(out, "fo:font-weight", "bold");
    if (marks & ANF__ODT_MARK_UNDERLINE) {
        anf__markup_attribute(out, "style:text-underline-style", "solid");
        anf__markup_attribute(out, "style:text-underline-width", "auto");
        anf__markup_attribute(out, "style:text-underline-color", "font-color");
    }
    if (marks & ANF__ODT_MARK_STRIKE) {
        anf__markup_attribute(out, "style:text-line-through-style", "solid");
        anf__markup_attribute(out, "style:text-line-through-type", "single");
    }
    if (marks & ANF__ODT_MARK_SUPERSCRIPT)
        anf__markup_attribute(out, "style:text-position", "super 62%");
    if (marks & ANF__ODT_MARK_SUBSCRIPT)
        anf__markup_attribute(out, "style:text-position", "sub 62%");
}

static void
put_mark_styles(struct anf__markup_out *out, uint64_t combinations)
{
    for (unsigned marks = 0; marks < 1u << ANF__ODT_MARKS; marks++) {
        if (!(combinations >> marks & 1))
            continue;
        anf__markup_start(out, "style:style");
        anf__markup_attribute_format(out, "style:name", "T%u", marks);
        anf__markup_attribute(out, "style:family", "text");
        anf__markup_start(out, "style:text-properties");
        put_mark_properties(out, marks);
        anf__markup_end(out, "style:text-properties");
        anf__markup_end(out, "style:style");
    }
}

/* --- content.xml --- */

static void
put_document(struct anf__markup_out *out, const struct anf__odt_writer *w)
{
    anf__markup_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<office:document-content" NAMESPACES "><office:automatic-styles>");
    anf__markup_puts(out, fixed_styles);
    put_column_styles(out, w->widths);
    put_mark_styles(out, w->marks);
    anf__markup_puts(out, "</office:automatic-styles><office:body><office:text>");
    anf__markup_raw(out, w->out.data, w->out.length);
    anf__markup_puts(out, "</office:text></office:body></office:document-content>\n");
}

int
anf__odt_render(const struct anf_call *call, const struct anf_inquiry *inquiry,
                struct anf__markup_out *out, struct anf__odt_origins *origins)
{
    struct anf__odt_writer w = {.call = call, .inquiry = inquiry, .origins = origins};
    anf__odt_write_head(&w);
    anf__odt_write_content(&w);
    anf__odt_write_tail(&w);
    int status = w.out.status;
    if (status == ANF_OK) {
        put_document(out, &w);
        status = out->status;
    }
    anf__markup_clear(&w.out);
    free(w.waiting);
    return status;
}

/* --- the package --- */

static void
put_manifest(struct anf__markup_out *out, const struct anf__odt_part *parts, size_t count)
{
    anf__markup_puts(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<manifest:manifest"
                          " xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\""
                          " manifest:version=\"1.3\">\n"
                          "<manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\""
                          " manifest:media-type=\"" ANF__ODT_MEDIA_TYPE "\"/>\n");
    for (size_t i = 0; i < count; i++) {
        if (!parts[i].media_type)
            continue;
        anf__markup_start(out, "manifest:file-entry");
        anf__markup_attribute(out, "manifest:full-path", parts[i].name);
        anf__markup_attribute(out, "manifest:media-type", parts[i].media_type);
        anf__markup_end(out, "manifest:file-entry");
        anf__markup_puts(out, "\n");
    }
    anf__markup_puts(out, "</manifest:manifest>\n");
}

struct package {
    struct anf__markup_out content;
    struct anf__markup_out styles;
    struct anf__markup_out meta;
    struct anf__markup_out manifest;
    char *inquiry; /* as Akoma Ntoso */
    size_t inquiry_len;
};

/* Office programs keep a folder that they do not know when the manifest gives it a media type of
 * its own. */
static int
write_package(struct anf_call *call, struct package *package, struct anf_sink *sink)
{
    const struct anf__odt_part parts[] = {
        {ANF__ODT_MIMETYPE, NULL, ANF__ODT_MEDIA_TYPE, sizeof ANF__ODT_MEDIA_TYPE - 1},
        {ANF__ODT_CONTENT, "text/xml", package->content.data, package->content.length},
        {ANF__ODT_STYLES, "text/xml", package->styles.data, package->styles.length},
        {ANF__ODT_META, "text/xml", package->meta.data, package->meta.length},
        {ANF__ODT_FOLDER, "application/akn+xml", NULL, 0},
        {ANF__ODT_INQUIRY, "application/akn+xml", package->inquiry, package->inquiry_len},
        {ANF__ODT_MANIFEST, NULL, NULL, 0},
    };
    enum { PARTS = sizeof parts / sizeof *parts };
    struct anf__odt_part all[PARTS];
    put_manifest(&package->manifest, parts, PARTS);
    if (package->manifest.status != ANF_OK)
        return package->manifest.status;
    memcpy(all, parts, sizeof parts);
    all[PARTS - 1].data = package->manifest.data;
    all[PARTS - 1].len = package->manifest.length;
    return anf__odt_pack(call, all, PARTS, sink);
}

static int
write_inquiry(struct anf_call *call, const struct anf_inquiry *inquiry, struct package *package)
{
    struct anf_sink *sink = anf_sink_new_memory();
    if (!sink)
        return ANF_ERR_NOMEM;
    int status = anf_call_write(call, ANF__ODT_INQUIRY, inquiry, "akn", NULL, sink);
    if (status == ANF_OK) {
        package->inquiry = anf_sink_steal(sink, &package->inquiry_len);
        status = package->inquiry ? ANF_OK : ANF_ERR_NOMEM;
    }
    anf_sink_unref(sink);
    return status;
}

static int
fill_package(struct anf_call *call, const struct anf_inquiry *inquiry, struct package *package)
{
    int status = write_inquiry(call, inquiry, package);
    if (status == ANF_OK)
        status = anf__odt_render(call, inquiry, &package->content, NULL);
    if (status != ANF_OK)
        return status;
    anf__odt_write_styles(&package->styles, call, inquiry);
    anf__odt_write_meta(&package->meta, inquiry);
    return package->styles.status != ANF_OK ? package->styles.status : package->meta.status;
}

int
anf__odt_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    struct package package = {0};
    int status = fill_package(call, inquiry, &package);
    if (status == ANF_OK)
        status = write_package(call, &package, sink);
    anf__markup_clear(&package.content);
    anf__markup_clear(&package.styles);
    anf__markup_clear(&package.meta);
    anf__markup_clear(&package.manifest);
    anf_free(package.inquiry);
    return status;
}
