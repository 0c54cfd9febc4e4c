"""From nothing to a plugin that passes the check, as docs/plugins.md says, in under 15 commands."""


def run(place):
    place.needs_modules()
    place.needs("meson", "ninja")
    commands = place.page("docs/plugins.md").section("From an empty folder to a green check").commands()
    place.check(len(commands.splitlines()) < 15, f"these are too many:\n{commands}")
    printed = place.shell(commands, says="anf-csv.so: 17 trials, 0 findings", timeout=240)
    place.check("Radwege an Landesstra" in printed, f"the sample was not converted:\n{printed}")
