"""What the rules across years and about lineage say: both years, both values, whose they are, and the reports they are compared with."""

import shutil
from pathlib import Path

import pytest
from checking import check_folder, check_sample, only
from samples import write_site

from giar_site.check import check_site
from giar_site.diagnostics import Address, Finding, Severity

COLUMNS = ("natural_person", "business", "research", "public_interest", "legal_service", "other", "total")
LABELS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")
IN, OUT = "applications.carried_in", "applications.carried_out"


def figures(path: str, *, carried_in: int = 0, carried_out: int = 0, at: int = 0, disclosure: str = "") -> str:
    """A sound figures.yaml, at `path` of the site, in which only column `at` and the total hold anything."""

    def row(number: int) -> str:
        cells = [0] * 7
        cells[at] = cells[6] = number
        return str(cells)

    received, done = max(0, carried_out - carried_in), max(0, carried_in - carried_out)
    return (
        f"--- {path}/figures.yaml\n{disclosure}applications:\n  received: {row(received)}\n  carried_in: {row(carried_in)}\n"
        f"  outcome:\n    granted: {row(done)}\n    total: {row(done)}\n    …\n  carried_out: {row(carried_out)}\n  …\n"
    )


def lineage(agency: str, *entries: str) -> str:
    lines = "".join(f"  - {{{entry}, basis: 某编办〔2021〕3号}}\n" for entry in entries)
    return f"--- content/{agency}/agency.yaml\nlineage:\n{lines}…\n"


def code_and_place(findings: list[Finding]) -> list[tuple[str, str, int | None, str]]:
    return [(finding.code, *finding.at[:2], finding.at.item) for finding in findings]


# Carry-over


@pytest.mark.parametrize("year", [2020, 2021, 2022])
def test_a_wrong_total_is_an_error_in_the_later_report_and_names_the_columns(tmp_path: Path, year: int) -> None:
    sample = figures(str(year - 1), carried_out=3) + figures(str(year), carried_in=2, at=1)
    finding = only(check_sample(tmp_path, sample))
    assert (finding.code, finding.severity, finding.blocks) == ("G301", Severity.ERROR, True)
    assert finding.at == Address("sample", year, "figures", f"{IN}@total")
    assert finding.message.zh == (
        f"“总计”一列：{year} 年“二、上年结转政府信息公开申请数量”是 2，而 {year - 1} 年“四、结转下年度继续办理”是 3，相差 1"
        "；各栏中不符的：“自然人”0 对 3、“商业企业”2 对 0。"
    )
    assert finding.message.en == (
        f"column “总计”: “二、上年结转政府信息公开申请数量” of {year} is 2, but “四、结转下年度继续办理” of {year - 1} is 3; they differ by 1"
        "; columns that differ: “自然人” 0 against 3, “商业企业” 2 against 0."
    )
    assert (finding.expected, finding.actual) == ("3", "2")
    assert [(suspect.cell, suspect.value) for suspect in finding.suspects] == [
        (f"{IN}@total", "3"),
        (f"{IN}@natural_person", "3"),
        (f"{IN}@business", "0"),
    ]
    assert finding.cells == (f"{IN}@total", f"{IN}@natural_person", f"{IN}@business")
    assert finding.related == tuple(
        Address("sample", year - 1, "figures", f"{OUT}@{each}") for each in ("total", "natural_person", "business")
    )


@pytest.mark.parametrize("year", [2020, 2021, 2022])
@pytest.mark.parametrize("column", range(1, 6))
def test_a_column_that_differs_while_the_total_agrees_is_a_warning(tmp_path: Path, year: int, column: int) -> None:
    sample = figures(str(year - 1), carried_out=3, at=0) + figures(str(year), carried_in=3, at=column)
    first, second = check_sample(tmp_path, sample)
    assert (first.code, first.severity, first.at.item) == ("G302", Severity.WARNING, f"{IN}@natural_person")
    assert (second.code, second.severity, second.at.item) == ("G302", Severity.WARNING, f"{IN}@{COLUMNS[column]}")
    assert second.message.zh == (
        f"“{LABELS[column]}”一列：{year} 年“二、上年结转政府信息公开申请数量”是 3，而 {year - 1} 年“四、结转下年度继续办理”是 0，相差 3。"
    )
    assert second.related == (Address("sample", year - 1, "figures", f"{OUT}@{COLUMNS[column]}"),)


def test_what_agrees_is_not_told(tmp_path: Path) -> None:
    assert (
        check_sample(
            tmp_path, figures("2020", carried_out=3) + figures("2021", carried_in=3, carried_out=4) + figures("2022", carried_in=4)
        )
        == []
    )


