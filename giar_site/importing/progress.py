"""Importing many files: on several cores, with a line on the terminal that tells how far it is."""

import sys
from collections.abc import Sequence
from pathlib import Path

from giar_site.importers.sandbox import ReaderProcess
from giar_site.importing.one import Import, import_of
from giar_site.importing.target import Agencies, Asked
from giar_site.parallel import fork_map

_STEP = 20  # files between two lines, times the number of processes


def import_all(files: Sequence[Path], asked: Asked, site: Path, jobs: int) -> list[Import]:
    """Import each of `files` by itself; what is wrong with one does not concern the others."""
    agencies = Agencies(site)
    done: list[Import] = []
    shown = sys.stderr.isatty() and len(files) > _STEP
    with ReaderProcess() as process:
        for start in range(0, len(files), _STEP * jobs):
            done += fork_map(lambda path: import_of(path, asked, agencies, process), files[start : start + _STEP * jobs], jobs)
            if shown:
                sys.stderr.write(f"\r{len(done)} / {len(files)}")
                sys.stderr.flush()
    if shown:
        sys.stderr.write("\r\x1b[K")
    return done
