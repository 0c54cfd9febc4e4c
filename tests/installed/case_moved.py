"""A tree that lies elsewhere than it was installed for, used as docs/packaging.md says."""


def run(place):
    place.needs_build()
    plugins = place.plugin_folder
    page = place.page("docs/packaging.md").section("A tree that was moved")
    script = page.commands().replace("lib/x86_64-linux-gnu", place.option("libdir"))
    moved = f"{place.tree.root}{place.option('prefix')}"
    flags = place.shell(f"unset LD_LIBRARY_PATH ANFRAGE_PLUGIN_PATH PKG_CONFIG_PATH\n{script}",
                        says="Akoma Ntoso", MOVED=moved).splitlines()[-1]
    place.check(flags.split() == [f"-I{moved}/include", f"-L{moved}/{place.option('libdir')}", "-lanfrage"],
                f"pkg-config says {flags}")
    place.check(place.shell("pkg-config --variable=plugindir libanfrage").strip() == str(plugins),
                f"plugindir is not {plugins}")