def test_who_asks_for_the_earlier_report_sees_the_later_one_it_breaks(tmp_path: Path) -> None:
    site = write_site(tmp_path, figures("2021", carried_out=3) + figures("2022", carried_in=2) + figures("2023"))
    assert [finding.code for finding in check_site(site, only=("sample/2021",)).findings] == ["G301"]
    assert check_site(site, only=("sample/2023",)).findings == []


def test_a_published_mismatch_may_stand_for_a_reason(tmp_path: Path) -> None:
    reason = f"accept:\n  - {{rule: carried-total-mismatch, at: {IN}, reason: 公布时即如此}}\n"
    finding = only(check_sample(tmp_path, figures("2021", carried_out=3) + figures("2022", carried_in=2) + reason))
    assert (finding.code, finding.blocks, finding.accepted) == ("G301", False, "公布时即如此")


LOCKED = """--- published.lock (locks)
applications:
  received: [3, 0, 0, 0, 0, 0, 3]
  carried_out: [3, 0, 0, 0, 0, 0, 3]
  …
"""


def locked(changed_to: int, later: int) -> str:
    fixed = "corrections:\n" + "".join(
        f'  - {{date: "2022-03-01", at: {row}@{column}, was: "3", now: "{changed_to}", reason: 漏计}}\n'
        for row in ("applications.received", OUT)
        for column in ("natural_person", "total")
    )
    return figures("2021", carried_out=changed_to) + fixed + figures("2022", carried_in=later) + LOCKED


def test_an_earlier_figure_changed_after_publication_is_named_as_what_broke_the_later_report(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, locked(5, 3)))
    assert finding.code == "G301"
    assert finding.message.zh.endswith("。2021 年“四、结转下年度继续办理”公布时是 3，与 2022 年相符，后来改成了 5。")
    assert finding.message.en.endswith(
        ". “四、结转下年度继续办理” of 2021 was published as 3, which agreed with 2022, and changed to 5 later."
    )


def test_a_change_that_did_not_break_it_is_not_blamed(tmp_path: Path) -> None:
    assert "公布时" not in only(check_sample(tmp_path, locked(5, 4))).message.zh


# 2021 is changed in silence: 2022 rests on what was published

SILENT = figures("2021", carried_out=5) + LOCKED


def test_a_silent_change_names_the_later_report_it_breaks(tmp_path: Path) -> None:
    site = write_site(tmp_path, SILENT + figures("2022", carried_in=3))
    changed, broken = check_folder(site)
    assert (changed.code, changed.at.year, broken.code, broken.at.year) == ("G701", 2021, "G301", 2022)
    assert changed.message.zh.endswith("现在是 5。2022 年报告照公布时的数接续，现在因此对不上。")
    assert changed.message.en.endswith("is now 5. It breaks the report of 2022, which went on from what was published.")
    assert changed.related == tuple(Address("sample", 2022, "figures", f"{IN}@{column}") for column in ("natural_person", "total"))
    assert broken.message.zh.endswith("。2021 年“四、结转下年度继续办理”公布时是 3，与 2022 年相符，后来改成了 5。")
    for year in ("2021", "2022"):
        assert [each.code for each in check_site(site, only=(f"sample/{year}",)).findings] == ["G701", "G301"]


@pytest.mark.parametrize("carried_in", [5, 4])
def test_a_later_report_that_never_rested_on_it_is_not_named(tmp_path: Path, carried_in: int) -> None:
    changed = check_sample(tmp_path, SILENT + figures("2022", carried_in=carried_in))[0]
    assert (changed.code, changed.related) == ("G701", ())
    assert changed.message.zh.endswith("现在是 5。")
    assert changed.message.en.endswith("is now 5.")


def test_a_change_of_another_cell_breaks_nothing(tmp_path: Path) -> None:
    other = figures("2021", carried_out=3).replace("received: [3, 0", "received: [2, 1") + LOCKED
    findings = {finding.code: finding for finding in check_sample(tmp_path, other + figures("2022", carried_in=2))}
    assert "G301" in findings
    assert findings["G701"].related == ()


