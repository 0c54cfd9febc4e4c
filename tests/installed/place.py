"""A folder in which a case runs commands against the installed tree."""
import shutil

from page import Page
from tree import SOURCE


# Exit statuses of timeout(1).
TIMED_OUT, KILLED = 124, 137


class Failed(Exception):
    """What a command printed, and why that is wrong."""


class Skipped(Exception):
    """What is missing."""


class Place:
    def __init__(self, tree, folder):
        self.tree, self.folder = tree, folder
        folder.mkdir(parents=True)

    def option(self, name):
        """The value of an option of the build: "shared" of "default_library"."""
        return self.tree.options[name]

    @property
    def plugin_folder(self):
        """Where plugins are installed; the case is skipped where they are linked in."""
        self.needs_modules()
        return self.tree.plugin_folder

    def needs_modules(self):
        """The case is skipped where plugins are linked in."""
        if not self.tree.plugin_folder:
            raise Skipped("this library loads no plugins")

    def needs(self, *programs):
        """The case is skipped where a program is not installed."""
        for program in programs:
            if not shutil.which(program):
                raise Skipped(f"{program} is not installed")

    def skip(self, why):
        raise Skipped(why)

    def needs_build(self):
        """The case is skipped where packages are tested."""
        if not self.tree.build:
            raise Skipped("for the tree of a build")

    def page(self, name):
        return Page(name, (SOURCE / name).read_text(encoding="utf-8"))

    def write(self, name, text):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def copy(self, name, to="."):
        """A file or a folder of the source, under its own name or another."""
        source, target = SOURCE / name, self.folder / to
        if target.is_dir():
            target /= source.name
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)

    def shell(self, script, says=None, status=0, timeout=60, **variables):
        """Run lines of bash here, up to the first that fails; what they printed, errors included.
        says: words that this has. status: how the script has to end. variables: of its environment."""
        command = ["timeout", "-k", "5", str(timeout), "bash", "-e", "-u", "-o", "pipefail", "-c", script]
        ended, printed = self.tree.run(command, self.folder, variables)
        if ended in (TIMED_OUT, KILLED):
            raise Failed(f"{script}\nstill runs after {timeout} seconds:\n{printed}")
        if ended != status:
            raise Failed(f"{script}\nexit status {ended}:\n{printed}")
        if says is not None and says not in printed:
            raise Failed(f"{script}\ndoes not say \"{says}\":\n{printed}")
        return printed

    def check(self, true, words):
        """For what no command says by its status."""
        if not true:
            raise Failed(words)
