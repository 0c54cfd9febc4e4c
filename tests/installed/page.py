"""What a page of the documentation shows: its blocks of code, its command lines."""
import re
import textwrap


FENCED = re.compile(r"^```(.*)\n((?:.*\n)*?)```$", re.M)


class Page:
    def __init__(self, name, text):
        self.name, self.text = name, text

    def section(self, title):
        """What stands below a heading, up to the next one of its rank or above."""
        rank, lines = 0, []
        for line, heading in _with_headings(self.text):
            if heading and rank and heading <= rank:
                break
            if rank:
                lines.append(line)
            elif heading and line.lstrip("#").strip() == title:
                rank = heading
        if not rank:
            raise LookupError(f"{self.name} has no section \"{title}\"")
        return Page(f"{self.name}, {title}", "".join(lines))

    def code(self, language="", index=0):
        """The text of a fenced block of a language (```c); the first, or another by its index."""
        blocks = [text for found, text in FENCED.findall(self.text) if found == language]
        if index >= len(blocks):
            raise LookupError(f"{self.name} has no block {index} of \"{language}\"")
        return blocks[index]

    def commands(self):
        """The lines of the indented blocks and of ```sh ones, a script. In a block with lines that
        begin with "$ " these are the commands, and the others what is printed."""
        outside = FENCED.sub("", self.text)
        blocks = [textwrap.dedent(block) for block in re.findall(r"(?:^    .*\n|^\n(?=    ))+", outside, re.M)]
        blocks += [text for language, text in FENCED.findall(self.text) if language == "sh"]
        lines = [line for block in blocks for line in _typed(block)]
        if not lines:
            raise LookupError(f"{self.name} has no commands")
        return re.sub(r"\\\n *", "", "\n".join(lines) + "\n")

    def command(self, begin):
        """The one command line that begins so."""
        found = [line for line in self.commands().splitlines() if line.startswith(begin)]
        if len(found) != 1:
            raise LookupError(f"{self.name} has {len(found)} commands that begin with \"{begin}\"")
        return found[0]


def _with_headings(text):
    """Each line, and the rank of the heading that it is, or 0."""
    fenced = False
    for line in text.splitlines(keepends=True):
        fenced ^= line.startswith("```")
        marks = re.match(r"(#+) ", line)
        yield line, len(marks[1]) if marks and not fenced else 0


def _typed(block):
    lines = [line for line in block.splitlines() if line.strip()]
    shown = [line[2:] for line in lines if line.startswith("$ ")]
    return shown or lines
