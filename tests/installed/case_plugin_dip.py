"""The example of docs/examples/plugin-dip/, built as its README says, by hand and with meson."""


def run(place):
    place.needs_modules()
    place.copy("docs/examples/plugin-dip")
    page = place.page("docs/examples/plugin-dip/README.md")
    place.shell("cd plugin-dip\n" + page.section("Compile it").commands(), says="17 trials, 0 findings", timeout=240)
    place.shell("cd plugin-dip\nrm anf-dip.so\n" + page.section("Or with meson").commands(), timeout=240)
