"""The page that says what is checked and what was found."""

import re

from giar_site.diagnostics import Address, Finding, Rule, Severity, Text, rule
from giar_site.manual import WHAT, sections, sentence
from giar_site.model import Withheld
from giar_site.rules import RULES
from tests.derive.made import RECEIVED, agency, figures, site
from tests.render.pages import render


@rule("G999", Severity.WARNING, "report")
def odd_thing(_: object) -> tuple[Finding, ...]:
    """奇怪的事 / Odd thing.

    What it checks
        看每一格
        是否奇怪。

        Looks whether a cell is odd.

    Why
        因为。
    """
    return ()


def finding(year: int | None, item: str, slug: str = "a", **more: object) -> Finding:
    fields = {"code": "G999", "rule": "odd_thing", "severity": Severity.WARNING, **more}
    return Finding(Address(slug, year, "figures", item), Text("有<点>怪", "odd"), **fields)  # type: ignore[arg-type]


def test_a_rule_is_told_by_its_title_and_the_first_chinese_paragraph_of_what_it_checks() -> None:
    line = page_with().split('<tr id="odd-thing">')[1].split("</tr>")[0]
    assert '<a href="rules.html#G999">G999</a>' in line
    assert "<td>奇怪的事</td>" in line
    assert "<td>看每一格是否奇怪。</td>" in line


@rule("G998", Severity.NOTE, "report")
def bare(_: object) -> tuple[Finding, ...]:
    """"""  # noqa: D419 - a rule without a manual
    return ()


def test_a_rule_without_a_manual_is_told_by_its_name() -> None:
    line = page_with(rules=(bare,)).split('<tr id="bare">')[1].split("</tr>")[0]
    assert "<td>bare</td>" in line
    assert line.endswith("<td></td>")


def test_every_rule_of_giar_can_be_told_in_chinese() -> None:
    for each in RULES:
        assert re.search("[\u4e00-\u9fff]", each.title.zh), each.slug
        assert re.search("[\u4e00-\u9fff]", sentence(sections(each.manual)[WHAT], "zh")), each.slug


def page_with(*findings: Finding, rules: tuple[Rule, ...] = (odd_thing,), **more: object) -> str:
    return render(site(agency("a", 2020), **more), findings, rules)["checks.html"]  # type: ignore[arg-type]


def test_a_finding_leads_to_the_cell_it_is_about_and_to_its_rule() -> None:
    page = page_with(finding(2020, RECEIVED, accepted="原件如此"))
    assert f'<a href="a/2020.html#{RECEIVED}">' in page
    assert '<a href="rules.html#G999">奇怪的事</a>' in page
    assert "有&lt;点&gt;怪" in page
    assert "公布机关说明：原件如此" in page


def test_a_finding_leads_to_the_row_or_section_and_else_to_the_page() -> None:
    assert 'href="a/2020.html#applications.received"' in page_with(finding(2020, "applications.received"))
    assert 'href="a/2020.html#section-overview"' in page_with(finding(2020, "overview"))
    assert 'href="a/2020.html"' in page_with(finding(2020, "line-7"))


def test_a_finding_without_a_public_page_leads_to_the_agency() -> None:
    assert 'href="a/index.html"' in page_with(finding(None, "name"))
    assert 'href="a/index.html"' in page_with(finding(2021, RECEIVED), withheld=(Withheld("a", 2021),))
    kept = page_with(finding(2021, RECEIVED), withheld=(Withheld("a", 2021, figures(2021)),))
    assert 'href="a/2021.html"' in kept
    assert "a/2021.html#" not in kept


def test_a_finding_on_the_whole_site_needs_no_agency() -> None:
    page = page_with(Finding(Address(item="theme"), Text("主题", "theme"), code="G999", rule="odd_thing"))
    assert "<td>主题</td>" in page


def test_the_equations_of_each_edition_in_use_are_counted() -> None:
    page = page_with()
    assert "198 格，40 个等式" in page
    assert "申请表每一行：各类申请人之和等于总计（23 个）" in page
    assert "（7 个）" in page
    assert "没有发现问题" in page


def test_findings_of_an_agency_stand_together_in_the_order_of_the_site() -> None:
    made = site(agency("b", 2020), agency("a", 2019, 2020))
    page = render(made, [finding(2019, RECEIVED), finding(2020, RECEIVED, "b"), finding(2020, RECEIVED)], [odd_thing])["checks.html"]
    places = [page.index(f'href="{name}.html#') for name in ("b/2020", "a/2020", "a/2019")]
    assert places == sorted(places)