def test_the_report_broken_may_be_that_of_who_goes_on(tmp_path: Path) -> None:
    heir = lineage("c-ju", "change: merged, date: 2022-03-01, from: [sample, b-ju]")
    others = figures("content/b-ju/2021", carried_out=2) + figures("content/c-ju/2022", carried_in=5)
    site = write_site(tmp_path, SILENT + heir + others)
    changed, broken = sorted(check_folder(site), key=lambda finding: -finding.at.year if finding.at.year else 0)[::-1]
    assert (changed.code, broken.code, broken.at[:2]) == ("G701", "G301", ("c-ju", 2022))
    assert changed.message.zh.endswith("某某市c-ju 2022 年报告照公布时的数接续，现在因此对不上。")
    assert changed.message.en.endswith(" It breaks the report of 某某市c-ju 2022, which went on from what was published.")
    assert changed.related[0] == Address("c-ju", 2022, "figures", f"{IN}@natural_person")
    for asked in ("sample/2021", "c-ju"):
        assert sorted(each.code for each in check_site(site, only=(asked,)).findings) == ["G301", "G701"]
    assert [each.code for each in check_site(site, only=("b-ju/2021",)).findings] == ["G301"], "whose figures are in the sum"


# Lineage and carry-over

MERGED = lineage("c-ju", "change: merged, date: 2021-03-01, from: [a-ju, b-ju]")
BEFORE = figures("content/a-ju/2020", carried_out=3) + figures("content/b-ju/2020", carried_out=2)


def test_of_merged_agencies_the_sum_is_asked_for(tmp_path: Path) -> None:
    assert check_sample(tmp_path / "right", MERGED + BEFORE + figures("content/c-ju/2021", carried_in=5)) == []
    finding = only(check_sample(tmp_path / "wrong", MERGED + BEFORE + figures("content/c-ju/2021", carried_in=3)))
    assert finding.at == Address("c-ju", 2021, "figures", f"{IN}@total")
    assert finding.message.zh == (
        "“总计”一列：某市c-ju 2021 年“二、上年结转政府信息公开申请数量”是 3，"
        "而 某市a-ju 2020 年“四、结转下年度继续办理” 3 + 某市b-ju 2020 年“四、结转下年度继续办理” 2 = 5，相差 2；各栏中不符的：“自然人”3 对 5。"
    ).replace("某市", "某某市")
    assert finding.message.en == (
        "column “总计”: “二、上年结转政府信息公开申请数量” of 某市c-ju 2021 is 3, "
        "but “四、结转下年度继续办理” of 某市a-ju 2020 3 + “四、结转下年度继续办理” of 某市b-ju 2020 2 = 5; they differ by 2; "
        "columns that differ: “自然人” 3 against 5."
    ).replace("某市", "某某市")
    assert finding.related[:2] == tuple(Address(slug, 2020, "figures", f"{OUT}@total") for slug in ("a-ju", "b-ju"))


SPLIT = "".join(lineage(slug, "change: split, date: 2021-03-01, from: [c-ju]") for slug in ("a-ju", "b-ju"))


def test_of_a_split_agency_the_first_heir_has_the_finding_and_the_others_are_related(tmp_path: Path) -> None:
    sample = SPLIT + figures("content/c-ju/2020", carried_out=5) + figures("content/a-ju/2021", carried_in=3)
    assert check_sample(tmp_path / "right", sample + figures("content/b-ju/2021", carried_in=2)) == []
    site = write_site(tmp_path / "wrong", sample + figures("content/b-ju/2021", carried_in=1))
    finding = only(check_folder(site))
    assert finding.at == Address("a-ju", 2021, "figures", f"{IN}@total")
    assert (
        "某某市a-ju 2021 年“二、上年结转政府信息公开申请数量” 3 + 某某市b-ju 2021 年“二、上年结转政府信息公开申请数量” 1 = 4"
        in finding.message.zh
    )
    assert finding.suspects == ()
    assert finding.cells == (f"{IN}@total", f"{IN}@natural_person")
    assert finding.related == (
        Address("b-ju", 2021, "figures", f"{IN}@total"),
        Address("c-ju", 2020, "figures", f"{OUT}@total"),
        Address("b-ju", 2021, "figures", f"{IN}@natural_person"),
        Address("c-ju", 2020, "figures", f"{OUT}@natural_person"),
    )
    assert [each.code for each in check_site(site, only=("b-ju",)).findings] == ["G301"]


def test_of_very_many_agencies_only_some_are_named(tmp_path: Path) -> None:
    slugs = [f"z{number}" for number in range(1, 10)]
    sample = lineage("c-ju", f"change: merged, date: 2021-03-01, from: [{', '.join(slugs)}]") + figures("content/c-ju/2021", carried_in=1)
    sample += "".join(figures(f"content/{slug}/2020", carried_out=number) for number, slug in enumerate(slugs))
    finding = only(check_sample(tmp_path, sample))
    assert "某某市z1" not in finding.message.zh, "what is 0 is left out"
    assert "某某市z7 2020 年“四、结转下年度继续办理” 6 等 9 项 = 36，相差 35" in finding.message.zh
    assert "某某市z7 2020 6 and others, 9 in all, = 36; they differ by 35" in finding.message.en
    assert "z8" not in finding.message.zh


