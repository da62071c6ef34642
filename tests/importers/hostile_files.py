"""Files made to hurt who reads them: name → suffix, bytes, and what their refusal says, as a regular expression ("" for those that are read, to their loss only)."""

import io
import struct
import zipfile
from collections.abc import Callable

from tests.importers.word_files import SPACES, cell, docx, package, paragraph, row, run, table, zipped

Made = tuple[str, bytes, str]
_LAUGHS = "".join(f'<!ENTITY l{n} "' + f"&l{n - 1};" * 10 + '">' for n in range(1, 10))


def _main(xml: str | bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A .docx with `xml` for its main part."""
    return zipped(package("") | {"word/document.xml": xml}, method)


def _with_dtd(dtd: str, text: str = "&x;", encoding: str = "utf-8") -> bytes:
    xml = (
        f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE d {dtd}><w:document {SPACES}><w:body>{paragraph(text)}</w:body></w:document>'
    )
    return _main(xml.encode(encoding))


def _patched(data: bytes, at: int, form: str, value: int) -> bytes:
    """`data` with a field of the last directory entry replaced."""
    entry = data.rfind(b"PK\x01\x02")
    return data[: entry + at] + struct.pack(form, value) + data[entry + at + struct.calcsize(form) :]


def _overlapping() -> bytes:
    """Two hundred entries that share one packed part."""
    data = docx(paragraph("文" * 5000))
    start = data.find(b"PK\x01\x02")
    end = data.rfind(b"PK\x05\x06")
    name = b"word/document.xml"
    entry = data[data.rfind(b"PK\x01\x02", start, data.find(name, start)) :][:46]
    more = b"".join(entry + b"word/documen%05d" % number for number in range(200))
    directory = data[start:end] + more
    count = data[start:end].count(b"PK\x01\x02") + 200
    return data[:start] + directory + struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)


def _nested(depth: int) -> bytes:
    data = b"x"
    for level in range(depth):
        data = zipped({f"{level}-{copy}.zip": data for copy in range(16)})
    return data


def _many_entries() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"{number}", b"")
    return file.getvalue()


def _twice() -> bytes:
    return zipped(package(paragraph("文")) | {"Word/Document.xml": "<a/>"})


def _main_last() -> bytes:
    """A .docx whose main part is the last entry of its directory."""
    parts = package(paragraph("文"))
    return zipped(parts | {"word/document.xml": parts.pop("word/document.xml")})


WORD: dict[str, Callable[[], Made]] = {
    "entity of a file": lambda: (".docx", _with_dtd('[<!ENTITY x SYSTEM "file:///etc/passwd">]'), "DTD"),
    "entity of an address": lambda: (".docx", _with_dtd('[<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]', ""), "DTD"),
    "DTD of an address": lambda: (".docx", _with_dtd('SYSTEM "http://127.0.0.1:9/x.dtd"', ""), "DTD"),
    "entity in UTF-16": lambda: (".docx", _with_dtd('[<!ENTITY x SYSTEM "file:///etc/passwd">]', encoding="utf-16"), "DTD"),
    "billion laughs": lambda: (".docx", _with_dtd(f'[<!ENTITY l0 "ha">{_LAUGHS}]', "&l9;"), "DTD"),
    "quadratic entity": lambda: (".docx", _with_dtd('[<!ENTITY x "' + "a" * 50_000 + '">]', "&x;" * 50_000), "DTD"),
    "DTD in the styles": lambda: (".docx", zipped(package("", styles="") | {"word/styles.xml": "<!DOCTYPE s><s/>"}), "DTD"),
    "DTD in relations": lambda: (".docx", zipped(package("") | {"_rels/.rels": "<!DOCTYPE s><s/>"}), "DTD"),
    "undeclared entity": lambda: (".docx", docx(paragraph("<w:r><w:t>&nbsp;</w:t></w:r>")), "no sound XML"),
    "200,000 deep": lambda: (".docx", _main("<a>" * 200_000), "nested deeper"),
    "2 million paragraphs": lambda: (".docx", docx("<w:p/>" * 2_000_000), "zip bomb"),
    "700,000 paragraphs, not packed": lambda: (".docx", zipped(package("<w:p/>" * 700_000), zipfile.ZIP_STORED), "elements"),
    "a text of 30 MiB": lambda: (".docx", docx(paragraph("".join(map(str, range(4_000_000))))), "characters"),
    "a million attributes": lambda: (".docx", _main("<a " + " ".join(f'b{n}=""' for n in range(1_000_000)) + "/>"), "no body"),
    "a zip bomb": lambda: (".docx", zipped(package("") | {"word/media/a.png": bytes(60 << 20)}), "zip bomb"),
    "a huge part": lambda: (".docx", zipped(package("") | {"word/media/a.png": bytes(70 << 20)}), "more than 64 MiB"),
    "overlapping entries": lambda: (".docx", _overlapping(), "overlaps"),
    "zips within zips": lambda: (".docx", _nested(3), "no Word document"),
    "20,000 entries": lambda: (".docx", _many_entries(), "more than 1000 files"),
    "a wrong checksum": lambda: (
        ".docx",
        _patched(_main_last(), 16, "<L", 7),
        "damaged",
    ),
    "a size too small": lambda: (".docx", _patched(_main_last(), 24, "<L", 9), "damaged"),
    "a size too large": lambda: (".docx", _patched(_main_last(), 24, "<L", 9_999), "damaged"),
    "an offset beyond the end": lambda: (".docx", _patched(docx(""), 42, "<L", 1 << 30), "directory is wrong"),
    "an encrypted entry": lambda: (".docx", _patched(docx(""), 8, "<H", 1), "encrypted"),
    "packed by LZMA": lambda: (".docx", _main("<a/>", zipfile.ZIP_LZMA), "no office program"),
    "a name twice": lambda: (".docx", _twice(), "twice"),
    "cut short": lambda: (".docx", docx(paragraph("文"))[:-60], "no sound zip"),
    "no main part": lambda: (".docx", zipped({"[Content_Types].xml": "<Types/>"}), "missing"),
    "an empty main part": lambda: (".docx", _main(""), "no sound XML"),
    "an unknown encoding": lambda: (".docx", _main('<?xml version="1.0" encoding="gb18030"?><a/>'), "no sound XML"),
    "names that climb": lambda: (
        ".docx",
        zipped(package(paragraph("文")) | {"../../../tmp/giar-climbed": "x", "/tmp/giar-climbed": "x", "C:\\x": "x"}),
        "",
    ),
    "a relation that climbs": lambda: (
        ".docx",
        docx("", relations='<Relationship Id="s" Type="x/styles" Target="../../../../etc/passwd"/>'),
        "",
    ),
    "macros": lambda: (".docm", zipped(package("") | {"word/vbaProject.bin": "x"}), "macros"),
    "the old format": lambda: (".doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000), "old format"),
    "altChunk": lambda: (".docx", docx('<w:altChunk r:id="x"/>'), "altChunk"),
    "an external template": lambda: (
        ".docx",
        docx("", relations='<Relationship Id="t" Type="x/attachedTemplate" Target="http://127.0.0.1:9/t" TargetMode="External"/>'),
        "",
    ),
    "DDE": lambda: (".docx", docx(paragraph('<w:fldSimple w:instr="DDEAUTO cmd"><w:r><w:t>1</w:t></w:r></w:fldSimple>')), ""),
    "a cell over two milliard columns": lambda: (".docx", docx(table(row(cell("x", '<w:gridSpan w:val="2147483647"/>')))), "1000 columns"),
    "a row far to the right": lambda: (
        ".docx",
        docx(table(row(cell("x"), properties='<w:gridBefore w:val="999999999"/>'))),
        "1000 columns",
    ),
    "tables 150 deep": lambda: (".docx", docx(_tables(150)), "nested deeper"),
    "100,000 cells": lambda: (".docx", docx(table(row(*[cell("<w:p/>")] * 100) * 1000)), "lines and cells"),
    "lists of absurd numbers": lambda: (
        ".docx",
        docx(
            paragraph("x", '<w:numPr><w:ilvl w:val="999999999"/><w:numId w:val="1"/></w:numPr>'),
            numbering='<w:abstractNum w:abstractNumId="0"/><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        ),
        "",
    ),
    "50,000 tracked changes": lambda: (".docx", zipped(package(paragraph(f"<w:ins>{run('x')}</w:ins>" * 50_000)), zipfile.ZIP_STORED), ""),
}

PAGES: dict[str, Callable[[], Made]] = {
    "200,000 comments begun": lambda: (".html", b"<!--" * 200_000, ""),
    "200,000 tags begun": lambda: (".html", b"<a " * 200_000, "not ended"),
    "200,000 sections begun": lambda: (".html", b"<![" * 200_000, ""),
    "a million attributes": lambda: (".html", b"<p " + b" ".join(b"a%d=1" % n for n in range(1_000_000)) + b">x", "attributes"),
    "200,000 blocks deep": lambda: (".html", b"<div>" * 200_000, "nested deeper"),
    "500 blocks deep": lambda: (".html", b"<div>" * 500 + b"x", "nested deeper"),
    "tables 50,000 deep": lambda: (".html", b"<table><tr><td>" * 50_000, "nested deeper"),
    "lists 50,000 deep": lambda: (".html", b"<ul><li>" * 50_000, "nested deeper"),
    "misnested marks": lambda: (".html", b"<b><p>" * 20_000 + b"x", "not ended"),
    "a million paragraphs": lambda: (".html", "<p>字</p>".encode() * 1_000_000, "memory"),
    "a cell over a milliard columns": lambda: (".html", b"<table><tr><td colspan=999999999>x<td>y</table>", "1000 columns"),
    "cells over many rows and columns": lambda: (
        ".html",
        b"<table>" + (b"<tr>" + b"<td rowspan=65534 colspan=90>x" * 10) * 500 + b"</table>",
        "places",
    ),
    "two million ampersands": lambda: (".html", b"<p>" + b"&" * 2_000_000, "characters"),
    "an encoding that runs code": lambda: (".html", b"<meta charset=unicode_escape><p>\\x3cscript\\x3e", ""),
    "zero bytes": lambda: (".html", b"<p>" + bytes(1000), "encoding"),
    "100,000 readings of nothing": lambda: (".html", b"<rt><rp>" * 100_000, "nested deeper"),
    "a frame of a file": lambda: (".html", b'<iframe src="file:///etc/passwd"></iframe><base href="http://127.0.0.1:9/">x', ""),
}

_HEADS = "二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
_ROW = "一、本年新收政府信息公开申请数量 | 1 |\n"

TEXTS: dict[str, Callable[[], Made]] = {
    "36,000 heads over 6,000 rows": lambda: (
        ".txt",
        (_HEADS + "自然人 | 商业企业 | 科研机构 | " * 12_000 + "\n" + _ROW * 6000).encode(),
        "lines",
    ),
    "150,000 bars": lambda: (".txt", (_HEADS + "自然人 | 1 | " * 75_000).encode(), "lines"),
    "45,000 lines like a label": lambda: (
        ".txt",
        (_HEADS + "".join(f"一、本年新收政府信甲{chr(0x4E00 + n % 20_000)}公开申请数\n" for n in range(45_000))).encode(),
        "lines",
    ),
    "200,000 brackets": lambda: (".md", b"[" * 200_000, "marks"),
    "a paragraph of 60,000 characters": lambda: (".txt", ("字" * 60_000).encode(), "characters"),
    "pasted ten times": lambda: (".txt", ("甲乙丙丁。\n" * 30_000).encode(), "lines"),
}


def _tables(depth: int) -> str:
    inner = "<w:p/>"
    for _ in range(depth):
        inner = table(row(cell(inner + "<w:p/>")))
    return inner
