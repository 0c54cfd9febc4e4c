"""The plugin that docs/plugins.md shows, compiled and used as the page says."""


def run(place):
    path = f"{place.folder}:{place.plugin_folder}"
    page = place.page("docs/plugins.md")
    place.write("memo.c", page.code("c"))
    place.write("anf-memo.plugin", page.code())
    place.copy("docs/sample/anfrage.html")
    formats = place.shell(page.section("Compile it, and use it").commands())
    place.check("memo" in formats and "html" in formats, f"not all formats are there:\n{formats}")
    place.shell("anfrage convert -t memo anfrage.html", says="Vorbemerkung der Fragesteller",
                ANFRAGE_PLUGIN_PATH=path)
