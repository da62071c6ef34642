"""Which section of the report a block belongs to: the six titles, in the wording of any edition and its variants."""

import difflib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from giar_site import forms
from giar_site.importers.document import Block, Grid, GridCell, Paragraph
from giar_site.importers.recognise.folding import folded, squeezed, unnumbered
from giar_site.importers.recognise.items import is_figure

_LONGEST_TITLE = 45
_BAR = "|"  # what shows cells; also stands for a grid
_CLOSE = 0.85
_CAPTION = re.compile(r"附?表\s*[0-9一二三四五六]{0,2}|[(（]?单位[:：]\S{1,12}|(?:注|备注|说明)[:：].+|[^。]{2,20}[:：]", re.DOTALL)
_NUMBERED = re.compile("第?[一二三四五六七八九十]{1,3}(?:[、.．:：]|部分)")


@dataclass(frozen=True, slots=True)
class Part:
    """The blocks of one section; of those before the first title `key` and `title` are empty. `exact`: the title is one to the letter."""

    key: str
    title: Paragraph | None
    blocks: tuple[Block, ...]
    exact: bool = True


@cache
def _titles() -> dict[str, str]:
    """Section keys by the folded title without its number."""
    return {
        folded(unnumbered(title)): section.key
        for form in forms.editions()
        for section in reversed(form.sections)
        for title in (section.title, *section.variants)
    }


@lru_cache(maxsize=8192)
def section_of(text: str) -> tuple[str, bool]:
    """The key of the section that `text` is the title of ("": none), and whether it is so to the letter."""
    if len(text) > _LONGEST_TITLE:
        return "", False
    bare = folded(unnumbered(text.strip().strip("*#")))
    if bare in _titles():
        return _titles()[bare], True
    if len(bare) < 6 or bare == folded(text.strip()):
        return "", False
    near = difflib.get_close_matches(bare, _titles(), 2, _CLOSE)
    keys = {_titles()[each] for each in near}
    return (keys.pop(), False) if len(keys) == 1 else ("", False)


def titles_among(texts: Sequence[str]) -> list[tuple[int, str, bool]]:
    """The titles of sections in `texts`: position, key, whether it is so to the letter. Of two for one section the likelier, of equals the last.

    A sub-heading `（一）主动公开情况` can be in the words of a title: it is none where there are titles numbered 一、 or not at all. A title that is
    repeated behind figures and before any other title is the head of a new page: the section began with the first.
    """
    best: dict[str, tuple[int, bool, int]] = {}
    titles = all_titles(texts)
    again = any(one == other for (_, one, _), (_, other, _) in pairwise(titles))
    figures = list(accumulate(_BAR in text or is_figure(text) for text in texts)) if again else []
    before = ""
    for at, key, exact in titles:
        first = best[key][2] if key == before else at
        goes_on = first < at and squeezed(texts[first]) == squeezed(texts[at]) and figures[first] < figures[at]
        if not goes_on:
            best[key] = max(best.get(key, (-1, False, -1)), (rank(texts[at]), exact, at))
        before = key
    return sorted((at, key, exact) for key, (_, exact, at) in best.items())


def all_titles(texts: Sequence[str]) -> list[tuple[int, str, bool]]:
    """The same with every title that a section has."""
    found = [(at, *section_of(text)) for at, text in enumerate(texts)]
    least = min(1, max((rank(texts[at]) for at, key, _ in found if key), default=0))
    return [each for each in found if each[1] and rank(texts[each[0]]) >= least]


def rank(text: str) -> int:
    """2: numbered as sections are; 1: not numbered; 0: numbered as parts of sections are."""
    bare = text.strip().strip("*# ")
    return 2 if _NUMBERED.match(bare) else 1 if unnumbered(bare) == bare else 0


def parts_of(blocks: tuple[Block, ...]) -> list[Part]:
    """`blocks` divided by the titles of sections. What stands first of two titles of one section is a table of contents, and stays text."""
    return divided(flattened(blocks))


def flattened(blocks: Iterable[Block]) -> list[Block]:
    """`blocks`, grids cut where a row of theirs is no row of a table but a title, a caption or a paragraph."""
    return [each for block in blocks for each in (_without_titles(block) if isinstance(block, Grid) else [block])]


def divided(flat: Sequence[Block]) -> list[Part]:
    """The parts of blocks that are `flattened`."""
    kept = titles_among([block.text if isinstance(block, Paragraph) else _BAR for block in flat])
    parts: list[Part] = []
    start, key, title, exact = 0, "", None, True
    for at, next_key, next_exact in [*kept, (len(flat), "", True)]:
        parts.append(Part(key, title, tuple(flat[start:at]), exact))
        if at < len(flat):
            block = flat[at]
            start, key, exact = at + 1, next_key, next_exact
            title = block if isinstance(block, Paragraph) else None
    return parts


def _without_titles(grid: Grid) -> Iterator[Block]:
    """`grid` cut where a row holds nothing but the title of a section, or nothing but a long text: pages and sheets are laid out so."""
    start = 0
    rows = list(grid.in_rows())
    spanned = {row for cell in grid.cells for row in range(cell.row + 1, cell.row + cell.rows)}
    for number, row in enumerate(rows):
        filled = [cell for cell in row if squeezed(cell.text)]
        alone = filled[0] if len(filled) == 1 and number not in spanned and filled[0].rows == 1 else None
        if alone and (section_of(alone.text)[0] or _is_prose(alone)):
            yield from _rows(grid, rows, start, number)
            yield from (Paragraph(line.strip(), alone.spot) for line in alone.text.split("\n") if line.strip())
            start = number + 1
    yield from _rows(grid, rows, start, grid.height)


def in_lines(blocks: Iterable[Block]) -> Iterator[Block]:
    """`blocks` of a section without a table: a grid that holds one text a row is no table, but lines of text."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            continue
        rows = [[cell for cell in row if squeezed(cell.text)] for row in block.in_rows()]
        if any(len(row) > 1 for row in rows):
            yield block
        else:
            yield from (
                Paragraph(line.strip(), cell.spot) for row in rows for cell in row for line in cell.text.split("\n") if line.strip()
            )


def _is_prose(cell: GridCell) -> bool:
    return (len(cell.text) > _LONGEST_TITLE and "。" in cell.text) or bool(_CAPTION.fullmatch(cell.text.strip()))


def _rows(grid: Grid, rows: Sequence[Sequence[GridCell]], start: int, end: int) -> Iterator[Grid]:
    if start == 0 and end == grid.height:
        yield grid
        return
    cells = [cell for row in rows[start:end] for cell in row]
    if any(squeezed(cell.text) for cell in cells):
        moved = (
            GridCell(
                cell.text,
                cell.row - start,
                cell.column,
                cell.spot,
                min(cell.rows, end - cell.row),
                cell.columns,
                cell.number,
                cell.unstored,
                cell.formula,
            )
            for cell in cells
        )
        yield Grid(tuple(moved), grid.spot)
