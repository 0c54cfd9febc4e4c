"""A static library has all plugins in it: a page is converted with no file of ours beside the program."""


def run(place):
    if place.option("default_library") != "static":
        place.skip("this build has a shared library")
    place.copy("tests/installed/program.c")
    place.copy("docs/sample/anfrage.html")
    place.shell(place.page("docs/packaging.md").section("A static library").command("cc "))
    place.shell("readelf -d program >needed; ! grep libanfrage needed")
    place.shell("./program anfrage.html", says="<akomaNtoso ", LD_LIBRARY_PATH="")
