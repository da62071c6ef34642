"""What the paragraphs of a Word file are that giar wrote: bold, links, lists, quotations, code. In others such things seldom mean what they look like."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

from giar_site.importers.document import Run, Shape
from giar_site.importers.own_document import ATTACHMENT, CODE, CODE_FONT, ITEM, PARTICULAR, QUOTE, STEP, TITLE
from giar_site.importers.readers.word.numbering import Numbering
from giar_site.importers.readers.word.styles import Styles
from giar_site.importers.readers.word.xml_names import attribute, child, children, name, number, switched_on

_ROLES = {TITLE: "title", PARTICULAR: "particular", ATTACHMENT: "attachment", CODE: "code"}
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_HOLD_RUNS = frozenset({"ins", "smartTag", "sdt", "sdtContent", "hyperlink"})


class Shapes:
    """Tells the shape of one paragraph after another."""

    def __init__(self, styles: Styles, numbering: Numbering, links: Mapping[str, str]) -> None:
        """`links`: addresses by the ids of relations."""
        self._styles = styles
        self._numbering = numbering
        self._links = links

    def of(self, paragraph: Element, text: str) -> Shape:
        """The shape of `paragraph`, whose words are `text`; without faces where they cannot be told, such as in tracked changes."""
        style = self._styles.name_of(paragraph)
        role = _ROLES.get(style, "")
        if not text.strip():
            return Shape("rule" if child(paragraph, "pPr", "pBdr") is not None else role)
        runs = tuple(self._runs(paragraph, ""))
        known = "".join(run.text for run in runs) == text
        place = self._styles.list_place(paragraph)
        number_of_list = self._numbering.begun_by(place)
        depth = place.level if number_of_list else _set_in(paragraph) if style in {QUOTE, ITEM} else 0
        return Shape(role, runs if known else (), number_of_list, depth, style == QUOTE)

    def _runs(self, element: Element, link: str) -> Iterator[Run]:
        for below in element:
            tag = name(below)
            if tag == "r":
                yield _run(below, link)
            elif tag in _HOLD_RUNS:
                yield from self._runs(below, self._links.get(attribute(below, "id"), "") if tag == "hyperlink" else link)


def _run(run: Element, link: str) -> Run:
    properties = child(run, "rPr")
    words = "".join((below.text or "") if name(below) == "t" else _SIGNS.get(name(below), "") for below in run)
    bold, italic = (switched_on(child(properties, each)) for each in ("b", "i"))
    fonts = {attribute(font, "ascii") for font in children(properties, "rFonts")} if properties is not None else set()
    return Run(words, bold, italic, CODE_FONT in fonts, link)


def _set_in(paragraph: Element) -> int:
    """The lists and quotations round a paragraph that begins none of them, as its margin tells."""
    margin = child(paragraph, "pPr", "ind")
    left = number(attribute(margin, "left") or attribute(margin, "start"))
    return max(0, round(left / STEP) - 1)
