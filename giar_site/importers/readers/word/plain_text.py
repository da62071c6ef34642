"""All text of a part of a Word file, shown or not: what notices quote."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from giar_site.importers.readers.word.xml_names import name


def text_of(part: Element) -> str:
    """Return all text in `part`, a blank between paragraphs: for notices."""
    return " ".join(text for text in ("".join(texts_of(paragraph)) for paragraph in part.iter() if name(paragraph) == "p") if text.strip())


def texts_of(element: Element) -> Iterator[str]:
    """Yield each text in `element`, deleted ones included."""
    return (below.text or "" for below in element.iter() if name(below) in {"t", "delText"})
