"""Plays the sessions printed in a document: what stands after `$` is run, what is printed below must come out."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
HOME = "/home/li"  # where the documents' reader keeps the site


class Block(NamedTuple):
    """A fenced block: its language, its text, and the line (from 1) it begins on."""

    language: str
    text: str
    line: int


def blocks(text: str) -> Iterator[Block]:
    for match in re.finditer(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL):
        yield Block(match[1], match[2], text.count("\n", 0, match.start()) + 1)


def home(folder: Path) -> Path:
    """A home folder with the sample site in giar/, and a `giar` to run."""
    site = folder / "home/giar"
    shutil.copytree(ROOT / "content", site / "content")
    shutil.copy(ROOT / "site.yaml", site)
    program = folder / "bin/giar"
    program.parent.mkdir()
    start = f"import sys; sys.argv[0] = 'giar'; sys.path.insert(0, {str(ROOT)!r}); from giar_site.cli import main; main()"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{start}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return site.parent


def play(document: Path, top: Path) -> int:
    """Run every session of `document` as printed, with the edits shown between; give the number of commands."""
    here, code_of_last, commands = top, 0, 0
    environment = {"PATH": f"{top.parent}/bin{os.pathsep}{os.environ['PATH']}", "HOME": str(top), "LC_ALL": "C.UTF-8"}
    for block in blocks(document.read_text("utf-8")):
        if block.language == "yaml" and (name := re.match(r"# (content/\S+|site\.yaml)\n", block.text)):
            edit(here / name[1], block.text.splitlines()[1:])
        for command, printed in re.findall(
            r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.text if block.language == "console" else "", re.MULTILINE
        ):
            commands += 1
            if command.startswith("cd "):
                here = (here / command[3:]).resolve()
            elif command.startswith("export "):
                environment.update([command[7:].split("=")])
            else:
                script = command.replace("$?", str(code_of_last))
                run = subprocess.run(["sh", "-c", script], cwd=here, env=environment, capture_output=True, encoding="utf-8", check=False)
                code_of_last = run.returncode
                said = (run.stdout + run.stderr).replace(str(top), HOME)
                assert re.fullmatch(pattern(printed), said), f"{document.name}:{block.line}: $ {command} says\n{said}"
    return commands


def pattern(printed: str) -> str:
    """What a printed answer matches: a line `…` stands for any lines."""
    return "".join(r"(?:.*\n)*" if line == "…\n" else re.escape(line) for line in printed.splitlines(keepends=True))


def edit(file: Path, lines: list[str]) -> None:
    """Write `lines` over the lines of the same name and indentation; what the file does not have yet goes to its end."""
    text = file.read_text("utf-8")
    for line in lines:
        name = re.match(r" *[\w#]+:", line)
        old = re.findall(rf"^{re.escape(name[0])}.*$", text, re.MULTILINE) if name else []
        assert len(old) < 2, f"{line!r} could replace any of {old}"
        text = text.replace(old[0], line) if old else f"{text}{line}\n"
    file.write_text(text, encoding="utf-8")
