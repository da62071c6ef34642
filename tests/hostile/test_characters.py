"""Characters are what they seem: what deceives is found with its code and place wherever it is written, all else stays as it is."""

import unicodedata
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from checking import check_folder
from confined import Confined
from hypothesis import example, given
from hypothesis import strategies as st
from samples import AGENCY_YAML, sound_figures, sound_prose

from giar_site import forms
from giar_site.forms import Kind
from giar_site.load import read_figure
from giar_site.load.narrative import read_narrative
from giar_site.load.sink import Sink
from giar_site.load.text import deceiving_characters
from giar_site.load.yaml_nodes import parse

BIDI = [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
DECEIVING = {
    "C0": [*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)],
    "C1": [*range(0x7F, 0xA0)],
    "bidirectional": BIDI,
    "separators": [0x2028, 0x2029],
    "noncharacters": [0xFDD0, 0xFDEF, *(plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF))],
    "tags": [0xE0000, 0xE0001, 0xE0020, 0xE0041, 0xE007F],
    "lost": [0xFFFD, 0xFFFC, 0xFFF9, 0xFEFF],
}
CODES = [code for codes in DECEIVING.values() for code in codes]
SECTIONS = sound_prose(2021)

# Where it stands: file, and the file's text around the character.
SINKS: dict[str, tuple[str, Callable[[str], str]]] = {
    "the narrative": ("2022/report.md", lambda char: SECTIONS + f"正文{char}正文\n"),
    "a heading": ("2022/report.md", lambda char: SECTIONS + f"### 小{char}标题\n"),
    "a link's text": ("2022/report.md", lambda char: SECTIONS + f"[文{char}字](https://a.cn)\n"),
    "a link's address": ("2022/report.md", lambda char: SECTIONS + f"[文字](https://a.cn/{char}b)\n"),
    "the title": ("2022/report.md", lambda char: f"---\ntitle: 报{char}告\n---\n" + SECTIONS),
    "the agency's name": ("agency.yaml", lambda char: AGENCY_YAML + f"short_name: 某{char}局\n"),
    "a figure": ("2022/figures.yaml", lambda char: sound_figures(2021).replace("licensing: [0]", f"licensing: [0{char}]")),
    "a key": ("2022/figures.yaml", lambda char: sound_figures(2021).replace("licensing:", f"licen{char}sing:")),
    "a comment": ("2022/figures.yaml", lambda char: sound_figures(2021) + f"# 注{char}\n"),
}


@pytest.mark.parametrize("sink", SINKS)
@pytest.mark.parametrize("kind", DECEIVING)
def test_a_deceiving_character_is_found_where_it_stands(site: Path, kind: str, sink: str) -> None:
    file, around = SINKS[sink]
    for code in DECEIVING[kind]:
        text = around(chr(code))
        (site / "content/sample" / file).write_bytes(text.encode())
        before = text.partition(chr(code))[0]
        place = (f"content/sample/{file}", before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
        found = [finding for finding in check_folder(site) if finding.rule == "unsafe-text"]
        assert [(finding.place[:3], f"U+{code:04X}" in finding.message.zh) for finding in found] == [(place, True)], hex(code)


@pytest.mark.parametrize("code", [code for code in CODES if code >= 0x80 or code in {0, 7, 8, 0x0B, 0x0C, 0x1B, 0x7F}], ids=hex)
def test_an_escape_brings_no_deceiving_character_in(code: int) -> None:
    escape = f"\\U{code:08x}"
    document = parse(f'name: "某{escape}局"\nother: x')
    assert [(problem.kind, problem.line) for problem in document.problems] == [("unsafe_text", 1)]
    assert document.problems[0].words["codepoint"] == f"U+{code:04X}"


@pytest.mark.parametrize("code", range(0xD800, 0xE000, 0x7F), ids=hex)
def test_no_escape_makes_half_a_character(code: int) -> None:
    assert [problem.kind for problem in parse(f'name: "\\u{code:04x}"').problems] == ["invalid_yaml"]


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_no_output_passes_a_deceiving_character_on_to_a_terminal(giar: Confined, site: Path, form: str) -> None:
    (site / "content/sample/agency.yaml").write_text('name: "某\\u202e局\\e[2J\\a"\nkind: "\\u2066x"\n"\\u200f": y\n', encoding="utf-8")
    (site / "content/sample/2022/report.md").write_text(SECTIONS + "正\x1b[2J\u202e文\n\n[a](x:\u2066b)\n", encoding="utf-8")
    run = giar.run("check", "--site", site, "--format", form)
    run.assert_sane()
    assert run.status == 1
    assert "\x1b" not in run.out
    if form == "text":
        assert not [char for char in run.out if unicodedata.category(char) in {"Cc", "Cf", "Cs", "Co"} and char != "\n"]


# Digits that are none to arithmetic → the figure that the message offers ("": it offers none).
DIGITS = {
    "１２": "12", "٣": "3", "۴": "4", "१": "1", "๓": "3", "𝟙𝟚": "12", "①": "1", "²": "2", "Ⅰ": "1", "1\u200b2": "12", "1\u200d2": "12", "\u20601": "1",
    "O": "0", "о": "0", "l": "1", "〇": "0", "1,234": "1234", "1，234": "1234", "1 234": "1234", "1_000": "1000", "007": "7", "12.0": "12", "+3": "3",
    "五": "", "1/2": "", "½": "", "1e3": "", "0x1F": "", "12345678901234": "", "--1": "",
}  # fmt: skip


@pytest.mark.parametrize("written", DIGITS)
def test_a_digit_that_only_looks_like_one_is_an_error_that_offers_the_figure(site: Path, written: str) -> None:
    figures = sound_figures(2021).replace("received: [0,", f"received: ['{written}',")
    (site / "content/sample/2022/figures.yaml").write_text(figures, encoding="utf-8")
    found = [
        finding
        for finding in check_folder(site)
        if finding.at.item == "applications.received@natural_person" or finding.rule == "not-a-figure"
    ]
    assert [finding.rule for finding in found] == ["not-a-figure"]
    assert read_figure(written, Kind.COUNT).hint == DIGITS[written]
    assert DIGITS[written] in {"", found[0].expected}


# Chinese as GB 18030-2022 has it: the common blocks, extensions A to H, compatibility ideographs, punctuation, full-width forms.
HAN = st.one_of(
    st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF),
    st.characters(min_codepoint=0xF900, max_codepoint=0xFAFF),
    st.characters(min_codepoint=0x20000, max_codepoint=0x323AF),
    st.characters(min_codepoint=0xFF01, max_codepoint=0xFF5E),
    st.sampled_from([*"，。、；：？！“”‘’（）《》〈〉【】〔〕—…·％〇㎡℃①⑴Ⅰ䶮㑇𫖯𬭎𠮷類丽\uf9d0\U0002f800\u3007㊣"]),
)


