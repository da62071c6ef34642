"""The checks on a report's page: every equation with both sides, and what it came to in words."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest

from giar_site import forms
from giar_site.derive import Comparison, Reason, Relation, Term, assess
from giar_site.diagnostics import Address, Finding, Text
from giar_site.model import Agency, Figure, Reading
from giar_site.render.layout import layout_of
from giar_site.render.report_checks import check_tables
from giar_site.render.theme import Theme, load_theme
from tests.derive.made import BLANK, RECEIVED, agency, change, plain, report, site
from tests.render.pages import REPOSITORY, Source, render

ROW = "applications.received"
DETAILS = ("natural_person", "business", "research", "public_interest", "legal_service", "other")


def section(cells: dict[str, Figure], *findings: Finding, edition: int = 2021) -> str:
    """The section of checks on the page of a report of `cells`."""
    page = render(site(agency("a", reports=(report("a", 2021, cells, edition=edition),))), findings)["a/2021.html"]
    return page.split('<section id="checks"')[1].split("</section>")[0]


def table(html: str, kind: str) -> str:
    """The details of one kind of checks."""
    return next(each for each in html.split("<details")[1:] if f'id="checks-{kind}"' in each)


def lines(html: str) -> list[list[str]]:
    """The lines of a table as the words of their cells, without markup."""
    found = []
    for row in re.findall(r"<tr>(.*?)</tr>", html.split("<tbody>")[1]):
        words = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
        found.append([re.sub(r"<[^>]*>", "", each).replace("&nbsp;", " ") for each in words])
    return found


def accepted(*cells: str, reason: str = "原件如此") -> Finding:
    at = Address("a", 2021, "figures", cells[0])
    return Finding(at, Text("两数不符", "differ"), cells=cells, expected="0", actual="5", code="G201", accepted=reason)


ROW_CELLS = (RECEIVED, *(f"{ROW}@{column}" for column in DETAILS))


def test_an_equation_writes_out_both_sides_and_its_result_and_says_once_that_the_rest_is_zero() -> None:
    html = section({f"{ROW}@natural_person": plain(3), f"{ROW}@other": plain(2), RECEIVED: plain(5)})
    assert lines(table(html, "row_total"))[0] == ["一、本年新收政府信息公开申请数量", "自然人 3 + 其他 2 + 其余 0 = 5", "总计 5", "相等"]


def test_every_number_of_a_side_leads_to_its_cell() -> None:
    page = render(site(agency("a", reports=(report("a", 2021, {f"{ROW}@business": plain(3), RECEIVED: plain(3)}),))))["a/2021.html"]
    assert f'<a href="#{ROW}@business">商业企业 3</a>' in page
    assert f'<a href="#{RECEIVED}">总计 3</a>' in page
    source = Source(page)
    ids = source.ids()
    assert len(ids) == len(set(ids))
    targets = [each["href"][1:] for each in source.all("a") if each.get("href", "").startswith("#")]
    assert set(targets) <= set(ids)


def test_a_side_without_zeros_leaves_nothing_out() -> None:
    cells = {f"{ROW}@{column}": plain(1) for column in DETAILS}
    line = lines(table(section({**cells, RECEIVED: plain(6)}), "row_total"))[0]
    assert line[1] == "自然人 1 + 商业企业 1 + 科研机构 1 + 社会公益组织 1 + 法律服务机构 1 + 其他 1 = 6"


def test_a_side_of_zeros_is_said_in_three_words() -> None:
    line = lines(table(section({RECEIVED: plain(5)}), "row_total"))[0]
    assert line == ["一、本年新收政府信息公开申请数量", "各项均为 0", "总计 5", "不相等，相差 5"]
    other = lines(table(section({f"{ROW}@other": plain(5)}), "row_total"))[0]
    assert other[1:] == ["其他 5 + 其余 0 = 5", "总计 0", "不相等，相差 5"]


def test_equations_over_nothing_but_zeros_share_one_line_that_names_them_all() -> None:
    html = section({f"{ROW}@other": plain(5), RECEIVED: plain(5)})
    first, rest = lines(table(html, "row_total"))
    assert first[0] == "一、本年新收政府信息公开申请数量"
    labels = [row.label for row in forms.edition(2021).rows if row.table == "applications"][1:]
    assert rest == ["其余", f"两边都是 0：{'、'.join(labels)}", "相等"]
    assert lines(table(html, "block_total")) == [["其余", "两边都是 0：行政复议、未经复议直接起诉、复议后起诉", "相等"]]


def test_an_equation_over_a_blank_says_so_and_shows_which() -> None:
    line = lines(table(section({f"{ROW}@other": BLANK, RECEIVED: plain(5)}), "row_total"))[0]
    assert line == ["一、本年新收政府信息公开申请数量", "其他 空白 + 其余 0", "总计 5", "无法核对：其中有空白"]
    total = lines(table(section({f"{ROW}@other": plain(5), RECEIVED: BLANK}), "row_total"))[0]
    assert total[1:3] == ["其他 5 + 其余 0 = 5", "总计 空白"]


def test_a_total_that_was_left_out_is_said_to_prove_nothing() -> None:
    cells = {f"{ROW}@other": plain(5), RECEIVED: Figure(Decimal(5), "", Reading.DERIVED)}
    assert lines(table(section(cells), "row_total"))[0][3] == "无法核对：总计未公布，由本站相加得出"


def test_an_accepted_mismatch_prints_the_reason_and_leads_to_the_note() -> None:
    html = section({RECEIVED: plain(5)}, accepted(*ROW_CELLS, reason="原件<如此>"))
    part = table(html, "row_total")
    assert lines(part)[0][3] == "不相等，相差 5；公布机关说明：原件&lt;如此&gt;"
    assert '<a href="#accepted-1">公布机关说明</a>' in part


def test_a_reason_on_other_cells_is_not_taken_for_this_equation_s() -> None:
    line = lines(table(section({RECEIVED: plain(5)}, accepted(RECEIVED)), "row_total"))[0]
    assert line[3] == "不相等，相差 5"


def counts(html: str, kind: str) -> str:
    found = re.search(r'<span class="remark">(.*?)</span>', table(html, kind))
    assert found
    return found[1]


def test_each_kind_counts_how_its_equations_came_out_and_is_open_only_where_one_does_not_hold() -> None:
    html = section({RECEIVED: plain(5), f"{ROW}@natural_person": BLANK, "applications.carried_out@total": plain(2)})
    assert counts(html, "row_total") == "共 25 个等式：相等 23 个；不相等 1 个；无法核对 1 个（其中有空白）"
    assert counts(html, "block_total") == "共 3 个等式：相等 3 个"
    assert table(html, "row_total").startswith(' class="sums" open>')
    assert table(html, "block_total").startswith(' class="sums">')


def test_accepted_mismatches_are_counted_apart() -> None:
    html = section({RECEIVED: plain(5)}, accepted(*ROW_CELLS))
    assert counts(html, "row_total") == "共 25 个等式：相等 24 个；不相等（已说明） 1 个"
    assert counts(html, "intake") == "共 7 个等式：相等 6 个；不相等 1 个"


def test_both_kinds_of_not_assessable_are_counted_apart() -> None:
    cells = {RECEIVED: Figure(Decimal(0), "", Reading.DERIVED), "applications.carried_in@other": BLANK}
    assert counts(section(cells), "row_total") == (
        "共 25 个等式：相等 23 个；无法核对 1 个（其中有空白）；无法核对 1 个（总计未公布，由本站相加得出）"
    )


@pytest.mark.parametrize("edition", [2019, 2021])
def test_every_equation_of_the_form_is_told_once(edition: int) -> None:
    form = forms.edition(edition)
    cells = {cell.id: plain(cell.index + 1) for cell in form.cells}
    html = section(cells, edition=edition)
    for kind in {equation.name for equation in form.equations}:
        assert len(lines(table(html, kind))) == sum(equation.name == kind for equation in form.equations)


def test_the_same_figures_print_the_same_line_with_and_without_a_note_on_another_report() -> None:
    cells = {RECEIVED: plain(5)}
    made = site(
        agency("a", reports=(report("a", 2021, cells),)),
        agency("b", reports=(report("b", 2021, cells),)),
        agency("c", reports=(report("c", 2021, cells),)),
    )
    pages = render(made, [accepted(*ROW_CELLS)])
    results = [lines(table(pages[f"{slug}/2021.html"], "row_total"))[0][3] for slug in "abc"]
    assert results == ["不相等，相差 5；公布机关说明：原件如此", "不相等，相差 5", "不相等，相差 5"]


@pytest.fixture
def default() -> Theme:
    return load_theme(REPOSITORY, "default")


def test_a_comparison_with_another_report_leads_to_that_report(default: Theme) -> None:
    left = (Term("x@in", "上年<现行>", "b", 2020), Term("x@new", "本年制发"), Term("x@gone", "本年废止", sign=-1))
    comparison = Comparison("in_force", "规章", "x@in", left, (Term("x@in", "现行有效"),), Relation.EQUAL)
    judged = assess(comparison, [Decimal(7), Decimal(2), Decimal(3)], [Decimal(6)])
    (only,) = check_tables(default, layout_of(forms.edition(2021)), [judged], [], "../")
    assert '<a href="../b/2020.html#x@in">b2020年上年&lt;现行&gt; 7</a> + <a href="#x@new">本年制发 2</a>' in only.lines
    assert '− <a href="#x@gone">本年废止 3</a> =&nbsp;6' in only.lines
    assert 'id="checks-in_force"' in only.head


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason.FIRST_YEAR, "没有更早的年度报告"),
        (Reason.MISSING_YEAR, "上一年度的报告尚未公布"),
        (Reason.OTHER_EDITION, "两份报告的格式不同"),
        (Reason.MISSING_HEIR, "同样接续上年数字的另一机关还没有公布"),
        (Reason.UNCLEAR_LINEAGE, "机关有合并、分设等变动，无法对应"),
        (Reason.MISSING_CHILDREN, "所属机关的报告不齐"),
    ],
)
def test_every_reason_has_its_words(default: Theme, reason: Reason, words: str) -> None:
    comparison = Comparison("carry_over", "自然人", "x", (Term("y", "上年结转", "b", 2020),), (Term("x", "结转"),))
    (only,) = check_tables(default, layout_of(forms.edition(2021)), [assess(comparison, [None], [Decimal(1)], reason)], [], "../")
    assert f"<td>无法核对：{words}</td>" in only.lines
    beside = reason is Reason.MISSING_CHILDREN
    assert ("b2020年上年结转 空白" in only.lines) is beside
    assert ('<td colspan="2">—</td>' in only.lines) is not beside


LAST, NOW = "applications.carried_out", "applications.carried_in"


def two_years(carried_in: int, *findings: Finding) -> str:
    """The section of checks on the page of a second report; the first carried out 3."""
    first = report("a", 2021, {f"{LAST}@total": plain(3), f"{LAST}@business": plain(3)})
    second = report("a", 2022, {f"{NOW}@total": plain(carried_in), f"{NOW}@business": plain(carried_in)})
    page = render(site(agency("a", reports=(first, second))), findings)["a/2022.html"]
    return page.split('<section id="checks"')[1].split("</section>")[0]


def test_what_follows_from_last_year_is_shown_like_the_sums_and_leads_to_last_year_s_page() -> None:
    html = two_years(3)
    assert lines(table(html, "carry_over")) == [
        ["商业企业", "2021年四、结转下年度继续办理 3", "二、上年结转政府信息公开申请数量 3", "相等"],
        ["总计", "2021年四、结转下年度继续办理 3", "二、上年结转政府信息公开申请数量 3", "相等"],
        ["其余", "两边都是 0：自然人、科研机构、社会公益组织、法律服务机构、其他", "相等"],
    ]
    assert f'<a href="2021.html#{LAST}@total">' in html
    assert f'<a href="#{NOW}@total">' in html


def test_a_reason_given_for_the_total_stands_for_the_columns_that_differ_with_it() -> None:
    at = Address("a", 2022, "figures", f"{NOW}@total")
    cells = (f"{NOW}@total", f"{NOW}@business")
    last = (Address("a", 2021, "figures", f"{LAST}@total"),)
    stands = Finding(at, Text("不符", "differ"), cells=cells, expected="3", actual="2", related=last, code="G301", accepted="漏计一件")
    found = lines(table(two_years(2, stands), "carry_over"))
    assert [line[3] for line in found[:2]] == ["不相等，相差 1；公布机关说明：漏计一件"] * 2
    assert [line[3] for line in lines(table(two_years(2), "carry_over"))[:2]] == ["不相等，相差 1"] * 2


def test_the_first_year_says_in_one_line_that_there_is_nothing_to_compare_with() -> None:
    page = render(site(agency("a", reports=(report("a", 2021),))))["a/2021.html"]
    html = page.split('<section id="checks"')[1].split("</section>")[0]
    names = "自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他、总计"
    assert lines(table(html, "carry_over")) == [[names, "—", "无法核对：没有更早的年度报告"]]
    assert lines(table(html, "stock")) == [["规章、行政规范性文件", "—", "无法核对：没有更早的年度报告"]]
    assert " open>" not in html
    assert " open>" in two_years(2)


def test_numbers_of_other_agencies_are_shown_with_their_names() -> None:
    made = site(
        agency("old", reports=(report("old", 2021, {f"{LAST}@total": plain(3)}),), name="旧局"),
        agency("new", reports=(report("new", 2022, {f"{NOW}@total": plain(3)}),), lineage=(change("renamed", "2022-03-01", "old"),)),
    )
    page = render(made)["new/2022.html"]
    assert f'<a href="../old/2021.html#{LAST}@total">旧局2021年四、结转下年度继续办理 3</a>' in page


# A roll-up against the agencies below it

LICENSING, PENALTIES = "disclosure.licensing@decisions", "disclosure.penalties@decisions"


def rollup(*children: Agency, complete: bool = False, findings: tuple[Finding, ...] = ()) -> str:
    """The table of a county's 5 licences and 1 penalty against its children's."""
    own = report("a", 2021, {LICENSING: plain(5), PENALTIES: plain(1)})
    county = agency("a", reports=(own,), scope="rollup", children_complete=complete)
    page = render(site(county, *children), findings)["a/2021.html"]
    return table(page.split('<section id="checks"')[1].split("</section>")[0], "rollup")


def below(slug: str, licences: int) -> Agency:
    return agency(slug, reports=(report(slug, 2021, {LICENSING: plain(licences)}),), parent="a")


TABLES = (
    ["主动公开政府信息情况", "10 格"],
    ["收到和处理政府信息公开申请情况", "175 格"],
    ["政府信息公开行政复议、行政诉讼情况", "15 格"],
)


def test_a_roll_up_that_contains_its_children_takes_one_line_a_table() -> None:
    html = rollup(below("b", 2), below("c", 3))
    assert lines(html) == [[*each, "不小于所属机关之和"] for each in TABLES]
    assert counts("<details" + html, "rollup") == "共 200 个等式：不小于所属机关之和 200 个"
    assert " open" not in html.split(">")[0]
    assert '<th scope="col">格</th><th scope="col">本报告</th><th scope="col">所属机关之和</th>' in html


def test_one_that_falls_short_writes_out_the_cell_with_every_child_that_has_any() -> None:
    html = rollup(below("b", 2), below("c", 0), below("d", 4))
    first, *rest = lines(html)
    assert first == [
        "行政许可 / 本年处理决定数量",
        "行政许可 5",
        "b机关2021年行政许可 2 + d机关2021年行政许可 4 = 6",
        "小于所属机关之和，相差 1",
    ]
    assert rest == [["主动公开政府信息情况", "9 格", "不小于所属机关之和"], *([*each, "不小于所属机关之和"] for each in TABLES[1:])]
    assert '<a href="../d/2021.html#disclosure.licensing@decisions">' in html
    assert " open" in html.split(">")[0]


def test_of_complete_children_the_sum_must_be_equal() -> None:
    html = rollup(below("b", 4), complete=True)
    assert [line[-1] for line in lines(html)] == ["不相等，相差 1", "不相等，相差 1", "相等", "相等", "相等"]
    assert lines(html)[1][1:3] == ["行政处罚 1", "各项均为 0"]
    assert counts("<details" + html, "rollup") == "共 200 个等式：相等 198 个；不相等 2 个"


def test_with_children_missing_nothing_is_said_to_agree_and_nothing_alarms() -> None:
    html = rollup(below("b", 2), agency("c", parent="a"))
    assert lines(html) == [[*each, "无法核对：所属机关的报告不齐"] for each in TABLES]
    assert " open" not in html.split(">")[0]


def test_a_roll_up_let_stand_for_a_reason_prints_it() -> None:
    at = Address("a", 2021, "figures", LICENSING)
    related = (Address("b", 2021, "figures", LICENSING),)
    found = Finding(at, Text("小于", "less"), cells=(LICENSING,), expected="6", accepted="联合办理", code="G501", related=related)
    stands = rollup(below("b", 6), findings=(replace(found, check="rollup"),))
    assert lines(stands)[0][-1] == "小于所属机关之和，相差 1；公布机关说明：联合办理"
    assert lines(rollup(below("b", 6), findings=(found,)))[0][-1] == "小于所属机关之和，相差 1", "the reason of another check"
