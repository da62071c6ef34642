"""The benchmark's corpus: the same everywhere, sound by the form's arithmetic, and equal on both sides."""

import os
import subprocess
import sys
import tomllib
from decimal import Decimal
from itertools import groupby, pairwise
from operator import attrgetter
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks import corpus, figures, form, hugo_site, prose
from benchmarks.corpus import Report
from giar_site import forms

ROOT = Path(__file__).resolve().parents[2]
REPORTS = list(corpus.reports(30))
TITLES = [f"{report.agency.slug}-{report.year}" for report in REPORTS]
each_report = pytest.mark.parametrize("report", REPORTS, ids=TITLES)


def tree(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def rows_of(nested: dict[str, Any], prefix: str = "") -> dict[str, list[Any]]:
    rows: dict[str, list[Any]] = {}
    for key, value in nested.items():
        rows |= rows_of(value, f"{prefix}{key}.") if isinstance(value, dict) else {f"{prefix}{key}": value}
    return rows


def figures_of(front_matter: dict[str, Any]) -> dict[str, list[str]]:
    rows = rows_of({table: front_matter[table] for table in ("disclosure", "applications", "review_and_litigation")})
    return {row: list(map(str, values)) for row, values in rows.items()}


def printed(report: Report) -> dict[str, list[str]]:
    return {row: list(map(str, values)) for row, values in report.figures.items()}


def column(report: Report, row: str, index: int) -> Decimal:
    return Decimal(report.figures[row][index])


def test_the_same_bytes_come_out_whatever_the_hash_seed_locale_and_zone(tmp_path: Path) -> None:
    places = {"1": ("C", "UTC"), "2": ("zh_CN.UTF-8", "Asia/Shanghai")}
    for seed, (locale, zone) in places.items():
        env = os.environ | {"PYTHONHASHSEED": seed, "LC_ALL": locale, "TZ": zone}
        subprocess.run([sys.executable, "-m", "benchmarks.corpus", str(tmp_path / seed)], cwd=ROOT, env=env, check=True)
    first, second = (tree(tmp_path / seed) for seed in places)
    assert first == second
    assert len(first) == 1 + 10 + 2 * 30


@pytest.mark.parametrize(("count", "bodies", "span"), [(30, 10, 3), (1_000, 200, 5), (10_000, 2_000, 5)])
def test_a_size_is_agencies_times_years_with_names_of_their_own(count: int, bodies: int, span: int) -> None:
    agencies = corpus.agencies(bodies)
    assert corpus.SIZES[count] == (bodies, span)
    assert bodies * span == count
    assert len({agency.slug for agency in agencies}) == len({agency.name for agency in agencies}) == bodies


def test_thirty_reports_of_ten_agencies_and_four_kinds() -> None:
    assert len(REPORTS) == 30
    assert len({report.agency for report in REPORTS}) == 10
    assert {report.agency.kind for report in REPORTS} == {"government", "office", "department", "township"}
    assert {report.year for report in REPORTS} == {2023, 2024, 2025}


def test_some_agencies_have_requests_and_fees_and_some_have_none() -> None:
    requests = {report.figures["applications.received"][-1] for report in REPORTS}
    fees = {report.figures["disclosure.fees"][0] for report in REPORTS}
    assert 0 in requests
    assert max(requests) > 20
    assert 0 in fees
    assert max(fees) > 1


@each_report
def test_a_report_has_the_200_figures_of_edition_2021(report: Report) -> None:
    assert tuple(report.figures) == form.ROWS
    assert len(figures.cells(report.figures)) == 200
    assert all(value >= 0 for values in report.figures.values() for value in values)


def test_the_benchmarks_copy_of_the_form_has_the_cells_of_giars_own() -> None:
    rows = [row for table in forms.edition(2021).tables for block in table.blocks for row in block.rows]
    assert [cell.id for row in rows for cell in row.cells] == list(figures.cells(REPORTS[0].figures))


@each_report
def test_rows_columns_and_blocks_add_up(report: Report) -> None:
    for row, values in report.figures.items():
        if form.columns(row)[-1] == "total":
            assert sum(values[:-1]) == values[-1], row
    for index in range(len(form.APPLICANTS)):
        outcome = sum(column(report, row, index) for row in form.DETAILS)
        intake = column(report, "applications.received", index) + column(report, "applications.carried_in", index)
        assert outcome == column(report, "applications.outcome.total", index)
        assert intake == outcome + column(report, "applications.carried_out", index)


def test_a_year_takes_over_what_the_year_before_left() -> None:
    pairs = 0
    for _, group in groupby(REPORTS, key=attrgetter("agency")):
        history = list(group)
        for before, after in pairwise(history):
            issued, repealed, in_force = after.figures["disclosure.normative_documents"]
            assert after.year == before.year + 1
            assert after.figures["applications.carried_in"] == before.figures["applications.carried_out"]
            assert in_force == before.figures["disclosure.normative_documents"][2] + issued - repealed
            pairs += 1
    assert pairs == 20


def test_prose_is_about_eight_kilobytes_with_bold_lists_and_links() -> None:
    sizes = [report.narrative.size() for report in REPORTS]
    told = "\n".join("\n".join(report.narrative) for report in REPORTS)
    assert 7_500 < sum(sizes) / len(sizes) < 8_900
    assert min(sizes) > 5_500
    assert max(sizes) < 11_000
    assert all(mark in told for mark in ("**", "\n- ", "\n1. ", "](https://"))


def test_two_years_of_an_agency_are_less_than_half_alike() -> None:
    def pieces(report: Report) -> set[str]:
        text = "".join(report.narrative)
        return {text[start : start + 8] for start in range(len(text) - 7)}

    for before, after in pairwise(REPORTS):
        one, other = pieces(before), pieces(after)
        assert len(one & other) / min(len(one), len(other)) < 0.5


@each_report
def test_numbers_told_in_the_prose_are_those_of_the_tables(report: Report) -> None:
    asked, left = (report.figures[f"applications.{row}"][-1] for row in ("received", "carried_out"))
    refused = sum(report.figures[row][-1] for row in form.DETAILS if ".refused." in row)
    suits = sum(report.figures[f"review_and_litigation.{row}"][-1] for row in ("direct_suits", "suits_after_review"))
    for told in (f"新收政府信息公开申请{asked}件", f"继续办理{left}件", f"不予公开{refused}件", f"行政诉讼{suits}起"):
        assert told in report.narrative.overview


def test_plain_lines_drop_the_markup_and_keep_the_words() -> None:
    assert prose.plain_lines("### （一）甲\n\n- **乙**丙\n\n2. 丁[戊](https://example.gov.cn/)。") == ["（一）甲", "乙丙", "丁戊。"]


def test_giar_and_both_hugo_sources_carry_the_same_figures(tmp_path: Path) -> None:
    corpus.write_site(tmp_path / "giar", 30)
    hugo_site.write_site(tmp_path / "yaml", 30)
    hugo_site.write_site(tmp_path / "toml", 30, "toml")
    for report in REPORTS:
        place = Path("content", report.agency.slug, str(report.year))
        own = yaml.safe_load((tmp_path / "giar" / place / "figures.yaml").read_text(encoding="utf-8"))
        _, head, _ = (tmp_path / "yaml" / place.with_suffix(".md")).read_text(encoding="utf-8").split("---\n", 2)
        _, native, _ = (tmp_path / "toml" / place.with_suffix(".md")).read_text(encoding="utf-8").split("+++\n", 2)
        assert own["form"] == 2021
        assert figures_of(own) == printed(report)
        assert figures_of(yaml.safe_load(head)) == printed(report)
        assert figures_of(tomllib.loads(native)) == printed(report)


def test_giar_and_hugo_sources_carry_the_same_prose(tmp_path: Path) -> None:
    corpus.write_site(tmp_path / "giar", 30)
    hugo_site.write_site(tmp_path / "hugo", 30)
    for report in REPORTS:
        place = Path("content", report.agency.slug, str(report.year))
        *_, own = (tmp_path / "giar" / place / "report.md").read_text(encoding="utf-8").split("---\n", 2)
        *_, peer = (tmp_path / "hugo" / place.with_suffix(".md")).read_text(encoding="utf-8").split("---\n", 2)
        for code in hugo_site.SHORTCODES:
            peer = peer.replace(f"{code}\n\n", "")
        assert own == peer
        assert own.count("\n## ") == 6
        assert [line[3:] for line in own.splitlines() if line.startswith("## ")] == list(form.TITLES)


def test_an_agency_has_name_kind_level_and_scope(tmp_path: Path) -> None:
    corpus.write_site(tmp_path, 30)
    told = [yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(tmp_path.glob("content/*/agency.yaml"))]
    assert len(told) == 10
    assert all(list(agency) == ["name", "kind", "level", "scope"] for agency in told)
