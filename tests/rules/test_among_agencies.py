"""G501 to G507: a roll-up against its children, who is missing, whose scope is doubtful, who cannot make 规章."""

from pathlib import Path

import pytest
from checking import TODAY, check_alone, check_sample, only
from samples import write_site

from giar_site.check import check_site
from giar_site.diagnostics import Address, Finding
from giar_site.load import Places
from giar_site.model import Agency, Site
from giar_site.rules import RULES, look_around, look_at, look_at_site
from giar_site.settings import Expected
from tests.derive.made import BLANK, converted, plain, report, site

LICENSING = "disclosure.licensing@decisions"
PENALTIES = "disclosure.penalties@decisions"
COERCION = "disclosure.coercion@decisions"
FEES = "disclosure.fees@amount"
PROCUREMENT = "disclosure.procurement@amount"


def government(*reports: object, **more: object) -> Agency:
    return Agency(**{"slug": "xian", "name": "某某县人民政府", "kind": "government", "scope": "rollup", "reports": reports, **more})  # type: ignore[arg-type]


def bureau(slug: str, *reports: object, **more: object) -> Agency:
    return Agency(**{"slug": slug, "name": f"{slug}局", "parent": "xian", "reports": reports, **more})  # type: ignore[arg-type]


def found(subject: Agency, *others: Agency, expected: tuple[Expected, ...] = (), years: tuple[int, ...] = ()) -> list[Finding]:
    """The findings on `subject` among `others`."""
    whole = site(subject, *others, expected=expected, years=years)
    findings = look_around(subject, Site(whole.settings, whole.agencies, today=TODAY), look_at(subject, Places()), Places)
    return [finding for finding in findings if not finding.code.startswith("G4")]  # these reports have no prose