# Stock and items

DOCUMENTS = "disclosure:\n  normative_documents: [{}, {}, {}]\n  …\n"


def test_documents_in_force_must_follow_from_last_year_s(tmp_path: Path) -> None:
    before = figures("2021", disclosure=DOCUMENTS.format(0, 0, 10))
    assert check_sample(tmp_path / "right", before + figures("2022", disclosure=DOCUMENTS.format(3, 1, 12))) == []
    finding = only(check_sample(tmp_path / "wrong", before + figures("2022", disclosure=DOCUMENTS.format(3, 14, 0))))
    assert (finding.code, finding.severity, finding.expected, finding.actual) == ("G303", Severity.WARNING, "-1", "0")
    assert finding.suspects == (), "no cell can hold less than nothing"
    assert finding.message.zh == (
        "“行政规范性文件”一行：2022 年“现行有效件数”是 0，而 2021 年“现行有效件数” 10 + 2022 年“本年制发件数” 3 − 2022 年“本年废止件数” 14 = -1，相差 1。"
    )


def test_the_first_year_of_a_new_form_has_no_stock_to_compare_with(tmp_path: Path) -> None:
    before = "--- 2020/figures.yaml\nform: 2019\ndisclosure:\n  normative_documents: [5, 5, 40]\n  …\n…\n"
    assert check_sample(tmp_path, before + figures("2021", disclosure=DOCUMENTS.format(0, 0, 3))) == []


@pytest.mark.parametrize("row", ["licensing", "other_services", "penalties", "coercion", "fees"])
def test_last_year_s_items_must_follow_from_last_year_s_report(tmp_path: Path, row: str) -> None:
    rest = "" if row == "fees" else ", 0"

    def sample(change: str, now: int) -> str:
        return (
            f"--- 2019/figures.yaml\nform: 2019\ndisclosure:\n  {row}: [93, {change}{rest}]\n  …\n…\n"
            f"--- 2020/figures.yaml\nform: 2019\ndisclosure:\n  {row}: [{now}, 0{rest}]\n  …\n…\n"
        )

    assert check_sample(tmp_path / "right", sample("-14", 79)) == []
    finding = only(check_sample(tmp_path / "wrong", sample("-14", 93)))
    assert (finding.code, finding.severity, finding.at.item) == ("G304", Severity.WARNING, f"disclosure.{row}@items_last_year")
    assert (
        "一行：2020 年“上一年项目数量”是 93，而 2019 年“上一年项目数量” 93 + 2019 年“本年增/减” -14 = 79，相差 14。" in finding.message.zh
    )


# Jumps and copies


def intake(year: int, number: int, more: str = "") -> str:
    row = f"[{number}, 0, 0, 0, 0, 0, {number}]"
    return (
        f"--- {year}/figures.yaml\napplications:\n  received: {row}\n  outcome:\n    granted: {row}\n    total: {row}\n    …\n  …\n{more}"
    )


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (5, 50, True),
        (50, 5, True),
        (0, 50, True),
        (60, 0, True),
        (4, 49, False),
        (6, 59, False),
        (0, 49, False),
        (51, 6, False),
        (1, 12, False),
    ],
)
def test_ten_times_as_much_or_a_tenth_is_told_where_it_is_fifty_or_more(tmp_path: Path, before: int, now: int, told: bool) -> None:  # noqa: FBT001 - a table of facts
    findings = check_sample(tmp_path, intake(2021, before) + intake(2022, now))
    assert [finding.code for finding in findings] == (["G305"] if told else [])


def test_a_jump_names_every_figure_of_both_years(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, intake(2020, 700) + intake(2021, 70)))
    cells = ["applications.received@total", "applications.outcome.total@total", "applications.outcome.granted@total"]
    assert (finding.severity, finding.at) == (Severity.NOTE, Address("sample", 2021, "figures", cells[0]))
    assert finding.message.zh == "与 2020 年相差十倍以上：“新收申请”700 → 70；“办理结果总计”700 → 70；“予以公开”700 → 70。"
    assert finding.message.en == (
        "ten times the figure of 2020, or a tenth of it: “新收申请” 700 → 70; “办理结果总计” 700 → 70; “予以公开” 700 → 70."
    )
    assert list(finding.cells) == cells
    assert finding.related == tuple(Address("sample", 2020, "figures", cell) for cell in cells)


