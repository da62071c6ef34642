"""A file whose name says .xlsx and whose first bytes say something else: refused, with what it is and what to do."""

from typing import Final

from giar_site.diagnostics import Text
from giar_site.importers.document import Refused

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_SAVE: Final = Text("请用 Excel 或 WPS 打开,另存为 .xlsx 后再导入", "open it in Excel or WPS, save it as .xlsx and import that")


def refuse_other_formats(data: bytes) -> None:
    """Raise Refused unless `data` begins as a zip file does."""
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if data.startswith(b"PK\x03\x04"):
        return
    if not data:
        raise Refused(Text("是空文件", "it is empty"))
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise Refused(Text("已加密。请去掉打开密码后再导入", "it is encrypted; remove the password and import it again"))
    if data.startswith(_OLE):
        raise Refused(Text(f"是旧格式(.xls)。{_SAVE.zh}", f"it is of the old format (.xls); {_SAVE.en}"))
    if start.startswith(b"<?xml") or b"<html" in start or b"<table" in start:
        raise Refused(
            Text(f"其实是网页或 XML,只是扩展名为 .xlsx。{_SAVE.zh}", f"it is a web page or XML under the name of .xlsx; {_SAVE.en}")
        )
    raise Refused(Text(f"不是 .xlsx 工作簿。{_SAVE.zh}", f"it is no .xlsx workbook; {_SAVE.en}"))
