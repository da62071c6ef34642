import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giar_site.importers.document import Paragraph, Refused, Spot
from giar_site.importers.readers import text

ORIGINALS = sorted((Path(__file__).parents[2] / "data" / "reports").glob("*.txt"))
REPORT = "某县2021年政府信息公开工作年度报告\n\n一、总体情况\n2021年,本机关收到政府信息公开申请5件。\n规章 | 0 | 0 | 0 |\n"
ENCODINGS = ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


def words(data: bytes) -> list[str]:
    return [block.text for block in text.read(data).blocks if isinstance(block, Paragraph)]


def reason(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        text.read(data)
    assert "\n" not in refused.value.reason.zh + refused.value.reason.en
    return refused.value.reason.en


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("path", ORIGINALS, ids=lambda path: path.stem)
def test_a_report_reads_the_same_in_every_encoding(path: Path, encoding: str) -> None:
    source = path.read_text("utf-8")
    assert words(source.encode(encoding)) == [line.strip() for line in source.splitlines() if line.strip()]


def test_each_line_that_says_something_is_a_paragraph_with_its_number() -> None:
    assert text.read(REPORT.encode()).blocks == (
        Paragraph("某县2021年政府信息公开工作年度报告", Spot(line=1)),
        Paragraph("一、总体情况", Spot(line=3)),
        Paragraph("2021年,本机关收到政府信息公开申请5件。", Spot(line=4)),
        Paragraph("规章 | 0 | 0 | 0 |", Spot(line=5)),
    )


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_as_on_any_system(end: str) -> None:
    blocks = text.read(f"甲{end}{end}乙{end}丙".encode()).blocks
    assert [(block.text, block.spot.line) for block in blocks if isinstance(block, Paragraph)] == [("甲", 1), ("乙", 3), ("丙", 4)]


def test_form_feeds_begin_pages_and_other_breaks_begin_paragraphs_of_the_same_line() -> None:
    assert text.read("甲\n乙\f丙\u2028丁\v戊\n己".encode()).blocks == (
        Paragraph("甲", Spot(page=1, line=1)),
        Paragraph("乙", Spot(page=1, line=2)),
        Paragraph("丙", Spot(page=2, line=2)),
        Paragraph("丁", Spot(page=2, line=2)),
        Paragraph("戊", Spot(page=2, line=2)),
        Paragraph("己", Spot(page=2, line=3)),
    )


def test_blanks_within_a_line_stay_and_those_around_it_go() -> None:
    assert words("\u3000\u3000甲\u3000乙\xa0丙\t1  2 \xa0\n \u3000 \n".encode()) == ["甲\u3000乙\xa0丙\t1  2"]


def test_full_width_digits_and_traditional_characters_stay_as_typed() -> None:
    assert words("國務院公開申請５件,本年度收到政府信息公開申請".encode("gb18030")) == ["國務院公開申請５件,本年度收到政府信息公開申請"]


def test_characters_lost_earlier_are_taken_and_reported() -> None:
    document = text.read("政府信息\n本年\ufffd件,结转\ufffd件".encode())
    assert [notice.spot for notice in document.notices] == [Spot(line=2)]
    assert "2 characters of the file were lost" in document.notices[0].text.en


def test_an_empty_file_has_no_blocks() -> None:
    assert text.read(b"").blocks == ()
    assert text.read(codecs.BOM_UTF8).blocks == ()


HOSTILE = {
    "a broken byte in UTF-8": (REPORT.encode()[:-10] + b"\xff\n", "its encoding is unknown: no UTF-8 (it fails in line 5)"),
    "UTF-8 cut within a character": (REPORT.encode()[:20], "its encoding is unknown"),
    "a broken byte in GB18030": (REPORT.encode("gb18030") + b"\xff", "its encoding is unknown"),
    "GB18030 cut within a character": (REPORT.encode("gb18030").rstrip()[:-9] + b"\xd5", "its encoding is unknown"),
    "Big5": ("國務院辦公廳關於政府信息公開工作年度報告，本年度收到申請5件".encode("big5"), "its encoding is unknown"),
    "Shift JIS": ("これは情報公開の年次報告書です。".encode("shift-jis"), "its encoding is unknown"),
    "EUC-JP": ("これは情報公開の年次報告書です。".encode("euc-jp"), "its encoding is unknown"),
    "EUC-KR": ("정보공개 연차보고서 입니다".encode("euc-kr"), "its encoding is unknown"),
    "Cyrillic": ("Отчёт о публикации информации".encode("koi8-r"), "its encoding is unknown"),
    "Latin": ("Übergröße für größere".encode("latin-1"), "its encoding is unknown"),
    "UTF-16 that lost a byte": (REPORT.encode("utf-16-le")[1:], "it holds NUL bytes"),
    "UTF-16 that lost two half characters": (REPORT.encode("utf-16-le")[1:-1], "it holds NUL bytes"),
    "UTF-16 with a BOM, cut": (REPORT.encode("utf-16")[:-1], "its first bytes say UTF-16-LE"),
    "UTF-8 with a BOM and broken": (codecs.BOM_UTF8 + b"\xb9", "its first bytes say UTF-8, but byte 1"),
    "NUL bytes in a text": (REPORT.encode() + b"\0\0\0\0", "it holds NUL bytes (byte"),
    "NUL bytes only": (b"\0" * 4096, "it holds NUL bytes"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)), "it holds NUL bytes"),
    "an escape": ("政府信息\n本年\x1b[2J5件".encode(), "(U+001B), first in line 2"),
    "a C1 control": ("政府信息\x85本年".encode(), "(U+0085), first in line 1"),
    "a noncharacter": ("政府信息\ufffe".encode(), "(U+FFFE)"),
    "the surrogate of another program": (b"\xed\xa0\x80", "its encoding is unknown"),
    "bytes that are Chinese in one encoding and Cyrillic in the other": ("一要".encode("gb18030"), "its encoding is uncertain"),
    "too many lines": (b"1\n" * 50_001, "more than 50000 lines"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_that_cannot_be_read_for_certain_is_refused_with_the_reason(name: str) -> None:
    data, expected = HOSTILE[name]
    assert expected in reason(data)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn", "Co")), max_size=60))
def test_utf8_with_a_mark_is_never_read_as_anything_else(source: str) -> None:
    assert words(codecs.BOM_UTF8 + source.encode()) == [
        part.strip() for part in source.replace("\u2029", "\u2028").split("\u2028") if part.strip()
    ]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        document = text.read(data)
    except Refused:
        return
    assert all("\0" not in block.text for block in document.blocks if isinstance(block, Paragraph))
