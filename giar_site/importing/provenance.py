"""import.yaml: where each figure of an imported report came from, and how sure that is."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from giar_site.diagnostics import Text
from giar_site.importers.document import Document, Notice, Spot
from giar_site.importers.recognise.found import Confidence, FoundCell
from giar_site.importers.recognise.left_out import LEFT_OUT
from giar_site.importers.recognise.report import Recognised
from giar_site.importers.recognise.values import FoundValue
from giar_site.private import hushed

_WORDS = {
    Confidence.EXACT: "照录",
    Confidence.NORMALISED: "换了写法，数不变（published 是原文）",
    Confidence.INFERRED: "推断（reason 是理由）",
    Confidence.MISSING: "原文没有或空着",
}


def provenance_text(report: Recognised, document: Document, source: str, digest: str) -> str:
    """import.yaml of a report read from the file `source` whose SHA-256 is `digest`. Numbers that are private are masked: see `hushed`."""
    # The check reads figures.yaml and report.md, so that a number is found and mended there; nobody would look for it here.
    return hushed("\n".join(_lines(report, document, source, digest)) + "\n")


def _lines(report: Recognised, document: Document, source: str, digest: str) -> Iterator[str]:
    yield "# 由 giar import 写成：这份报告从哪里来，每格数字在原文的什么位置。留作凭据，不会公布。"
    yield from (f"# {confidence.value}：{words}" for confidence, words in _WORDS.items())
    yield "source:"
    yield f"  file: {_quoted(source)}"
    yield f"  sha256: {digest}"
    yield f"  reader: {document.reader}"
    yield f"form: {report.form.edition}"
    yield f"year: {report.year.year}  # {report.year.said_by.zh}"
    counts = Counter(cell.confidence for cell in report.cells)
    yield "counts: {" + ", ".join(f"{confidence.value}: {counts[confidence]}" for confidence in Confidence) + "}"
    if report.values:
        yield "metadata:"
    yield from (f"  {value.key}: {_value(value)}" for value in report.values.values())
    yield "cells:"
    yield from (f"  {cell.cell}: {_cell(cell)}" for cell in report.cells)
    yield from _list("furniture", report.furniture)
    yield from _list("unplaced", [each.text for each in report.unplaced])
    yield from _list("set_aside", report.set_aside)
    yield from _list("notices", [notice.text.zh for notice in notices_of(report, document)])


def notices_of(report: Recognised, document: Document) -> list[Notice]:
    """The notices of the reader, but for those on sheets that are no content."""
    return [notice for notice in document.notices if notice.spot.sheet not in report.set_aside]


def _value(value: FoundValue) -> str:
    said = [
        f"value: {_quoted(value.text)}",
        f"confidence: {value.confidence.value}",
        f"from: {_word(value.said_by.zh)}",
        *_spot(value.spot),
    ]
    if value.published.strip() != value.text:
        said.append(f"published: {_quoted(value.published)}")
    return _mapping(said, value.reason)


def _cell(cell: FoundCell) -> str:
    said = [f"confidence: {cell.confidence.value}", *_spot(cell.spot)]
    if cell.published and (cell.confidence is not Confidence.EXACT or cell.text == LEFT_OUT):
        said.append(f"published: {_quoted(cell.published)}")
    return _mapping(said, cell.reason)


def _mapping(said: Sequence[str], reason: Text | None) -> str:
    return "{" + ", ".join([*said, f"reason: {_word(reason.zh)}"] if reason else said) + "}"


def _spot(spot: Spot) -> list[str]:
    return [
        f"{name}: {value if isinstance(value, int) else _word(str(value))}" for name, value in zip(Spot._fields, spot, strict=True) if value
    ]


def _word(text: str) -> str:
    return text if text.isascii() and text.isalpha() else _quoted(text)


def _list(key: str, texts: "tuple[str, ...] | list[str]") -> Iterator[str]:
    if texts:
        yield f"{key}:"
        yield from (f"  - {_quoted(text)}" for text in texts)


_quoted = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps makes a new encoder for every text
