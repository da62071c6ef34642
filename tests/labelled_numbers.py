"""Reads the labelled set: sentences, the figures they stand against, and the label of each number."""

import hashlib
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from giar_site import forms
from giar_site.load import Folder, load_agency
from giar_site.model import Agency, Figure, Figures, Metadata, Passage, Reading, Report

HERE = Path(__file__).parent / "prose" / "labelled"
CONTENT = Path(__file__).parents[1] / "content"
_LABEL = re.compile(r"\{(?P<label>[vc]):(?P<text>[^{}]+)\}")
_VERDICTS = {"v": "verified", "c": "contradicted"}
_FIRST_COLUMNS = ("total", "decisions", "amount")


class Label(NamedTuple):
    """A number (or statement) of an item and its verdict."""

    start: int
    end: int
    text: str
    verdict: str


class Item(NamedTuple):
    """A sentence with its labels, as a report of its own; `developed`: it belongs to the half the code was developed on.

    `agency` wrote it: the set says whose it is by the title, but a site also knows its agency.
    """

    file: str
    sentence: str
    labels: tuple[Label, ...]
    report: Report
    previous: Report | None
    developed: bool
    agency: Agency


@cache
def items() -> tuple[Item, ...]:
    """All items of the set."""
    return tuple(item for path in sorted(HERE.glob("*.yaml")) for item in _read(path))


def _read(path: Path) -> Iterator[Item]:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    if "report" in data:
        slug, year = data["report"].split("/")
        real = real_report(slug, int(year))
        agency = real_agency(slug)
        number, figures, previous, title = real.year, real.figures, None, real.metadata.title
    else:
        edition, number = data["form"], data["year"]
        agency = Agency("sample", data["name"], kind=data.get("kind", "department"), scope=data.get("scope", "own"))
        title = f"{data['name']}{number}年政府信息公开工作年度报告"
        figures = figures_of(edition, data["figures"])
        previous = report_of("", "overview", number - 1, figures_of(edition, data["previous"])) if "previous" in data else None
    for line in data["sentences"].splitlines():
        section, _, marked = line.rpartition(">") if re.match(r"\w+>", line) else ("overview", "", line)
        sentence, labels = read_labels(marked)
        report = report_of(sentence, section, number, figures, title)
        yield Item(path.stem, sentence, labels, report, previous, data.get("half") == "developed" or in_develop_half(sentence), agency)


def in_develop_half(sentence: str) -> bool:
    """The fixed rule of the split."""
    return int(hashlib.sha256(sentence.encode()).hexdigest()[0], 16) % 2 == 0


def read_labels(marked: str) -> tuple[str, tuple[Label, ...]]:
    """The sentence without marks, and the labels with offsets into it."""
    labels: list[Label] = []
    parts: list[str] = []
    length = last = 0
    for match in _LABEL.finditer(marked):
        parts += [marked[last : match.start()], match["text"]]
        length += match.start() - last
        labels.append(Label(length, length + len(match["text"]), match["text"], _VERDICTS[match["label"]]))
        length += len(match["text"])
        last = match.end()
    return "".join([*parts, marked[last:]]), tuple(labels)


def cell_of(form: forms.Form, short: str) -> str:
    """The cell id that a short name such as `received` or `refused.third_party@total` stands for."""
    row, _, column = short.partition("@")
    found = [each for each in form.rows if each.id == row or each.id.endswith(f".{row}")]
    best = min(found, key=lambda each: len(each.id))
    columns = [column] if column else [each for each in _FIRST_COLUMNS if f"{best.id}@{each}" in form.by_id]
    return f"{best.id}@{columns[0]}"


def figures_of(edition: int, written: dict[str, Any]) -> Figures:
    """Figures of `edition`: those written, the rest 0."""
    form = forms.edition(edition)
    values = {form.by_id[cell_of(form, short)].index: Decimal(str(value)) for short, value in written.items()}
    units = {cell.index: "万元" for cell in form.cells if cell.kind is forms.Kind.MONEY and not cell.unit}
    cells = (
        Figure(values.get(at, Decimal(0)), f"{values.get(at, Decimal(0)):f}", Reading.PLAIN, units.get(at, ""))
        for at in range(len(form.cells))
    )
    return Figures(edition, tuple(cells))


def report_of(sentence: str, section: str, year: int, figures: Figures, title: str = "") -> Report:
    """A report whose narrative is just `sentence`."""
    passage = Passage(section, "", sentence, "")
    return Report("sample", year, figures, Metadata(title=title), Passage("", "", "", ""), (passage,))


@cache
def real_agency(slug: str) -> Agency:
    """An agency of content/."""
    with Folder.top(CONTENT.parent) as top, top.folder("content") as content:
        return load_agency(content, slug).agency


def real_report(slug: str, year: int) -> Report:
    """A report of content/."""
    return next(report for report in real_agency(slug).reports if report.year == year)
