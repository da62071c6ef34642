"""The pages against the data: a report's cells, and the figures and totals of the overviews.

Our own pages are read, so no reader of other people's HTML is needed: what does not look as giar writes it is a difference. Every expression is linear.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from html import unescape
from typing import Final, NamedTuple

from giar_site import forms
from giar_site.derive import differs, key_values, labels_of
from giar_site.load import plain_digits
from giar_site.model import Figure, Figures, Reading
from giar_site.verifying.difference import Difference, Kind
from giar_site.verifying.reports import label_of

_COMMENT: Final = re.compile(r"<!--(?:-?>|.*?(?:--!?>|\Z))", re.DOTALL)
_CELL: Final = re.compile(
    r'<(?P<tag>[a-z]+)(?P<said>(?: [a-z-]+="[^"<>]*")+)>(?P<text>(?:[^<]++|<span(?: [a-z-]+="[^"<>]*")*>|</span>)*+)</(?P=tag)>'
)
_SAID: Final = re.compile(r' ([a-z-]+)="([^"<>]*)"')
_MARK: Final = re.compile(r"data-(?:value|of)", re.IGNORECASE)
_ID: Final = re.compile(r"""[\s"'/]id\s*=\s*["']?([^\s"'<>]+)""", re.IGNORECASE)
_LEFT_OUT: Final = re.compile(r' data-left-out="([a-z0-9-]{1,64})/([0-9]{4})"')
_TAG: Final = re.compile("<[^<>]*>")


class Shown(NamedTuple):
    """An element with a figure: its attributes, and what a reader sees; None where that is no plain text."""

    said: Mapping[str, str]
    text: str | None


def shown_in(html: str) -> tuple[list[Shown], bool]:
    """The figures of a page, and whether all of them look as giar writes them."""
    seen = _COMMENT.sub("", html)
    found = []
    for match in _CELL.finditer(seen):
        pairs = _SAID.findall(match["said"])
        if any(name in {"data-value", "data-of"} for name, _ in pairs):
            said = {name: unescape(value) for name, value in pairs}
            text = match["text"]
            plain = unescape(text) if "<" not in text else None if re.search("[0-9]", _TAG.sub("", text)) else ""
            found.append(Shown(said, plain if len(said) == len(pairs) else None))
    return found, len(found) == len(_MARK.findall(seen))


def report_page(path: str, html: str, figures: Figures | None) -> Iterator[Difference]:
    """A report's page against its data; None: there are no data, so that the page must show no figures either."""
    shown, sound = shown_in(html)
    cells = {each.said.get("id", ""): each for each in shown}
    wanted = figures.form.by_id if figures else {}
    if not sound or len(cells) != len(shown) or cells.keys() != wanted.keys():
        for gone in sorted(wanted.keys() - cells.keys()):
            yield Difference(Kind.PAGE, path, gone, label_of(gone))
        yield Difference(Kind.PAGE, path)
        return
    if figures is None:
        return
    ids = [found for found in _ID.findall(html) if unescape(found) in wanted]
    if len(ids) != len(wanted):
        yield Difference(Kind.PAGE, path, expected=str(len(wanted)), actual=str(len(ids)))
    for cell in figures.form.cells:
        one, figure = cells[cell.id], figures.values[cell.index]
        value = "" if figure.value is None else plain_digits(figure.value)
        for expected, actual in ((value, one.said.get("data-value")), (_text(figure), one.text)):
            if expected != actual:
                yield Difference(
                    Kind.FIGURE, path, cell.id, cell.label, expected, "" if actual is None else actual[:40], path.removesuffix(".html")
                )


def _text(figure: Figure) -> str:
    """What a reader sees of a figure; a blank may be shown by any words without a digit."""
    if differs(figure):
        return "" if figure.value is None and figure.reading is Reading.BLANK else figure.text
    return "" if figure.value is None else plain_digits(figure.value)


def left_out(html: str) -> frozenset[tuple[str, int]]:
    """The reports that the totals of a year's page leave out."""
    return frozenset((agency, int(year)) for agency, year in _LEFT_OUT.findall(_COMMENT.sub("", html)))


def overview_page(path: str, html: str, wanted: Mapping[str, str]) -> Iterator[Difference]:
    """An overview against the figures it must show, each by what `data-of` says."""
    shown, sound = shown_in(html)
    found = {each.said.get("data-of", ""): each for each in shown}
    if not sound or len(found) != len(shown):
        yield Difference(Kind.PAGE, path)
    for of in sorted(wanted.keys() ^ found.keys()):
        yield Difference(Kind.PAGE, path, of, _words(of), wanted.get(of, ""))
    for of in sorted(wanted.keys() & found.keys()):
        if found[of].text != wanted[of]:
            yield Difference(Kind.FIGURE, path, of, _words(of), wanted[of], (found[of].text or "")[:40])


def figures_of(reports: Mapping[tuple[str, int], Figures]) -> dict[str, str]:
    """What an overview of `reports` shows of each: every key figure that any of them has."""
    labels = labels_of(reports.values())
    wanted = {}
    for (agency, year), figures in reports.items():
        values = {each.key: each.value for each in key_values(figures)}
        for key in labels:
            value = values.get(key)
            wanted[f"{agency}/{year} {key}"] = "" if value is None else plain_digits(value)
    return wanted


def totals_of(year: int, reports: Mapping[tuple[str, int], Figures], without: frozenset[tuple[str, int]]) -> dict[str, str]:
    """The totals of a year over all of its `reports` but those `without`."""
    sums: dict[str, Decimal] = {}
    for name, figures in reports.items():
        for each in key_values(figures) if name not in without else ():
            if each.value is not None:
                sums[each.key] = sums.get(each.key, Decimal(0)) + each.value
    return {f"{year} {key}": plain_digits(sums[key]) if key in sums else "" for key in labels_of(reports.values())}


def _words(of: str) -> str:
    key = of.rpartition(" ")[2]
    return next((each.label for form in reversed(forms.editions()) for each in form.key_figures if each.key == key), "")
