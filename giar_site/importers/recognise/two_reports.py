"""A file that holds more than one report: read as one, the name would be of the first and the figures of the last."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from giar_site.diagnostics import Text
from giar_site.importers.document import Block, Grid, Paragraph, Refused, Spot
from giar_site.importers.places import place
from giar_site.importers.recognise.items import Sort
from giar_site.importers.recognise.lexicon import editions_and_tables, lexicon
from giar_site.importers.recognise.pieces import separated
from giar_site.importers.recognise.sections import Part, all_titles
from giar_site.importers.recognise.tables import read_table
from giar_site.importers.recognise.title_lines import begins_a_report, differ, title_at

if TYPE_CHECKING:
    from giar_site.importers.recognise.report_title import Title

_LEAST_LABELS = 12
_LEAST_SENTENCES = 3
_MOST_NAMED = 3  # who reads three understands


class _Found(NamedTuple):
    """A title that is there once more, or another title, and where."""

    text: str
    spot: Spot


def only_one_report(flat: Sequence[Block]) -> None:
    """Raise Refused where the blocks of a file hold two reports, with what was found twice and where.

    A table of contents names the sections without their tables, a table that goes on has other rows, and links to other years have no report
    below them.
    """
    _refuse(_reports(flat))
    _refuse(_twice(_parts(flat)))


def only_one_table_each(parts: Iterable[Part]) -> None:
    """The same for the sheets of our own workbook."""
    _refuse(_twice(parts))


def _refuse(found: Sequence[_Found]) -> None:
    if len(found) < 2:
        return
    zh, en = zip(*(_quoted(each) for each in found), strict=True)
    raise Refused(
        Text(
            f"文件里不止一份年度报告：{'、'.join(zh)}，下面各有报告的内容。一个文件只能放一份报告：请按报告拆成几个文件，再分别导入",
            f"the file holds more than one annual report: {', '.join(en)} each have a report below them. One file holds one report: "
            "make a file of each and import these",
        )
    )


def _quoted(found: _Found) -> Text:
    at = place(found.spot)
    short = " ".join(found.text.split())
    return Text(f"“{short}”" + (f"（{at.zh}）" if at.zh else ""), f"“{short}”" + (f" ({at.en})" if at.en else ""))


def _parts(flat: Sequence[Block]) -> Iterator[Part]:
    """Every section of the file, also those whose title is there more than once; none if there is no such."""
    titles = [(at, key) for at, key, _ in all_titles([_text(block) for block in flat])]
    if len(titles) == len({key for _, key in titles}):
        return
    for (at, key), end in zip(titles, [*(at for at, _ in titles[1:]), len(flat)], strict=True):
        title = flat[at]
        yield Part(key, title if isinstance(title, Paragraph) else None, tuple(flat[at + 1 : end]))


def _text(block: Block) -> str:
    return block.text if isinstance(block, Paragraph) else ""


def _twice(parts: Iterable[Part]) -> list[_Found]:
    """The titles of the first section whose table fills the same cells as one before it."""
    before: dict[str, tuple[set[str], Part]] = {}
    for part in parts:
        filled = _filled(part)
        known, first = before.get(part.key, (set[str](), part))
        shared = known & filled
        if len(shared) > 1 and 2 * len(shared) >= min(len(known), len(filled)):
            return [_Found(each.title.text, each.title.spot) for each in (first, part) if each.title]
        if filled:
            before[part.key] = known | filled, first
    return []


def _filled(part: Part) -> set[str]:
    """The cells of the form that the tables of a section fill, in the edition that fits them best."""
    found: list[set[str]] = [set()]
    for form, table in editions_and_tables():
        if table.key == part.key:
            sources = separated(part.blocks, [lexicon(form.edition, table.key)], count()).tables
            rows = read_table(sources, form, table).rows if sources else ()
            cells = ((row, column, item) for row in rows for column, item in zip(row.columns, row.items, strict=True))
            found.append(
                {
                    column.key if row.row is None else f"{row.row.id}@{column.key}"
                    for row, column, item in cells
                    if item and item.sort is not Sort.BLANK
                }
            )
    return max(found, key=len)


def _reports(flat: Sequence[Block]) -> list[_Found]:
    """The titles of different reports that have one below them, or at least its beginning."""
    titles = [(at, title) for at, block in enumerate(flat) if isinstance(block, Paragraph) and (title := title_at(flat, at))]
    first = [each for at, each in enumerate(titles) if at == 0 or differ(titles[at - 1][1], each[1])]
    if len(first) < 2:
        return []
    ends = [*(at for at, _ in first[1:]), len(flat)]
    found: list[tuple[int, Title]] = []
    for (at, title), end in zip(first, ends, strict=True):
        if all(differ(title, other) for _, other in found) and (begins_a_report(flat, at) or _holds_a_report(flat[at + 1 : end])):
            found.append((at, title))
        if len(found) == _MOST_NAMED:
            break
    return [_Found(title.text, flat[at].spot) for at, title in found]


def _holds_a_report(blocks: Sequence[Block]) -> bool:
    """Whether a report stands there: the form's labels, or at least the text of one."""
    texts = [
        text for block in blocks for text in ([cell.text for cell in block.cells] if isinstance(block, Grid) else block.text.split("|"))
    ]
    sentences = sum(1 for block in blocks if isinstance(block, Paragraph) and "。" in block.text)
    words = [lexicon(form.edition, table.key) for form, table in editions_and_tables()]
    labels = Counter(any(each.find(text) for each in words) for text in set(texts) if text)
    return labels[True] >= _LEAST_LABELS or sentences >= _LEAST_SENTENCES
