"""A report's page: everything published is on it, in its place."""

import itertools
import re

import pytest

from giar_site.diagnostics import Address, Finding, Severity, Text
from giar_site.model import Attachment, Contact, Correction, Metadata, Passage
from giar_site.render import Renderer
from giar_site.render.report_page import size_text
from tests.derive.made import RECEIVED, agency, converted, report, site
from tests.render.pages import REPOSITORY, Source, render

CHANGE = "disclosure.licensing@change"


def page_of(findings: list[Finding] | None = None, year: int = 2020, cells: dict | None = None, **more: object) -> str:  # type: ignore[type-arg]
    made = site(agency("a", reports=(report("a", year, cells, **more),)))  # type: ignore[arg-type]
    return render(made, findings or [])[f"a/{year}.html"]


def accepted(item: str, *cells: str, reason: str = "原件如此") -> Finding:
    at = Address("a", 2020, "figures", item)
    return Finding(
        at, Text("合计不符", "sum"), cells=cells, code="G201", rule="row_total_mismatch", severity=Severity.ERROR, accepted=reason
    )


def test_the_sections_stand_as_published_with_their_tables_in_the_form_s_place() -> None:
    sections = (Passage("overview", "一、总体概况", "", "<p>甲</p>"), Passage("applications", "三、收到申请", "", "<p>乙</p>"))
    page = page_of(preamble="<p>前言</p>", sections=sections)
    order = [
        "前言",
        "一、总体概况</h2>",
        "甲",
        "二、主动公开政府信息情况</h2>",
        "第二十条第（一）项",
        "三、收到申请</h2>",
        "乙",
        "办理情况",
    ]
    order += ["四、政府信息公开行政复议、行政诉讼情况</h2>", "未经复议直接起诉"]
    places = [page.index(words, page.index('<div class="body">')) for words in order]
    assert places == sorted(places)


def test_there_is_one_h1_and_no_heading_skips_a_level() -> None:
    page = page_of(cells={CHANGE: converted("增13", "13")}, metadata=Metadata(contact=Contact("办公室"), attachments=(Attachment("甲"),)))
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_the_title_is_the_published_one_or_the_form_s_own() -> None:
    assert Source(page_of(metadata=Metadata(title="甲县报告"))).text_of("h1") == ["甲县报告"]
    assert Source(page_of()).text_of("h1") == ["a机关2020年政府信息公开工作年度报告"]


def test_only_metadata_that_was_written_is_listed() -> None:
    assert Source(page_of()).text_of("dt") == ["发布机构", "报告年度", "格式版本"]
    full = Metadata("题", "2021-01-29 15:01", "府办〔2021〕1号", "000-1", "县政府", Contact("办", "街", "100000", "010", "a@b.cn"))
    terms = Source(page_of(metadata=full)).text_of("dt")
    assert terms[:7] == ["索引号", "发布机构", "文号", "发布日期", "来源", "报告年度", "格式版本"]
    assert terms[7:] == ["联系部门", "地址", "邮政编码", "联系电话", "电子邮箱"]


def test_an_agency_s_contact_stands_in_for_a_report_without_one() -> None:
    made = site(agency("a", 2020, contact=Contact(telephone="0913-1")))
    assert "0913-1" in render(made)["a/2020.html"]


def test_a_published_text_is_explained_below_its_table_and_tied_to_its_cell() -> None:
    page = page_of(cells={CHANGE: converted("增13", "13")})
    assert re.search(rf'<td id="{CHANGE}"[^>]* aria-describedby="published-1">增13</td>', page)
    assert f'<li id="published-1"><a href="#{CHANGE}">行政许可 / 本年增/减</a>：公布的原文为“增13”，读作 13。</li>' in page
    assert page.index('published-1">') < page.index('id="section-applications"')


