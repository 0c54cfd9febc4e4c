"""A project of Meson's that uses the library."""

PROJECT = """project('embedder', 'c')
anfrage = dependency('libanfrage', version: '>=0.1')
assert(anfrage.get_variable('plugin_abi') == '1')
executable('program', 'program.c', dependencies: anfrage)
"""


def run(place):
    place.needs("meson")
    place.copy("tests/installed/program.c")
    place.copy("docs/sample/anfrage.html")
    place.write("meson.build", PROJECT)
    place.shell("meson setup build && ninja -C build")
    place.shell("build/program anfrage.html", says="<akomaNtoso ")