def test_a_blank_is_no_jump(tmp_path: Path) -> None:
    blank = "review_and_litigation:\n  review: [0, 0, 0, 0, ~]\n  …\n"
    full = "review_and_litigation:\n  review: [50, 0, 0, 0, 50]\n  …\n"
    for first, second in ((blank, full), (full, blank)):
        findings = check_sample(tmp_path / str(first is blank), intake(2021, 1, first) + intake(2022, 1, second))
        assert {finding.code for finding in findings} == {"G109"}


COPY = "disclosure:\n  licensing: [117]\n  penalties: [36]\n  coercion: [4]\n  fees: [{}]\n  …\n"


@pytest.mark.parametrize(("fees", "told"), [("12.5", True), ("0", False)])
def test_ten_figures_or_more_that_are_all_last_year_s_are_told(tmp_path: Path, fees: str, told: bool) -> None:  # noqa: FBT001 - a table of facts
    findings = check_sample(tmp_path, intake(2021, 5, COPY.format(fees)) + intake(2022, 5, COPY.format(fees)))
    assert [finding.code for finding in findings] == (["G306"] if told else [])
    if told:
        assert findings[0].message.zh == "2022 年的数字与 2021 年完全一样（其中非零的 10 个）。"
        assert findings[0].message.en == "the figures of 2022 are all those of 2021 (10 of them not 0)."
        assert findings[0].at == Address("sample", 2022, "figures", "form")
        assert findings[0].related == (Address("sample", 2021, "figures", "form"),)
        assert findings[0].severity is Severity.WARNING


def test_one_figure_that_differs_is_enough(tmp_path: Path) -> None:
    assert check_sample(tmp_path, intake(2021, 5, COPY.format("12.5")) + intake(2022, 5, COPY.format("12.6"))) == []


def test_across_editions_the_cells_of_both_are_compared(tmp_path: Path) -> None:
    before = "disclosure:\n  licensing: [0, 0, 117]\n  penalties: [0, 0, 36]\n  coercion: [0, 0, 4]\n  …\nreview_and_litigation:\n  review: [1, 0, 0, 0, 1]\n  …\n"
    now = "disclosure:\n  licensing: [117]\n  penalties: [36]\n  coercion: [4]\n  …\nreview_and_litigation:\n  review: [1, 0, 0, 0, {}]\n  …\n"
    findings = check_sample(tmp_path / "same", intake(2020, 5, before) + intake(2021, 5, now.format(1)))
    assert [(finding.code, finding.message.zh) for finding in findings] == [
        ("G306", "2021 年的数字与 2020 年完全一样（其中非零的 11 个）。")
    ]


# Lineage


def test_an_agency_that_is_not_there_is_named_with_the_nearest(tmp_path: Path) -> None:
    sample = lineage("c-ju", "change: merged, date: 2021-03-01, from: [caizheng-jv, 某市外办, c-ju]") + figures("content/c-ju/2021")
    finding = only(check_sample(tmp_path, sample + figures("content/caizheng-ju/2021")))
    assert (finding.code, finding.severity, finding.at) == ("G307", Severity.ERROR, Address("c-ju", None, "agency", "lineage.1"))
    assert finding.message.zh == "lineage 第 1 条：本站没有 caizheng-jv 这个机关（是不是 caizheng-ju？）。"
    assert finding.message.en == "lineage, entry 1: there is no agency caizheng-jv on this site (is it caizheng-ju?)."
    assert finding.place.file == "content/c-ju/agency.yaml"
    assert finding.place.line == 2


@pytest.mark.parametrize("entry", ["change: abolished, date: 2022-03-01, to: [c-ju]", "change: renamed, date: 2021-03-01, from: [c-ju]"])
def test_no_agency_goes_on_from_itself(tmp_path: Path, entry: str) -> None:
    finding = only(check_sample(tmp_path, lineage("c-ju", entry) + figures("content/c-ju/2021")))
    assert finding.message.zh == "lineage 第 1 条：写的是本机关自己。"
    assert finding.message.en == "lineage, entry 1: it names the agency itself."


def test_only_the_agency_that_stayed_says_what_was_split_from_it(tmp_path: Path) -> None:
    entry = "change: split, date: 2021-03-01, from: [%s], to: [某县丙局]"
    reports = figures("content/a-ju/2020", carried_out=3) + figures("content/a-ju/2021", carried_in=2)
    assert check_sample(tmp_path / "stayed", lineage("a-ju", entry % "a-ju") + reports) == []
    findings = check_sample(tmp_path / "another", lineage("a-ju", entry % "某县乙局") + reports)
    assert ("G307", "a-ju", None, "lineage.1") in code_and_place(findings)
    finding = next(each for each in findings if each.code == "G307")
    assert finding.message.zh == "lineage 第 1 条：change: split 的 to 由仍保留的原机关写，from 里要有本机关自己。"
    assert finding.message.en == "lineage, entry 1: `to` of a split is written by the agency that stayed, which names itself in `from`."