def test_an_accepted_finding_is_printed_with_its_reason_and_an_open_one_is_not() -> None:
    open_one = Finding(Address("a", 2020, "figures", RECEIVED), Text("待查", "open"), cells=(RECEIVED,))
    page = page_of([accepted(RECEIVED, RECEIVED), open_one])
    assert "合计不符 <strong>公布机关说明：</strong>原件如此" in page
    assert f'<a href="#{RECEIVED}">' in page
    assert "待查" not in page


@pytest.mark.parametrize("item", ["applications.received", "applications", "carried", "", "review_and_litigation.review"])
def test_an_accepted_finding_on_a_row_a_section_or_nothing_known_is_still_printed(item: str) -> None:
    page = page_of([accepted(item)])
    assert "公布机关说明" in page
    ids = Source(page).ids()
    fragments = re.findall(r'href="#([^"]+)"', page)
    assert set(fragments) <= set(ids)


def test_a_cell_with_two_notes_names_both() -> None:
    page = page_of([accepted(CHANGE, CHANGE)], cells={CHANGE: converted("增13", "13")})
    assert 'aria-describedby="published-1 accepted-1"' in page


def test_findings_on_another_year_stay_off_the_page() -> None:
    made = site(agency("a", 2019, 2020))
    pages = render(made, [accepted(RECEIVED)])
    assert "公布机关说明" in pages["a/2020.html"]
    assert "公布机关说明" not in pages["a/2019.html"]


def test_corrections_say_what_was_changed_where_and_why() -> None:
    corrections = (Correction("2021-05-01", RECEIVED, "5", "6", "漏统计"), Correction("2021-06-01", "第一部分", "甲", "乙", "笔误"))
    page = page_of(corrections=corrections)
    assert f'2021-05-01：<a href="#{RECEIVED}">' in page
    assert "由“5”更正为“6”。原因：漏统计" in page
    assert "2021-06-01：第一部分，由“甲”更正为“乙”。原因：笔误" in page


def test_an_attachment_links_to_its_file_and_one_without_a_file_is_only_named() -> None:
    files = (Attachment("统计表", "统计 表.xlsx", 20480), Attachment("附表.docx", note="未取得"))
    page = page_of(metadata=Metadata(attachments=files))
    assert '<a href="../a/2020/files/%E7%BB%9F%E8%AE%A1%20%E8%A1%A8.xlsx" download>统计表</a>（20.0 KB）' in page
    assert '<li>附表.docx<span class="remark">未取得</span></li>' in page


@pytest.mark.parametrize(("size", "text"), [(0, ""), (1, "1 B"), (1023, "1023 B"), (1024, "1.0 KB"), (5 << 20, "5.0 MB")])
def test_a_size_is_told_in_the_unit_people_use(size: int, text: str) -> None:
    assert size_text(size) == text


def test_years_before_and_after_and_other_agencies_are_linked() -> None:
    made = site(agency("a", 2019, 2020, 2021), agency("b", 2020, short_name="乙局"))
    page = render(made)["a/2020.html"]
    assert 'rel="prev" href="../a/2019.html"' in page
    assert 'rel="next" href="../a/2021.html"' in page
    assert '<a href="../b/2020.html">乙局</a>' in page
    assert '<a href="../data/a/2020.json" download>' in page
    assert '<a href="../data/figures.csv" download>' in page


def test_a_report_that_stands_alone_has_no_empty_list_of_others() -> None:
    assert "相关报告" not in render(site(agency("a", 2020)))["a/2020.html"]
    assert "相关报告" in render(site(agency("a", 2020, 2021)))["a/2020.html"]
    assert "相关报告" in render(site(agency("a", 2020), agency("b", 2020)))["a/2020.html"]


def test_two_thousand_agencies_do_not_make_each_page_carry_two_thousand_links() -> None:
    made = site(*(agency(f"a{number:04}", 2020) for number in range(2000)))
    [page, _, _] = Renderer(REPOSITORY, "default", "1").agency_pages(made, made.agencies[1000], [])
    assert len(page.content) < 60_000
    assert "另有 1969 个机关" in page.content.decode()
