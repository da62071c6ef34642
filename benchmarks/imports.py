"""What importing costs: files per second on one core by format, and `giar import` of a folder of mixed files with one process and with two.

    python -m benchmarks.imports [--files 100] [--bulk 300] [--jobs 2]

It measures; how long something took never makes it fail. The marks it prints beside the results are hopes, not gates.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.corpus import write_site
from benchmarks.measure import run
from benchmarks.run import ROOM, pin, workplace
from benchmarks.sides import REPOSITORY
from giar_site.export.draft import Asked, Draft, load_draft
from giar_site.export.plain import as_text
from giar_site.export.word.document import as_docx
from giar_site.export.xlsx.book import as_xlsx
from giar_site.importers.sandbox import ReaderProcess
from giar_site.importing.one import import_of
from giar_site.importing.target import Agencies
from giar_site.importing.target import Asked as Said
from tests.importing.formats.files import printed
from tests.importing.formats.pages import page

MARKS = {"txt": 100, "docx": 10}
RUN = 20
FORMATS: dict[str, Callable[[Draft], bytes]] = {
    "txt": as_text,
    "html": lambda draft: page(draft, "spans").encode(),
    "docx": as_docx,
    "xlsx": as_xlsx,
}


def write_files(drafts: list[Draft], folder: Path, form: str, count: int) -> list[Path]:
    """`count` files of `form`, of the drafts in turn; PDF is printed by Chromium once a draft and copied."""
    folder.mkdir(parents=True)
    made: dict[str, bytes] = {}
    paths = []
    for number in range(count):
        draft = drafts[number % len(drafts)]
        if draft.slug not in made:
            made[draft.slug] = _pdf(draft, folder) if form == "pdf" else FORMATS[form](draft)
        paths.append(folder / f"{draft.slug}-{draft.year}-{number}.{form}")
        paths[-1].write_bytes(made[draft.slug])
    return paths


def _pdf(draft: Draft, folder: Path) -> bytes:
    with tempfile.TemporaryDirectory(dir=folder) as place:
        source = Path(place) / "page.html"
        source.write_text(page(draft, "spans"), encoding="utf-8")
        return printed(source, Path(place) / "page.pdf").read_bytes()


def one_by_one(drafts: list[Draft], folder: Path, count: int) -> Iterator[str]:
    """Files per second of each format in one process and its reader, findings apart: the formats in turn, some files of each, as folders hold them.

    What is loaded once (the libraries, the form, the dictionaries) is loaded before: a run of ten thousand files waits for it as long as one of ten.
    """
    files = {form: write_files(drafts, folder / form, form, count) for form in (*FORMATS, "pdf")}
    spent = dict.fromkeys(files, 0.0)
    agencies = Agencies(folder)
    with ReaderProcess() as process:
        for paths in files.values():
            import_of(paths[0], Said(), agencies, process)
        for form, path in _in_turn(files):
            start = time.perf_counter()
            done = import_of(path, Said(), agencies, process)
            spent[form] += time.perf_counter() - start
            if not done.complete:
                yield f"{path.name}: {done.refused.en if done.refused else 'something found no place'}"
    yield f"{count} files of each format, one process and its reader:"
    yield "| format | files/s | mark |"
    yield "|---|---|---|"
    for form, seconds in spent.items():
        yield f"| {form} | {count / seconds:.0f} | {MARKS.get(form, '')} |"


def _in_turn(files: dict[str, list[Path]]) -> Iterator[tuple[str, Path]]:
    """`RUN` files of a format, `RUN` of the next, and from the start again: what disturbs the machine for a while disturbs all of them."""
    for start in range(0, max(map(len, files.values())), RUN):
        for form, paths in files.items():
            yield from ((form, path) for path in paths[start : start + RUN])


def in_bulk(drafts: list[Draft], folder: Path, count: int, jobs: int) -> Iterator[str]:
    """`giar import` of a folder with `count` text and Word files, one report each, check included: one process against `jobs`."""
    yield f"`giar import` of {count} files in one run, check included:"
    yield "| processes | files/s | processor time, ms a file |"
    yield "|---|---|---|"
    source = folder / "source"
    source.mkdir(parents=True)
    for number, draft in enumerate(drafts[:count]):
        form = ("txt", "docx", "html")[number % 3]
        (source / f"{draft.slug}-{draft.year}.{form}").write_bytes(FORMATS[form](draft))
    for processes in dict.fromkeys((1, jobs)):
        site = folder / f"site-{processes}"
        site.mkdir()
        (site / "site.yaml").write_text("title: bench\n", encoding="utf-8")
        command = [sys.executable, "-m", "giar_site", "import", str(source), "--site", str(site), "--jobs", str(processes)]
        cost = run(command, REPOSITORY, dict(os.environ))
        yield f"| {processes} | {count / cost.wall:.0f} | {1000 * cost.cpu / count:.0f} |"


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100)
    parser.add_argument("--bulk", type=int, default=300)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    pin(asked.jobs)
    real = [load_draft(REPOSITORY, Asked(folder.parent.name, int(folder.name))) for folder in sorted(REPOSITORY.glob("content/*/20*"))]
    with tempfile.TemporaryDirectory(dir=workplace(ROOM * (asked.files + asked.bulk))) as place:
        folder = Path(place)
        for line in one_by_one(real, folder / "single", asked.files):
            print(line)
        site = folder / "corpus"
        write_site(site, 1_000)
        drafts = [load_draft(site, Asked(each.parent.name, int(each.name))) for each in sorted(site.glob("content/*/20*"))[: asked.bulk]]
        for line in in_bulk(drafts, folder / "bulk", asked.bulk, asked.jobs):
            print(line)


if __name__ == "__main__":
    main()