def test_changes_of_one_day_that_run_in_a_circle_are_refused(tmp_path: Path) -> None:
    sample = "".join(
        lineage(slug, f"change: split, date: {day}, from: [{other}, {slug}]")
        for slug, other, day in (("a-ju", "c-ju", "2021-03-01"), ("b-ju", "a-ju", "2021-03-01"), ("c-ju", "b-ju", "{day}"))
    ) + "".join(figures(f"content/{slug}/2021") for slug in ("a-ju", "b-ju", "c-ju"))
    assert check_sample(tmp_path / "later", sample.replace("{day}", "2021-03-02")) == []
    findings = check_sample(tmp_path / "circle", sample.replace("{day}", "2021-03-01"))
    assert code_and_place(findings) == [("G307", slug, None, "lineage.1") for slug in ("a-ju", "b-ju", "c-ju")]
    assert findings[0].message.zh == "lineage 第 1 条：2021-03-01 这一天的几条首尾相接，互为前身。"
    assert findings[0].message.en == "lineage, entry 1: the changes of 2021-03-01 run in a circle."


@pytest.mark.parametrize(("date", "told"), [("2021-05-01", False), ("2022-05-01", True)])
def test_both_sides_must_tell_the_same_year(tmp_path: Path, date: str, told: bool) -> None:  # noqa: FBT001 - a table of facts
    sample = lineage("a-ju", f"change: abolished, date: {date}, to: [d-ju]") + figures("content/a-ju/2020")
    sample += lineage("d-ju", "change: merged, date: 2021-03-01, from: [a-ju, d-ju]") + figures("content/d-ju/2020")
    findings = check_sample(tmp_path, sample)
    assert code_and_place(findings) == ([("G307", "a-ju", None, "lineage.1")] if told else [])
    if told:
        assert findings[0].message.zh == "lineage 第 1 条：写的是 2022-05-01，而某某市d-ju的 lineage 写的是 2021-03-01。"
        assert findings[0].message.en == "lineage, entry 1: it says 2022-05-01, but the lineage of 某某市d-ju says 2021-03-01."


def test_an_old_address_that_two_claim_is_a_warning_to_both_and_stops_neither(tmp_path: Path) -> None:
    sample = "".join(
        lineage(slug, "change: renamed, date: 2021-03-01, from: [old-ju]") + figures(f"content/{slug}/2021") for slug in ("a-ju", "b-ju")
    )
    sample += lineage("c-ju", "change: merged, date: 2022-03-01, from: [old-ju, c-ju]") + figures("content/c-ju/2021")
    findings = check_sample(tmp_path, sample)
    assert code_and_place(findings) == [("G310", slug, None, "lineage.1") for slug in ("a-ju", "b-ju")]
    assert findings[0].severity is Severity.WARNING
    assert findings[0].related == (Address("b-ju"),)
    assert findings[0].message.zh == (
        "lineage 第 1 条：旧文件夹 old-ju 也写在某某市b-ju的沿革里，同一个旧网址不能指向两处，现在哪处也不指向。"
    )
    assert findings[0].message.en == (
        "lineage, entry 1: the old folder old-ju stands in the lineage of 某某市b-ju, too: "
        "its address can lead to one only, and now leads to neither."
    )


def test_a_claim_to_another_s_old_folder_does_not_hide_its_own_mismatch(tmp_path: Path) -> None:
    entry = "change: renamed, date: 2022-03-01, from: [old-ju]"
    sample = lineage("a-ju", entry) + lineage("b-ju", entry) + figures("content/a-ju/2022")
    sample += figures("content/b-ju/2021", carried_out=6) + figures("content/b-ju/2022", carried_in=2)
    found = sorted(each[:2] for each in code_and_place(check_sample(tmp_path, sample)))
    assert found == [("G301", "b-ju"), ("G310", "a-ju"), ("G310", "b-ju")]


