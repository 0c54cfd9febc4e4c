"""The installed tree, and how a command gets at it and at nothing else of ours.

In a mount namespace of its own (unshare(1)) a command sees the tree where it was installed for, laid
over what the machine has there, and empty folders in place of the source and the build. Where the
kernel does not let us, or with --moved, the tree is used where it lies, as any tree that was moved:
ANFRAGE_PLUGIN_PATH names its plugins, and the .pc file another prefix. strace(1) then tells whether a
command has opened a file of the source or the build.
"""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(__file__).resolve().parent.parent.parent

# TREE OVER SOURCE BUILD COMMAND...; no TREE where nothing is laid over, no BUILD where there is none.
SHOWN = r"""set -e
here=$PWD
if [ "$1" ]; then mount -t overlay tree -o lowerdir="$1:$2" "$2"; fi
for hidden in "$3" "$4"; do
    if [ -e "$hidden" ]; then mount -t tmpfs hidden "$hidden"; fi
done
cd "$here"
shift 4
exec "$@"
"""


class Tree:
    """What the packages of a distribution have installed in /usr."""

    build = root = ""
    prefix = Path("/usr")

    def __init__(self):
        libdir = subprocess.run(["pkg-config", "--variable=libdir", "libanfrage"], check=True,
                                stdout=subprocess.PIPE, text=True).stdout.strip()
        self.options = {"prefix": "/usr", "libdir": str(Path(libdir).relative_to("/usr")),
                        "default_library": "shared"}
        self.unshare = self._namespace()
        self._look()

    @property
    def words(self):
        return f"{self.prefix}, {self._watch()}"

    def _watch(self):
        if self.unshare:
            return "with the source hidden"
        return "watched by strace" if shutil.which("strace") else "and nothing tells whether the source is read"

    def _look(self):
        self.libdir = self.prefix / self.options["libdir"]
        found = list(self.place_of(self.libdir).glob("anfrage/*/*.plugin"))
        self.plugin_folder = self.libdir / "anfrage" / found[0].parent.name if found else None

    def place_of(self, path):
        """Where a folder of the tree lies for us, who run outside the namespace."""
        return path

    def _shown(self, unshare, command):
        lay = [f"{self.root}{self.prefix}", self.prefix] if self.root else ["", ""]
        return [*unshare, "sh", "-c", SHOWN, "sh", *lay, SOURCE, self.build, *command]

    def _namespace(self):
        """How to get a mount namespace; None: it cannot be had, or not with this prefix."""
        for unshare in (["unshare", "-m"], ["unshare", "-rm"]):
            if not shutil.which("unshare"):
                return None
            made = subprocess.run(self._shown(unshare, ["true"]), cwd="/", capture_output=True)
            if made.returncode == 0:
                return unshare
        return None

    def environment(self, home):
        """Nothing of the caller's but the path to its programs."""
        programs = [p for p in os.environ.get("PATH", os.defpath).split(":")
                    if p and not Path(p).resolve().is_relative_to(SOURCE)]
        return {"PATH": ":".join(programs), "HOME": str(home), "LC_ALL": "C.UTF-8"}

    def run(self, command, folder, variables):
        """The exit status of a command and what it printed; 1 when it opened what it must not."""
        environment = {**self.environment(folder), **variables}
        if self.unshare:
            return self._run(self._shown(self.unshare, command), folder, environment)
        if not shutil.which("strace"):
            return self._run(command, folder, environment)
        with tempfile.NamedTemporaryFile("r", encoding="utf-8", errors="replace") as log:
            watched = ["strace", "-f", "-qq", "-e", "trace=%file", "-o", log.name, *command]
            status, output = self._run(watched, folder, environment)
            opened = [line for line in log if self._is_ours(line)]
        return (status, output) if not opened else (1, output + "opened:\n" + "".join(opened))

    @staticmethod
    def _run(command, folder, environment):
        result = subprocess.run(command, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                                stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return result.returncode, result.stdout.decode("utf-8", "replace")

    def _is_ours(self, line):
        named = re.search(r'"([^"]*)"', line)
        return bool(named) and "= -1 " not in line and any(
            Path(named[1]).is_relative_to(folder) for folder in (SOURCE, self.build) if folder)


class BuildTree(Tree):
    """A build, installed into a folder of its own."""

    def __init__(self, build, root, moved):
        self.build, self.root = build, root
        options = json.loads((build / "meson-info" / "intro-buildoptions.json").read_text())
        self.options = {option["name"]: option["value"] for option in options}
        made = subprocess.run(["meson", "install", "-C", build, "--destdir", root, "--quiet"],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if made.returncode:
            sys.exit("Bail out! meson install\n" + made.stdout)
        self.prefix = Path(self.options["prefix"])
        self.unshare = None if moved else self._namespace()
        if not self.unshare:
            self._move()
        self._look()

    def _move(self):
        moved = self.place_of(self.prefix)
        for file in moved.rglob("*.pc"):
            file.write_text(re.sub(r"^prefix=.*", f"prefix={moved}", file.read_text(), flags=re.M))
        self.prefix = moved

    def place_of(self, path):
        return path if path.is_relative_to(self.root) else Path(f"{self.root}{path}")

    def installed(self):
        """Every file, as its path below the prefix."""
        top = self.place_of(self.prefix)
        return sorted(path.relative_to(top) for path in top.rglob("*") if not path.is_dir())

    def environment(self, home):
        """Also the tree's folders, which a distribution's packages are found without."""
        variables = super().environment(home)
        variables |= {
            "PATH": f"{self.prefix / self.options['bindir']}:{variables['PATH']}",
            "LD_LIBRARY_PATH": str(self.libdir),
            "PKG_CONFIG_PATH": str(self.libdir / "pkgconfig"),
            "CMAKE_PREFIX_PATH": str(self.prefix),
        }
        if not self.unshare and self.plugin_folder:
            variables["ANFRAGE_PLUGIN_PATH"] = str(self.plugin_folder)
        return variables
