"""The letter as plain text for a terminal or a mail."""

from collections.abc import Iterator

from giar_site.diagnostics import Text
from giar_site.review.letter import Group, Item, Letter
from giar_site.review.wrapping import wrapped
from giar_site.width import visible, width

COLUMNS = 78


def as_text(letter: Letter) -> str:
    """The letter in lines of at most 78 terminal columns."""
    return "\n".join(_lines(letter)) + "\n"


def _lines(letter: Letter) -> Iterator[str]:
    for line in wrapped(visible(letter.title), COLUMNS):
        yield " " * max((COLUMNS - width(line)) // 2, 0) + line
    yield ""
    yield from wrapped(visible(letter.addressee), COLUMNS)
    yield from wrapped(visible(letter.opening), COLUMNS)
    for text in letter.checked:
        yield from wrapped(visible(text), COLUMNS, "- ", "  ")
    for group in letter.groups:
        yield ""
        yield from _group(group, letter.language)
    yield ""
    for text in filter(None, (letter.verdict, letter.closing)):
        yield from wrapped(visible(text), COLUMNS)
    yield ""
    yield from wrapped(visible(letter.contact), COLUMNS)
    yield ""
    yield f"{letter.signature} ____________________"
    yield letter.date


def _group(group: Group, language: str) -> Iterator[str]:
    yield group.heading
    for item in group.items:
        yield from _item(item, language)


def _item(item: Item, language: str) -> Iterator[str]:
    number = f"{item.number}. "
    margin = " " * len(number)
    yield from wrapped(visible(item.found), COLUMNS, number, margin)
    named = (
        (Text("位置：", "where: "), Text(f"{item.where}（{item.file}）", f"{item.where} ({item.file})").in_language(language)),
        (Text("数值：", "values: "), item.values),
        (Text("处理：", "to do: "), item.mend),
        (Text("规则：", "rule: "), item.rule),
    )
    for name, text in named:
        if text:
            start = margin + name.in_language(language)
            yield from wrapped(visible(text), COLUMNS, start, " " * width(start))