@pytest.mark.parametrize("last", [2022, 2023])
@pytest.mark.parametrize("entry", ["renamed, date: 2022-03-01, from: [b-ju]", "merged, date: 2022-03-01, from: [a-ju, b-ju]"])
def test_who_claims_an_agency_that_reports_on_is_told_so_and_silences_nothing(tmp_path: Path, entry: str, last: int) -> None:
    sample = lineage("a-ju", f"change: {entry}")
    sample += "".join(figures(f"content/a-ju/{year}") for year in range(2021, last + 1))
    sample += figures("content/b-ju/2021", carried_out=6) + figures("content/b-ju/2022", carried_in=2)
    sample += figures("content/b-ju/2023") if last == 2023 else ""
    findings = {finding.code: finding for finding in check_sample(tmp_path, sample) if finding.code != "G308"}
    assert sorted(findings) == ["G301", "G310"]
    assert findings["G301"].at == Address("b-ju", 2022, "figures", f"{IN}@total")
    assert (findings["G301"].expected, findings["G301"].actual) == ("6", "2")
    claim = findings["G310"]
    assert (claim.severity, claim.at, claim.related) == (Severity.WARNING, Address("a-ju", None, "agency", "lineage.1"), (Address("b-ju"),))
    years = {2022: ("2022", "2022"), 2023: ("2022、2023", "2022, 2023")}[last]
    assert claim.message.zh == (
        f"lineage 第 1 条：说某某市b-ju 2022-03-01 已经改为或并入某某市a-ju，但某某市b-ju还有 {years[0]} 年的报告。"
    )
    assert claim.message.en == (
        f"lineage, entry 1: 某某市b-ju is said to have gone into 某某市a-ju on 2022-03-01, but it still reports {years[1]}."
    )


def test_one_that_says_itself_where_it_went_and_reports_beside_it_is_told(tmp_path: Path) -> None:
    sample = lineage("a-ju", "change: abolished, date: 2022-03-01, to: [d-ju]")
    sample += "".join(figures(f"content/{slug}/{year}") for slug in ("a-ju", "d-ju") for year in (2021, 2022))
    finding = only(check_sample(tmp_path, sample))
    assert (finding.code, finding.at, finding.related) == ("G310", Address("a-ju", None, "agency", "lineage.1"), (Address("d-ju"),))
    assert finding.message.zh == "lineage 第 1 条：说某某市a-ju 2022-03-01 已经改为或并入某某市d-ju，但某某市a-ju还有 2022 年的报告。"


def test_a_report_of_a_year_in_which_the_agency_was_not_there_is_a_warning(tmp_path: Path) -> None:
    sample = lineage("a-ju", "change: founded, date: 2021-03-01", "change: abolished, date: 2022-03-01")
    years = "".join(figures(f"content/a-ju/{year}") for year in range(2020, 2024))
    first, last = check_sample(tmp_path, sample + years)
    assert (first.code, first.severity, first.at) == ("G308", Severity.WARNING, Address("a-ju", 2020, "figures", "form"))
    assert first.message.zh == "本机关 2021-03-01 才成立，却有 2020 年的报告。"
    assert first.message.en == "the agency began only on 2021-03-01, but there is a report on 2020."
    assert last.at == Address("a-ju", 2023, "figures", "form")
    assert last.message.zh == "本机关 2022-03-01 已经撤销、更名或并入别的机关，却有 2023 年的报告。"
    assert last.message.en == "the agency ended on 2022-03-01, but there is a report on 2023."


def test_one_that_was_split_and_reports_on_must_say_that_it_was_kept(tmp_path: Path) -> None:
    entry = "change: split, date: 2021-03-01, from: [c-ju]"
    sample = lineage("a-ju", entry) + figures("content/a-ju/2021") + "".join(figures(f"content/c-ju/{year}") for year in (2020, 2021, 2022))
    findings = check_sample(tmp_path / "untold", sample)
    assert code_and_place(findings) == [("G308", "c-ju", 2021, "form"), ("G308", "c-ju", 2022, "form")]
    assert findings[0].message.zh == "某某市a-ju 2021-03-01 从本机关分出，沿革没有写明本机关保留，却有 2021 年的报告。"
    assert findings[0].message.en == (
        "某某市a-ju was split from the agency on 2021-03-01, and nothing says that it was kept, but there is a report on 2021."
    )
    assert check_sample(tmp_path / "told", sample + lineage("c-ju", entry)) == []


def test_a_year_that_is_missing_is_told_and_a_first_year_is_not(tmp_path: Path) -> None:
    finding = only(check_sample(tmp_path, figures("2020") + figures("2022") + figures("2023")))
    assert (finding.code, finding.severity) == ("G309", Severity.NOTE)
    assert finding.at == Address("sample", 2022, "figures", f"{IN}@natural_person")
    assert finding.message.zh == "没有某某市某某局 2021 年的报告，2022 年的上年结转等无法与它核对。"
    assert finding.message.en == "there is no report of 某某市某某局 on 2021: what 2022 takes over cannot be checked."


