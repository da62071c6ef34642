"""What python-docx brings along in its empty document and no report needs: 800 KB of table styles, a picture of an empty page."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

_NEEDLESS = ("stylesWithEffects", "customXml", "thumbnail")  # the last step of a relation's type


def drop_ballast(document: "Document", kept: "Iterable[str]") -> None:
    """Leave out parts that nothing needs, and styles that neither `document` uses nor `kept` names. Call it when all is written."""
    package = document.part.package
    for relations in (document.part.rels, package.rels):
        for key in [key for key, relation in relations.items() if relation.reltype.endswith(_NEEDLESS)]:
            del relations[key]
    _drop_styles(document, set(kept))


def _drop_styles(document: "Document", kept: set[str]) -> None:
    styles = {style.style_id: style.element for style in document.styles}
    waiting = [style.style_id for style in document.styles if style.name in kept or style.element.get(_w("default")) == "1"]
    waiting += [_value(use) for part in _written(document) for use in part.iter(_w("pStyle"), _w("rStyle"), _w("tblStyle"))]
    used: set[str] = set()
    while waiting:
        if (style := waiting.pop()) in used or style not in styles:
            continue
        used.add(style)
        waiting += [_value(other) for other in styles[style].iter(_w("basedOn"), _w("link"), _w("next"))]
    for style, element in styles.items():
        if style not in used:
            element.getparent().remove(element)


def _written(document: "Document") -> "list[BaseOxmlElement]":
    return [document.element, *(section.footer._element for section in document.sections)]  # noqa: SLF001 - the library has no word for it


def _w(name: str) -> str:
    return "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}" + name


def _value(element: "BaseOxmlElement") -> str:
    return str(element.get(_w("val"), ""))
