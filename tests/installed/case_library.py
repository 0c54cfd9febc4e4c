"""A program that uses the library, compiled as README.md says."""


def run(place):
    place.copy("tests/installed/program.c")
    place.copy("docs/sample/anfrage.html")
    place.shell(place.page("README.md").section("Use the library").command("cc "))
    place.shell("./program anfrage.html", says="<akomaNtoso ")