@given(st.text(HAN, min_size=1, max_size=60))
@example("\uf9d0\U0002f800")
@example("䶮𠮷𫖯𬭎")
def test_chinese_text_reaches_the_page_unchanged(text: str) -> None:
    prose = read_narrative(f"正文{text}正文", 0, forms.edition(2021), Sink("a", 2022, "report", "r"))
    assert unescape(prose.preamble.html) == f"<p>正文{text}正文</p>\n"
    assert not list(deceiving_characters(text))


@given(st.text(HAN, min_size=1, max_size=60))
@example("\uf9d0\U0002f800")
def test_chinese_text_in_yaml_is_stored_unchanged(text: str) -> None:
    root = parse(f"name: 某{text}局").root
    assert root is not None
    assert [node.text for _, node in root.pairs.values()] == [f"某{text}局"]  # type: ignore[union-attr]


@given(st.text(max_size=80))
def test_deceiving_characters_are_found_at_line_and_column(text: str) -> None:
    lines = text.split("\n")
    for found in deceiving_characters(text):
        assert f"U+{ord(lines[found.line - 1][found.column - 1]):04X}" == found.codepoint


def test_there_are_as_many_cases_as_promised() -> None:
    counts = {kind: len(codes) for kind, codes in DECEIVING.items()} | {"sinks": len(SINKS), "digits": len(DIGITS)}
    print("deceiving characters:", counts)
    assert len(CODES) * len(SINKS) >= 1_000


@pytest.mark.parametrize(
    "entity",
    [
        "&#x202E;",
        "&#8238;",
        "&#x2066;",
        "&#x200E;",
        "&lrm;",
        "&rlm;",
        "&#x61c;",
        "&#x85;",
        "&#1;",
        "&#0;",
        "&#xFEFF;",
        "&#x2028;",
        "&#xE0041;",
    ],
)
@pytest.mark.parametrize(
    "prose",
    [
        "正文{}倒写",
        "### 小标题{}",
        "[链接{}](https://a.cn)",
        '[链接](https://a.cn "题{}")',
        "![图{}](files/a.png)",
        "|甲|\n|-|\n|乙{}|",
        "- 一\n- 二{}",
    ],
)
def test_a_deceiving_character_written_as_an_entity_is_found(entity: str, prose: str) -> None:
    sink = Sink("ju", 2022, "report", "report.md")
    read = read_narrative("## 一、总体情况\n\n" + prose.format(entity) + "\n", 0, forms.edition(2021), sink)
    found = [fault for fault in sink.faults if fault.kind == "unsafe_text"]
    shown = unescape(read.sections[0].html).replace(entity, "")  # Markdown leaves some entities in titles as they are written
    assert found or not list(deceiving_characters(shown))
    assert found or entity in unescape(read.sections[0].html)
    assert all(fault.place.line >= 3 for fault in found)


def test_harmless_entities_are_no_fault() -> None:
    sink = Sink("ju", 2022, "report", "report.md")
    read_narrative("甲 &amp; 乙 &lt; 丙 &nbsp; &#20013; AT&T\n", 0, forms.edition(2021), sink)
    assert [fault for fault in sink.faults if fault.kind == "unsafe_text"] == []
