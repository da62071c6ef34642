"""Which year a source reports on, and what says so."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Paragraph
from giar_site.importers.recognise.folding import squeezed
from giar_site.importers.recognise.metadata import Heading, period_year
from giar_site.importers.recognise.report_title import title_in, titles_in
from giar_site.importers.recognise.values import FoundValue

_YEAR = re.compile(r"(20[0-9]{2})\s*年")


class FoundYear(NamedTuple):
    """A year (0: none found), how sure it is, and other years that the source could mean as well."""

    year: int
    said_by: Text
    certain: bool
    others: tuple[int, ...] = ()


class _Passage(Protocol):
    @property
    def blocks(self) -> tuple[Block, ...]: ...


_TITLE = Text("标题", "the title")
_PERIOD = Text("统计期限", "the period")
_QUOTED = Text("正文提到的报告名称", "the report's name in the text")
_PROPERTY = Text("文件属性中的标题", "the title in the file's properties")
_FILE = Text("文件名", "the file's name")
_TEXT = Text("总体情况中最先提到的年份", "the first year in section one")
_NONE = Text("", "")


def found_year(
    head: Heading, passages: Sequence[_Passage], properties: dict[str, str], file_name: str, values: Sequence[FoundValue] = ()
) -> FoundYear:
    """The year of the report: what title, period and a cell 年度 (in `values`) say is certain, unless they say different things."""
    said = [*_stated(values), *_said(head, properties)]
    if not said:
        said = [(year, by, False) for year, by in _guessed(passages, file_name)][:1]
    if not said:
        return FoundYear(0, _NONE, certain=False)
    year, by, certain = said[0]
    others = tuple(dict.fromkeys(other for other, _, sure in said if sure and other != year))
    return FoundYear(year, by, certain and not others, others)


def _stated(values: Sequence[FoundValue]) -> Iterator[tuple[int, Text, bool]]:
    for value in values:
        title = title_in(value.text) if value.key == "title" else None
        if title:
            yield title.year, value.said_by, True
        elif value.key == "year" and (match := re.fullmatch("(20[0-9]{2})(?:年度?)?", squeezed(value.text))):
            yield int(match[1]), value.said_by, True


def _said(head: Heading, properties: dict[str, str]) -> Iterator[tuple[int, Text, bool]]:
    text = " ".join(block.text for block in head.rest if isinstance(block, Paragraph))
    if head.title and head.title.year:
        yield head.title.year, _TITLE, True
    for block in head.rest:
        if isinstance(block, Paragraph) and (other := title_in(block.text)):
            yield other.year, _TITLE, True
    if year := period_year(text):
        yield year, _PERIOD, True
    for title in titles_in(text):
        yield title.year, _QUOTED, True
    for name in ("ArticleTitle", "title"):
        if named := title_in(properties.get(name, "").split("_")[0]):
            yield named.year, _PROPERTY, True


def _guessed(passages: Sequence[_Passage], file_name: str) -> Iterable[tuple[int, Text]]:
    yield from ((int(found), _FILE) for found in re.findall(r"(?<![0-9])20[0-9]{2}(?![0-9])", file_name)[-1:])
    texts = [block.text for passage in passages[:1] for block in passage.blocks if isinstance(block, Paragraph)]
    yield from ((int(found), _TEXT) for found in _YEAR.findall(" ".join(texts))[:1])
