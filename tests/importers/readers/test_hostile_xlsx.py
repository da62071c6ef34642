import io
import time
import zipfile
from collections.abc import Callable
from random import Random

import pytest

from giar_site.importers.document import Grid, Paragraph, Refused
from giar_site.importers.readers import xlsx
from tests.importers.readers.workbooks import SHEET, rows, said, spoilt, workbook

PLAIN = workbook(lambda _, sheet: (sheet.write_row("A1", ["规章", 1]), sheet.write_row("A2", ["行政许可", 2]))[0])
DTD = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'


def sheet_data(inner: bytes, after: bytes = b"") -> bytes:
    return spoilt(
        PLAIN, SHEET, lambda xml: xml.partition(b"<sheetData>")[0] + b"<sheetData>" + inner + b"</sheetData>" + after + b"</worksheet>"
    )


def after_cells(more: bytes) -> bytes:
    return spoilt(PLAIN, SHEET, lambda xml: xml.replace(b"</sheetData>", b"</sheetData>" + more))


def with_dtd(part: str) -> bytes:
    return spoilt(PLAIN, part, lambda xml: xml.replace(b"?>", b"?>" + DTD, 1))


def renamed(old: str, new: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PLAIN)) as source, zipfile.ZipFile(target, "w") as made:
        for name in source.namelist():
            made.writestr(new if name == old else name, source.read(name))
    return target.getvalue()


