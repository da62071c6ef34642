"""Elements of Word's own language, where python-docx has no words for them."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

# What XML cannot hold; whoever wrote it did not see it either.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, /, *children: "BaseOxmlElement", **attributes: object) -> "BaseOxmlElement":
    """The element `w:name` with its attributes, all in the namespace w, and children."""
    from docx.oxml import OxmlElement  # noqa: PLC0415 - an extra
    from docx.oxml.ns import qn  # noqa: PLC0415 - an extra

    made: BaseOxmlElement = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), str(value))
    for child in children:
        made.append(child)
    return made


def writable(text: str) -> str:
    """`text` with a mark in place of each character that no XML file can hold."""
    return _UNWRITABLE.sub("\ufffd", text)
