"""The bytes of a web page → its characters: by BOM, by the encoding it declares, as UTF-8, as GB18030. Never with replacements."""

import codecs
import re

from giar_site.diagnostics import Text
from giar_site.importers.document import Refused
from giar_site.importers.noting import Noting

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_DECLARED = re.compile(rb"""<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_WITHIN = 4096  # bytes; browsers look into the first 1,024
_ALSO_CALLED = {"gb2312": "gb18030", "gbk": "gb18030", "gb_2312-80": "gb18030", "x-gbk": "gb18030", "utf8": "utf-8", "unicode": "utf-8"}
_KNOWN = frozenset({"utf-8", "gb18030", "big5", "big5hkscs", "iso-8859-1", "windows-1252", "us-ascii"})


def page_text(data: bytes, noting: Noting) -> str:
    """Return the characters of a page. Raises Refused where they cannot be told."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(_tried(data[len(mark) :], encoding))
    declared = _declared(data)
    for encoding in dict.fromkeys((declared, "utf-8", "gb18030")):
        text = _tried(data, encoding) if encoding in _KNOWN else None
        if text is not None:
            if declared and encoding != declared:
                noting.add(
                    f"网页声明的编码是 {declared}，实际按 {encoding} 读取", f"the page declares {declared}; it was read as {encoding}"
                )
            return _checked(text)
    return _checked(None)


def _declared(data: bytes) -> str:
    found = _DECLARED.search(data[:_WITHIN])
    name = found[1].decode("ascii", "replace").lower() if found else ""
    name = _ALSO_CALLED.get(name, name)
    # Pages of the old tools call themselves Latin and are Chinese: no Latin page is a report.
    return "" if name in {"iso-8859-1", "windows-1252", "us-ascii"} else name


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _checked(text: str | None) -> str:
    if text is None or "\0" in text:
        raise Refused(
            Text(
                "文字编码无法识别。请用浏览器打开，另存为 UTF-8 编码的网页后再导入",
                "its encoding cannot be told; open it in a browser, save it in UTF-8 and import that",
            )
        )
    return text
