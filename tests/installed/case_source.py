"""A command that reads the source fails: else the other cases would prove little."""
from place import Failed
from tree import SOURCE


def run(place):
    place.check((SOURCE / "meson.build").exists(), "the source is not where it should be")
    if not place.tree.unshare:
        place.needs("strace")
    try:
        place.shell(f"cat {SOURCE / 'meson.build'}")
    except Failed:
        return
    place.check(False, "the source was read")
