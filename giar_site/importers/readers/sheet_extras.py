"""What lies on a sheet beside its cells: comments, text boxes, pictures, charts."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from giar_site.diagnostics import Text
from giar_site.importers.archive import Archive
from giar_site.importers.document import Notice, Paragraph, Spot
from giar_site.importers.readers.sheet_cells import children, local, position, words_of
from giar_site.importers.readers.workbook import Relation, SheetEntry, relations


class Extras(NamedTuple):
    """`paragraphs`: the text of text boxes."""

    paragraphs: list[Paragraph]
    notices: list[Notice]


def read_extras(archive: Archive, entry: SheetEntry) -> Extras:
    """Read what the sheet refers to. Links and files outside are reported, never fetched."""
    extras = Extras([], [])
    for relation in relations(archive, entry.part).values():
        if relation.external:
            extras.notices.append(_outside(relation, entry.name))
        elif relation.target not in archive.names:
            continue
        elif relation.kind == "comments":
            extras.notices.extend(_comments(archive.xml(relation.target), entry.name))
        elif relation.kind == "drawing":
            _read_drawing(archive.xml(relation.target), entry.name, extras)
    return extras


def _outside(relation: Relation, sheet: str) -> Notice:
    return Notice(
        Text(
            f"工作表“{sheet}”有指向外部的链接，未读取：{relation.target}",
            f"sheet {sheet} has a link to the outside, which is not followed: {relation.target}",
        ),
        Spot(sheet=sheet),
    )


def _comments(root: ET.Element, sheet: str) -> Iterator[Notice]:
    for comment in (comment for group in children(root, "commentList") for comment in children(group, "comment")):
        row, column = position(comment.get("ref", ""))
        text = " ".join("".join("".join(words_of(words)) for words in children(comment, "text")).split())
        name = comment.get("ref", "")
        yield Notice(
            Text(f"{name} 的批注未导入：{text}", f"the comment of {name} is not imported: {text}"),
            Spot(sheet=sheet, row=row, column=column),
        )


def _read_drawing(root: ET.Element, sheet: str, extras: Extras) -> None:
    pictures = charts = 0
    for element in root.iter():
        name = local(element)
        if name == "pic":
            pictures += 1
        elif name == "graphicFrame":
            charts += 1
        elif name == "txBody":
            _read_box(element, sheet, extras)
    spot = Spot(sheet=sheet)
    if pictures:
        extras.notices.append(
            Notice(Text(f"工作表“{sheet}”中的 {pictures} 张图片未导入", f"pictures on sheet {sheet} are not imported: {pictures}"), spot)
        )
    if charts:
        extras.notices.append(
            Notice(Text(f"工作表“{sheet}”中的 {charts} 个图表未导入", f"charts on sheet {sheet} are not imported: {charts}"), spot)
        )


def _read_box(body: ET.Element, sheet: str, extras: Extras) -> None:
    lines = ["".join(run.text or "" for run in paragraph.iter() if local(run) == "t").strip() for paragraph in children(body, "p")]
    said = [line for line in lines if line]
    if not said:
        return
    extras.paragraphs.extend(Paragraph(line, Spot(sheet=sheet)) for line in said)
    extras.notices.append(
        Notice(
            Text(
                f"工作表“{sheet}”的文本框中有文字，作为段落接在该表之后：{said[0]}",
                f"the text of a text box on sheet {sheet} follows its cells: {said[0]}",
            ),
            Spot(sheet=sheet),
        )
    )
