"""Markdown that would hold the parser for minutes, fill the memory, or bring something of its own into a page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from allowed_html import outside
from confined import Confined
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from samples import sound_prose

from giar_site import forms
from giar_site.load.complexity import MOST_CELLS, MOST_LINES, MOST_SPECIAL, excess
from giar_site.load.narrative import read_narrative
from giar_site.load.sink import Sink

ROOT = Path(__file__).parents[2]
LIMIT = 256 * 1024
SECTIONS = sound_prose(2021)
FORM = forms.edition(2021)
HAN = "".join(chr(0x4E00 + n * 7 % 9000) for n in range(600))

Shape = Callable[[int], str]


def again(unit: str) -> Shape:
    """`unit` repeated up to a number of bytes."""
    return lambda size: unit * (size // len(unit.encode()))


def both(before: str, after: str, between: str = "a") -> Shape:
    """As many of `before` as of `after`."""
    return lambda size: before * (size // len(before + after)) + between + after * (size // len(before + after))


def padded(shape: Shape) -> Shape:
    """A shape of 20 KB and after it plain text up to the size: what looks ahead looks far."""
    return lambda size: shape(min(size // 2, 20_000)) + "字" * ((size - min(size // 2, 20_000)) // 3)


def staircase(unit: str) -> Shape:
    """Runs of `unit`, each one longer than the one before."""
    return lambda size: " ".join(unit * n + "a" for n in range(1, int((2 * size) ** 0.5)))[:size]


SHAPES: dict[str, Shape] = {
    "open brackets": again("["),
    "closed brackets": again("]"),
    "pairs of brackets": again("[]"),
    "nested brackets": both("[", "]"),
    "links in links": both("[", "](b)"),
    "images in images": both("![", "](files/b.png)"),
    "open images": again("!["),
    "images of nothing": again("![[]()"),
    "links never closed": again("[a]("),
    "links never closed before a long text": padded(again("[a](")),
    "33 links before a long address, again and again": again("[a](" * 33 + "a" * 900 + "\n\n"),
    "one link before a long address": lambda size: "[a](http://" + "字" * (size // 3) + ")",
    "targets in angle brackets": again("[a](<b"),
    "titles never closed": again('[a](b "'),
    "a title over all lines": lambda size: '[a](b "' + "c\n" * (size // 2),
    "reference definitions": again("[a]: b\n"),
    "different reference definitions": lambda size: "".join(f"[a{n}]: b\n" for n in range(size // 10)),
    "a long definition used often": lambda size: "[a]: " + "b" * (size // 3) + "\n\n" + "[a]" * (size // 5),
    "definitions with titles": again('[a]: b "\n'),
    "asterisks": again("*"),
    "asterisks before letters": again("*a "),
    "double and single asterisks": again("*a **a "),
    "asterisks after letters": again("a*"),
    "asterisks and underscores": again("*_"),
    "asterisks and underscores apart": again("*a_ "),
    "asterisks of every length": staircase("*"),
    "asterisks between Chinese": again("条**（"),
    "emphasis never closed before a long text": padded(again("*a ")),
    "nested emphasis": both("*a ", "b*"),
    "strikes": again("~~a "),
    "backticks": again("`a"),
    "backticks of every length": staircase("`"),
    "angle brackets": again("<"),
    "autolinks": again("<http://a.cn>"),
    "autolinks never closed": again("<http:"),
    "a long autolink": lambda size: "<http://" + "a" * size + ">",
    "long Chinese hosts": again(f"<http://{HAN}.cn> "),
    "an almost mail address": lambda size: "<a@" + "a." * (size // 2) + "!>",
    "comments": again("<!--"),
    "CDATA": again("<![CDATA["),
    "ampersands": again("&"),
    "entities": again("&amp;"),
    "entities that are none": again("&aaaaaaaa;"),
    "backslashes": again("\\"),
    "colons": again(":"),
    "hashes": again("#"),
    "quotes": again(">"),
    "nested quotes with lazy lines": lambda size: "> " * 50 + "a\n" + "a\n" * (size // 2),
    "quotes ever deeper": lambda size: "".join(">" * n + "a\n" for n in range(1, int((2 * size) ** 0.5))),
    "lists in one line": again("- "),
    "numbers in one line": again("1. "),
    "lists of many items": again("- a\n"),
    "lists ever deeper": lambda size: "".join("  " * n + "- a\n" for n in range(int(size**0.5)))[:size],
    "empty items": again("-\n"),
    "lines": again("a\n"),
    "paragraphs": again("a\n\n"),
    "blank lines": again("\n"),
    "headings": again("# a\n"),
    "headings underlined": again("a\n===\n"),
    "headings that nearly are sections": again("# 总体情\n"),
    "lines that nearly are sections": again("总体情况如下\n\n"),
    "a heading of combining marks": lambda size: "# a" + "\u0300\u0327" * (size // 4),
    "fences": again("```\n"),
    "rules": again("---\n"),
    "a table of many rows": lambda size: "|a|b|\n|-|-|\n" + "|a|b|\n" * (size // 6),
    "a table of many columns": lambda size: f"|{'a|' * (size // 6)}\n|{'-|' * (size // 6)}\n|{'a|' * (size // 6)}\n",
    "a wide table of narrow rows": lambda size: f"|{'a|' * int((size / 4) ** 0.5)}\n|{'-|' * int((size / 4) ** 0.5)}\n" + "|\n" * (size // 4),
    "many tables": again("|a\n|-\n\n"),
    "tables in quotes": again("> |a|b|\n> |-|-|\n> |a|b|\n\n"),
    "spaces": again(" "),
    "tabs": again("\t"),
    "one letter": again("a"),
    "ligatures of eighteen characters": again("\ufdfa"),
    "refused links": lambda size: "".join(f"[a](x:{n})\n\n" for n in range(size // 13)),
    "refused images": lambda size: "".join(f"![a](b{n})\n\n" for n in range(size // 13)),
    "images in one paragraph": again("![a](b) "),
    "HTML": again("<b>"),
    "HTML never closed": again("<a "),
    # What the rules on the text look for, again and again.
    "numbers that follow no other": again("1.\n3.\n"),
    "clauses counted from one": again("一是三是"),
    "sentences about the period": again("统计1月至3月。"),
    "reports of another year": again("2021年度报告"),
    "parts announced": again("报告共五部分、"),
    "names of another": again("与甲县乙局联"),
    "open braces": again("{a"),
    "blanks in open quotations": again("“XX局"),
    "doubled words": again("的的信息信息"),
    "fees of nothing": again("信息处理费1"),
}  # fmt: skip
SIZES = {"4 K": 4 * 1024, "64 K": 64 * 1024, "the limit": LIMIT}


def just_passing(shape: Shape) -> str:
    """The largest text of the shape (nearly) that the count before parsing lets through."""
    fits, not_fits = 16, LIMIT - len(SECTIONS.encode())
    if excess(shape(not_fits).split("\n")) is None:
        return shape(not_fits)
    while not_fits - fits > max(fits // 50, 8):
        middle = (fits + not_fits) // 2
        if excess(shape(middle).split("\n")) is None:
            fits = middle
        else:
            not_fits = middle
    return shape(fits)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", SHAPES)
def test_no_shape_holds_the_check(giar: Confined, site: Path, name: str, size: str) -> None:
    text = SHAPES[name](SIZES[size])
    (site / "content/sample/2022/report.md").write_bytes(text.encode()[:LIMIT])
    run = giar.run("check", "--site", site, "--format", "json")
    run.assert_sane()
    assert run.status == 1, "the six sections are missing at least"
    assert len(run.findings()) <= 300


@pytest.mark.parametrize("name", SHAPES)
def test_what_just_passes_is_read_in_time_and_makes_no_huge_page(giar: Confined, site: Path, name: str) -> None:
    text = just_passing(SHAPES[name])
    (site / "content/sample/2022/report.md").write_text(text + "\n\n" + SECTIONS, encoding="utf-8")
    run = giar.run("check", "--site", site)
    run.assert_sane()
    sink = Sink("sample", 2022, "report", "report.md")
    prose = read_narrative(SHAPES[name](3_000), 0, FORM, sink)
    html = "".join(passage.html for passage in (prose.preamble, *prose.sections))
    assert len(html.encode()) <= 20 * 3_100
    assert not outside(html)


@pytest.mark.parametrize("report", sorted((ROOT / "content").rglob("report.md")), ids=lambda path: path.parts[-3])
def test_real_reports_stay_far_below_every_limit(report: Path) -> None:
    text = report.read_text("utf-8").split("---\n", 2)[2]
    for more in (1, 10):
        assert excess((text * more).split("\n")) is None


def test_a_table_of_300_rows_with_links_and_bold_words_passes() -> None:
    head = "| 序号 | 名称 | 文号 | 日期 | 单位 | 类别 | 备注 |\n|---|---|---|---|---|---|---|\n"
    rows = "".join(f"| {n} | [**文件{n}**](files/{n}.pdf) | 某政发〔2022〕{n}号 | 2022-01-01 | 某局 | *公文* | - |\n" for n in range(300))
    assert excess((head + rows).split("\n")) is None


def test_the_refusal_names_the_line_and_the_character() -> None:
    found = excess(["正文", "", "[" * (MOST_SPECIAL + 1)])
    assert found is not None
    assert (found.line, found.zh) == (3, "从这一行起有 10001 个“[”，不像正常文字")
    assert excess(["正文"] * (MOST_LINES + 1)).line == MOST_LINES + 1  # type: ignore[union-attr]
    assert excess(["|a" * 90, "|-" * 90, *["|a"] * (MOST_CELLS // 90)]).line == 1  # type: ignore[union-attr]


def test_what_is_nested_too_deep_is_a_finding_not_a_loss(giar: Confined, site: Path) -> None:
    report = site / "content/sample/2022/report.md"
    report.write_text("> " * 9 + "九层\n\n" + SECTIONS, encoding="utf-8")
    assert giar.run("check", "--site", site).status == 0
    report.write_text("开头\n\n" + "> " * 25 + "看不见\n\n" + SECTIONS, encoding="utf-8")
    run = giar.run("check", "--site", site, "--format", "json")
    assert [(finding["rule"], finding["line"]) for finding in run.findings()] == [("unsafe-file", 3)]


def test_a_line_that_looks_like_a_reference_definition_is_not_lost() -> None:
    prose = read_narrative("[1]: 见附件\n\n[2]: http://a.cn\n\n见[1]。", 0, FORM, Sink("a", 2022, "report", "r"))
    assert "[1]: 见附件" in prose.preamble.html
    assert "[2]: http://a.cn" in prose.preamble.html


# Address → whether it may be a link.
ADDRESSES = {
    "https://www.example.gov.cn/a?b=c#d": True, "http://a.cn": True, "mailto:a@b.cn": True, "tel:010-1": True, "files/a.pdf": True,
    "../index.html": True, "2021.html": True, "#a": True, "?a": True,
    "javascript:alert(1)": False, "JaVaScRiPt:alert(1)": False, "&#106;avascript:alert(1)": False, "javascript&colon;alert(1)": False,
    "&#x6A;avascript&#58;alert(1)": False, "java&Tab;script:alert(1)": False, "java&NewLine;script:alert(1)": False, "%6Aavascript:alert(1)": False,
    "javascript%3Aalert(1)": False, "java%09script:alert(1)": False, "%01javascript:alert(1)": False,
    "vbscript:x": False, "data:text/html,x": False, "data:image/png;base64,x": False, "blob:x": False, "ws://a": False, "view-source:http://a": False,
    "feed:x": False, "mhtml:x": False, "file:///etc/passwd": False, "ftp://a": False, "//evil.cn": False, "&#47;/evil.cn": False, "%2F/evil.cn": False,
    "\\\\\\\\evil.cn": False, "/\\\\evil.cn": False, "&bsol;&bsol;evil.cn": False, "%5c%5cevil.cn": False, "/etc/passwd": False, "http:evil.cn": False,
    "http:/evil.cn": False, "https:\\\\\\\\evil.cn": False, "http://a.gov.cn@evil.cn": False, "http://a.gov.cn%40evil.cn": False, "../../x": False,
    "..%2f..%2fx": False, "%2e%2e/%2e%2e/x": False, "files/../../../x": False, "files/%2e%2e/%2e%2e/%2e%2e/x": False, "&#46;&#46;/../x": False,
    "<javascript:alert(1)>": False, "<java\tscript:alert(1)>": False, "http://" + "a" * 3_000: False,
}  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address[:30])
def test_only_allowed_addresses_become_links(address: str) -> None:
    sink = Sink("a", 2022, "report", "r")
    html = read_narrative(f"开头\n\n[a]({address})", 0, FORM, sink).preamble.html
    faults = [fault for fault in sink.faults if fault.kind == "unsafe_link"]
    assert not outside(html)
    assert ("<a " in html) == ADDRESSES[address]
    assert bool(faults) != ADDRESSES[address]
    assert all(fault.place.line == 3 for fault in faults)


@pytest.mark.parametrize(
    "address", ["https://evil.cn/a.png", "a.png", "files/../a.png", "files/%2e%2e/a.png", "../files/a.png", "data:image/png,x", "//evil.cn/a.png", "files/a/b.png", "files/"]
)  # fmt: skip
def test_pictures_come_from_the_reports_own_files_only(address: str) -> None:
    sink = Sink("a", 2022, "report", "r")
    html = read_narrative(f"![a]({address})", 0, FORM, sink).preamble.html
    assert [fault.kind for fault in sink.faults if fault.kind == "unsafe_link"] == ["unsafe_link"]
    assert not outside(html)
    assert "<img" not in html or 'src=""' in html


PAYLOADS = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "<iframe src=//a>", "<!--", "-->", "<![CDATA[", "<?php", "<a href=javascript:x>",
    "[a](javascript:x)", "[a](&#106;avascript:x)", '[a](b "onmouseover=x")', '![a" onerror=x](files/a.png)', "<javascript:x>", '<http://a.cn/" onclick=x>',
    '```" onclick=x\n', '~~~ js" x\n', "|a|\n|:-:|\n", "&lt;script&gt;", "&#60;script>", "\\<script>", "`<b>`", "    <b>\n", "](", "![", "\"'><", "\x01", "\u202e",
    "\ufffe", "<style>*{}</style>", "<base href=//a>", "<meta http-equiv=refresh>", "<form action=x>", "{{ 7*7 }}", "{% raw %}", "files/a.png", "//evil", "[a](&#1;javascript:x)", "\n\n", "> ", "- ",
]  # fmt: skip


@given(st.lists(st.one_of(st.sampled_from(PAYLOADS), st.text(max_size=8)), max_size=15).map("".join))
@example("".join(PAYLOADS))
@example("\n\n".join(PAYLOADS))
def test_no_text_brings_anything_of_its_own_into_a_page(text: str) -> None:
    prose = read_narrative(text, 0, FORM, Sink("a", 2022, "report", "r"))
    for passage in (prose.preamble, *prose.sections):
        assert not outside(passage.html)


def test_the_checker_fires_on_a_parser_that_lets_html_through() -> None:
    careless = MarkdownIt("commonmark")
    fired = [payload for payload in PAYLOADS if outside(careless.render(f"{payload}\n\na {payload}"))]
    print("payloads that fire on a careless parser:", len(fired), "of", len(PAYLOADS))
    assert len(fired) >= 8


def test_there_are_as_many_cases_as_promised() -> None:
    counts = {"shapes": len(SHAPES), "sizes": len(SIZES), "addresses": len(ADDRESSES), "payloads": len(PAYLOADS)}
    print("hostile Markdown:", counts)
    assert counts["shapes"] >= 25