def utf16(xml: bytes) -> bytes:
    return xml.decode().replace('encoding="UTF-8"', 'encoding="UTF-16"').replace("?>", "?>" + DTD.decode(), 1).encode("utf-16")


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "an empty file": (lambda: b"", "it is empty"),
    "an old workbook": (lambda: OLE, "the old format (97-2003)"),
    "an encrypted workbook": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "it is encrypted"),
    "a web page": (lambda: b"\xef\xbb\xbf\n<html><table></table></html>", "really a web page"),
    "a workbook of 2003 in XML": (lambda: b'<?xml version="1.0"?><Workbook/>', "really XML"),
    "commas": (lambda: "规章,5".encode("gbk"), "no .xlsx file"),
    "a cut file": (lambda: PLAIN[:-100], "no sound zip"),
    "macros": (lambda: spoilt(PLAIN, "xl/vbaProject.bin", lambda _: b"x"), "macros (.xlsm)"),
    "macro sheets": (lambda: spoilt(PLAIN, "xl/macrosheets/sheet1.xml", lambda _: b"<x/>"), "macros (.xlsm)"),
    "a macro sheet by its type": (
        lambda: spoilt(
            PLAIN, "xl/_rels/workbook.xml.rels", lambda xml: xml.replace(b"relationships/worksheet", b"relationships/xlMacrosheet")
        ),
        "a macro sheet",
    ),
    "a binary workbook": (lambda: spoilt(PLAIN, "xl/workbook.bin", lambda _: b"x"), "(.xlsb)"),
    "a letter": (lambda: spoilt(PLAIN, "word/document.xml", lambda _: b"<x/>"), "another office file"),
    "an OpenDocument": (lambda: spoilt(PLAIN, "content.xml", lambda _: b"<x/>"), "another office file"),
    "no workbook": (lambda: renamed("xl/workbook.xml", "xl/w.xml"), "xl/workbook.xml is missing"),
    "no sheet": (lambda: renamed(SHEET, "xl/s.xml"), "sheet1.xml is missing"),
    "a sheet outside of the file": (
        lambda: spoilt(
            PLAIN,
            "xl/_rels/workbook.xml.rels",
            lambda xml: xml.replace(b'Target="worksheets/', b'TargetMode="External" Target="http://example.cn/'),
        ),
        "its list of sheets is wrong",
    ),
    "a DTD in the sheet": (lambda: with_dtd(SHEET), "carries a DTD"),
    "a DTD in the shared strings": (lambda: with_dtd("xl/sharedStrings.xml"), "carries a DTD"),
    "a DTD in the relations": (lambda: with_dtd("xl/_rels/workbook.xml.rels"), "carries a DTD"),
    "a DTD in UTF-16": (lambda: spoilt(PLAIN, SHEET, utf16), "carries a DTD"),
    "no XML": (lambda: spoilt(PLAIN, SHEET, lambda xml: xml[:-20]), "is no sound XML"),
    "XML nested 300 deep": (lambda: sheet_data(b"<row>" * 300 + b"</row>" * 300), "nested deeper"),
    "a million cells": (
        lambda: sheet_data(b"<row>" + b"".join(b'<c s="%d"/>' % (number % 97) for number in range(1_000_000)) + b"</row>"),
        "elements",
    ),
    "a cell beyond the sheet": (lambda: sheet_data(b'<row><c r="XFE1"><v>1</v></c></row>'), "outside of the sheet"),
    "a row beyond the sheet": (lambda: sheet_data(b'<row r="1048577"><c><v>1</v></c></row>'), "outside of the sheet"),
    "a cell that is no place": (lambda: sheet_data(b'<row><c r="1A"><v>1</v></c></row>'), "which is no place"),
    "a row number of a thousand digits": (lambda: sheet_data(b'<row r="' + b"9" * 1000 + b'"/>'), "where a number must be"),
    "a cell twice": (lambda: sheet_data(b'<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'), "holds a cell twice"),
    "two cells at the ends of one row, a hundred times": (
        lambda: sheet_data(
            b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c><c r="XFD%d"><v>1</v></c></row>' % (n, n, n) for n in range(1, 101))
        ),
        "too far apart",
    ),
    "a merged cell that joins the first and the last row": (
        lambda: sheet_data(
            b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="B1048576"><v>1</v></c></row>',
            b'<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>',
        ),
        "too far apart",
    ),
    "thousands of merged ranges": (
        lambda: after_cells(b"<mergeCells>" + b'<mergeCell ref="C1:D1"/>' * 3_001 + b"</mergeCells>"),
        "merged ranges",
    ),
    "a hundred and one sheets": (
        lambda: spoilt(
            PLAIN, "xl/workbook.xml", lambda xml: xml.replace(b"<sheets>", b"<sheets>" + b'<sheet name="a" sheetId="1" r:id="rId1"/>' * 100)
        ),
        "more than 100 sheets",
    ),
    "too many texts": (
        lambda: sheet_data(
            b"".join(b"<row>" + b"".join(b"<c><v>%d</v></c>" % number for number in range(1001)) + b"</row>" for _ in range(100))
        ),
        "cells that say something",
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_is_refused_with_its_reason(name: str) -> None:
    build, expected = HOSTILE[name]
    with pytest.raises(Refused) as refused:
        xlsx.read(build())
    assert expected in refused.value.reason.en
    assert refused.value.reason.zh


def test_a_cell_in_the_last_corner_is_read_as_quickly_as_any_other() -> None:
    data = sheet_data(
        b'<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="1048576"><c r="XFC1048576"><v>3</v></c><c r="XFD1048576"><v>4</v></c></row>'
    )
    document = xlsx.read(data)
    assert rows(document) == [[[("1", 1, 1), ("2", 1, 1)]], [[("3", 1, 1), ("4", 1, 1)]]]
    assert isinstance(document.blocks[1], Grid)
    assert document.blocks[1].spot[-3:-1] == (1_048_576, 16_383)


def test_merged_ranges_over_the_whole_sheet_cost_nothing() -> None:
    document = xlsx.read(after_cells(b'<mergeCells><mergeCell ref="A3:XFD1048576"/><mergeCell ref="B4:C5"/></mergeCells>'))
    assert rows(document) == [[[("规章", 1, 1), ("1", 1, 1)], [("行政许可", 1, 1), ("2", 1, 1)]]]
    assert said(document) == ["merged ranges overlap; the later one is not taken"]


def test_links_to_other_files_are_reported_and_not_followed() -> None:
    data = spoilt(
        PLAIN,
        "xl/externalLinks/externalLink1.xml",
        lambda _: b'<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
    )
    data = spoilt(data, "xl/connections.xml", lambda _: b"<connections/>")
    assert said(xlsx.read(data)) == [
        "it refers to other files, which giar never reads; cells have their stored values",
        "it has data connections, which are not used",
    ]


def test_a_reference_to_a_text_that_is_not_there_is_blank_and_reported() -> None:
    document = xlsx.read(sheet_data(b'<row><c t="s"><v>99</v></c><c t="s"><v>-1</v></c><c><v>1</v></c></row>'))
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["1"]
    assert said(document) == [f"{cell} refers to a text that is not in the file and is taken as blank" for cell in ("A1", "B1")]


def test_spoilt_bytes_are_read_or_refused_and_nothing_else() -> None:
    random = Random(4)  # noqa: S311 - no secret
    xml = zipfile.ZipFile(io.BytesIO(PLAIN)).read(SHEET)
    read = 0
    for _ in range(300):
        mutant = bytearray(xml)
        for _ in range(random.randint(1, 4)):
            mutant[random.randrange(len(mutant))] = random.choice(b'<>"/ 019AZ=\xff')
        before = time.process_time()
        try:
            xlsx.read(spoilt(PLAIN, SHEET, lambda _, made=bytes(mutant): made))
            read += 1
        except Refused:
            pass
        assert time.process_time() - before < 10
    assert 0 < read < 300
