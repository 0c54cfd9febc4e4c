"""A command that reads the source fails: else the other cases would prove little."""
from place import Failed
from tree import SOURCE


def run(place):
    place.check((SOURCE / "README.md").exists(), "the source is not where it should be")
    if not place.tree.unshare:
        place.needs("strace")
    try:
        place.shell(f"cat {SOURCE / 'README.md'}")
    except Failed:
        return
    place.check(False, "the source was read")
