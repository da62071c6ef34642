"""Plays the sessions printed in a document: what stands after `$` is run, what is printed below must come out.

`python tests/sessions.py README.md …` writes into the documents what comes out now; read the difference before you commit it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
HOME = "/home/li"  # where the documents' reader keeps the site


class Block(NamedTuple):
    """A fenced block: its language and its text."""

    language: str
    text: str


def blocks(text: str) -> Iterator[Block]:
    for match in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield Block(match[1], match[2])


class Session:
    """A shell in a home folder, with the sample site in giar/ and a `giar` to run."""

    def __init__(self, folder: Path) -> None:
        self.top = self.here = folder / "home"
        shutil.copytree(ROOT / "content", self.top / "giar/content")
        shutil.copy(ROOT / "site.yaml", self.top / "giar")
        program = folder / "bin/giar"
        program.parent.mkdir()
        start = f"import sys; sys.argv[0] = 'giar'; sys.path.insert(0, {str(ROOT)!r}); from giar_site.cli import main; main()"
        program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{start}" "$@"\n', encoding="utf-8")
        program.chmod(0o755)
        path = f"{program.parent}{os.pathsep}{os.environ['PATH']}"
        self.environment = {"PATH": path, "HOME": str(self.top), "LC_ALL": "C.UTF-8"}
        self.last_code = 0

    def played(self, text: str) -> str:
        """The document `text` with what its commands print now, and the edits shown between them made."""
        for block in blocks(text):
            if block.language == "yaml" and (name := re.match(r"# (content/\S+|site\.yaml)\n", block.text)):
                edit(self.here / name[1], block.text.splitlines()[1:])
            elif block.language == "markdown" and (name := re.match(r"<!-- (content/\S+) -->\n", block.text)):
                write_sections(self.here / name[1], block.text)
            elif block.language == "console":
                turns = re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE)
                played = "".join(f"$ {command}\n{self.answer(command, printed)}" for command, printed in turns)
                text = text.replace(f"```console\n{block.text}", f"```console\n{played}", 1)
        return text

    def answer(self, command: str, printed: str) -> str:
        """What `command` prints; `printed` itself where that matches it (a line `…` stands for any lines)."""
        if command.startswith("cd "):
            self.here = (self.here / command[3:]).resolve()
            return ""
        if command.startswith("export "):
            self.environment.update([command[7:].split("=")])
            return ""
        script = ["sh", "-c", command.replace("$?", str(self.last_code))]
        run = subprocess.run(script, cwd=self.here, env=self.environment, capture_output=True, encoding="utf-8", check=False)
        self.last_code = run.returncode
        said = (run.stdout + run.stderr).replace(str(self.top), HOME)
        pattern = "".join(r"(?:.*\n)*" if line == "…\n" else re.escape(line) for line in printed.splitlines(keepends=True))
        return printed if re.fullmatch(pattern, said) else said


def edit(file: Path, lines: list[str]) -> None:
    """Write `lines` over the lines of the same name and indentation; what the file does not have yet goes to its end."""
    text = file.read_text("utf-8")
    for line in lines:
        name = re.match(r" *\w+:", line)
        old = re.findall(rf"^{re.escape(name[0])}.*$", text, re.MULTILINE) if name else []
        assert len(old) < 2, f"{line!r} could replace any of {old}"
        text = text.replace(old[0], line) if old else f"{text}{line}\n"
    file.write_text(text, encoding="utf-8")


def write_sections(file: Path, narrative: str) -> None:
    """Write what stands below each heading of `narrative` below the same heading of `file`."""
    text = file.read_text("utf-8")
    for heading, body in re.findall(r"^(## [^\n]*\n)(.*?)(?=^## |\Z)", narrative, re.MULTILINE | re.DOTALL):
        before, found, after = text.partition(heading)
        assert found, f"{file} has no {heading!r}"
        rest = re.search(r"^## ", after, re.MULTILINE)
        text = f"{before}{heading}{body.rstrip()}\n\n{after[rest.start() :] if rest else ''}"
    file.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for document in map(Path, sys.argv[1:]):
        with tempfile.TemporaryDirectory() as folder:
            document.write_text(Session(Path(folder)).played(document.read_text("utf-8")), encoding="utf-8")