def of(code: str, findings: list[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.code == code]


def test_a_roll_up_below_its_children_names_the_widest_gaps_first() -> None:
    own = government(report("xian", 2022, {LICENSING: plain(3), PENALTIES: plain(1)}))
    one = bureau("a", report("a", 2022, {LICENSING: plain(2), PENALTIES: plain(5)}))
    two = bureau("b", report("b", 2022, {LICENSING: plain(2)}))
    finding = only(found(own, one, two))
    assert (finding.code, finding.severity, finding.at) == ("G501", "warning", Address("xian", 2022, "figures", PENALTIES))
    assert finding.message.zh == (
        "汇总报告有 2 格小于已公布的 2 个下级机关之和："
        "“行政处罚 / 本年处理决定数量”本报告 1，下级合计 5，相差 4；“行政许可 / 本年处理决定数量”本报告 3，下级合计 4，相差 1。"
    )
    assert finding.message.en == (
        "the roll-up falls short of its children's sum (2 published) in 2 cells: "
        "“行政处罚 / 本年处理决定数量” 1 here, 5 below, a difference of 4; “行政许可 / 本年处理决定数量” 3 here, 4 below, a difference of 1."
    )
    assert finding.mend.zh == "对照下级机关的报告核对；不归这份报告汇总的机关，从它的 agency.yaml 删去 parent。"
    assert (
        finding.mend.en
        == "compare with the children's reports; an agency that is not summed here must not name it as parent in its agency.yaml."
    )
    assert finding.cells == (PENALTIES, LICENSING)
    assert (finding.expected, finding.actual) == ("5", "1")
    assert finding.related == (Address("a", 2022, "figures", PENALTIES), Address("b", 2022, "figures", LICENSING))
    assert finding.check == "rollup"


def test_a_single_gap_is_one_cell() -> None:
    own = government(report("xian", 2022))
    finding = only(found(own, bureau("a", report("a", 2022, {LICENSING: plain(1)}))))
    assert finding.message.zh.startswith("汇总报告有 1 格小于已公布的 1 个下级机关之和：")
    assert "in 1 cell: " in finding.message.en


def test_equal_gaps_stand_in_the_forms_order_and_at_most_five_are_named() -> None:
    cells = ["disclosure.rules@issued", "disclosure.rules@repealed", "disclosure.rules@in_force", LICENSING, PENALTIES, COERCION, FEES]
    child = bureau("a", report("a", 2022, {cell: plain(1) for cell in cells}))
    finding = only(of("G501", found(government(report("xian", 2022)), child)))
    assert finding.cells == tuple(cells)
    assert finding.message.zh.count("相差 1") == 5
    assert finding.message.zh.endswith("；另有 2 格。")
    assert finding.message.en.endswith("; and 2 more.")


def test_five_gaps_leave_no_rest() -> None:
    cells = ["disclosure.rules@issued", "disclosure.rules@repealed", LICENSING, PENALTIES, COERCION]
    child = bureau("a", report("a", 2022, {cell: plain(1) for cell in cells}))
    finding = only(of("G501", found(government(report("xian", 2022)), child)))
    assert finding.message.zh.endswith("相差 1。")


def test_a_roll_up_that_equals_or_exceeds_its_children_is_in_order() -> None:
    child = bureau("a", report("a", 2022, {LICENSING: plain(4), PENALTIES: plain(5)}))
    assert found(government(report("xian", 2022, {LICENSING: plain(4), PENALTIES: plain(6)})), child) == []


def test_only_the_same_year_and_only_children_are_added() -> None:
    own = government(report("xian", 2022, {LICENSING: plain(1)}))
    other_year = bureau("a", report("a", 2021, {LICENSING: plain(9)}), report("a", 2022, {LICENSING: plain(1)}))
    stranger = bureau("b", report("b", 2022, {LICENSING: plain(9)}), parent="")
    assert found(own, other_year, stranger) == []


def test_a_lower_roll_up_stands_for_what_is_below_it() -> None:
    own = government(report("xian", 2022, {LICENSING: plain(5)}))
    town = bureau("zhen", report("zhen", 2022, {LICENSING: plain(5)}), scope="rollup", kind="township")
    office = bureau("zhan", report("zhan", 2022, {LICENSING: plain(4)}), parent="zhen")
    assert found(own, town, office) == []
    assert found(town, own, office) == []


def test_an_own_report_is_not_compared() -> None:
    own = government(report("xian", 2022), scope="own", kind="office")
    assert found(own, bureau("a", report("a", 2022, {LICENSING: plain(4)}))) == []


def test_what_is_no_sum_over_agencies_is_left_out() -> None:
    own = government(report("xian", 2020))
    cells = {f"disclosure.licensing@{column}": plain(9) for column in ("items_last_year", "change")}
    assert found(own, bureau("a", report("a", 2020, cells))) == []
    wrong = found(own, bureau("a", report("a", 2020, {LICENSING: plain(9)})))
    assert only(wrong).cells == (LICENSING,)


def test_of_two_editions_only_cells_of_both_are_compared() -> None:
    own = government(report("xian", 2021))
    on_the_old_form = report("a", 2021, {"disclosure.rules@produced": plain(3), LICENSING: plain(1)}, edition=2019)
    finding = only(of("G501", found(own, bureau("a", on_the_old_form))))
    assert finding.cells == (LICENSING,)


def test_a_blank_of_a_child_counts_as_nothing_and_one_of_the_roll_up_is_not_compared() -> None:
    child = bureau("a", report("a", 2022, {LICENSING: BLANK, PENALTIES: plain(5)}))
    other = bureau("b", report("b", 2022, {LICENSING: plain(2)}))
    own = government(report("xian", 2022, {LICENSING: plain(1), PENALTIES: BLANK}))
    finding = only(of("G501", found(own, child, other)))
    assert (finding.cells, finding.expected) == ((LICENSING,), "2")
    assert finding.related == (Address("b", 2022, "figures", LICENSING),)


@pytest.mark.parametrize(
    ("own", "child", "gaps"),
    [
        (converted("1万元", "1", "万元"), converted("2万元", "2", "万元"), 1),
        (converted("1亿元", "1", "亿元"), converted("2万元", "2", "万元"), 0),
        (plain(0), converted("2万元", "2", "万元"), 1),
        (plain(1), converted("2万元", "2", "万元"), 0),
        (plain(1), plain(2), 0),
        (converted("1万元", "1", "万元"), plain(2), 0),
    ],
)
def test_amounts_without_a_unit_of_the_form_are_compared_in_one_published_unit(own: object, child: object, gaps: int) -> None:
    whole = government(report("xian", 2020, {PROCUREMENT: own}))  # type: ignore[dict-item]
    below = bureau("a", report("a", 2020, {PROCUREMENT: child}))  # type: ignore[dict-item]
    assert [finding.cells for finding in of("G501", found(whole, below))] == [(PROCUREMENT,)] * gaps


def test_amounts_keep_their_decimals() -> None:
    child = bureau("a", report("a", 2022, {FEES: converted("0.30", "0.30")}))
    other = bureau("b", report("b", 2022, {FEES: converted("0.1", "0.1")}))
    finding = only(of("G501", found(government(report("xian", 2022, {FEES: converted("0.2", "0.2")})), child, other)))
    assert (finding.expected, finding.actual) == ("0.40", "0.2")
    assert "本报告 0.2，下级合计 0.40，相差 0.20" in finding.message.zh


def test_a_roll_up_below_its_children_can_be_explained(tmp_path: Path) -> None:
    sample = (
        "--- agency.yaml\nname: 县\nkind: government\nscope: rollup\n--- figures.yaml\ndisclosure:\n  licensing: [1]\n  …\naccept:\n"
        f"  - {{rule: rollup-below-children, at: {LICENSING}, reason: 联合办理的只计一件}}\n"
        "--- content/a-ju/agency.yaml\nname: 局\nparent: sample\n--- content/a-ju/2022/figures.yaml\ndisclosure:\n  licensing: [2]\n  …\n"
    )
    finding = only(check_sample(tmp_path, sample))
    assert (finding.code, finding.accepted, finding.place.line) == ("G501", "联合办理的只计一件", 2)


def test_checking_a_child_shows_the_roll_up_that_falls_short_of_it(tmp_path: Path) -> None:
    sample = (
        "--- agency.yaml\nname: 县\nkind: government\nscope: rollup\n--- figures.yaml\nform: 2021\n"
        "--- content/a-ju/agency.yaml\nname: 局\nparent: sample\n--- content/a-ju/2022/figures.yaml\ndisclosure:\n  licensing: [2]\n  …\n"
    )
    check_sample(tmp_path, sample)
    assert [finding.code for finding in check_site(tmp_path, only=["a-ju/2022"], today=TODAY).findings] == ["G501"]


def test_complete_children_must_come_to_the_very_sum() -> None:
    child = bureau("a", report("a", 2022, {LICENSING: plain(4), PENALTIES: plain(5), COERCION: plain(1)}))
    own = government(report("xian", 2022, {LICENSING: plain(6), PENALTIES: plain(4), COERCION: plain(1)}), children_complete=True)
    finding = only(found(own, child))
    assert (finding.code, finding.severity, finding.at) == ("G502", "error", Address("xian", 2022, "figures", LICENSING))
    assert finding.message.zh == (
        "汇总报告有 2 格不等于全部 1 个下级机关之和："
        "“行政许可 / 本年处理决定数量”本报告 6，下级合计 4，相差 2；“行政处罚 / 本年处理决定数量”本报告 4，下级合计 5，相差 1。"
    )
    assert finding.message.en.startswith("the roll-up is not the sum of its children (all 1 published) in 2 cells: “行政许可 / ")
    assert finding.mend.zh == "对照下级机关的报告改正有误的一方；下级机关并不齐全的，删去 agency.yaml 里的 children_complete。"
    assert finding.mend.en == "correct the report that is wrong; where the children are not all, delete children_complete from agency.yaml."
    assert (finding.cells, finding.expected, finding.actual) == ((LICENSING, PENALTIES), "4", "6")
    assert finding.related == (Address("a", 2022, "figures", LICENSING),)


def test_of_complete_children_that_have_nothing_each_may_be_to_blame() -> None:
    own = government(report("xian", 2022, {LICENSING: plain(6)}), children_complete=True)
    finding = only(found(own, bureau("a", report("a", 2022)), bureau("b", report("b", 2022))))
    assert (finding.code, finding.expected, finding.actual) == ("G502", "0", "6")
    assert finding.related == (Address("a", 2022, "figures", LICENSING), Address("b", 2022, "figures", LICENSING))


def test_complete_children_that_come_to_the_sum_are_in_order() -> None:
    child = bureau("a", report("a", 2022, {LICENSING: plain(4)}))
    assert found(government(report("xian", 2022, {LICENSING: plain(4)}), children_complete=True), child) == []


def test_a_blank_or_another_edition_among_complete_children_leaves_only_the_lower_bound() -> None:
    own = government(
        report("xian", 2021, {LICENSING: plain(3), PENALTIES: plain(1), "disclosure.rules@issued": plain(1)}), children_complete=True
    )
    blank = bureau("a", report("a", 2021, {LICENSING: BLANK, PENALTIES: BLANK}))
    other = bureau("b", report("b", 2021, {LICENSING: plain(1), PENALTIES: plain(2), "disclosure.rules@issued": plain(0)}))
    old = bureau("c", report("c", 2021, edition=2019))
    assert [(finding.code, finding.cells) for finding in found(own, blank, other, old)] == [("G501", (PENALTIES,))]


def test_complete_children_that_have_not_all_reported_leave_only_the_lower_bound() -> None:
    child = bureau("a", report("a", 2022, {LICENSING: plain(4)}))
    own = government(report("xian", 2022, {LICENSING: plain(3), PENALTIES: plain(9)}), children_complete=True)
    assert [finding.code for finding in found(own, child, bureau("b"))] == ["G501", "G503"]


def test_complete_children_are_nothing_without_a_roll_up() -> None:
    own = government(report("xian", 2022, {LICENSING: plain(9)}), children_complete=True, scope="own", kind="office")
    assert found(own, bureau("a", report("a", 2022))) == []


def test_children_without_a_report_are_named() -> None:
    own = government(report("xian", 2021), report("xian", 2022))
    here = bureau("a", report("a", 2021), report("a", 2022))
    late = bureau("b", report("b", 2021), short_name="乙局")
    never = bureau("c", report("c", 2021), name="丙局")
    finding = only(found(own, here, late, never))
    assert (finding.code, finding.severity, finding.at) == ("G503", "note", Address("xian", 2022, "figures", "form"))
    assert finding.message.zh == "3 个下级机关中有 2 个没有 2022 年度报告，汇总数不能完全核对：乙局、丙局。"
    assert finding.message.en == "2 of 3 children have no report of 2022, so the roll-up cannot be checked in full: 乙局、丙局."
    assert finding.mend.zh == "补上缺的报告；那一年还没有或已经撤销的机关，在它的 agency.yaml 里写 lineage:。"
    assert finding.mend.en == "add the missing reports; for an agency that did not exist that year write lineage: in its agency.yaml."
    assert finding.related == (Address("b", None, "agency"), Address("c", None, "agency"))


@pytest.mark.parametrize(("count", "zh", "en"), [(10, "j9局。", "j9局."), (11, "j9局 等 11 个。", "j9局 and 1 more.")])
def test_at_most_ten_missing_children_are_named(count: int, zh: str, en: str) -> None:
    children = [bureau(f"j{number}") for number in range(count)]
    finding = only(found(government(report("xian", 2022)), *children))
    assert (finding.message.zh.endswith(zh), finding.message.en.endswith(en)) == (True, True)


def test_a_child_is_not_missing_outside_the_years_it_is_expected_in() -> None:
    own = government(report("xian", 2021), report("xian", 2022))
    new = bureau("a", report("a", 2022))
    assert [finding.at.year for finding in of("G503", found(own, new))] == [2021]
    assert found(own, new, expected=(Expected(1, "a", first=2022),)) == []


def test_a_government_that_others_name_as_parent_is_doubtful_as_own() -> None:
    own = government(report("xian", 2022, {LICENSING: plain(9)}), scope="own")
    finding = only(found(own, bureau("a", report("a", 2022, {LICENSING: plain(9)})), bureau("b", name="乙局")))
    assert (finding.code, finding.severity, finding.at) == ("G504", "warning", Address("xian", None, "agency", "scope"))
    assert finding.message.zh == "口径是 own（只报本机关），但a局、乙局写它为上级机关，人民政府的报告一般汇总各部门的数字。"
    assert finding.message.en == "the scope is own, but it is the parent of a局、乙局; a government's report usually sums its departments."
    assert finding.mend.zh == "汇总报告写 scope: rollup；只报政府办公室一家数据的，kind 写 office。"
    assert finding.mend.en == "write scope: rollup for a roll-up; where it is the office's own report, kind: office."
    assert (finding.expected, finding.actual) == ("rollup", "own")


@pytest.mark.parametrize(
    ("count", "zh", "en"),
    [(5, "j4局写它", "of j0局、j1局、j2局、j3局、j4局;"), (6, "j4局 等 6 个机关写它", "j4局 and others, 6 in all; a")],
)
def test_at_most_five_children_of_doubtful_scope_are_named(count: int, zh: str, en: str) -> None:
    finding = only(found(government(scope="own"), *(bureau(f"j{number}") for number in range(count))))
    assert zh in finding.message.zh
    assert en in finding.message.en


def test_a_government_smaller_than_its_children_is_own_beyond_doubt() -> None:
    own = government(report("xian", 2022, {LICENSING: plain(8)}), scope="own")
    assert found(own, bureau("a", report("a", 2022, {LICENSING: plain(9)}))) == []


@pytest.mark.parametrize("more", [{"scope": "rollup"}, {"kind": "office"}])
def test_roll_ups_and_other_kinds_are_not_doubtful(more: dict[str, str]) -> None:
    assert found(government(report("xian", 2022), **{"scope": "own", **more}), bureau("a", report("a", 2022))) == []


def test_a_government_without_children_is_not_doubtful() -> None:
    assert found(government(report("xian", 2022), scope="own"), bureau("a", report("a", 2022), parent="")) == []


def absent(*agencies: Agency, expected: tuple[Expected, ...], today: str = TODAY, **settings: object) -> list[Finding]:
    made = site(*agencies, expected=expected, **settings)
    return look_at_site(Site(made.settings, made.agencies, today=today), Places())


def test_an_expected_agency_without_a_report_is_told_with_its_years() -> None:
    agency = bureau("a", report("a", 2021))
    other = bureau("b", report("b", 2019), report("b", 2022))
    finding = only(absent(agency, other, expected=(Expected(1, "a"),)))
    assert (finding.code, finding.severity, finding.at) == ("G505", "warning", Address("a", None, "agency", "name"))
    assert finding.place.file == "content/a/agency.yaml"
    assert finding.message.zh == "“a局”没有 2019、2022 年度报告，公布期限已过。"
    assert finding.message.en == "“a局” has no report of 2019, 2022, which is overdue."
    assert (
        finding.mend.zh
        == "补录用 giar new a 2019；改名、合并、撤销过的，在 agency.yaml 里写 lineage:，没有文件夹的在 expected: 里写 until。"
    )
    assert (
        finding.mend.en
        == "enter it with giar new a 2019; of one that was renamed or has ended write lineage: in agency.yaml, or until in expected: where it has no folder."
    )


@pytest.mark.parametrize(("slug", "name", "shown", "command"), [("", "乙局", "乙局", "机关代号"), ("yi-ju", "", "yi-ju", "yi-ju")])
def test_an_expected_agency_without_a_folder_is_told_in_site_yaml(slug: str, name: str, shown: str, command: str) -> None:
    finding = only(absent(bureau("a", report("a", 2022)), expected=(Expected(1, "a"), Expected(2, slug, name))))
    assert (finding.at, finding.place.file) == (Address("", None, "site", "expected.2"), "site.yaml")
    assert finding.related == (Address(slug),)
    assert finding.message.zh == f"应有“{shown}”2022 年度的报告，但 content/ 里没有这个机关，公布期限已过。"
    assert finding.message.en == f"“{shown}” is expected to report 2022, which is overdue, but content/ has no such agency."
    assert finding.mend.zh.startswith(f"补录用 giar new {command} 2022；")
    assert finding.mend.en.startswith(f"enter it with giar new {slug or 'AGENCY'} 2022; ")


def test_the_entry_of_site_yaml_is_pointed_at(tmp_path: Path) -> None:
    finding = only(
        check_sample(
            tmp_path, "--- site.yaml\ntitle: 样本\nexpected:\n  - {slug: sample}\n  - {name: 乙局}\n--- figures.yaml\nform: 2021\n"
        )
    )
    assert (finding.code, finding.place[:3]) == ("G505", ("site.yaml", 4, 5))


def test_who_asks_for_one_agency_is_not_told_of_others_that_are_absent(tmp_path: Path) -> None:
    sample = (
        "--- site.yaml\ntitle: 样本\nexpected: [{slug: sample}, {slug: a-ju}, {slug: yi-ju}, {name: 丙局}]\n"
        "--- figures.yaml\nform: 2021\n--- content/a-ju/agency.yaml\nname: 局\n"
    )
    site = write_site(tmp_path, sample)

    def told(*only: str) -> list[str]:
        findings = check_site(site, only=only, today=TODAY).findings
        return [f"{finding.code} {finding.at.agency or finding.at.item}" for finding in findings]

    assert told() == ["G505 a-ju", "G505 expected.3", "G505 expected.4"]
    assert told("sample/2022") == told("sample") == []
    assert told("a-ju") == ["G505 a-ju"]


def test_what_is_wrong_with_the_site_itself_is_told_whatever_is_asked_for(tmp_path: Path) -> None:
    site = write_site(tmp_path, "--- site.yaml\ntitel: 样本\n--- figures.yaml\nform: 2021\n")
    findings = check_site(site, only=["sample/2022"], today=TODAY).findings
    assert [finding.code for finding in findings] == ["G118", "G120"]


@pytest.mark.parametrize(
    ("entry", "years"),
    [
        (Expected(1, "b"), [2020, 2021, 2022]),
        (Expected(1, "b", first=2021), [2021, 2022]),
        (Expected(1, "b", last=2021), [2020, 2021]),
        (Expected(1, "b", first=2023), []),
    ],
)
def test_only_the_years_of_the_entry_count(entry: Expected, years: list[int]) -> None:
    findings = absent(bureau("a"), bureau("b"), expected=(entry,), years=(2020, 2021, 2022))
    assert [finding.message.zh for finding in findings] == (
        [f"“b局”没有 {'、'.join(map(str, years))} 年度报告，公布期限已过。"] if years else []
    )


@pytest.mark.parametrize("name", ["某某局", "某局"])
def test_a_name_meets_an_agency_by_its_full_and_its_short_name(name: str) -> None:
    agency = bureau("a", report("a", 2022), name="某某局", short_name="某局")
    assert absent(agency, expected=(Expected(1, "", name),)) == []


def test_who_expects_nobody_hears_of_nobody() -> None:
    assert absent(bureau("a", report("a", 2022)), bureau("b"), expected=()) == []


@pytest.mark.parametrize(("today", "overdue"), [("2023-01-31", 0), ("2023-02-01", 1)])
def test_a_report_is_not_absent_before_its_deadline_has_passed(today: str, overdue: int) -> None:
    assert len(absent(bureau("a"), bureau("b", report("b", 2022)), expected=(Expected(1, "a"),), today=today)) == overdue


@pytest.mark.parametrize(("today", "overdue"), [("2023-03-31", 0), ("2023-04-01", 1)])
def test_where_no_deadline_is_known_the_last_there_is_counts(today: str, overdue: int) -> None:
    town = bureau("a", kind="township")
    assert len(absent(town, bureau("b", report("b", 2022)), expected=(Expected(1, "a"),), today=today)) == overdue
    assert len(absent(bureau("b", report("b", 2022)), expected=(Expected(1, "", "乙局"),), today=today)) == overdue


def test_without_a_clock_the_latest_year_may_still_be_under_way() -> None:
    agencies = (bureau("a"), bureau("b", report("b", 2021), report("b", 2022)))
    findings = absent(*agencies, expected=(Expected(1, "a"),), today="")
    assert [finding.message.zh for finding in findings] == ["“a局”没有 2021 年度报告，公布期限已过。"]


RULES_ROW = "disclosure.rules"


def plausible(level: str = "", kind: str = "department", scope: str = "own", year: int = 2022, **cells: int) -> list[Finding]:
    figures = {f"{RULES_ROW}@{column}": plain(value) for column, value in cells.items()}
    return of("G507", check_alone(Agency("a", "某机关", kind=kind, level=level, scope=scope, reports=(report("a", year, figures),))))


def test_regulations_of_a_county_are_implausible() -> None:
    finding = only(plausible("county", issued=0, repealed=2, in_force=3))
    assert (finding.severity, finding.at) == ("warning", Address("a", 2022, "figures", "disclosure.rules@repealed"))
    assert finding.message.zh == "“规章”一行填了：本年废止件数 2、现行有效件数 3；县级机关不能制定规章。"
    assert finding.message.en == "row “规章” says: 本年废止件数 2、现行有效件数 3; a county's agency cannot make such regulations."
    assert finding.mend.zh == "自己发的文件填到下一行规范性文件；机关的层级写错的，改正 agency.yaml 的 level。"
    assert finding.mend.en == "enter what it issued itself in the row of normative documents; correct a wrong level in agency.yaml."
    assert finding.cells == ("disclosure.rules@repealed", "disclosure.rules@in_force")
    assert (finding.expected, finding.actual) == ("0", "2")


@pytest.mark.parametrize(
    ("level", "kind", "zh", "en"),
    [
        ("county", "government", "县级机关", "a county's agency"),
        ("district", "office", "市辖区机关", "a district's agency"),
        ("township", "institution", "乡镇级机关", "a township's agency"),
        ("", "township", "乡镇、街道", "a township or subdistrict"),
        ("city", "subdistrict", "乡镇、街道", "a township or subdistrict"),
        ("city", "department", "省、市的部门和单位", "a department of a province or city"),
        ("province", "institution", "省、市的部门和单位", "a department of a province or city"),
    ],
)
def test_who_cannot_make_regulations(level: str, kind: str, zh: str, en: str) -> None:
    finding = only(plausible(level, kind, in_force=1))
    assert f"；{zh}不能制定规章。" in finding.message.zh
    assert f"; {en} cannot make such regulations." in finding.message.en


@pytest.mark.parametrize(
    ("level", "kind", "scope"),
    [
        ("", "department", "own"),
        ("", "government", "rollup"),
        ("national", "department", "own"),
        ("province", "government", "rollup"),
        ("city", "government", "rollup"),
        ("city", "office", "own"),
        ("city", "department", "rollup"),
    ],
)
def test_who_may_make_regulations_or_cannot_be_told(level: str, kind: str, scope: str) -> None:
    assert plausible(level, kind, scope, in_force=1) == []


def test_a_row_of_zeros_is_plausible_everywhere_and_the_old_form_has_the_row_too() -> None:
    assert plausible("county", in_force=0) == []
    assert only(plausible("county", year=2020, produced=1)).cells == ("disclosure.rules@produced",)


def test_every_rule_among_agencies_is_there() -> None:
    assert [rule.code for rule in RULES if rule.code.startswith("G5")] == ["G501", "G502", "G503", "G504", "G505", "G507"]