def test_of_merged_agencies_only_those_whose_report_is_missing_are_named(tmp_path: Path) -> None:
    sample = lineage("c-ju", "change: merged, date: 2021-03-01, from: [a-ju, b-ju, 某市外办]") + figures("content/c-ju/2021")
    finding = only(check_sample(tmp_path, sample + figures("content/a-ju/2020") + figures("content/b-ju/2019")))
    assert finding.message.zh == "没有某某市b-ju、某市外办 2020 年的报告，2021 年的上年结转等无法与它核对。"
    assert finding.message.en == "there is no report of 某某市b-ju, 某市外办 on 2020: what 2021 takes over cannot be checked."


OUTSIDE = lineage("sample", "change: merged, date: 2022-03-01, from: [sample, 某市外办]")


def test_a_predecessor_elsewhere_is_no_excuse_for_carrying_in_less_than_the_agency_carried_out(tmp_path: Path) -> None:
    findings = {
        each.code: each for each in check_sample(tmp_path, OUTSIDE + figures("2021", carried_out=6) + figures("2022", carried_in=2))
    }
    assert sorted(findings) == ["G301", "G309"]
    wrong = findings["G301"]
    assert (wrong.severity, wrong.at, wrong.expected, wrong.actual) == (
        Severity.ERROR,
        Address("sample", 2022, "figures", f"{IN}@total"),
        "6",
        "2",
    )
    assert wrong.suspects == (), "it may be more than 6"
    assert wrong.message.zh == (
        "“总计”一列：2022 年“二、上年结转政府信息公开申请数量”是 2，而 2021 年“四、结转下年度继续办理”是 6，相差 4"
        "；各栏中不符的：“自然人”2 对 6。另有前身的报告缺，合计只会更多。"
    )
    assert wrong.message.en.endswith(
        "columns that differ: “自然人” 2 against 6. Other predecessors' reports are missing, which can only add to it."
    )


@pytest.mark.parametrize("carried_in", [6, 7])
def test_what_a_predecessor_elsewhere_may_have_brought_is_only_noted(tmp_path: Path, carried_in: int) -> None:
    finding = only(check_sample(tmp_path, OUTSIDE + figures("2021", carried_out=6) + figures("2022", carried_in=carried_in)))
    assert (finding.code, finding.severity) == ("G309", Severity.NOTE)


def test_a_column_that_lost_some_on_the_way_is_told_where_the_total_may_be_right(tmp_path: Path) -> None:
    sample = OUTSIDE + figures("2021", carried_out=3, at=0) + figures("2022", carried_in=5, at=1)
    findings = [each for each in check_sample(tmp_path, sample) if each.code != "G309"]
    assert [(each.code, each.at.item, each.expected, each.actual) for each in findings] == [("G302", f"{IN}@natural_person", "3", "0")]


# What was published under a former folder


def test_reports_that_moved_with_their_folder_were_not_removed(tmp_path: Path) -> None:
    site = write_site(tmp_path, figures("2021") + "--- published.lock (locks)\n…\n")
    (site / "content/sample").rename(site / "content/new-ju")
    assert [finding.code for finding in check_folder(site)] == ["G703"]
    with (site / "content/new-ju/agency.yaml").open("a", encoding="utf-8") as file:
        file.write('lineage:\n  - {change: renamed, date: "2022-03-01", from: [sample], basis: 某编办〔2022〕3号}\n')
    assert check_folder(site) == []
    path = site / "content/new-ju/2021/figures.yaml"
    path.write_text(path.read_text("utf-8").replace("review: [0, 0, 0, 0, 0]", "review: [1, 0, 0, 0, 1]"), encoding="utf-8")
    assert [finding.code for finding in check_folder(site)] == ["G701"], "what was published under the old folder still counts"


def test_what_was_published_under_a_folder_that_two_claim_is_not_removed_and_each_is_held_to_it(tmp_path: Path) -> None:
    site = write_site(tmp_path, figures("2021") + "--- published.lock (locks)\n…\n")
    (site / "content/sample").rename(site / "content/b-ju")
    shutil.copytree(site / "content/b-ju", site / "content/a-ju")
    for slug in ("a-ju", "b-ju"):
        with (site / f"content/{slug}/agency.yaml").open("a", encoding="utf-8") as file:
            file.write('lineage:\n  - {change: renamed, date: "2022-03-01", from: [sample], basis: 某编办〔2022〕3号}\n')
    assert {finding.code for finding in check_folder(site)} == {"G310"}
    path = site / "content/b-ju/2021/figures.yaml"
    path.write_text(path.read_text("utf-8").replace("review: [0, 0, 0, 0, 0]", "review: [1, 0, 0, 0, 1]"), encoding="utf-8")
    assert [finding.at.agency for finding in check_folder(site) if finding.code == "G701"] == ["b-ju"]
