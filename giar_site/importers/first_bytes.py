"""What a file really is, by its first bytes: an office file by name only is refused with what to do instead."""

from giar_site.diagnostics import Text
from giar_site.importers.document import Refused

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # the name of the stream, in an encrypted file's directory


def refuse_unless_zip(data: bytes, suffix: str) -> None:
    """Refuse `data` unless they begin as a zip does. `suffix`: of the office format wanted, ".docx" or ".xlsx"."""
    if not data.startswith(b"PK"):
        raise Refused(_what_it_is(data, suffix))


def refuse_unless_page(data: bytes) -> None:
    """Refuse `data` that are no web page but an office file, a PDF, a web archive or nothing."""
    start = data[:4096].lstrip().lower()
    if data.startswith(b"PK"):
        raise Refused(Text("其实是办公文件。请把后缀改为 .docx 或 .xlsx", "it is really an office file; rename it to .docx or .xlsx"))
    if not start or data.startswith(_OLE) or start.startswith((b"%pdf", b"{\\rtf", b"mime-version")) or b"multipart/related" in start:
        raise Refused(_what_it_is(data, ".docx"))
    if b"<" not in data:
        raise Refused(Text("不是网页", "it is no web page"))


def _what_it_is(data: bytes, suffix: str) -> Text:
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    again = Text(f"请用办公软件打开，另存为 {suffix} 后再导入", f"open it with an office program, save it as {suffix} and import that")
    known = (
        (not data.strip(b"\0 \t\r\n"), Text("文件是空的", "it is empty")),
        (
            data.startswith(_OLE) and _ENCRYPTED in data,
            Text("已加密。请去掉打开密码后再导入", "it is encrypted; remove the password and import it again"),
        ),
        (data.startswith(_OLE), Text(f"是旧版（97-2003）格式。{again.zh}", f"it is of the old format (97-2003); {again.en}")),
        (start.startswith(b"{\\rtf"), Text(f"其实是 RTF 文件。{again.zh}", f"it is really RTF; {again.en}")),
        (start.startswith(b"%pdf"), Text("其实是 PDF 文件。请把后缀改为 .pdf", "it is really a PDF; rename it to .pdf")),
        (
            start.startswith(b"mime-version") or b"multipart/related" in start,
            Text(f"其实是单个文件网页（MHT）。{again.zh}", f"it is really a web archive (MHT); {again.en}"),
        ),
        (start.startswith(b"<?xml") and b"html" not in start, Text(f"其实是 XML 文件。{again.zh}", f"it is really XML; {again.en}")),
        (start.startswith(b"<"), Text("其实是网页。请把后缀改为 .html", "it is really a web page; rename it to .html")),
    )
    unknown = Text(f"不是 {suffix} 文件，或已损坏", f"it is no {suffix} file, or damaged")
    return next((what for is_so, what in known if is_so), unknown)
