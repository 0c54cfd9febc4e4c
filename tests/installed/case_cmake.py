"""A project of CMake's that uses the library, with the lines that README.md has."""

PROJECT = """cmake_minimum_required(VERSION 3.13)
project(embedder C)
add_executable(program program.c)
"""


def run(place):
    place.needs("cmake")
    place.copy("tests/installed/program.c")
    place.copy("docs/sample/anfrage.html")
    lines = place.page("README.md").section("Use the library").code("cmake")
    place.write("CMakeLists.txt", PROJECT + lines)
    place.shell("cmake -B build && cmake --build build")
    place.shell("build/program anfrage.html", says="<akomaNtoso ")
    place.write("CMakeLists.txt", PROJECT + lines.replace("0.1", "0.999"))
    place.shell("cmake -B build", says="compatible with requested version", status=1)
