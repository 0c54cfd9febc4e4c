"""What is installed: what docs/packaging.md lists, nothing else, and no more than it must tell."""
import fnmatch
import re


def run(place):
    place.needs_build()
    listed = patterns(place)
    files = place.tree.installed()
    for file in files:
        place.check(any(fnmatch.fnmatchcase(str(file), pattern) for pattern in listed),
                    f"docs/packaging.md does not list {file}")
    for file in files:
        if file.match("*.so.*") or file.suffix == ".so" or file.match("bin/*"):
            check_binary(place, place.tree.prefix / file)
    if place.option("default_library") == "shared":
        place.shell(f"readelf -d {place.tree.libdir}/libanfrage.so", says="Library soname: [libanfrage.so.0]")


def patterns(place):
    page = place.page("docs/packaging.md").section("What is installed")
    found = re.findall(r"^\| `([^`]+)` \|", page.text, re.M)
    return [pattern.replace("LIBDIR", place.option("libdir")) for pattern in found]


def check_binary(place, path):
    """No folder of the build to search, no symbol that is not ours."""
    printed = place.shell(f"readelf -d {path}")
    place.check("RUNPATH" not in printed and "RPATH" not in printed, f"{path} names a folder to search:\n{printed}")
    if path.parent.name != "bin":
        symbols = place.shell(f"nm -D --defined-only {path}").split("\n")
        names = [line.split()[-1] for line in symbols if line]
        others = [name for name in names if not re.match(r"anf_|ANFRAGE_", name)]
        place.check(names and not others, f"{path} exports {others}")
